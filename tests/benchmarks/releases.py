"""Releases to measure with: the examples, moved to other years, so that no two are alike."""

from __future__ import annotations

import re
from pathlib import Path

from support import REPOSITORY

EXAMPLES = sorted((REPOSITORY / "examples").glob("1h[0-9][0-9]/release.md"))
_YEAR = re.compile(r"(?<![\d,.])(19[89]\d|20[0-3]\d)\b(?!,\d)")
_NAME = re.compile(r"\b([1-4][HQ]|FY)(\d\d)\b")


def moved(text: str, years: int) -> str:
    """A release as it would have been published some years later: dates and names of periods, not figures."""
    text = _YEAR.sub(lambda match: str(int(match[1]) + years), text)
    return _NAME.sub(lambda match: f"{match[1]}{(int(match[2]) + years) % 100:02}", text)


def write_releases(folder: Path, count: int) -> None:
    """Write so many different releases, each into a folder of its own, as `release.md`."""
    for number in range(count):
        example = EXAMPLES[number % len(EXAMPLES)]
        place = folder / f"{number:05}"
        place.mkdir(parents=True)
        text = moved(example.read_text(encoding="utf-8"), number // len(EXAMPLES) % 10)
        (place / "release.md").write_text(f"{text}\n\nCopy {number}.\n", encoding="utf-8")
