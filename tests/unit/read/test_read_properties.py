"""Whatever a page holds, every text is the source at its span."""

from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.read import parse

PIECES = [
    "|",
    "\t",
    " ",
    "-",
    "---",
    "# ",
    "34,272",
    "(301)",
    "<sup>2</sup>",
    "**",
    "Revenues",
    "▲",
    "\n",
    "\n\n",
    "\f",
]
PAGES = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(PAGES)
def test_every_text_is_the_source_at_its_span(source):
    lines = source.split("\n")
    for text in parse(source, "r").texts:
        origin = text.span.origin
        assert lines[origin.line - 1][origin.start : origin.end].replace("\f", " ") == text.raw
        assert len(text.plain) == len(text.raw) == text.span.end - text.span.start


@given(PAGES)
def test_no_text_is_lost_and_none_is_read_twice(source):
    """All that is not white space, a pipe, a number sign of a heading or a delimiter row is in exactly one text."""
    seen: set[tuple[int, int]] = set()
    for text in parse(source, "r").texts:
        origin = text.span.origin
        places = {(origin.line, at) for at in range(origin.start, origin.end)}
        assert not places & seen
        seen |= places
    for number, line in enumerate(source.split("\n"), 1):
        for at, char in enumerate(line):
            if char.isalnum():
                assert (number, at) in seen
