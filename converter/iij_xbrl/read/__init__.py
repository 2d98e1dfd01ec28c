"""read: a file becomes a document of headings, paragraphs and tables, each cell with its place in the source."""

from iij_xbrl.read.document import Document
from iij_xbrl.read.text import parse, read

__all__ = ["Document", "parse", "read"]
