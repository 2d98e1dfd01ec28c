"""Boxes on a page, in points (1/72 inch), from the top left as the page is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A straight line or the edge of a filled area, from left to right or from top to bottom."""

    box: Box
    across: bool


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them, which are at least one."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def turned(box: Box, turns: int, width: float, height: float) -> Box:
    """A box of a page of this width and height after that many quarter turns of the page to the right."""
    for _ in range(turns % 4):
        box = Box(height - box.bottom, box.left, height - box.top, box.right)
        width, height = height, width
    return box


def overlap(left: float, right: float, other_left: float, other_right: float) -> float:
    """How much two stretches have in common; negative where they are apart, by how much."""
    return min(right, other_right) - max(left, other_left)


def merged(stretches: Iterable[tuple[float, float]], gap: float = 0.0) -> list[tuple[float, float]]:
    """Stretches that touch, or are no more than `gap` apart, become one; in order."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(stretches):
        if found and left <= found[-1][1] + gap:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found
