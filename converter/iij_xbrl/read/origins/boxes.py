"""Places on a page: boxes, in points (1/72 inch) from its top left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iij_xbrl.read.origins.base import Origin

Box = tuple[Decimal, Decimal, Decimal, Decimal]
"""Left, top, right and bottom, in points (1/72 inch) from the top left of the page."""

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class BoxOrigin:
    """A part of a page of which the boxes are known.

    Attributes:
        page: from 1.
        parts: the characters of the text that a box holds (start and end, counted as in the text when it was read),
            and the box; by words or by characters, in the order of the text.
        first: the character of the text at which this origin starts.
        last: the character behind its last one; None for all of them.
        breaks: the characters at which the text goes on on the next page; what is behind them is not part of the box.
    """

    page: int
    parts: tuple[tuple[int, int, Box], ...]
    first: int = 0
    last: int | None = None
    breaks: tuple[int, ...] = ()

    line = start = end = None
    name = ""

    @property
    def box(self) -> Box:
        """The box around this part: around all of it where no box is known of the part alone."""
        last = self.last if self.last is not None else max((end for _, end, _ in self.parts), default=0)
        last = min(last, *self.breaks) if self.breaks else last
        held = [box for start, end, box in self.parts if start < last and self.first < end]
        boxes = held or [box for _, _, box in self.parts]
        left, top, right, bottom = zip(*boxes, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def __str__(self) -> str:
        return f"p{self.page}:" + ",".join(f"{side.quantize(_TENTH):f}" for side in self.box)

    @property
    def words(self) -> str:
        """The page."""
        return f"page {self.page}"

    def within(self, start: int, end: int) -> BoxOrigin:
        """The boxes of these characters, on the page on which the first of them stands."""
        first = self.first + start
        ahead = tuple(at for at in self.breaks if at > first)
        page = self.page + len(self.breaks) - len(ahead)
        return BoxOrigin(page, self.parts, first, self.first + end, ahead)

    def holds(self, place: Origin) -> bool:
        """Whether the middle of the place is in this box."""
        if not isinstance(place, BoxOrigin) or place.page != self.page:
            return False
        left, top, right, bottom = place.box
        across, down = (left + right) / 2, (top + bottom) / 2
        own_left, own_top, own_right, own_bottom = self.box
        return own_left <= across <= own_right and own_top <= down <= own_bottom

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on the line of this box, or on the one above or below."""
        if not isinstance(place, BoxOrigin) or place.page != self.page:
            return False
        (_, top, _, bottom), (_, own_top, _, own_bottom) = place.box, self.box
        return abs((top + bottom) / 2 - (own_top + own_bottom) / 2) <= 2 * (own_bottom - own_top)
