"""What the syntaxes share: which facts are written, and their contexts, units and namespaces.

The same report gives the same ids in each syntax, whatever the order in which its facts come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from iij_xbrl.errors import ResourceError
from iij_xbrl.report.calculations import calculations_of
from iij_xbrl.report.ids import ids_of, undetermined_id
from iij_xbrl.report.model import DataPoint, Period, Report, Span, TextFact
from iij_xbrl.taxonomy.index import Taxonomy

NAMESPACES = {
    "xbrli": "http://www.xbrl.org/2003/instance",
    "link": "http://www.xbrl.org/2003/linkbase",
    "xlink": "http://www.w3.org/1999/xlink",
}
XSI = {"xsi": "http://www.w3.org/2001/XMLSchema-instance"}
"""For nil facts only."""
_XBRLDI = "http://xbrl.org/2006/xbrldi"
_ISO4217 = "http://www.xbrl.org/2003/iso4217"

Dimensions = tuple[tuple[str, str], ...]
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Context:
    """A context of the instance: period and explicit dimensions, without the dimensions' default members."""

    id: str
    period: Period
    dimensions: Dimensions


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the instance: one measure, or one per another; measures are QNames in the instance's prefixes."""

    id: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A fact as the syntaxes write it: with a value and its decimals, or nil, with neither."""

    id: str
    point: DataPoint
    value: Decimal | None
    decimals: int | None
    span: Span


def written(report: Report, *, all_occurrences: bool) -> list[Written]:
    """The facts to write, in the order of the page: each data point once, or all occurrences; those left open too."""
    pairs = ids_of(report).items() if all_occurrences else [(fact.occurrence, fact.id) for fact in report.facts]
    found = [Written(id_, item.point, item.value, item.reported_decimals, item.span) for item, id_ in pairs]
    found += [Written(undetermined_id(dash), dash.point, None, None, dash.span) for dash in report.undetermined]
    return sorted(found, key=lambda fact: (fact.span.at, len(fact.id), fact.id))


def said(report: Report) -> tuple[TextFact, ...]:
    """The facts in words that have a value: all, where the page is written, which gives text blocks theirs."""
    return tuple(fact for fact in report.texts if fact.value)


def context_points(report: Report) -> set[DataPoint]:
    """What needs a context: the data points, and the facts in words, which have no unit."""
    return points_of(report) | {text_point(fact) for fact in report.texts}


def text_point(fact: TextFact) -> DataPoint:
    """The aspects of a fact in words."""
    return DataPoint(fact.concept, (), fact.period, "")


def points_of(report: Report) -> set[DataPoint]:
    """The data points of a report, those left open among them."""
    return {fact.point for fact in report.facts} | {dash.point for dash in report.undetermined}


def references_of(report: Report, taxonomy: Taxonomy, *, all_occurrences: bool = False) -> list[str]:
    """The schemas that a report refers to, by URL: the core, and the calculations of what it prints whole.

    A report of all occurrences refers to no calculation, which stops at repeats that rounding was forced on.
    """
    calculations = () if all_occurrences else calculations_of(report, taxonomy)
    return [taxonomy.schema_ref, *(taxonomy.calculation_ref(item.role) for item in calculations)]


def plain(value: Decimal) -> str:
    """A value in full, digit by digit: no exponent, no minus on zero (`xsd:decimal`)."""
    return format(abs(value) if value.is_zero() else value, "f")


def contexts_of(points: Iterable[DataPoint], taxonomy: Taxonomy) -> dict[tuple[Period, Dimensions], Context]:
    """The contexts that data points need, by period and dimensions; ids such as `I2011-09-30_ForecastMember`."""
    used = {aspects(point, taxonomy) for point in points}

    def name(key: tuple[Period, Dimensions], *, with_axes: bool) -> str:
        period, dimensions = key
        stem = f"I{period.end}" if period.is_instant else f"D{period.start}_{period.end}"
        return "_".join([stem, *(f"{axis}-{member}" if with_axes else member for axis, member in dimensions)])

    ids = _ids(used, lambda key: name(key, with_axes=False), lambda key: name(key, with_axes=True))
    return {key: Context(id_, *key) for key, id_ in ids.items()}


def units_of(points: Iterable[DataPoint]) -> dict[str, Unit]:
    """The units that data points need, by their notation: `iso4217:JPY/xbrli:shares` has the id `JPYPerShare`."""
    notations = {point.unit for point in points}

    def name(notation: str, *, with_prefixes: bool) -> str:
        names = (measure.replace(":", "-") if with_prefixes else local_name(measure) for measure in notation.split("/"))
        first, *rest = names
        return "Per".join([first, *map(_singular, rest)])

    def local_name(measure: str) -> str:
        return measure.rpartition(":")[2]

    ids = _ids(notations, lambda key: name(key, with_prefixes=False), lambda key: name(key, with_prefixes=True))
    return {notation: Unit(id_, tuple(notation.split("/"))) for notation, id_ in ids.items()}


def aspects(point: DataPoint, taxonomy: Taxonomy) -> tuple[Period, Dimensions]:
    """Period and dimensions of a data point; a default member is never written (Dimensions 1.0, section 2.7.1)."""
    return point.period, _explicit(point.dimensions, taxonomy)


@lru_cache(maxsize=1024)  # the data points of a release have few dimensions, and each syntax asks for all of them
def _explicit(dimensions: Dimensions, taxonomy: Taxonomy) -> Dimensions:
    defaults = taxonomy.default_members
    return tuple(sorted(pair for pair in dimensions if defaults.get(pair[0]) != pair[1]))


def namespaces(
    contexts: Iterable[Context], units: Iterable[Unit], taxonomy: Taxonomy, *, has_items: bool
) -> list[tuple[str, str]]:
    """The namespaces that the instance uses, sorted by prefix."""
    known = {**NAMESPACES, "iso4217": _ISO4217, "xbrldi": _XBRLDI, taxonomy.prefix: taxonomy.namespace}
    allowed = ("iso4217", "xbrli", taxonomy.prefix)
    used = set(NAMESPACES)
    if has_items:
        used.add(taxonomy.prefix)
    if any(context.dimensions for context in contexts):
        used.add("xbrldi")
    for unit in units:
        for measure in unit.measures:
            prefix = measure.partition(":")[0]
            if prefix not in allowed:
                raise ResourceError(f"unit {measure}: its prefix is not known; allowed are {', '.join(allowed)}")
            used.add(prefix)
    return sorted((prefix, known[prefix]) for prefix in used)


def _ids(keys: Iterable[_Key], short: Callable[[_Key], str], long: Callable[[_Key], str]) -> dict[_Key, str]:
    """The short id of each key; the long one for those whose short ids would be the same."""
    by_id: dict[str, list[_Key]] = {}
    for key in keys:
        by_id.setdefault(short(key), []).append(key)
    return {key: id_ if len(same) == 1 else long(key) for id_, same in by_id.items() for key in same}


def _singular(measure: str) -> str:
    """`shares` as it reads after "per": `Share`."""
    one = measure.removesuffix("s")
    return one[:1].upper() + one[1:]
