"""Convenience translations, which a reader that takes one value for a concept and period must not find.

A release prints dollars beside the yen that it reports. An amount in another currency than the issuer's is a
translation where the same is reported in the issuer's; an amount that is told in another currency only is kept.
"""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.facts import DataPoint, Leftover, Occurrence, Undetermined
from iij_xbrl.reasons.no_figures import ConvenienceTranslation
from iij_xbrl.report.ids import ids_of, undetermined_id
from iij_xbrl.report.model import Footnote, Report
from iij_xbrl.taxonomy.index import Taxonomy


def without_translations(report: Report, taxonomy: Taxonomy) -> Report:
    """The report without its convenience translations, whose numbers are explained instead, and notes on them alone."""
    reported = {fact.point for fact in report.facts} | {dash.point for dash in report.undetermined}

    def is_translation(point: DataPoint) -> bool:
        own = taxonomy.types[taxonomy.concepts[point.concept].type].unit.format(currency=taxonomy.entity.currency)
        return point.unit != own and replace(point, unit=own) in reported

    facts = tuple(fact for fact in report.facts if not is_translation(fact.point))
    dashes = tuple(dash for dash in report.undetermined if not is_translation(dash.point))
    kept = {item.span for fact in facts for item in fact.occurrences} | {dash.span for dash in dashes}
    ids = ids_of(report)
    gone = [item for fact in report.facts if is_translation(fact.point) for item in fact.occurrences]
    left_open = [dash for dash in report.undetermined if is_translation(dash.point)]
    gone_ids = {ids[item] for item in gone} | {undetermined_id(dash) for dash in left_open}
    left_out: tuple[Occurrence | Undetermined, ...] = (*gone, *left_open)
    explained = tuple(_explained(item) for item in left_out if item.span not in kept)
    return replace(
        report,
        facts=facts,
        undetermined=dashes,
        leftovers=(*report.leftovers, *dict.fromkeys(explained)),
        footnotes=tuple(note for item in report.footnotes if (note := _without(item, gone_ids)).facts),
    )


def _explained(item: Occurrence | Undetermined) -> Leftover:
    return Leftover(item.span, item.text, item.label, item.section, "not-a-fact", ConvenienceTranslation())


def _without(note: Footnote, gone: set[str]) -> Footnote:
    return replace(note, facts=tuple(id_ for id_ in note.facts if id_ not in gone))
