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
    like = sum(_likeness(word, whole) * 3 > 2 for word, whole in zip(words, meant, strict=True))
    return like * 2 >= len(words) and _likeness(" ".join(words), " ".join(meant)) * 2 > 1


def _likeness(text: str, other: str) -> float:
    return SequenceMatcher(None, text, other).ratio()
