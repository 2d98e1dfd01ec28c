"""Rows that print one figure with the sign of the others and one without: `Net cash used (1,858)` beside `2,040`.

A table has a convention for each of its lines; parentheses that come or go within a line are a slip, even where sums,
or the words of the label, tell how the figure counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from iij_xbrl.facts import Occurrence
from iij_xbrl.prove.directions import is_signed
from iij_xbrl.prove.findings import Finding, Severity
from iij_xbrl.prove.search.graph import Graph
from iij_xbrl.prove.wording import as_printed, labelled, named
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.evidence import TurnedByConvention
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy


def uneven_signs(report: Report, taxonomy: Taxonomy, graph: Graph) -> Iterator[Finding]:
    """Figures whose sign counts as that of the others in their row, and is printed otherwise.

    It is an error where the sign is proven, because a relation holds with it and would not with the other.
    """
    rows: defaultdict[tuple[object, ...], list[Occurrence]] = defaultdict(list)
    for fact in report.facts:
        concept = taxonomy.concepts[fact.point.concept]
        for item in fact.occurrences if not concept.derived_from else ():
            if item.place and item.printed:
                rows[item.span.row_key, fact.point.concept, fact.point.dimensions].append(item)
    for row in rows.values():
        turned = [item for item in row if _is_turned(item)]
        straight = [item for item in row if not _is_turned(item)]
        if turned and straight:
            odd, others = _odd_first(turned, straight)
            yield _uneven(odd, others, graph)


def _is_turned(item: Occurrence) -> bool:
    """Whether a figure counts with another sign than it is printed with."""
    return item.value * item.printed < 0


def _odd_first(
    turned: Sequence[Occurrence], straight: Sequence[Occurrence]
) -> tuple[Sequence[Occurrence], Sequence[Occurrence]]:
    """The figures that are the exception of a row, and the others: the fewer; of as many those read by evidence."""
    by_evidence = any(said(item.reason, TurnedByConvention) for item in straight)
    is_exception = len(turned) < len(straight) or (len(turned) == len(straight) and not by_evidence)
    return (turned, straight) if is_exception else (straight, turned)


def _uneven(odd: Sequence[Occurrence], others: Sequence[Occurrence], graph: Graph) -> Finding:
    first, other = odd[0], others[0]
    severity: Severity = "error" if any(is_signed(item, graph) for item in odd) else "warning"
    message = (
        f"{labelled(first)} is printed with another sign than {other.text} beside it, and both count alike "
        f"({named(first.point)})"
    )
    return Finding("uneven-sign", severity, message, "sign", tuple(odd), tuple(others), as_printed(first, -first.value))
