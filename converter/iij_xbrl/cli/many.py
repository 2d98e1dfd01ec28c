"""What the commands for several releases share: the options of a batch, and how it is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from iij_xbrl.borders import terminal_text

if TYPE_CHECKING:
    from iij_xbrl.batch.results import Outcome
    from iij_xbrl.batch.run import Batch

_Command = TypeVar("_Command", bound=Callable[..., Any])

_RESUME = click.option("--resume/--no-resume", default=True, help="Keep what is done (default), or make all anew.")
_POOL = (
    click.option("-j", "--jobs", type=click.IntRange(1), metavar="N",
                 help="How many at a time; by default as many as there are processors."),
    click.option("--keep-going", is_flag=True, help="Go on after a release that cannot be converted."),
    click.option("--timeout", type=click.IntRange(0), default=600, show_default=True, metavar="SECONDS",
                 help="Give a release up after that; 0: never."),
    click.option("--memory", type=click.IntRange(0), default=2000, show_default=True, metavar="MB",
                 help="What a release may take; 0: whatever there is."),
)  # fmt: skip


def pool_options(command: _Command) -> _Command:
    """The options that concern several releases."""
    for option in reversed(_POOL):
        command = option(command)
    return command


def batch_options(command: _Command) -> _Command:
    """The options that concern several releases whose results are kept."""
    return _RESUME(pool_options(command))


def run_batch(batch: Batch, what: str, *, quiet: bool) -> int:
    """Run a batch and show it; the exit code."""
    from iij_xbrl.present.batch_terminal import batch_progress, show_batch
    from iij_xbrl.present.terminal import console

    start = time.monotonic()
    with batch_progress(what, len(batch.plan.items), quiet=quiet) as told:
        batch.run(told)
    if not quiet:
        show_batch(console(), batch.outcomes, _notes(batch), "converted", seconds=time.monotonic() - start)
    else:
        say_reasons(batch.outcomes)
        if batch.left:
            click.echo(not_tried(batch.left), err=True)
    return batch.code


def say_reasons(outcomes: Iterable[Outcome]) -> None:
    """Say on standard error what went wrong with which release."""
    for outcome in outcomes:
        if outcome.reason:
            click.echo(terminal_text(f"{outcome.name}: {outcome.reason}"), err=True)


def _notes(batch: Batch) -> list[str]:
    notes = list(batch.notes)
    if batch.plan.passed_over:
        notes.append(f"{batch.plan.passed_over:,} files of the folders are no releases by their names")
    if batch.left:
        notes.append(not_tried(batch.left))
    return notes


def not_tried(count: int) -> str:
    """What is said of releases after one that ended a batch."""
    return f"{count:,} releases were not tried after one that failed; --keep-going goes on"
