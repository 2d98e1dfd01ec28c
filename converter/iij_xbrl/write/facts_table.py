"""The facts of a release as a table whose columns are the same for every release: one row for each data point.

The place is that of the occurrence that is written for the data point; one that the page leaves open has no value.
Dimensions are columns of their own, one for each axis of the taxonomy, and once more a map, which is the same for the
releases of all issuers.
"""

from __future__ import annotations

from iij_xbrl.facts import DataPoint
from iij_xbrl.read.document import Span
from iij_xbrl.report.ids import undetermined_id
from iij_xbrl.report.model import Period, Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.roles import FORECAST
from iij_xbrl.write.columns import Column, Row, Schema, Value

DOCUMENT = Column("document", "text", "the name of the release")
_BEFORE = (
    DOCUMENT,
    Column("fact_id", "text", "the id of the fact in every syntax"),
    Column("entity", "text", "the identifier of the issuer"),
    Column("entity_scheme", "text", "what it is an identifier of, as a URI"),
    Column("entity_name", "text", "the name of the issuer"),
    Column("concept", "text", "the concept, with the taxonomy's prefix"),
    Column("label_en", "text", "its label in English"),
    Column("label_ja", "text", "its label in Japanese"),
    Column("period_role", "text", "instant, quarter, half, nine-months, year, or other"),
    Column("year_to_date", "flag", "whether the period starts with the fiscal year; empty for an instant"),
    Column("period_start", "day", "the first day of the period; empty for an instant"),
    Column("period_end", "day", "its last day, or the day of an instant"),
    Column("unit", "text", "the unit"),
    Column("value", "decimal", "the value, fully scaled; empty where the page leaves it open"),
    Column("decimals", "count", "to how many decimals it is printed; negative for thousands and up"),
    Column("scenario", "text", "actual or which forecast: the member of the forecast axis, its default written out"),
)
_AFTER = (
    Column("dimensions", "pairs", "every dimension that is not its axis's default: axis and member"),
    Column("status", "text", "fact, or inferred on evidence"),
    Column("occurrences", "count", "how often the data point is printed"),
    Column("place", "text", "where it stands in the release"),
    Column("us_gaap", "text", "the us-gaap element that means the same; empty where none does"),
    Column("us_gaap_sign", "count", "1, or -1 where values of that element have the other sign"),
)
FACTS = Schema("facts", (*_BEFORE, *_AFTER))
"""The columns that the facts of every issuer have."""
_US_GAAP = "us-gaap"
_ROLES = {3: "quarter", 6: "half", 9: "nine-months", 12: "year"}


def facts_schema(taxonomy: Taxonomy) -> Schema:
    """The columns of the facts of any release of a taxonomy."""
    axes = sorted({*taxonomy.members, *taxonomy.default_members})
    own = (Column(axis, "text", f"the member of {axis}, where it is not the default") for axis in axes)
    return Schema("facts", (*_BEFORE, *own, *_AFTER))


def fact_rows(report: Report, taxonomy: Taxonomy, document: str = "") -> list[Row]:
    """The facts of a report as rows of `facts_schema`; `document` names it, by default as the report does."""
    name = document or report.name
    found = [
        _row(name, fact.id, fact.point, fact.occurrence.span, taxonomy)
        | {
            "value": fact.occurrence.value,
            "decimals": fact.occurrence.decimals,
            "status": fact.occurrence.status,
            "occurrences": len(fact.occurrences),
        }
        for fact in report.facts
    ]
    found += [
        _row(name, undetermined_id(dash), dash.point, dash.span, taxonomy)
        | {"value": None, "decimals": None, "status": dash.status, "occurrences": 1}
        for dash in report.undetermined
    ]
    return list(found)


def _row(name: str, fact_id: str, point: DataPoint, span: Span, taxonomy: Taxonomy) -> dict[str, Value]:
    labels, prefix, entity = taxonomy.concepts[point.concept].labels, taxonomy.prefix, taxonomy.entity
    scenarios = taxonomy.axis_roles.get(FORECAST, "")
    us_gaap, sign = taxonomy.concepts[point.concept].same_as.get(_US_GAAP, (None, None))
    members = {axis: f"{prefix}:{member}" for axis, member in point.dimensions}
    return {
        "document": name,
        "fact_id": fact_id,
        "entity": entity.identifier,
        "entity_scheme": entity.scheme,
        "entity_name": entity.name,
        "concept": f"{prefix}:{point.concept}",
        "label_en": labels.get("en", ""),
        "label_ja": labels.get("ja", ""),
        "period_role": period_role(point.period),
        "year_to_date": starts_year(point.period, taxonomy),
        "period_start": point.period.start,
        "period_end": point.period.end,
        "unit": point.unit,
        "scenario": dict(point.dimensions).get(scenarios) or taxonomy.default_members.get(scenarios, ""),
        **members,
        "dimensions": tuple((f"{prefix}:{axis}", member) for axis, member in members.items()),
        "place": str(span.origin),
        "us_gaap": f"{_US_GAAP}:{us_gaap}" if us_gaap else None,
        "us_gaap_sign": sign,
    }


def period_role(period: Period) -> str:
    """What a period is by its length: `instant`, `quarter`, `half`, `nine-months`, `year` or `other`."""
    return "instant" if period.is_instant else _ROLES.get(period.months, "other")


def starts_year(period: Period, taxonomy: Taxonomy) -> bool | None:
    """Whether a period starts on the first day of a fiscal year; None for an instant."""
    return (period.start.month, period.start.day) == taxonomy.entity.fiscal_year_start if period.start else None
