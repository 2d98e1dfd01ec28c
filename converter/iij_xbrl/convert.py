"""Converts a release into files: read, extract, map, reconcile, report, write, validate, publish."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iij_xbrl.pipeline import load_taxonomy, read_report
from iij_xbrl.report import Report
from iij_xbrl.report.coverage import coverage
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import publish, write_instance
from iij_xbrl.write.coverage import write_coverage
from iij_xbrl.write.tidy import write_tidy
from iij_xbrl.write.trace import write_trace

if TYPE_CHECKING:
    from iij_xbrl.validate.messages import Validation


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion gave: the report, the files written, and what validation said (None where it was not asked)."""

    report: Report
    files: tuple[Path, ...]
    validation: Validation | None


def convert(
    release: Path,
    output: Path,
    *,
    taxonomy: Taxonomy | None = None,
    all_occurrences: bool = False,
    validate: bool = True,
) -> Conversion:
    """Convert a release and write `<name>.xbrl`, `.trace.csv` and `.facts.csv` (and `.all.xbrl`) into a folder.

    The consolidated instance is validated for XBRL, dimensions, units and calculations; the instance of all
    occurrences for duplicates, since inconsistent ones switch the checks of their sums off.

    Raises InputError where the release cannot be read, OutputError where the folder cannot be written; then nothing is
    written. Files appear only when all of them are complete.
    """
    taxonomy = taxonomy or load_taxonomy()
    report = read_report(release, taxonomy)
    instance = write_instance(report, taxonomy)
    every = write_instance(report, taxonomy, all_occurrences=True) if validate or all_occurrences else b""
    validation = _validation(report, instance, every, taxonomy) if validate else None
    files = {
        f"{report.name}.xbrl": instance,
        f"{report.name}.trace.csv": write_trace(report, taxonomy),
        f"{report.name}.facts.csv": write_tidy(report, taxonomy),
        f"{report.name}.coverage.json": write_coverage(coverage(report)),
    }
    if all_occurrences:
        files[f"{report.name}.all.xbrl"] = every
    return Conversion(report, publish(output, files), validation)


def _validation(report: Report, instance: bytes, every: bytes, taxonomy: Taxonomy) -> Validation:
    from iij_xbrl.prove import explain_incomplete

    return explain_incomplete(validate_files(instance, every, report.name, taxonomy), report)


def validate_files(instance: bytes, every: bytes, name: str, taxonomy: Taxonomy) -> Validation:
    """Validate the two instances of a report with Arelle, and join what it says."""
    from iij_xbrl.validate import Validation, validate_instance

    package = taxonomy.folder / "package"
    with tempfile.TemporaryDirectory(prefix="iij-xbrl-") as folder:
        consolidated, full = Path(folder, f"{name}.xbrl"), Path(folder, f"{name}.all.xbrl")
        consolidated.write_bytes(instance)
        full.write_bytes(every)
        first = validate_instance(consolidated, package)
        second = validate_instance(full, package, calculations=False)
    said = {(message.code, message.fact_ids) for message in first.messages}
    more = (message for message in second.messages if (message.code, message.fact_ids) not in said)
    return Validation.of((*first.messages, *more), calculations=first.calculations, facts=first.facts)
