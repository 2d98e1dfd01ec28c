"""What pages say, and what they put beside a known title, head or label so that it is about something else."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drawn.spans import Span


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language. In patterns, `other` stands for words that say something else."""

    labels: Mapping[str, str]
    title: str
    million: str
    thousand: str
    change: str
    minus: str
    name: Callable[[Span], str]
    words: Callable[[Span], str]
    day: Callable[[Span], str]
    companies: tuple[str, ...]
    scopes: tuple[str, ...]
    bases: tuple[str, ...]
    neutral: tuple[str, ...]
    marks: tuple[str, ...]
    suffixes: tuple[str, ...]
    damage: tuple[str, ...]
    titles: tuple[str, ...]
    lines: tuple[str, ...]
    captions: tuple[str, ...]
    introductions: tuple[str, ...]
    corners: tuple[str, ...]
    last_rows: tuple[str, ...]
    notes: tuple[str, ...]
    conclusions: tuple[str, ...]
    corrections: tuple[str, ...]
    heads: tuple[str, ...]
    strange_heads: tuple[str, ...]
    note_heads: tuple[str, ...]
    groups: tuple[str, ...]
    label_ways: tuple[str, ...]
    label_beginnings: tuple[str, ...]
    label_ends: tuple[str, ...]

    def other(self, draw: random.Random) -> str:
        """Words that say that something is not the issuer's own, or is not what it is called."""
        return draw.choice(draw.choice((self.companies, self.scopes, self.bases)))

    def inside(self, words: str) -> str:
        """As they stand within a sentence."""
        return words if words in self.companies or words.isupper() else words[0].lower() + words[1:]

    def unit(self, scale: int) -> str:
        """What heads call yen without so many noughts."""
        return self.million if scale == 6 else self.thousand
