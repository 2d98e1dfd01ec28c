"""Footnote marks beside the line that their note names: `IIJ*2`, where note 2 is on another line of the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from iij_xbrl.facts import Occurrence
from iij_xbrl.map.labels import key
from iij_xbrl.prove.findings import Finding
from iij_xbrl.read.document import RowKey
from iij_xbrl.report import Report

_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_PAIR = 2  # a mark of a whole table is on all its lines


def mark_findings(report: Report) -> Iterator[Finding]:
    """Notes that two lines bear, of which they name one in quotes: the mark of the other may be its neighbour's."""
    named = {
        name: occurrence for fact in report.facts for occurrence, name in zip(fact.occurrences, fact.ids, strict=True)
    }
    for note in report.footnotes:
        quoted = {key(name.strip(" ,.;")) for name in _QUOTED.findall(note.text)}
        rows: defaultdict[RowKey, list[Occurrence]] = defaultdict(list)
        for name in note.facts if quoted else ():
            rows[named[name].span.row_key].append(named[name])
        others = [row for row in rows.values() if key(row[0].label) not in quoted]
        if len(rows) == _PAIR and len(others) == 1:
            (row,) = others
            (told,) = (found for found in rows.values() if found is not row)
            message = f"{row[0].label!r} bears the mark of a note on {told[0].label!r}"
            yield Finding("wrong-footnote-mark", "warning", message, "label", tuple(row), tuple(told))
