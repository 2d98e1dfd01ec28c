"""Writes errata to fill in: today's open findings as undecided entries, below those that a file has already."""

from __future__ import annotations

from iij_xbrl.prove.check import Check, Checked
from iij_xbrl.prove.errata import ERRATA_CATALOGUE, Errata
from iij_xbrl.prove.findings import Severity

_HEAD = """\
# What was decided on the findings of {name}.
# decision: undecided (reported as before), accepted (known, stays as it is) or corrected. A correction has, too,
#   figure: {{line: 12, text: "1,234"}}  (with column: 34 where the text repeats)  and  stands-for: 1,243
#   or row: {{line: 12}}  and, for another period,  stands-for: 2010-04-01/2010-09-30
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
    lines = [
        "",
        f"# {finding.severity}: {_one_line(finding.message)}",
        f"# at {first.origin}" + (f"; see also {others}" if others else ""),
        f"- finding: {item.id}",
        "  decision: undecided",
        '  because: ""',
        '  by: ""',
    ]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
