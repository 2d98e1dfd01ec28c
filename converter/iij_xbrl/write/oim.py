"""What xBRL-JSON and xBRL-CSV share: the Open Information Model's notation of a data point (OIM 1.0).

Values are canonical: `1500.0` for 1,500 (OIM common definitions, canonical values; XML Schema part 2, 3.2.3.2).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import Decimal

from iij_xbrl.report.model import DataPoint, Footnote, Period, TextFact
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import aspects, contexts_of, namespaces, plain, units_of
from iij_xbrl.write.notes import FACT_FOOTNOTE, LINK_ROLE

ENTITY = "entity"  # our alias for the scheme of the entity's identifier
FEATURES = {"xbrl:canonicalValues": True}
NOTE = "xbrl:note"
LINK_TYPE, LINK_GROUP = "footnote", "_"
_OIM = "https://xbrl.org/2021"
_PURE = "xbrli:pure"


def document_info(
    kind: str, points: Iterable[DataPoint], taxonomy: Taxonomy, references: list[str], *, has_links: bool = False
) -> dict[str, object]:
    """The `documentInfo` of a report of data points; `kind` is `xbrl-json` or `xbrl-csv`, `references` are its schemas.

    `has_links` tells whether facts of the report have footnotes.

    Raises:
        ResourceError: a unit has a measure in a namespace that the taxonomy does not have.
    """
    found = set(points)
    units = units_of(point for point in found if point.unit).values()
    used = namespaces(contexts_of(found, taxonomy).values(), units, taxonomy, has_items=True)
    measured = {measure.partition(":")[0] for unit in units for measure in unit.measures if measure != _PURE}
    kept = {prefix: uri for prefix, uri in used if prefix in {*measured, taxonomy.prefix}}
    aliases = {**kept, "xbrl": _OIM, ENTITY: taxonomy.entity.scheme}
    links = {"linkTypes": {LINK_TYPE: FACT_FOOTNOTE}, "linkGroups": {LINK_GROUP: LINK_ROLE}}
    return {
        "documentType": f"{_OIM}/{kind}",
        "features": FEATURES,
        "namespaces": dict(sorted(aliases.items())),
        **(links if has_links else {}),
        "taxonomy": references,
    }


def note_value(note: Footnote) -> str:
    """The value of a note, which is XHTML."""
    return html.escape(note.text, quote=False)


def dimensions_of(point: DataPoint, taxonomy: Taxonomy) -> dict[str, str]:
    """The dimensions of a data point but for its entity; there is no unit for pure numbers (OIM, 5.1.4)."""
    prefix = taxonomy.prefix
    _, members = aspects(point, taxonomy)
    found = {"concept": f"{prefix}:{point.concept}", "period": period(point.period)}
    if point.unit != _PURE:
        found["unit"] = point.unit
    return found | {f"{prefix}:{axis}": f"{prefix}:{member}" for axis, member in members}


def text_dimensions(fact: TextFact, taxonomy: Taxonomy) -> dict[str, str]:
    """The dimensions of a fact in words; only words have a language."""
    found = {"concept": f"{taxonomy.prefix}:{fact.concept}", "entity": entity(taxonomy), "period": period(fact.period)}
    return found | ({"language": fact.language} if fact.language else {})


def entity(taxonomy: Taxonomy) -> str:
    """The reporting entity: scheme and identifier."""
    return f"{ENTITY}:{taxonomy.entity.identifier}"


def period(period: Period) -> str:
    """A period with the midnight at which it ends, that is the first of the next day."""
    end = f"{period.end + timedelta(days=1)}T00:00:00"
    return end if period.start is None else f"{period.start}T00:00:00/{end}"


def canonical(value: Decimal) -> str:
    """A value as canonical `xs:decimal`: a point always, and no zeros that say nothing."""
    whole, _, fraction = plain(value).partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"


def as_json(data: Mapping[str, object]) -> bytes:
    """JSON in UTF-8, readable, in the order given."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
