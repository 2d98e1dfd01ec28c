"""Full-width forms of letters, digits and marks, as Japanese pages print them, in the widths of all else."""

from __future__ import annotations

_FULL, _LAST, _OFFSET = 0xFF01, 0xFF5E, 0xFEE0
_NARROW = {code: code - _OFFSET for code in range(_FULL, _LAST + 1)}
_NARROW |= str.maketrans("　￥￡〜∼", " ¥£~~")


def narrow(text: str) -> str:
    """The text with full-width forms as the plain ones; its length is the length of `text`."""
    return text if text.isascii() else text.translate(_NARROW)
