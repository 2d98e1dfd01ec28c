"""What gave a part of a fact: words of the page, and what this program says of them, apart from any language.

What is printed of it is made by `present.source_words`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a page or a label of the taxonomy, in quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table of the taxonomy, by its role."""

    role: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """What this program says, by its English; `parts` are what stands in its fields."""

    text: str
    parts: tuple[tuple[str, Piece], ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Pieces one after the other, with a phrase between them."""

    pieces: tuple[Piece, ...]
    between: str = ", "


Piece = str | Quoted | Concept | TableOf | Phrase | Listed
"""A text as it is, or what is told in the reader's language."""

Source = tuple[str, Piece]
"""A part of a fact, and what gave it."""
