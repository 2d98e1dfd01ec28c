"""The process that asks pdfium (see `process`): reads a file from standard input, and writes answers as they come.

What it imports decides how long it takes to start.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pypdfium2 as pdfium

from iij_xbrl.process_limits import lower
from iij_xbrl.read.layout.page import Page
from iij_xbrl.read.pdf.characters import page_of
from iij_xbrl.read.pdf.exchange import DRAW, OUT_OF_MEMORY, OUT_OF_TIME, READ, Damaged, Picture
from iij_xbrl.read.pdf.pictures import picture_of

_MEGABYTE = 1_000_000
_A_PAGE = 1.0  # second of processor time that each page adds to what may be taken
_OFTEN = 0.05  # seconds from one look at the clock to the next


def main() -> None:
    """Answer the question of the command line."""
    question, bounds = sys.argv[1:3]
    seconds, megabytes = map(int, bounds.split(","))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process decides when it ends
    clock = _Clock(seconds)
    data = sys.stdin.buffer.read()
    lower("DATA", megabytes * _MEGABYTE + len(data))
    try:
        for answer in answered(question, data):
            pickle.dump(answer, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
            sys.stdout.buffer.flush()
            clock.allow(_A_PAGE)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


class _Clock:
    """Ends this process when it has taken the processor for longer than it may."""

    def __init__(self, seconds: float) -> None:
        self._until = time.process_time() + seconds
        threading.Thread(target=self._watch, daemon=True).start()

    def allow(self, seconds: float) -> None:
        """Let it take more."""
        self._until += seconds

    def _watch(self) -> None:
        while time.process_time() < self._until:
            time.sleep(_OFTEN)
        os._exit(OUT_OF_TIME)


def answered(question: str, data: bytes) -> Iterator[int | Page | Picture | Damaged]:
    """How many pages there are, and each of them or the pictures of some."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        yield Damaged(0, str(error))
        return
    yield len(document)
    if question == READ:
        yield from _each(document, range(1, len(document) + 1), partial(page_of, inked=set()))
    else:
        yield from _each(document, map(int, question.removeprefix(DRAW).split(",")), picture_of)


def _each(
    document: pdfium.PdfDocument,
    numbers: Iterable[int],
    answer: Callable[[pdfium.PdfDocument, int], Page | Picture],
) -> Iterator[Page | Picture | Damaged]:
    for number in numbers:
        try:
            yield answer(document, number)
        except pdfium.PdfiumError as error:
            yield Damaged(number, str(error))
            return
