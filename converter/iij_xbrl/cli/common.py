"""What the commands share: exit codes, parameters, and errors as one line."""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from iij_xbrl import __version__
from iij_xbrl.borders import terminal_text
from iij_xbrl.cli.signals import ending_signals, exit_code_of
from iij_xbrl.errors import IijXbrlError
from iij_xbrl.exit_codes import CRASH, USAGE, code_of_error
from iij_xbrl.limits import LIMITS, Limits

if TYPE_CHECKING:
    from iij_xbrl.prove.errata import Errata
    from iij_xbrl.taxonomy.index import Taxonomy
    from iij_xbrl.validate.messages import Validation

_SHORTAGES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE})
_LONGEST = 300  # characters of a fault's own message
BROKEN_PIPE = 141  # what a shell says of a process that SIGPIPE ended


class _Path(click.Path):
    """A path whose name is text: what is not can stand in no message and in no file."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """The path."""
        if isinstance(value, str) and not value.isprintable() and any("\ud800" <= char <= "\udfff" for char in value):
            self.fail(f"the name {value.encode('ascii', 'backslashreplace').decode()} is not UTF-8; rename the file")
        return super().convert(value, param, ctx)


PATH = _Path(path_type=Path)
HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
TAXONOMY = click.option("--taxonomy", "folder", type=PATH, help="Folder of another compiled taxonomy.")
INPUT_FORMAT = click.option(
    "--input-format",
    default="",
    metavar="FORMAT",
    help="How to read RELEASE, whatever it looks like: html, text, ...; by default its content tells.",
)
ERRATA_HELP = "Decisions on findings; by default errata.yaml beside RELEASE."
ANY_ISSUER = click.option(
    "--any-issuer", is_flag=True, help="Read RELEASE although it does not name the issuer, or names another author."
)
LANGUAGE = click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "ja"]),
    default="en",
    show_default=True,
    help="The language of what the terminal shows; concepts have the taxonomy's labels in it.",
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
OUTPUT = click.option(
    "-o", "--output", type=PATH, default=Path("out"), show_default=True, help="Folder for the results."
)
LIMITED = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=NUMBER",
    callback=lambda _ctx, _param, given: LIMITS.with_settings(given),
    help="Read more, or less, of an input than usual: bytes, lines, line (its characters), cells (of a row), ...; "
    "steps: search longer for the figures that explain contradictions.",
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "inconsistency", "warning"]),
    default="error",
    show_default=True,
    help="Exit with 1 on messages of this severity or above.",
)


class Commands(click.Group):
    """Turns the package's errors, and whatever else may happen, into one line and the documented exit code."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command; each has `--debug`, which its help leaves out."""
        cmd.params.append(click.Option(["--debug"], is_flag=True, expose_value=False, hidden=True, callback=_debug))
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command."""
        with ending_signals():
            try:
                return super().invoke(ctx)
            except IijXbrlError as error:
                _say(str(error))
                ctx.exit(code_of_error(error))
            except KeyboardInterrupt as interrupt:
                _say(f"stopped by {str(interrupt) or 'SIGINT'}")
                ctx.exit(exit_code_of(interrupt))
            except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                ctx.exit(BROKEN_PIPE)
            except (click.ClickException, click.exceptions.Exit, click.Abort):
                raise
            except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes an exit code
                refused = _refused(error)
                if refused:
                    _say(refused)
                    ctx.exit(USAGE)
                if ctx.meta.get(_DEBUG):
                    traceback.print_exception(error)
                _say(_crash(error))
                ctx.exit(CRASH)


_DEBUG = "iij_xbrl.debug"


def _debug(ctx: click.Context, _param: click.Parameter, given: bool) -> None:
    ctx.meta[_DEBUG] = ctx.meta.get(_DEBUG) or given


def tell(text: str) -> None:
    """Print a line on standard output; a name of a file is no text of ours."""
    click.echo(terminal_text(text))


def _say(text: str) -> None:
    click.secho("error: ", fg="red", bold=True, err=True, nl=False)
    click.echo(terminal_text(text), err=True)


def _refused(error: Exception) -> str:
    """What the system has refused that we asked for, where that is neither our fault nor the file's."""
    if isinstance(error, MemoryError):
        return "there is no memory left; end other programs, or read less at a time"
    if isinstance(error, OSError) and error.errno in _SHORTAGES:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}the system refuses to write or to open more ({error.strerror}); make room"
    if isinstance(error, FileNotFoundError) and not error.filename:  # as `os.getcwd` raises it
        return "the current folder is gone; go to another one"
    return ""


def _crash(error: Exception) -> str:
    """What to report of an error that is ours and not the user's."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"this is a fault of iij-xbrl {__version__}, not of your file: {told[:_LONGEST]} "
        f"({Path(where.filename).name}:{where.lineno}); please report it, with the traceback that --debug prints"
    )


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave garbage alone, for a command that ends with its release: looking for it takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def taxonomy_of(folder: Path | None) -> Taxonomy:
    """The taxonomy of a folder, or the shipped one."""
    from iij_xbrl.pipeline import load_taxonomy

    return load_taxonomy(folder)


def errata_of(
    release: Path, named: Path | None, *, no_errata: bool, may_lack: bool = False, limits: Limits = LIMITS
) -> Errata | None:
    """The errata of a release: those that are named, or those beside it if there are any.

    Raises UsageError where named ones cannot be read, unless they may lack, and SourceError for mistakes in them.
    """
    from iij_xbrl.prove.errata import errata_beside, read_errata

    if no_errata:
        if named:
            raise click.UsageError("--no-errata says that there are none; leave out --errata")
        return None
    if named is None and release == Path("-"):
        return None  # nothing stands beside standard input
    path = named or errata_beside(release)
    return read_errata(path, limits) if path.exists() or (named and not may_lack) else None


def say_failures(validation: Validation | None, fail_on: str) -> None:
    """Say on standard error which messages of the validator fail the run."""
    from iij_xbrl.exit_codes import failures

    found = failures(validation, fail_on)
    if found:
        first = f"{found[0].code}: {found[0].text}"
        more = f", and {len(found) - 1} more; <name>.arelle.json has all" if len(found) > 1 else ""
        click.echo(f"fails (--fail-on {fail_on}): {found[0].severity} {first}{more}", err=True)
