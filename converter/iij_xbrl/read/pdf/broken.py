"""Figures that are broken over lines of a narrow cell are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.read.pdf.lines import Segment

_WHOLE = re.compile(
    r"""
    (?:[(（△▲−–-]\s?)?
    (?:[A-Z]{0,3}[$¥￥€£])?
    (?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?
    \s?[%％]?[)）]?[%％]?
    """,
    re.VERBOSE,
)
_PARTS = re.compile(r"[\d,.()（）△▲−–$¥￥€£%％-]+")


def mended(lines: Sequence[Segment]) -> list[Segment]:
    """The lines of a cell, those as one that hold the pieces of one figure: not all of them are figures themselves."""
    if len(lines) < 2 or not all(_PARTS.fullmatch(line.text) for line in lines):
        return list(lines)
    text = "".join(line.text for line in lines)
    if not _is_whole(text) or all(_is_whole(line.text) for line in lines):
        return list(lines)
    first, *rest = (word for line in lines for word in line.words)
    return [Segment((first, *(replace(word, glued=True) for word in rest)))]


def _is_whole(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text)) and text.count("(") == text.count(")") and text.count("（") == text.count("）")
