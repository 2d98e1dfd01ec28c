"""Asks pdfium in a process of its own, with an end to the time and the memory that it takes.

A PDF of a few bytes can ask for more than any machine has: forms that draw each other, streams that unpack to
gigabytes, pages that no paper is large enough for. pdfium cannot be interrupted, and breaks its process where memory
ends.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Generator, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from iij_xbrl.errors import InputError
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.read.pdf.exchange import DRAW, FAILED, OUT_OF_TIME, READ, Damaged, Picture

_START = "import sys; sys.path[:] = sys.argv[3:]; from iij_xbrl.read.pdf.answers import main; main()"


def asked(path: Path, data: bytes, question: str, limits: Limits) -> Generator[Any, None, None]:
    """What pdfium says of a file: one answer after another, each as soon as it is there.

    Args:
        path: of the file, for messages.
        data: the file.
        question: `READ`, or `DRAW` and the numbers of pages.
        limits: the seconds of processor time and the megabytes that may be taken.

    Raises:
        InputError: it takes more, or breaks pdfium; after the answers that were had before.
    """
    bounds = f"{limits.seconds},{limits.memory}"
    command = [sys.executable, "-I", "-S", "-c", _START, question, bounds, *filter(None, sys.path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin and process.stdout
        try:
            with suppress(BrokenPipeError), process.stdin:  # it may end before it has read all: its exit code says why
                process.stdin.write(data)
            with suppress(EOFError, pickle.UnpicklingError):  # and within an answer
                while True:
                    yield pickle.load(process.stdout)
            if wrong := _wrong(process, question, limits):
                raise InputError(f"{path}: {wrong}")
        finally:
            process.kill()


def pictures(path: Path, pages: Iterable[int]) -> list[Picture]:
    """The pictures of these pages of a file that `read_pdf` accepted. Raises InputError where one cannot be drawn."""
    _, *answers = asked(path, path.read_bytes(), DRAW + ",".join(map(str, pages)), LIMITS)
    for answer in answers:
        if isinstance(answer, Damaged):
            raise InputError(f"{path}:p{answer.number}: this page cannot be drawn; export the release again")
    return answers


def _wrong(process: subprocess.Popen[bytes], question: str, limits: Limits) -> str:
    """Why the process ended, where that was before all was answered."""
    assert process.stderr
    told, code = process.stderr.read(), process.wait()
    if code == FAILED:
        raise RuntimeError(told.decode("utf-8", "replace"))  # a fault of ours, not of the file
    if not code:
        return ""
    if code == OUT_OF_TIME:
        why, option = f"takes more than {limits.seconds} s", f"seconds={limits.seconds * 10}"
    else:
        why, option = f"takes more than {limits.memory} MB, or breaks the reader of PDF", f"memory={limits.memory * 4}"
    if question == READ:
        return f"to read it {why}, as no release does; export the release again, or allow more (--limit {option})"
    return f"to draw a page with findings {why}; ask for the findings in another format"
