"""Every text knows where it stands in the source, to the character."""

from pathlib import Path

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Span
from iij_xbrl.read.origins import LineOrigin, Origin
from support import REPOSITORY


def slices(source: str) -> list[tuple[str, str]]:
    lines = source.split("\n")
    return [(_slice(lines, text.span.origin), text.raw) for text in parse(source, "r").texts]


def _slice(lines: list[str], origin: Origin) -> str:
    return lines[origin.line - 1][origin.start : origin.end]


@pytest.mark.parametrize("example", ["1h11", "1h16"])
def test_every_text_of_an_example_is_the_source_at_its_span(example):
    source = Path(REPOSITORY, "examples", example, "release.md").read_text(encoding="utf-8")
    found = slices(source)
    assert len(found) > 1000
    assert all(there == raw for there, raw in found)


def test_a_cell_of_a_pipe_table_stands_where_it_is_printed():
    (table,) = parse("# Title\n\n| Total Revenues | 34,272 | 47,207 |", "r").tables
    assert table.rows[0].texts[2].span == Span(1, 0, 2, 0, 6, LineOrigin(3, 28, 34))
    assert table.rows[0].texts[2].span.origin == LineOrigin(3, 28, 34)


def test_a_part_of_a_span_counts_from_its_start():
    part = Span(4, 3, 2, 10, 16, LineOrigin(3, 28, 34, 2)).within(1, 5)
    assert part == Span(4, 3, 2, 11, 15, part.origin)
    assert part.origin == LineOrigin(3, 29, 33, 2)


def test_an_empty_cell_has_an_empty_span():
    (table,) = parse("Shares\t202,605\t\t202,684", "r").tables
    empty = table.rows[0].texts[2].span
    assert empty.start == empty.end


def test_form_feeds_count_pages():
    document = parse("Revenues\t34,272\n\n\fCosts\t27,431\n\n\f\fProfit\t6,841", "r")
    assert [table.rows[0].texts[0].span.origin.page for table in document.tables] == [1, 2, 4]


def test_a_form_feed_moves_no_character():
    (table,) = parse("\fCosts\t27,431", "r").tables
    assert table.rows[0].texts[1].span.origin == LineOrigin(1, 7, 13, 2)


def test_without_form_feeds_there_are_no_pages():
    (table,) = parse("Costs\t27,431", "r").tables
    assert table.rows[0].texts[1].span.origin.page is None


def test_texts_with_letters_are_told_apart_from_figures():
    document = parse("| Total | 1,166 | － | 3人 |\n|---|---|---|---|\n| 合計 | (2) | | ² |\n", "release")
    assert [text.plain for text in document.worded if text.plain != "²"] == ["Total", "3人", "合計"]
    assert {text.span.at for text in document.worded} <= {text.span.at for text in document.texts}
