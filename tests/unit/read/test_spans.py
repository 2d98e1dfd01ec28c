"""Every text knows where it stands in the source, to the character."""

from pathlib import Path

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Document, Heading, Span, Table, Text
from support import REPOSITORY


def texts(document: Document) -> list[Text]:
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [cell for row in block.rows for cell in row.cells]
        elif isinstance(block, Heading):
            found.append(block.text)
        else:
            found += block.lines
    return found


def slices(source: str) -> list[tuple[str, str]]:
    lines = source.split("\n")
    return [(lines[t.span.line - 1][t.span.start : t.span.end], t.raw) for t in texts(parse(source, "r"))]


@pytest.mark.parametrize("example", ["1h11", "1h16"])
def test_every_text_of_an_example_is_the_source_at_its_span(example):
    source = Path(REPOSITORY, "examples", example, "release.md").read_text(encoding="utf-8")
    found = slices(source)
    assert len(found) > 1000
    assert all(there == raw for there, raw in found)


def test_a_cell_of_a_pipe_table_stands_where_it_is_printed():
    (table,) = parse("# Title\n\n| Total Revenues | 34,272 | 47,207 |", "r").tables
    assert table.rows[0].cells[2].span == Span(3, 28, 34)


def test_a_part_of_a_span_counts_from_its_start():
    assert Span(3, 28, 34, 2).within(1, 5) == Span(3, 29, 33, 2)


def test_an_empty_cell_has_an_empty_span():
    (table,) = parse("Shares\t202,605\t\t202,684", "r").tables
    empty = table.rows[0].cells[2].span
    assert empty.start == empty.end


def test_form_feeds_count_pages():
    document = parse("Revenues\t34,272\n\n\fCosts\t27,431\n\n\f\fProfit\t6,841", "r")
    assert [table.rows[0].cells[0].span.page for table in document.tables] == [1, 2, 4]


def test_a_form_feed_moves_no_character():
    (table,) = parse("\fCosts\t27,431", "r").tables
    assert table.rows[0].cells[1].span == Span(1, 7, 13, 2)


def test_without_form_feeds_there_are_no_pages():
    (table,) = parse("Costs\t27,431", "r").tables
    assert table.rows[0].cells[1].span.page is None
