"""Two columns of text on a page: where the gutter is, and what runs across it."""

import pytest

from pdfs import drawn, read_drawn, shown, table

ITEMS = [("IP services", "4,930"), ("Mobile services", "1,156"), ("Others", "120"), ("WAN services", "12,577")]


def prose(left, lines, top=60):
    return [
        (left, top + 13 * at, f"What is said of all the business of the company, line {at + 1}") for at in range(lines)
    ]


def column(left, rows, top):
    return [
        piece
        for at, (label, figure) in enumerate(rows)
        for piece in ((left, top + 12 * at, label), (left + 210, top + 12 * at, f">{figure}"))
    ]


@pytest.fixture
def blocks(tmp_path):
    """Reads the blocks of pages that are drawn from pieces."""
    return lambda *pages: shown(read_drawn(tmp_path, drawn(*pages)))


def test_a_table_across_with_a_gap_at_the_gutter_stays_whole(blocks):
    rows = [
        ("", "1Q-end", "2Q-end", "3Q-end", "Year-end"),
        ("FY2009", "500.00", "1,000.00", "625.00", "1,250.00"),
        ("FY2010", "700.00", "1,100.00", "725.00", "1,350.00"),
        ("FY2011", "750.00", "1,200.00", "825.00", "1,450.00"),
    ]
    across = table(rows, top=250, edges=(220, 300, 380, 460))
    assert blocks([*prose(60, 10), *prose(310, 10, 66), *across])[1:] == [[list(row) for row in rows]]


def test_the_gutter_is_where_text_starts_and_not_where_labels_are_indented(blocks):
    right = [*prose(310, 4), *column(314, ITEMS * 2, 130)]
    found = blocks([*prose(60, 12), *right])
    assert found[-1] == [list(row) for row in ITEMS * 2]


def test_a_page_has_the_gutter_of_the_others(blocks):
    others = [[*prose(60, 12), *prose(310, 12)]] * 2
    found = blocks(*others, [*column(60, ITEMS, 60), *column(310, ITEMS, 66)])
    assert found[-1] == [list(row) for row in ITEMS * 2]


def test_a_table_that_is_ruled_all_around_in_one_of_two_columns(tmp_path):
    levels, sides = (196, 220, 244, 268, 292), (312, 390, 450)
    rows = [("", "1H11"), ("Net cash used in investing", "11,736"), ("Interest", "12"), ("Income taxes paid", "306")]
    pieces = []
    for level, (label, figure) in zip(levels, rows, strict=False):
        words = label.split()
        pieces += [(314, level + 10, " ".join(words[:2])), (314, level + 21, " ".join(words[2:]))]
        pieces += [(448, level + 10, f">{figure}")]
    lines = [(sides[0], level, sides[-1], level) for level in levels]
    lines += [(side, levels[0], side, levels[-1]) for side in sides]
    text = [*prose(60, 20), *prose(310, 10)]
    found = shown(read_drawn(tmp_path, drawn([*text, *(piece for piece in pieces if piece[2])], lines=lines)))
    assert found[-1] == [list(row) for row in rows]


def test_heads_of_a_table_across_are_those_of_its_columns_where_rows_are_far_apart(blocks):
    rows = [
        ("", "1Q-end", "2Q-end", "3Q-end", "Year-end", "Total"),
        ("", "JPY", "JPY", "JPY", "JPY", "JPY"),
        ("Fiscal Year Ended March 31, 2016", "-", "11.00", "-", "11.00", "22.00"),
        ("Fiscal Year Ended March 31, 2017", "-", "13.50"),
        ("Fiscal Year Ending March 31, 2018", "", "", "-", "13.50", "27.00"),
    ]
    across = table(rows, top=268, pitch=19, edges=(268, 306, 345, 390, 430))
    found = blocks([*prose(60, 12), *prose(310, 12, 62), (335, 249, "Dividend per Shares"), *across])
    assert "Dividend per Shares" in found[-1][0]
    assert found[-1][1:] == [[*row, *[""] * (6 - len(row))] for row in rows]
