"""read: a file becomes a document of headings, paragraphs and tables, each text with its place in the file.

What is exported is imported when it is first asked for: the process that reads PDF needs no other reader.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iij_xbrl.read.document import Document
    from iij_xbrl.read.formats import read
    from iij_xbrl.read.text import parse

__all__ = ["Document", "parse", "read"]
_HOMES = {"Document": "document", "parse": "text", "read": "formats"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is exported
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
