"""Titles that a conversion printed twice, the second time misread."""

from __future__ import annotations

from difflib import SequenceMatcher

_MARKS = "()[]*_（）【】,.:;"
_SEVERAL = 2  # words


def misread_again(text: str, title: str) -> bool:
    """Whether a text is what a conversion made of the title above it once more: no word of it is read right."""
    words, meant = ([word.strip(_MARKS) for word in said.casefold().split()] for said in (text, title))
    if len(meant) != len(words) or len(words) < _SEVERAL or set(words) & set(meant):
        return False
    return SequenceMatcher(None, " ".join(words), " ".join(meant)).ratio() * 2 > 1
