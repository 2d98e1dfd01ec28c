"""Words that say a direction, against the sign of their figures: gains that are losses, increases that are decreases.

What a line counts as positive, its concept's standard label tells: `Foreign exchange losses (gains), net` counts
losses, `Decrease (increase) in inventories` decreases. A label with one of such words, and not the other in parentheses
behind it, says a direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from iij_xbrl.facts import Occurrence
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.labels import key
from iij_xbrl.prove.findings import Finding, Severity
from iij_xbrl.prove.search.graph import Graph
from iij_xbrl.read.document import RowKey
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy

_GAIN, _LOSS, _INCREASE, _DECREASE, _INFLOW, _EITHER = (
    ENGLISH.patterns[f"labels.{name}"]
    for name in ("gain_counted", "loss", "increase", "decrease", "inflow", "either_way")
)
_OPPOSITE = {"gain": "loss", "loss": "gain", "increase": "decrease", "decrease": "increase"}


def direction_findings(report: Report, taxonomy: Taxonomy, graph: Graph) -> Iterator[Finding]:
    """Rows whose labels say another direction than their figures have.

    It is an error where the sign is proven, because a relation holds with it and would not with the other.
    """
    meant, lines = _meant(taxonomy), _lines(taxonomy)
    rows: dict[tuple[RowKey, str], list[Occurrence]] = {}
    for fact in report.facts:
        for item in fact.occurrences:
            is_line = bool(item.place) or (item.point.concept, key(item.label)) in lines
            told = _contradiction(item, meant) if is_line and item.value and item.point.concept in meant else ""
            if told:
                rows.setdefault((item.span.row_key, told), []).append(item)
    for (_, told), found in rows.items():
        severity: Severity = "error" if any(is_signed(item, graph) for item in found) else "warning"
        message = f"{found[0].label!r} stands beside {found[0].text}, which is {told}"
        yield Finding("wrong-direction", severity, message, "label", tuple(found), _elsewhere(found, graph))


@lru_cache(maxsize=4)
def _meant(taxonomy: Taxonomy) -> Mapping[str, str]:
    """The directions that the labels of concepts say, by concept."""
    return {
        name: _direction(concept.labels["en"])
        for name, concept in taxonomy.concepts.items()
        if not concept.derived_from  # the change of a loss may be a rise
    }


@lru_cache(maxsize=4)
def _lines(taxonomy: Taxonomy) -> Set[tuple[str | None, str]]:
    """The concepts of lines, each with the key of a label."""
    return {(line.concept, key(label)) for place in taxonomy.places for line in place.lines for label in line.labels}


def _contradiction(item: Occurrence, meant: Mapping[str, str]) -> str:
    """What a figure is in truth, where its label says otherwise; else empty."""
    if _EITHER.search(item.label):
        return ""
    said, counted = _direction(item.label), meant[item.point.concept]
    if said in ("gain", "loss"):
        # A printed sign speaks for itself: `Net income (12)` is a loss, whatever the line is called.
        if said == "gain" and item.value < 0 < item.printed and counted != "loss":
            return "a loss"
        if item.value > 0 and item.printed > 0 and counted == _OPPOSITE[said]:
            return f"a {counted}"
        return ""
    if _INFLOW.search(item.label):
        return "an outflow" if item.value < 0 else ""
    if said and counted:
        actual = counted if item.value > 0 else _OPPOSITE.get(counted, "")
        return f"{'an' if actual[:1] == 'i' else 'a'} {actual}" if actual and actual != said else ""
    return ""


@lru_cache(maxsize=1024)  # a label has several figures, and concepts have few labels
def _direction(label: str) -> str:
    """The direction that a label says outside parentheses, if it says one."""
    plain = _EITHER.sub("", label)
    if _INCREASE.search(plain) or _DECREASE.search(plain):
        return "increase" if _INCREASE.search(plain) else "decrease"
    gain, loss = bool(_GAIN.search(plain)), bool(_LOSS.search(plain))
    return "" if gain == loss else "gain" if gain else "loss"


def is_signed(occurrence: Occurrence, graph: Graph) -> bool:
    """Whether some relation that holds would not, had the figure the other sign."""
    figure = graph.speaker(occurrence.point)
    turned = {figure: -figure[0].value}
    return any(not graph.holds(item, turned) for item in graph.held(figure))


def _elsewhere(found: Iterable[Occurrence], graph: Graph) -> tuple[Occurrence, ...]:
    """The finest places elsewhere that print the data points of a row."""
    here = set(found)
    return tuple(first for item in found if (first := graph.facts[item.point].occurrence) not in here)
