"""Titles that a conversion printed twice, the second time misread."""

from __future__ import annotations

from difflib import SequenceMatcher

_SEVERAL = 2  # words


def misread_again(text: str, title: str) -> bool:
    """Whether a text is what a conversion made of the title above it once more: no word of it is read right."""
    words, meant = text.casefold().split(), title.casefold().split()
    if len(meant) != len(words) or len(words) < _SEVERAL or set(words) & set(meant):
        return False
    return SequenceMatcher(None, " ".join(words), " ".join(meant)).ratio() * 2 > 1
