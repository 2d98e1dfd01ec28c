"""Footnote marks that are glued to words: `attributable to IIJ2 was`, `income tax expense (benefit)2`, `IIJ(2) was`.

One or two digits behind a word that phrases have without them, or behind words in parentheses, are a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.prose.grammar.cursor import BASES
from iij_xbrl.map.prose.phrases import PhraseBook

_GLUED = re.compile(r"([a-z]{2,})(\d{1,2})")
_IN_PARENTHESES = re.compile(r"\(([^()]*[^\W\d_])\)$")
_ENCLOSED = re.compile(r"\((?<=(?:[^\W\d_]|\))\()\d{1,2}\)(?=[\s.,;:]|$)")
_FAR = 40  # characters of words in parentheses
_MARK = re.compile(r"\d{1,2}")


def without_marks(sentence: Sequence[Token], text: str, book: PhraseBook) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    """The tokens of a sentence without marks that are glued to them, and where the digits of these start."""
    kept: list[Token] = []
    marks: list[int] = []
    for token in sentence:
        glued = _GLUED.fullmatch(token.text) if token.kind == "word" and token.text[-1:].isdigit() else None
        if glued and (book.knows(glued[1]) or glued[1] in BASES) and not book.knows(token.text):
            start = token.start + glued.start(2)
            kept.append(replace(token, text=glued[1], end=start))
            marks.append(start)
        elif token.kind in ("number", "word") and _is_mark(token, text):
            marks.append(token.start)
        else:
            kept.append(token)
    enclosed = [mark.span() for mark in _ENCLOSED.finditer(text, sentence[0].start, sentence[-1].end)]
    within = {at for span in enclosed for at in range(*span)}
    return tuple(token for token in kept if token.start not in within), (*marks, *(start + 1 for start, _ in enclosed))


def _is_mark(token: Token, text: str) -> bool:
    """Whether digits are glued to words in parentheses; those behind a unit, `(JPY million)45`, are a figure."""
    if text[token.start - 1 : token.start] != ")":
        return False
    before = _IN_PARENTHESES.search(text, max(token.start - _FAR, 0), token.start)
    return bool(before and _MARK.fullmatch(text, token.start, token.end) and not parse_unit(before[1]))
