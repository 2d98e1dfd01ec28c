"""Finds the taxonomy and the templates, in an editable checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from iij_xbrl.errors import ResourceError

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    for base in (_INSTALLED, _CHECKOUT):
        if (base / name).is_dir():
            return base / name
    raise ResourceError(f"{_INSTALLED / name}: not found; the installation is incomplete, install iij-xbrl again")


def taxonomy_folder() -> Path:
    """The folder of the shipped taxonomy: `source/`, `package/` and `index.json`."""
    return _folder("taxonomy")


def templates_folder() -> Path:
    """The folder of the Jinja2 templates."""
    return _folder("templates")
