"""Processes that do one task each: a hang, a crash or a limit loses its task only.

Where the system can fork, the work is prepared once, here, and each task runs in a copy of this process that ends with
it: nothing piles up, and what was prepared is shared. Elsewhere a few processes prepare it once each and go from task
to task; one that is lost is replaced. This process stays single-threaded, as forking wants it.
"""

from __future__ import annotations

import gc
import io
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import IO, Any, Generic, Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
TaskIn = TypeVar("TaskIn", contravariant=True)
ResultOut = TypeVar("ResultOut", covariant=True)

_TICKS = 5  # a second, of whoever shows how far it is
_PATIENCE = 5  # seconds that a process has to end by itself
_TOLD = 300  # characters of what a lost process said last
MEGABYTE = 1024 * 1024


class Work(Protocol[TaskIn, ResultOut]):
    """What is done with each task."""

    def prepare(self, *, copies: bool) -> None:
        """Load what all tasks need; `copies` says that each task has a copy of it to itself."""

    def __call__(self, task: TaskIn) -> ResultOut:
        """Do a task."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may take: seconds, and megabytes of memory; 0 is without a limit."""

    seconds: int = 600
    megabytes: int = 2000


@dataclass(frozen=True, slots=True)
class Lost:
    """A task whose process ended without a result, and why."""

    reason: str


@dataclass(slots=True)
class _Slot(Generic[Task]):
    process: BaseProcess
    connection: Connection
    said: IO[bytes]
    task: Task | None = None
    deadline: float | None = field(default=None)


class Pool(Generic[Task, Result]):
    """Runs tasks, several at a time; results come as they are ready."""

    def __init__(
        self, work: Work[Task, Result], jobs: int, limits: Limits, method: str = "", standard_input: bytes = b""
    ) -> None:
        """`method` is `fork` or `spawn`, by default what the system can do best; tasks read `standard_input`."""
        self._method = method or ("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
        self._context: Any = multiprocessing.get_context(self._method)
        self._work, self._jobs, self._limits, self._standard_input = work, jobs, limits, standard_input
        self._forks = self._method == "fork"
        self._idle: list[_Slot[Task]] = []
        self._busy: list[_Slot[Task]] = []

    def run(
        self, tasks: Iterable[Task], tick: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[Task, Result | Lost]]:
        """Do the tasks; `tick` is called a few times a second. Whatever ends the loop ends the processes."""
        waiting = iter(tasks)
        first = list(islice(waiting, 1))
        if first and self._forks:
            self._work.prepare(copies=True)
            gc.collect()
            gc.freeze()  # what is shared is not touched by the collector, and so stays shared
        try:
            waiting = chain(first, waiting)
            while self._fill(waiting):
                yield from self._ended()
                tick()
        finally:
            for slot in (*self._busy, *self._idle):
                self._end(slot)
            self._busy, self._idle = [], []
            gc.unfreeze()

    def _fill(self, waiting: Iterator[Task]) -> bool:
        """Start tasks while there is room; whether any is under way."""
        while len(self._busy) < self._jobs:
            for task in waiting:
                slot = self._idle.pop() if self._idle else self._start()
                slot.task = task
                slot.deadline = time.monotonic() + self._limits.seconds if self._limits.seconds else None
                slot.connection.send(task)
                self._busy.append(slot)
                break
            else:
                break
        return bool(self._busy)

    def _start(self) -> _Slot[Task]:
        here, there = self._context.Pipe()
        said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with its process
        others = [here, *(slot.connection for slot in (*self._busy, *self._idle))] if self._forks else [here]
        output = said.fileno() if self._forks else None
        arguments = (others, there, output, self._standard_input, self._work, self._limits, self._forks)
        process = self._context.Process(target=_serve, args=arguments, daemon=True)
        process.start()
        there.close()
        return _Slot(process, here, said)

    def _ended(self) -> Iterator[tuple[Task, Result | Lost]]:
        ready = wait([slot.connection for slot in self._busy], timeout=1 / _TICKS)
        now = time.monotonic()
        for slot in list(self._busy):
            late = slot.deadline is not None and now > slot.deadline
            if slot.connection not in ready and not late:
                continue
            self._busy.remove(slot)
            task: Any = slot.task
            result = self._result(slot) if slot.connection in ready else Lost(self._too_long())
            if self._forks or isinstance(result, Lost):
                self._end(slot)
            else:
                self._idle.append(slot)
            yield task, result

    def _too_long(self) -> str:
        return f"it took longer than {self._limits.seconds} s and was stopped; --timeout gives it more"

    def _result(self, slot: _Slot[Task]) -> Any:  # noqa: ANN401 - a result, or that there is none
        try:
            return slot.connection.recv()
        except (EOFError, OSError):
            slot.process.join(_PATIENCE)
            return Lost(_told(slot.process.exitcode, slot.said))

    def _end(self, slot: _Slot[Task]) -> None:
        slot.connection.close()  # a process that waits for a task ends with it
        slot.process.join(0 if slot in self._busy else 1)
        if slot.process.is_alive():
            slot.process.kill()
            slot.process.join(_PATIENCE)
        slot.said.close()


def _told(exitcode: int | None, said: IO[bytes]) -> str:
    """Why a process ended: the last line that it said, or the signal."""
    said.seek(0)
    lines = said.read().decode("utf-8", "replace").strip().splitlines()
    last = lines[-1].strip()[:_TOLD] if lines else ""
    if exitcode is not None and exitcode < 0:
        return f"its process was ended by {signal.Signals(-exitcode).name}" + (f" ({last})" if last else "")
    if last.startswith("MemoryError"):
        return "it needs more memory than it may have; --memory gives it more"
    return f"a fault of iij-xbrl: {last or f'exit code {exitcode}'}; please report it"


def _serve(
    others: list[Connection],
    connection: Connection,
    said: int | None,
    standard_input: bytes,
    work: Work[Any, Any],
    limits: Limits,
    prepared: bool,
) -> None:
    """Do tasks until there are no more. `others` are ends of pipes of which a forked process has copies."""
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process decides when it ends
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if said is not None:
        os.dup2(said, sys.__stderr__.fileno() if sys.__stderr__ else 2)
        sys.stderr = os.fdopen(os.dup(said), "w", encoding="utf-8")
    sys.stdin = io.TextIOWrapper(io.BytesIO(standard_input))
    _limit(limits)
    if prepared:
        gc.disable()  # a copy ends with its task, and what it leaves with it
    else:
        work.prepare(copies=False)
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send(work(task))


def _limit(limits: Limits) -> None:
    if not limits.megabytes or sys.platform == "win32":
        return
    import resource

    set_before = [most for most in resource.getrlimit(resource.RLIMIT_DATA) if most != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min([limits.megabytes * MEGABYTE, *set_before]),) * 2)


def processors() -> int:
    """How many processes this machine can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
