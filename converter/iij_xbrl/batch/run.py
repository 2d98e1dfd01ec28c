"""Runs a batch: what is there already is kept, everything else is converted, and the tables are joined in the end.

Results appear release by release, each whole. A batch that was interrupted, or killed, goes on where it stopped, and
ends with the same bytes as one that was not.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from iij_xbrl.batch.keys import common_key, release_key
from iij_xbrl.batch.plan import STANDARD_INPUT, Item, Plan, errata_of, standard_input
from iij_xbrl.batch.pool import Limits, Lost, Pool
from iij_xbrl.batch.results import Outcome, as_json, kept
from iij_xbrl.batch.shards import DATASET, Shard, is_there, shards, surplus
from iij_xbrl.batch.work import Conversions, Release, Rules
from iij_xbrl.convert import beside
from iij_xbrl.errors import OutputError
from iij_xbrl.exit_codes import CRASH, FINDINGS, FINE, gravest
from iij_xbrl.locks import locked
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.write import publish
from iij_xbrl.write.files import settle

SUMMARY = "batch.json"
_LOCK = ".iij-xbrl-batch"

Told = Callable[[Outcome | None], None]
"""Is told each outcome as it is there, and a few times a second nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch runs.

    Attributes:
        jobs: how many releases at a time.
        limits: what a release may take.
        resume: keep results that converting again would give; otherwise all are made anew.
        keep_going: go on after a release that cannot be converted.
        method: how processes are started, `fork` or `spawn`; by default what the system can do best.
    """

    rules: Rules
    output: Path
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    resume: bool = True
    keep_going: bool = False
    method: str = ""


@dataclass(slots=True)
class Batch:
    """A batch of releases; `outcomes` are there after `run`, sorted by name, and `notes` that concern all of them."""

    plan: Plan
    settings: Settings
    outcomes: list[Outcome] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many releases were not tried, because one before them could not be converted."""
        return len(self.plan.items) - len(self.outcomes)

    @property
    def code(self) -> int:
        """The exit code: the gravest of all releases."""
        return gravest(outcome.code for outcome in self.outcomes)

    def run(self, told: Told = lambda _: None) -> None:
        """Convert the releases.

        Raises:
            OutputError: another batch is writing into the folder, or it cannot be written.
        """
        settings = self.settings
        with _alone(settings.output):
            rules = settings.rules
            once = replace(rules, options=replace(rules.options, taxonomy=False))  # its package stands above them all
            pool: Pool[Release | Shard, Outcome] = Pool(
                Conversions(once),
                settings.jobs,
                settings.limits,
                settings.method,
                standard_input(self.plan, rules.options.limits),
            )
            for task, result in pool.run(self._tasks(told), lambda: told(None)):
                self._note(Outcome(task.name, CRASH, result.reason) if isinstance(result, Lost) else result, told)
            self.outcomes.sort(key=lambda outcome: outcome.name)
            self._join(pool, told)
            package = beside(load(settings.rules.taxonomy))
            publish(settings.output, {SUMMARY: as_json(self.outcomes), **package})

    def _note(self, outcome: Outcome, told: Told) -> None:
        self.outcomes.append(outcome)
        told(outcome)

    def _tasks(self, told: Told) -> Iterator[Release]:
        """The releases that are to be converted; those that are there are noted."""
        settings = self.settings
        common = common_key(settings.rules.taxonomy, settings.rules.options)
        settle(settings.output)
        for item in self.plan.items:
            if not settings.keep_going and any(_stops(outcome) for outcome in self.outcomes):
                return
            folder = settings.output / item.name
            key = _key(item, common, settings.rules)
            if settings.resume and key and folder.is_dir():
                settle(folder)
                if outcome := kept(folder, key):
                    self._note(outcome, told)
                    continue
            yield Release(item.name, item.source, folder, key, _told(item.source, settings.output))

    def _join(self, pool: Pool[Release | Shard, Outcome], told: Told) -> None:
        """Join the tables of all releases that stand in the folder."""
        if find_spec("pyarrow") is None:
            self.notes.append("the tables are not joined into a dataset: pip install 'iij-xbrl[parquet]'")
            return
        parts = list(shards(self.settings.output))
        to_do = (part for part in parts if not is_there(part))
        for part, result in pool.run(to_do, lambda: told(None)):
            if isinstance(result, Lost) or result.reason:
                raise OutputError(f"{self.settings.output / DATASET}: part {part.name} cannot be made: {result.reason}")
        if gone := surplus(self.settings.output, len(parts)):
            publish(self.settings.output / DATASET, {}, gone)


def _stops(outcome: Outcome) -> bool:
    return outcome.code not in (FINE, FINDINGS)


def _key(item: Item, common: str, rules: Rules) -> str:
    """The key of a release; none of what cannot be read, or only once: that is told where it is converted."""
    if str(item.source) == STANDARD_INPUT or not item.source.is_file():  # a pipe, a device
        return ""
    try:
        release = item.source.read_bytes()
        path = errata_of(item.source)
        errata = path.read_bytes() if path and not rules.no_errata else None
    except OSError:
        return ""
    return release_key(common, release, errata, rules.today)


def _told(source: Path, output: Path) -> str:
    """Where a release is read, as seen from the results: the same wherever the command is run."""
    if str(source) == STANDARD_INPUT:
        return STANDARD_INPUT
    return Path(os.path.relpath(source.resolve(), output.resolve())).as_posix()


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Hold the folder of the results for this batch.

    Raises:
        OutputError: another batch has it, or it cannot be made.
    """
    lock = output / _LOCK
    try:
        lock.mkdir(parents=True, exist_ok=True)
        with locked(lock, wait=False) as held:
            if not held:
                raise OutputError(f"{output}: another batch is writing here; wait for it, or choose another -o")
            try:
                yield
            finally:
                with suppress(OSError):
                    lock.rmdir()
    except OSError as error:
        raise OutputError(f"{output}: cannot be written ({error.strerror or error})") from None
