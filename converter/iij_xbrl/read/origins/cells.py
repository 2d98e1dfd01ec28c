"""Places in a workbook: a sheet and a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iij_xbrl.read.origins.base import Origin

_BARE = re.compile(r"[^\W\d]\w*")  # of a sheet's name that needs no quotes


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """A cell of a sheet, such as `C5` of `Balance`. Its characters are told apart by the span alone."""

    sheet: str
    cell: str

    page = line = start = end = None
    name = ""

    def __str__(self) -> str:
        sheet = self.sheet if _BARE.fullmatch(self.sheet) else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{self.cell}"

    @property
    def words(self) -> str:
        """The sheet and the cell."""
        return str(self)

    def within(self, start: int, end: int) -> CellOrigin:
        """The cell itself."""
        return self

    def holds(self, place: Origin) -> bool:
        """Whether the place is this cell."""
        return place == self

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on this sheet."""
        return isinstance(place, CellOrigin) and place.sheet == self.sheet
