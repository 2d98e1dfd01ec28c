"""What a process of a batch does: converts a release, or joins the tables of many."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from iij_xbrl.batch.plan import errata_of
from iij_xbrl.batch.results import SUFFIX, Outcome, manifest, read_manifest
from iij_xbrl.batch.shards import Shard, join_tables
from iij_xbrl.convert import Conversion, Options, converted
from iij_xbrl.errors import IijXbrlError, OutputError
from iij_xbrl.exit_codes import FINDINGS, FINE, code_of_error, code_of_validation
from iij_xbrl.map import prepared
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.report.coverage import coverage
from iij_xbrl.scratch import scratch
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.write import publish

if TYPE_CHECKING:
    from iij_xbrl.taxonomy.index import Taxonomy
    from iij_xbrl.validate.ahead import Validator
    from iij_xbrl.validate.messages import Validation
    from iij_xbrl.validate.warm import Warm

_PAGE = """\
# {}

| | Six months ended September 30, 2011 |
|---|---:|
| | JPY millions |
| Total | 1 |

It was 1 million, up 1.0%.
"""


@dataclass(frozen=True, slots=True)
class Release:
    """A release to convert: its name, where it is read, the folder of its results, and their key.

    `told` is where it is read as the manifest says it, so that results do not depend on where the batch is run.
    """

    name: str
    source: Path
    folder: Path
    key: str
    told: str


@dataclass(frozen=True, slots=True)
class Rules:
    """How the releases of a batch are converted, and when one fails."""

    taxonomy: Path
    options: Options
    today: date
    no_errata: bool = False
    fail_on: str = "error"
    min_coverage: float | None = None


class Conversions:
    """Converts releases; with a validator that has the taxonomy loaded where each process does one release only."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._taxonomy: Taxonomy | None = None
        self._warm: Warm | None = None

    def prepare(self, *, copies: bool) -> None:
        """Load the taxonomy, and what is made of it and Arelle where each task has a copy of them; once."""
        if self._taxonomy is not None:
            return
        self._taxonomy = load(self._rules.taxonomy)
        if copies:
            self._convert_nothing(prepared(self._taxonomy))
        options = self._rules.options
        if not options.validate and not options.viewer:
            return
        from iij_xbrl.validate.arelle import load_arelle
        from iij_xbrl.validate.warm import Warm

        load_arelle()
        if copies and not options.viewer and not options.assertions:
            self._warm = Warm(self._taxonomy.folder / "package", self._taxonomy.schema_ref)

    def _convert_nothing(self, taxonomy: Taxonomy) -> None:
        """Convert a page with nothing on it: what is imported, compiled or found out on first use is shared."""
        options = replace(
            self._rules.options, validate=False, viewer=False, look=None, input_format="text", any_issuer=True
        )
        with scratch() as folder, suppress(IijXbrlError):
            page = folder / "page.md"
            page.write_text(_PAGE.format(taxonomy.entity.name), encoding="utf-8")
            converted(page, taxonomy, options, today=self._rules.today)

    def __call__(self, task: Release | Shard) -> Outcome:
        """Convert a release, or join the tables of a shard; what is wrong with it is in the outcome."""
        start = time.monotonic()
        try:
            outcome = join_tables(task, load(self._rules.taxonomy)) if isinstance(task, Shard) else self._convert(task)
        except IijXbrlError as error:
            outcome = Outcome(task.name, code_of_error(error), str(error))
        return replace(outcome, seconds=time.monotonic() - start, memory=_memory())

    def _convert(self, task: Release) -> Outcome:
        rules, taxonomy = self._rules, self._taxonomy or load(self._rules.taxonomy)
        before = read_manifest(task.folder)
        if before is not None and before[1]["source"] != task.told:
            raise OutputError(f"{task.folder}: holds the results of {before[1]['source']}; choose another -o")
        path = errata_of(task.source)
        errata = read_errata(path, rules.options.limits) if path and not rules.no_errata else None
        conversion, files = converted(
            task.source, taxonomy, rules.options, errata, rules.today, self._validator(), task.name
        )
        outcome = Outcome(task.name, self._code(conversion), counts=_counts(conversion))
        files[f"{conversion.report.name}{SUFFIX}"] = manifest(task.key, task.told, outcome, files)
        gone = {before[0].name, *before[1]["files"]} - set(files) if before is not None else set()
        publish(task.folder, files, sorted(gone))
        return outcome

    def _validator(self) -> Validator | None:
        warm = self._warm
        if warm is None:
            return None

        def validate(path: Path, *, viewer: Path | None = None) -> Callable[[], Validation]:
            assert viewer is None, "a viewer needs a run of its own"
            return partial(warm.validate, path)

        return validate

    def _code(self, conversion: Conversion) -> int:
        code = code_of_validation(conversion.validation, self._rules.fail_on)
        least = self._rules.min_coverage
        if code == FINE and least is not None and coverage(conversion.report)[-1].percent < least:
            return FINDINGS
        return code


def _counts(conversion: Conversion) -> dict[str, int]:
    """What the summary of a batch tells of a release."""
    total = coverage(conversion.report)[-1].counts
    validation = conversion.validation
    counts = {
        "facts": len(conversion.report.facts),
        "inferred": total.get("inferred", 0),
        "unmapped": total.get("unmapped", 0),
        "contradictions": sum(finding.severity == "error" for finding in conversion.findings),
    }
    if validation is not None:
        counts["invalid"] = sum(message.severity == "error" for message in validation.messages)
    return counts


def _memory() -> int:
    """The most memory that this process has had, in bytes."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
