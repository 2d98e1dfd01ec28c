"""A batch in the terminal: how far it is, at what rate and for how long still; in the end one table of all releases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from iij_xbrl.batch.results import Outcome
    from iij_xbrl.batch.run import Told

_MOST_ROWS = 40
_STATES = {0: "fine", 1: "findings", 2: "not written", 3: "not valid", 4: "not read", 70: "fault"}
_STYLES = {0: "green", 1: "yellow"}
_COUNTS = ("facts", "inferred", "unmapped", "contradictions", "invalid", "error", "rounding", "warning", "decided")


class _Rate(ProgressColumn):
    """Releases a second, or a minute where they are slower."""

    def render(self, task: Task) -> Text:
        """The rate so far."""
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        return Text(f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.1f}/min", style="dim")


@contextmanager
def batch_progress(what: str, total: int, *, quiet: bool) -> Iterator[Told]:
    """A bar on standard error while a batch runs, in a terminal only; without a thread, for the batch forks."""
    out = Console(stderr=True)
    if quiet or not out.is_terminal:
        yield lambda _: None
        return
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}", style="red"),
    )  # fmt: skip
    failed = 0
    with Progress(*columns, console=out, auto_refresh=False, transient=True) as bar:
        task = bar.add_task(what, total=total, failed="")

        def told(outcome: Outcome | None) -> None:
            nonlocal failed
            if outcome is not None:
                failed += bool(outcome.reason)
                bar.update(task, advance=1, failed=f"{failed} failed" if failed else "")
            bar.refresh()

        yield told


def show_batch(
    out: Console, outcomes: Sequence[Outcome], notes: Sequence[str], done: str, *, seconds: int | float = 0
) -> None:
    """One table of all releases, the troubled ones first where there are many; then the sums.

    `done` is what was done with them, `notes` what concerns all of them; with `seconds` their rate is told.
    """
    shown = _shown(outcomes)
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("release", overflow="fold")
    table.add_column("")
    for title in _COUNTS:
        if any(title in outcome.counts for outcome in shown):
            table.add_column(title, justify="right")
    titles = [title for title in _COUNTS if any(title in outcome.counts for outcome in shown)]
    for outcome in shown:
        counts = [f"{outcome.counts[title]:,}" if title in outcome.counts else "" for title in titles]
        table.add_row(escape(outcome.name), _state(outcome), *counts)
    out.print(table)
    if len(shown) < len(outcomes):
        out.print(f"[dim]... and {len(outcomes) - len(shown):,} more[/dim]")
    for outcome in outcomes:
        if outcome.reason:
            out.print(f"[red]{escape(outcome.name)}[/red]  {escape(outcome.reason)}")
    for note in notes:
        out.print(f"[dim]{escape(note)}[/dim]")
    out.print(_sum(outcomes, done, seconds))


def _shown(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    if len(outcomes) <= _MOST_ROWS:
        return outcomes
    return sorted(outcomes, key=lambda outcome: (-outcome.code, outcome.name))[:_MOST_ROWS]


def _state(outcome: Outcome) -> str:
    style = _STYLES.get(outcome.code, "red")
    return f"[{style}]{_STATES[outcome.code]}[/{style}]" + (" [dim](kept)[/dim]" if outcome.kept else "")


def _sum(outcomes: Sequence[Outcome], done: str, seconds: int | float) -> str:
    kept = sum(outcome.kept for outcome in outcomes)
    failed = sum(bool(outcome.reason) for outcome in outcomes)
    made = len(outcomes) - kept - failed
    parts = [f"[bold]{made:,} {done}[/bold]"]
    parts += [f"{kept:,} kept"] if kept else []
    parts += [f"[red]{failed:,} failed[/red]"] if failed else []
    rate = f"; {made / seconds:.1f} a second" if made and seconds >= 1 else ""
    return ", ".join(parts) + rate
