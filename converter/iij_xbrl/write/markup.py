"""The templates' environment: markup is escaped, and a name that a template misspells is an error.

A person's own templates run in Jinja2's sandbox: they see the values that they are given, and nothing of the program.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from iij_xbrl.borders import xml_text
from iij_xbrl.errors import MalformedError, UsageError
from iij_xbrl.resources import templates_folder

if TYPE_CHECKING:
    from jinja2 import Environment


def environment(*folders: Path, look: Path | None = None) -> Environment:
    """An environment for the shipped templates; those in `folders` take precedence, the first of them most.

    A `look` of somebody's own takes precedence over all, and has everything run in the sandbox.

    Raises UsageError where `look` is no folder, or something in it leads out of it.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from iij_xbrl.write.compiled_templates import compiled_templates
    from iij_xbrl.write.sandbox import Sandbox

    if look is not None:
        check_look(look)
    kind = Environment if look is None else Sandbox
    own = [] if look is None else [look]
    return kind(
        loader=FileSystemLoader([*own, *folders, templates_folder()]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates() if look is None else None,
    )


def check_look(look: Path) -> None:
    """Refuse what is no folder of templates. Raises UsageError."""
    if not look.is_dir():
        raise UsageError(f"{look}: no such folder of templates; check the path")
    inside = look.resolve()
    for place in look.rglob("*"):
        if place.is_symlink() and not place.resolve().is_relative_to(inside):
            raise UsageError(f"{place}: leads out of the folder of templates; put the file itself there")


def render_template(templates: Environment, name: str, look: Path | None, **values: Any) -> bytes:  # noqa: ANN401
    """A template with values, as UTF-8.

    Raises:
        UsageError: a template of `look` has a mistake; in one line, with its place.
        MalformedError: what it gives is no XML.
    """
    from iij_xbrl.write.sandbox import bounded

    with _located(look), nullcontext() if look is None else bounded():
        markup = templates.get_template(name).render(**values).encode("utf-8")
    return well_formed(markup, name)


def well_formed(markup: bytes, name: str) -> bytes:
    """Markup that is XML. Raises MalformedError for what is none."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(markup, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise MalformedError(
            f"{name}: what it gives is not well-formed XML (line {error.lineno}: {what}); nothing was written"
        ) from None
    return markup


def _printable(value: object) -> object:
    """What a template prints, without characters that XML does not allow; markup stays markup."""
    if not isinstance(value, str) or value.isprintable():
        return value
    allowed = xml_text(value)
    return value if allowed == value else type(value)(allowed)


@contextmanager
def _located(look: Path | None) -> Iterator[None]:
    """Turn a mistake in somebody's own template, whatever it raises, into one line with its place."""
    from jinja2 import TemplateError, TemplateSyntaxError

    mistakes = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
    try:
        yield
    except (TemplateError, *mistakes) as error:
        if look is None:
            raise
        if isinstance(error, TemplateSyntaxError):
            where = f"{error.filename or error.name}:{error.lineno}"
        else:
            frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_in(frame.filename, look)]
            where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(look)
        raise UsageError(f"{where}: the template has a mistake: {_told(error)}") from None


def _told(error: Exception) -> str:
    from jinja2 import TemplateNotFound

    from iij_xbrl.write.sandbox import MOST_BYTES

    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, MemoryError):
        return f"it takes more than {MOST_BYTES:,} bytes of memory"
    return " ".join(str(error).split())


def _is_in(file: str, folder: Path) -> bool:
    return Path(file).resolve().is_relative_to(folder.resolve())
