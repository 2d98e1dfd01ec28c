"""Where a text is found in the user's own file, by the kind of file, as it is printed and read back.

| format | origin | printed |
|---|---|---|
| text, Markdown, HTML | line and column | `release.md:244:43` |
| PDF | page and box, in points from the top left | `release.pdf:p3:72.0,340.2,120.5,352.0` |
| spreadsheet | sheet and cell | `book.xlsx:Balance!C5` |

An origin says where a person looks; which figure it is, and what stands beside it, is asked of its `Span`.
"""

from iij_xbrl.read.origins.base import Origin
from iij_xbrl.read.origins.boxes import Box, BoxOrigin
from iij_xbrl.read.origins.cells import CellOrigin
from iij_xbrl.read.origins.joined import JoinedOrigin
from iij_xbrl.read.origins.lines import LineOrigin
from iij_xbrl.read.origins.printed import in_words, parse_origin, place_in
from iij_xbrl.read.origins.source import Lines, Places, SourceOrigin

__all__ = [
    "Box",
    "BoxOrigin",
    "CellOrigin",
    "JoinedOrigin",
    "LineOrigin",
    "Lines",
    "Origin",
    "Places",
    "SourceOrigin",
    "in_words",
    "parse_origin",
    "place_in",
]
