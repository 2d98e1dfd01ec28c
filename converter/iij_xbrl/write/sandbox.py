"""The sandbox of somebody's own templates: Jinja2's, with an end to the time and the memory that a template takes.

Jinja2 keeps a template away from the program, and leaves both to the operating system: where that has timers of
processor time and limits of memory (Linux, in the main thread), a template that asks for too much is stopped.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from jinja2 import TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from iij_xbrl.process_limits import address_space, lower

_SECONDS = 5  # of processor time; the shipped template takes less than one for the longest release
MOST_BYTES = 250_000_000
_BITS = 10_000  # of a number; one with millions of digits takes time that no timer can interrupt


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, in which numbers stay small."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """A product or a power. Raises TemplateRuntimeError where it is no number that a page could need."""
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > _BITS:
                raise TemplateRuntimeError("a number is too large")
        return super().call_binop(context, operator, left, right)


@contextmanager
def bounded() -> Iterator[None]:
    """Stop what a template does after five seconds, or when it takes more than 250 MB.

    Raises TemplateRuntimeError for the one, MemoryError for the other.
    """
    with _timed(), _measured():
        yield


@contextmanager
def _timed() -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS, 1)  # and again, should something swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TemplateRuntimeError(f"it takes more than {_SECONDS} s")


@contextmanager
def _measured() -> Iterator[None]:
    size = address_space()
    if size is None:
        yield
        return
    set_back = lower("AS", size + MOST_BYTES)
    try:
        yield
    finally:
        set_back()
