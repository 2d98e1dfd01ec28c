"""Patterns look first at what their matches can begin with; what they find is the same."""

from __future__ import annotations

import re
import sys

import pytest

from iij_xbrl.languages import LANGUAGES
from iij_xbrl.languages.beginnings import from_beginnings
from iij_xbrl.languages.lexicon import Lexicon
from iij_xbrl.languages.patterns import compile_all
from support import REPOSITORY

FLAGS = re.VERBOSE | re.IGNORECASE
LEXICON, PATTERNS = (sys.modules[f"iij_xbrl.languages.{name}"] for name in ("lexicon", "patterns"))
PAGES = ("1h11/release.md", "1h11-ja/release.md")


@pytest.mark.parametrize(
    ("pattern", "beginning"),
    [
        (r"\b(?:june|july|may)\b", "[jm]"),
        (r"(?P<day>\d{1,2})\s+may", r"[\d]"),
        (r"(?<!\w)\(?[1-4]Q", r"[\(1-4]"),
        (r"yen|(?:us)?\ ?dollars?", r"[yu\ d]"),
        (r"(?:first\s+)?half", "[fh]"),
    ],
)
def test_a_pattern_looks_for_its_first_characters(pattern: str, beginning: str) -> None:
    assert from_beginnings(pattern, FLAGS).startswith(f"(?={beginning})")


@pytest.mark.parametrize("pattern", [r"\w+\s+shares", r"[^,]+,", r".*yen", r"(?:up|down)?", r"(?=\d)", ""])
def test_a_pattern_that_may_begin_with_anything_stays(pattern: str) -> None:
    assert from_beginnings(pattern, FLAGS) == pattern


def test_a_choice_with_a_comment_behind_it_stays_whole() -> None:
    pattern = re.compile(from_beginnings("gain | loss  # of a year", FLAGS), FLAGS)
    assert [match.group() for match in pattern.finditer("a gain, no LOSS")] == ["gain", "LOSS"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_all_patterns_find_the_same(language: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all(language.patterns.values())
    monkeypatch.setattr(PATTERNS, "from_beginnings", lambda pattern, _: pattern)
    usual = LEXICON.lexicon.__wrapped__(language.code)
    texts = [
        line
        for page in PAGES
        for line in (REPOSITORY / "examples" / page).read_text(encoding="utf-8").splitlines()[::4]
    ]
    for name, pattern in language.patterns.items():
        for text in texts:
            found, known = (
                [(match.span(), match.groups()) for match in each.finditer(text)]
                for each in (pattern, usual.patterns[name])
            )
            assert found == known, (name, text)
