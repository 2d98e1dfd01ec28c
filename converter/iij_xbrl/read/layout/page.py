"""A page of a PDF as it is read: its characters and rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from iij_xbrl.read.layout.geometry import Box, Rule, turned


class Character(NamedTuple):
    """A character as it is seen. `size` is the height of its font, `baseline` what it stands on."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is read: from the top left, text from left to right.

    Attributes:
        number: from 1.
        width: in points, as it is read.
        height: in points, as it is read.
        turns: the quarter turns to the right that it took from how the page is shown to how it is read.
        characters: in the order in which they are drawn; spaces that are drawn are among them.
        rules: lines and edges of areas.
        bullets: small marks that are drawn and may stand in front of items of lists.
        pictures: the share of the page that pictures cover.
        unmapped: the number of characters whose font does not say what they are.
        edges: how far down the upper and lower sides are of areas outside of which some of the text is not seen.
    """

    number: int
    width: float
    height: float
    turns: int
    characters: tuple[Character, ...]
    rules: tuple[Rule, ...]
    bullets: tuple[Box, ...]
    pictures: float
    unmapped: int
    edges: tuple[float, ...] = ()

    def shown(self, box: Box) -> Box:
        """Where a box stands on the page as a viewer shows it."""
        return turned(box, -self.turns, self.width, self.height)
