"""Lines that lead in what stands right below them in a text, no blank line between, and that are no part of it."""

from __future__ import annotations

import re

_ITEM = re.compile(r"\s*(?:[-–•◆◇■○●・>➤▶►]|\*\s|\(?\d{1,2}[.)]\s)")
_LONGEST = 100
_FEW_WORDS = 5  # of a name that ends with a point, as those of companies do
_ENDS_SENTENCE = re.compile(r"[.;!?。,、]\s*$")
_COLON = re.compile(r"[:：]\s*$")


def leads(line: str, below: str) -> bool:
    """Whether a line speaks of those below it: `Cloud` above the first item of a list, `Before restatement:`."""
    if not line.strip() or len(line) > _LONGEST or _ITEM.match(line):
        return False
    if _COLON.search(line):
        return True
    if line.rstrip().endswith(".") and len(line.split()) <= _FEW_WORDS:
        return True
    return bool(_ITEM.match(below)) and not _ENDS_SENTENCE.search(line)
