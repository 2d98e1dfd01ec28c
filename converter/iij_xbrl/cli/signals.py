"""Signals that ask the process to end: they unwind it as Ctrl-C does, so that nothing half-done stays behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_BASE = 128  # a shell's exit code of a process that a signal ended is 128 and the signal's number


class EndedError(KeyboardInterrupt):
    """The process was asked to end by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


def exit_code_of(interrupt: KeyboardInterrupt) -> int:
    """The exit code for an interrupted run: 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP."""
    return _BASE + (interrupt.number if isinstance(interrupt, EndedError) else signal.SIGINT)


@contextmanager
def ending_signals() -> Iterator[None]:
    """Have SIGTERM and SIGHUP raise EndedError; a signal that the process was started to ignore stays ignored."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        if before[number] == signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    raise EndedError(number)
