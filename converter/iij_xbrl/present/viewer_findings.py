"""The findings that a viewer lists: those of a check, or those that `convert` has written beside a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from iij_xbrl.borders import from_csv_cell
from iij_xbrl.extract.figures.records import Columns, Mistakes, read_records
from iij_xbrl.limits import Limits
from iij_xbrl.prove.check import Checked

_NEEDED = ("severity", "code", "message")
_KNOWN = (*_NEEDED, "decision", "places")


@dataclass(frozen=True, slots=True)
class Told:
    """An open finding, in words."""

    severity: str
    code: str
    message: str
    places: str


def told(found: Sequence[Checked]) -> tuple[Told, ...]:
    """The findings of a check."""
    return tuple(
        Told(
            item.finding.severity,
            item.finding.code,
            item.finding.message,
            ", ".join(str(place.origin) for place in item.places),
        )
        for item in found
    )


def findings_beside(report: Path, limits: Limits) -> tuple[Told, ...]:
    """The open findings in `<name>.findings.csv` beside a report; none where there is no such file.

    Raises InputError where the file is none of findings.
    """
    path = report.with_name(f"{report.stem}.findings.csv")
    if not path.is_file():
        return ()
    mistakes = Mistakes(path)
    rows = [record.cells for record in read_records(path, mistakes, Columns(_NEEDED, _KNOWN), limits)]
    mistakes.stop_if_any()
    return tuple(
        Told(*(from_csv_cell(row.get(name, "")) for name in (*_NEEDED, "places")))
        for row in rows
        if not row.get("decision")
    )
