"""Arelle in a process of its own, for a report from elsewhere: with an end to what it takes, and ordinary files only.

A report names the schemas that it needs, and these name others: a device without an end, a pipe that nobody writes to,
or schemas of gigabytes. What a report may ask for is bounded as what a PDF may.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import stat
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from iij_xbrl.errors import IijXbrlError, InputError
from iij_xbrl.limits import Limits
from iij_xbrl.process_limits import address_space, lower
from iij_xbrl.validate.messages import Validation

_MEGABYTE = 1_000_000
# What Arelle may raise of a report that it does not expect, instead of a message.
_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, OSError),
    *(RuntimeError, SyntaxError, TypeError, ValueError),
)
_WAITING = 3  # times as long by the clock, for a busy machine, and for what waits and does not work
_OUT_OF_MEMORY = 4  # exit code of the process


def load_apart(name: Path, path: Path, package: Path | None, viewer: Path, limits: Limits) -> Validation:
    """Load a report and write its viewer; what the validator says of it, sums and assertions aside.

    Args:
        name: of the report, for messages.
        path: where it stands, made harmless.
        package: the taxonomy package that resolves its schemaRef.
        viewer: where to write the viewer.
        limits: the seconds of processor time (`loading`) and the megabytes (`memory`) that may be taken.

    Raises:
        InputError: it takes more, or breaks Arelle.
        IijXbrlError: as `validate.arelle.validate_instance` raises it.
    """
    forks = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(here, there, path, package, viewer, limits), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(limits.loading * _WAITING):
            raise InputError(f"{name}: {_slow(limits)}")
        answer = here.recv()
    except EOFError:
        process.join()
        raise InputError(f"{name}: {_why(process.exitcode, limits)}") from None
    finally:
        here.close()
        process.kill()
        process.join()
    if isinstance(answer, IijXbrlError):
        raise answer
    if isinstance(answer, str):
        raise InputError(f"{name}: Arelle cannot load it ({answer}); make the report again")
    assert isinstance(answer, Validation)
    return answer


def _why(code: int | None, limits: Limits) -> str:
    """Why the process ended without an answer."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return _slow(limits)
    return f"to load it takes more than {limits.memory} MB, or breaks Arelle (--limit memory={limits.memory * 4})"


def _slow(limits: Limits) -> str:
    return f"to load it takes more than {limits.loading} s (--limit loading={limits.loading * 10})"


def _serve(
    other: Connection, connection: Connection, path: Path, package: Path | None, viewer: Path, limits: Limits
) -> None:
    """Load the report, answer. `other` is the other end, of which this process has a copy."""
    other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process decides when it ends
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit(limits)
    sys.addaudithook(_only_files)
    from iij_xbrl.validate.arelle import validate_instance

    answer: Validation | IijXbrlError | str
    try:
        answer = validate_instance(path, package, calculations=False, viewer=viewer)
    except IijXbrlError as error:
        answer = error
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except _BROKEN as error:
        answer = " ".join(f"{type(error).__name__}: {error}".split())
    connection.send(answer)


def _limit(limits: Limits) -> None:
    """Limit the time and the memory of this process, where the system can."""
    lower("CORE", 0)
    lower("CPU", limits.loading)
    size = address_space()
    if size is not None:
        lower("AS", size + limits.memory * _MEGABYTE)


def _only_files(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse to open what is no ordinary file or folder, as a schema cannot be: a read from it may never end."""
    if event != "open" or not isinstance(arguments[0], str | bytes | os.PathLike) or arguments[0] == os.devnull:
        return
    path = Path(os.fsdecode(arguments[0]))
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return  # what is not there is told by who opens it
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise PermissionError(f"{path}: is no ordinary file")
