"""Patterns are compiled when they are first used, and are then used as compiled ones are."""

from __future__ import annotations

import re

import pytest

from iij_xbrl.languages.patterns import compile_all, pattern_of


def test_what_is_not_used_is_not_compiled() -> None:
    broken = pattern_of("(revenues", re.IGNORECASE)
    with pytest.raises(re.error):
        broken.search("Total revenues")


def test_a_pattern_finds_what_the_compiled_one_does() -> None:
    pattern, compiled = pattern_of(r"(?P<year>\d{4})", 0), re.compile(r"(?P<year>\d{4})")
    text = "from 2010 to 2011"
    for _ in range(2):  # compiled first, and then as it is
        assert [match["year"] for match in pattern.finditer(text)] == ["2010", "2011"]
        assert pattern.sub("-", text, count=1) == compiled.sub("-", text, count=1)
        assert pattern.search(text, 6).span() == compiled.search(text, 6).span()
        assert pattern.groupindex == compiled.groupindex
    assert not pattern.fullmatch(text)


def test_all_are_compiled_for_processes_that_copy_this_one() -> None:
    with pytest.raises(re.error):
        compile_all([pattern_of("a", 0), pattern_of("(", 0)])
