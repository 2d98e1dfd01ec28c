"""read: a file becomes a document of headings, paragraphs and tables, each text with its place in the file."""

from iij_xbrl.read.document import Document
from iij_xbrl.read.formats import read
from iij_xbrl.read.text import parse

__all__ = ["Document", "parse", "read"]
