"""Proof-reads several releases: each in a process of its own, the findings as text, in the order of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from iij_xbrl.batch.plan import Item, Plan, errata_of, standard_input
from iij_xbrl.batch.pool import Limits, Lost, Pool
from iij_xbrl.batch.results import Outcome
from iij_xbrl.errors import IijXbrlError
from iij_xbrl.exit_codes import CRASH, FINDINGS, FINE, code_of_error
from iij_xbrl.limits import LIMITS
from iij_xbrl.limits import Limits as InputLimits
from iij_xbrl.map import prepared
from iij_xbrl.pipeline import read_release, report_of
from iij_xbrl.present.findings.formats import SUFFIXES, findings_text
from iij_xbrl.present.findings.words import words_in
from iij_xbrl.prove.check import Check, Release, check
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.prove.findings import SEVERITIES
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.write import publish


@dataclass(frozen=True, slots=True)
class CheckRules:
    """How releases are proof-read, and what is made of their findings.

    Attributes:
        output: the folder for a file of each release; None where the text is handed back.
        chosen: the codes of findings that are shown, all where there are none, and those that are not.
        input_format, any_issuer, limits: how releases are read, see `convert.Options`.
        language: that of the terminal's text.
    """

    taxonomy: Path
    output_format: str
    fail_on: str
    today: date
    everything: bool = False
    no_errata: bool = False
    output: Path | None = None
    chosen: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    input_format: str = ""
    any_issuer: bool = False
    limits: InputLimits = LIMITS
    language: str = "en"


class Checks:
    """Proof-reads releases."""

    def __init__(self, rules: CheckRules) -> None:
        self._rules = rules
        self._taxonomy: Taxonomy | None = None

    def prepare(self, *, copies: bool) -> None:
        """Load the taxonomy."""
        self._taxonomy = prepared(load(self._rules.taxonomy))

    def __call__(self, task: Item) -> Outcome:
        """Proof-read a release; what is wrong with reading it is in the outcome."""
        try:
            return self._checked(task)
        except IijXbrlError as error:
            return Outcome(task.name, code_of_error(error), str(error))

    def _checked(self, task: Item) -> Outcome:
        rules, taxonomy = self._rules, self._taxonomy or load(self._rules.taxonomy)
        document = read_release(task.source, taxonomy, rules.input_format, rules.limits, any_issuer=rules.any_issuer)
        path = errata_of(task.source)
        errata = read_errata(path, rules.limits) if path and not rules.no_errata else None
        release = Release(task.source, document, report_of(document, taxonomy))
        checked = check(release, taxonomy, errata, rules.today, rules.limits).chosen(*rules.chosen)
        words = words_in(rules.language, taxonomy)
        text = findings_text(checked, rules.output_format, rules.fail_on, everything=rules.everything, words=words)
        outcome = Outcome(task.name, FINDINGS if checked.fails(rules.fail_on) else FINE, counts=_counts(checked))
        if rules.output is None:
            return replace(outcome, text=text)
        name = f"{task.name}.findings{SUFFIXES[rules.output_format]}"
        publish(rules.output, {name: text.encode("utf-8")})
        return outcome


def _counts(checked: Check) -> dict[str, int]:
    counts: dict[str, int] = {severity: checked.count(severity) for severity in SEVERITIES}
    return counts | {"decided": len(checked.decided)}


def run_checks(
    plan: Plan,
    rules: CheckRules,
    jobs: int,
    limits: Limits,
    *,
    keep_going: bool = False,
    told: Callable[[Outcome | None], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Proof-read releases; gives the outcomes in the order of the plan, each as soon as those before it are there."""
    done: dict[str, Outcome] = {}

    def tasks() -> Iterator[Item]:
        for item in plan.items:
            if not keep_going and any(outcome.reason for outcome in done.values()):
                return
            yield item

    waiting = iter(plan.items)
    following = next(waiting, None)
    pool: Pool[Item, Outcome] = Pool(Checks(rules), jobs, limits, standard_input=standard_input(plan, rules.limits))
    for task, result in pool.run(tasks(), lambda: told(None)):
        outcome = Outcome(task.name, CRASH, result.reason) if isinstance(result, Lost) else result
        done[task.name] = outcome
        told(outcome)
        while following is not None and following.name in done:
            yield done[following.name]
            following = next(waiting, None)
