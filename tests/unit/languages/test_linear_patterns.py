"""Patterns of the lexicon take time linear in a text that repeats what they begin with."""

import time

import pytest

from iij_xbrl.languages import ENGLISH

LONGEST = 9_600  # characters: as long as a text may be
MOST_SECONDS = 0.6  # ten times what it takes where time is linear, and less than where it is not


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("units.shares_stated", "share " * 1600),
        ("units.shares_excepted", "other than " * 870),
        ("units.balance_at", "outstanding " * 800),
        ("units.closing", "cash " * 1900),
        ("units.opening", "cash " * 1900),
        ("units.still_held", "2011-" * 1900 + "z"),
        ("units.awards_head", "& " * 4800 + "z"),
        ("units.excepted", " (" * 4800 + "z"),
        ("label_figures.debt", "% ," * 3200),
        ("headers.percentages", "..%.." * 1900 + "z"),
        ("definitions.before", " ," * 4800 + "z"),
        ("definitions.behind", " ," * 4800 + "z"),
    ],
)
def test_a_pattern_takes_linear_time(name, text):
    pattern = ENGLISH.patterns[name]
    assert len(text) <= LONGEST + 100
    start = time.process_time()
    pattern.search(text)
    pattern.fullmatch(text)
    assert time.process_time() - start < MOST_SECONDS
