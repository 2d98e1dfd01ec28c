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


COLUMNS = [*prose(60, 12), *prose(310, 12)]
WIDE = [
    ("", "1H12", "1H13", "Change"),
    ("Internet connectivity services (corporate use)", "100,282", "123,334", "23,052"),
    ("WAN services", "369", "428", "59"),
    ("Total", "100,651", "123,762", "23,111"),
]


def test_heads_of_a_wide_table_on_the_right_alone_are_not_of_the_column_above(blocks):
    across = table(WIDE, top=250, edges=(390, 470, 540))
    found = blocks(COLUMNS, COLUMNS, [*COLUMNS, *across, *prose(60, 12, 330), *prose(310, 12, 330)])
    assert [list(row) for row in WIDE] in found


def test_a_right_column_that_starts_above_the_left_one_is_not_of_the_table_above(blocks):
    across = table(WIDE, top=250, edges=(390, 470, 540))
    below = [*prose(60, 12, 334), *column(314, ITEMS * 2, 322)]
    found = blocks(COLUMNS, COLUMNS, [*COLUMNS, *across, *below])
    assert [list(row) for row in WIDE] in found
    assert found[-1] == [list(row) for row in ITEMS * 2]


def test_figures_without_labels_that_are_drawn_after_the_left_column_are_the_right_one(blocks):
    left = column(60, ITEMS * 2, 60)
    right = [(x, 60 + 12 * at, f">{n},{at}00") for at in range(8) for x, n in ((400, 16), (520, 17))]
    found = blocks(COLUMNS, COLUMNS, [*left, *right])
    assert ["IP services", "4,930", ""] in found[-1]


def test_where_rows_are_drawn_one_after_the_other_beside_a_gutter_they_are_one_table(blocks):
    rows = [("Revenues", "JPY54,397 million"), ("Operating income", "JPY3,009 million"), ("Net income", "JPY2,205")]
    pieces = [
        piece
        for at, (label, text) in enumerate(rows * 2)
        for piece in ((60, 250 + 12 * at, label), (310, 250 + 12 * at, text))
    ]
    found = blocks(COLUMNS, COLUMNS, [*COLUMNS, *pieces])
    assert found[-1] == [list(row) for row in rows * 2]
