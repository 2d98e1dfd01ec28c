"""Writes errata to fill in: today's open findings as undecided entries, below those that a file has already.

What a figure or row stands for is filled in where it is known, with how safe that is. The decision stays a person's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from iij_xbrl.prove.check import Check, Checked, Place
from iij_xbrl.prove.errata import ERRATA_CATALOGUE, Errata, is_period
from iij_xbrl.prove.findings import Finding, Severity
from iij_xbrl.prove.search.causes import EDITS

_OF_FIGURES = ("inconsistent-duplicate", "open-relation", "inexact-sum")
_OF_PERIODS = ("wrong-period-label",)

_HEAD = """\
# What was decided on the findings of {name}.
# decision: undecided (reported as before), accepted (known, stays as it is) or corrected. A correction has, too,
#   figure: {{text: "1,234"}}  and  stands-for: 1,243, or, of its rows,  stands-for: 2010-04-01/2010-09-30
#   One place only: figure: {{line: 12, text: "1,234"}}  (with column: 34 where the text repeats), row: {{line: 12}}
# because and by are needed; until: 2012-03-31, the last day of the decision, is optional.
"""


def skeleton(checked: Check, errata: Errata | None, *, all_severities: bool = False) -> tuple[str, int]:
    """The text of errata with an entry for each open finding, and how many entries are new.

    What `errata` has stays as it stands. Differences of rounding are no misprints; they are left out unless
    `all_severities` asks for them.
    """
    known = {entry.finding for entry in errata.entries} if errata else set()
    new = [item for item in checked.found if item.id not in known and _is_wanted(item, all_severities)]
    start = "\n".join(errata.source).rstrip() + "\n" if errata and errata.source else ""
    head = start or _HEAD.format(name=checked.release.path.name)
    return head + "".join(_entry(item) for item in new), len(new)


def _is_wanted(item: Checked, all_severities: bool) -> bool:
    severity: Severity = item.finding.severity
    return item.finding.code not in ERRATA_CATALOGUE and (all_severities or severity != "rounding")


def _entry(item: Checked) -> str:
    finding = item.finding
    first, *rest = item.places
    others = ", ".join(str(place.origin) for place in rest)
    head = [
        "",
        f"# {finding.severity}: {_one_line(finding.message)}",
        f"# at {first.origin}" + (f"; see also {others}" if others else ""),
    ]
    proposed = list(_proposals(item))
    if proposed:
        head.append(f"# proposed, {_how_safe(finding)}")
    entries = [_one(item.id, lines) for lines in proposed or [[]]]
    return "\n".join([*head, *(line for lines in entries for line in lines)]) + "\n"


def _one(name: str, proposal: list[str]) -> list[str]:
    return [f"- finding: {name}", "  decision: undecided", *proposal, '  because: ""', '  by: ""']


def _proposals(item: Checked) -> Iterator[list[str]]:
    """What each place that is wrong may stand for, where one value, or one period, is known for it."""
    finding = item.finding
    if finding.code in _OF_PERIODS and is_period(finding.expected):
        yield [f"  stands-for: {finding.expected}"]
        return
    suspects = [place for place in item.places if place.is_suspect and place.occurrence]
    alike = {place.occurrence.text for place in suspects if place.occurrence}
    if len(alike) != 1 or finding.ties > 1 or finding.code not in _OF_FIGURES or not finding.expected:
        return
    (text,) = alike
    stands_for = f"  stands-for: {_quoted(finding.expected)}"
    if all(place.is_suspect or place.occurrence is None or place.occurrence.text != text for place in item.places):
        yield [f"  figure: {{text: {_quoted(text)}}}", stands_for]
        return
    for place in suspects:
        yield [f"  figure: {{{_at(place)}, text: {_quoted(text)}{_column(place)}}}", stands_for]


def _column(place: Place) -> str:
    """The column of a figure, where its line prints the same text again."""
    line, start = place.quoted.line, place.origin.start
    text = place.occurrence.text if place.occurrence else ""
    return f", column: {start + 1}" if start is not None and line.plain.count(text) > 1 else ""


def _at(place: Place) -> str:
    line = place.origin.line
    return f"line: {line}" if line is not None else f"place: {_quoted(str(place.origin))}"


def _how_safe(finding: Finding) -> str:
    """Safe where nothing else can be wrong, nor be right."""
    wanted = finding.wanted[0] if finding.wanted else None
    exact = finding.code == "inconsistent-duplicate" or wanted is None or wanted.least == wanted.most
    if finding.severity == "error" and finding.cause in EDITS and exact and finding.others:
        return f"safe: {finding.cause}, and the others leave no other value"
    return "to be decided: other figures, or other values, may be what is wrong"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
