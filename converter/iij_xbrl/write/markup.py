"""The templates' environment: markup is escaped, and a name that a template misspells is an error."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from iij_xbrl.resources import templates_folder

if TYPE_CHECKING:
    from jinja2 import Environment


def environment(*folders: Path) -> Environment:
    """An environment for the shipped templates; those in `folders` take precedence, the first of them most."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader([*folders, templates_folder()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
