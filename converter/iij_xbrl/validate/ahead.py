"""The validator in a process of its own, which gets ready while the release is still being read.

Arelle takes as long to start and to load the taxonomy as a release takes to be read and written: side by side they cost
the longer of the two. Only this module and the processes it starts know that there is more than one.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from iij_xbrl.errors import IijXbrlError, ValidatorError
from iij_xbrl.validate.messages import Validation

_PATIENCE = 5
"""Seconds that a process has to end once it is told to."""


class Validator(Protocol):
    """Validates a report, and writes its viewer where one is wanted (see `validate.arelle.validate_instance`)."""

    def __call__(self, path: Path, *, viewer: Path | None = None) -> Callable[[], Validation]:
        """Begin with the report at `path`; what is returned gives what the validator says of it, once it is done."""


class Ahead:
    """A validator for one report, started beforehand. Use it in a `with` block, which ends its process."""

    def __init__(self, taxonomy: Path, *, viewer: bool = False) -> None:
        """Start the process, for reports of the taxonomy in a folder.

        With `viewer` only Arelle is loaded ahead: its viewer needs a run of its own.
        """
        forks = "fork" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._connection: Connection = here
        self._process = context.Process(target=_serve, args=(here, there, taxonomy, viewer), daemon=True)
        self._process.start()
        there.close()

    def __call__(self, path: Path, *, viewer: Path | None = None) -> Callable[[], Validation]:
        """Begin with the report at `path`, and go on here meanwhile.

        What is returned waits for what the validator says of it, and raises what that raises, or ValidatorError where
        its process ended without an answer.
        """
        with suppress(OSError):  # of a process that has ended, which is found out when it is waited for
            self._connection.send((path, viewer))
        return partial(self._answer, path)

    def _answer(self, path: Path) -> Validation:
        try:
            answer = self._connection.recv()
        except (EOFError, OSError) as error:
            self._process.join(_PATIENCE)
            raise ValidatorError(
                f"{path.name}: the validator ended without an answer (exit code {self._process.exitcode});"
                " --no-validate converts without it"
            ) from error
        if isinstance(answer, IijXbrlError):
            raise answer
        assert isinstance(answer, Validation)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._connection.close()
        self._process.kill()  # it writes nothing but what it was asked for
        self._process.join(_PATIENCE)


def _serve(other: Connection, connection: Connection, taxonomy: Path, viewer: bool) -> None:
    """Get ready, wait for the one report, answer. `other` is the other end, of which this process has a copy."""
    gc.disable()  # the process ends with its report
    other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process decides when it ends
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        run = _ready(taxonomy, viewer)
        path, page = connection.recv()
        connection.send(run(path, page))
    except IijXbrlError as error:
        connection.send(error)
    except EOFError:
        pass  # there is no report to validate


def _ready(taxonomy: Path, viewer: bool) -> Callable[[Path, Path | None], Validation]:
    from iij_xbrl.taxonomy.index_file import schema_ref_of
    from iij_xbrl.validate.arelle import load_arelle, validate_instance
    from iij_xbrl.validate.warm import Warm

    package = taxonomy / "package"
    if viewer:
        load_arelle()
        return lambda path, page: validate_instance(path, package, viewer=page)
    warm = Warm(package, schema_ref_of(taxonomy))
    return lambda path, _: warm.validate(path)
