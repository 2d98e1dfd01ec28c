"""The relations of a report: its figures as intervals, evaluated with what the issuer's data adds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.read.origins import in_words
from iij_xbrl.relations.binding import bind
from iij_xbrl.relations.evaluate import Evaluation, Slot, evaluate, evaluate_one
from iij_xbrl.relations.incomplete_sums import Extracts, Unread, condensed, unread_items, unread_rows
from iij_xbrl.relations.intervals import Interval

if TYPE_CHECKING:
    from iij_xbrl.relations.language import Relation
    from iij_xbrl.report.model import Report
    from iij_xbrl.taxonomy.index import Entity, Taxonomy

PART_ONLY = "the release prints a part of the sum only"
_NEXT_DAY = timedelta(days=1)
_OF_MOST = 10  # a period counts with a tenth of the figures that the most reported one has


def list_relations(
    report: Report, taxonomy: Taxonomy, *, unread: Set[Slot] | None = None, published: date | None = None
) -> tuple[Evaluation, ...]:
    """Every relation of the taxonomy over the report's facts, in the order of the taxonomy and of the page.

    Args:
        report: each data point counts with the occurrence that is written for it.
        taxonomy: declares the relations and the issuer's data.
        unread: figures that are printed, but could not be read. By default the page tells: a relation with an absent
            item is not evaluable where a figure between its rows could not be mapped.
        published: the day of publication, for what depends on it; see `parameters_of`.
    """
    values, relations = values_of(report), _of_printed_statements(taxonomy, report)
    parameters = parameters_of(report, taxonomy.entity, published)
    found = evaluate(relations, values, unread=unread or frozenset(), parameters=parameters)
    return settled(found, report, taxonomy) if unread is None else found


def evaluated(report: Report, taxonomy: Taxonomy) -> tuple[Evaluation, ...]:
    """The relations that can be evaluated, whatever the page tells of the items that are absent (`settled`)."""
    values, relations = values_of(report), _of_printed_statements(taxonomy, report)
    bound = bind(relations, values, only_whole=True)
    return evaluate(bound, values, parameters=parameters_of(report, taxonomy.entity))


def evaluated_again(
    found: Sequence[Evaluation], before: Report, report: Report, taxonomy: Taxonomy
) -> tuple[Evaluation, ...]:
    """What `evaluated` gives for a report, from what it found `before`: relations of the same figures are kept."""
    old, new = values_of(before), values_of(report)
    if list(old) != list(new):
        return evaluated(report, taxonomy)
    changed = {point for point in new if new[point] is not old[point] and new[point] != old[point]}
    parameters = parameters_of(report, taxonomy.entity)
    return tuple(
        item if changed.isdisjoint(item.points) else evaluate_one(item.binding, new, parameters=parameters)
        for item in found
    )


def settled(found: tuple[Evaluation, ...], report: Report, taxonomy: Taxonomy) -> tuple[Evaluation, ...]:
    """What `evaluated` found, less what the page tells to be incomplete: those relations are not evaluable."""
    return _without_parts(_without_incomplete(found, report), report, taxonomy)


def values_of(report: Report) -> dict[DataPoint, Interval]:
    """The figures of a report as intervals, each data point once."""
    return {fact.point: Interval.of(fact.occurrence) for fact in report.facts}


def parameters_of(report: Report, entity: Entity, published: date | None = None) -> Mapping[str, Interval]:
    """The parameters of relations. `ads_ratio` is that of the publication date, for all columns of a release.

    A release is published after the last day whose results it reports; where the date is not given, the day after
    counts. Figures with dimensions, such as forecasts, tell nothing of that day, nor do the few that a mislabelled row
    or column has.
    """
    if published is None:
        ends = Counter(fact.point.period.end for fact in report.facts if not fact.point.dimensions)
        if not ends:
            return {}
        enough = max(ends.values()) / _OF_MOST
        published = max(end for end, count in ends.items() if count >= enough) + _NEXT_DAY
    ratios = [ratio for start, ratio in sorted(entity.ads_ratios) if start <= published.isoformat()]
    return {"ads_ratio": Interval.exactly(ratios[-1])} if ratios else {}


def _of_printed_statements(taxonomy: Taxonomy, report: Report) -> tuple[Relation, ...]:
    """The relations without those of statements that a report does not print, where another one has what they give.

    A statement under other accounting standards sums other lines up to the same total. What both have the lines of,
    such as the sum of the parts of equity, holds in either.
    """
    statements = _lines_of_statements(taxonomy)
    told: defaultdict[str, set[str]] = defaultdict(set)
    for fact in report.facts:
        told[fact.point.concept].update(occurrence.place for occurrence in fact.occurrences)
    printed = statements.keys() & set().union(*told.values())
    others = statements.keys() - printed
    summed = {relation.target.concept for relation in taxonomy.relations if relation.place in printed}
    return tuple(
        relation
        for relation in taxonomy.relations
        if relation.place not in others
        or printed.isdisjoint(told[relation.target.concept])
        or _holds_in_any(relation, [statements[role] for role in printed], summed)
    )


@lru_cache(maxsize=4)
def _lines_of_statements(taxonomy: Taxonomy) -> Mapping[str, Set[str]]:
    """The concepts of the lines of each statement, by role."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in taxonomy.places:
        if place.kind == "statement":
            found[place.role] |= {line.concept for line in place.lines if line.concept}
    return found


def _holds_in_any(relation: Relation, statements: Iterable[Set[str]], summed: Set[str]) -> bool:
    """Whether one of some statements has a line for each figure of a relation of another statement.

    A figure that may be absent there may have another line in its stead; so it holds only of totals that are not
    `summed` otherwise. What names members is bound to its own statement.
    """
    needed = {term.concept for term in relation.terms}
    is_loose = any(term.optional for term in relation.terms) and relation.target.concept in summed
    return not relation.axes and not is_loose and any(needed <= lines for lines in statements)


def _without_parts(found: tuple[Evaluation, ...], report: Report, taxonomy: Taxonomy) -> tuple[Evaluation, ...]:
    """Open sums of which the release prints a part only are not evaluable."""
    if not any(item.state == "open" and item.relation.kind == "sum" for item in found):
        return found
    extracts, printed = Extracts(taxonomy), {fact.point: fact.occurrences for fact in report.facts}
    shortened = {id(item) for item in condensed(found, printed, taxonomy)}

    def settled(item: Evaluation) -> Evaluation:
        if item.state != "open" or item.relation.kind != "sum":
            return item
        total, *items = (printed[point] for point in item.points)
        if id(item) not in shortened and not extracts.is_extract(total, items):
            return item
        absent = tuple(point for point in item.binding.points if point is not None and point not in printed)
        return replace(item, state="not evaluable", missing=absent, reason=PART_ONLY)

    return tuple(map(settled, found))


def _without_incomplete(found: tuple[Evaluation, ...], report: Report) -> tuple[Evaluation, ...]:
    """Open relations that miss an item are not evaluable where an unread figure may be it.

    It stands on a row between their rows or right beside them, or on a line of text that tells two or more of them.
    """
    unread = unread_rows(report.leftovers)
    printed = {fact.point: fact.occurrence for fact in report.facts}
    return tuple(_complete_or_not(item, printed, unread) for item in found) if unread else found


def _complete_or_not(item: Evaluation, printed: Mapping[DataPoint, Occurrence], unread: Unread) -> Evaluation:
    if item.state != "open":
        return item
    absent = tuple(point for point in item.binding.points if point is not None and point not in printed)
    if not absent:
        return item
    between = unread_items([printed[point] for point in item.points], unread)
    if not between:
        return item
    reason = f"printed, but not read: a figure on {in_words(between)}"
    return replace(item, state="not evaluable", missing=absent, reason=reason)
