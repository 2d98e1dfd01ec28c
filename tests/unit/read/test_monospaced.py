"""Tables set with spaces: columns are the sides that figures of several rows share."""

from collections.abc import Sequence

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.read import parse, read
from iij_xbrl.read.document import Table

TABLE = """\
                                          1H10         1H11    YoY % change
                                  JPY millions JPY millions
Total Revenues                          33,100       45,800            38.4
Network Services                        19,900       30,400            52.8
Other -net                                (58)            -               -
Operating Income                         1,180        2,310            95.8
"""


def cells(text: str) -> list[list[str]]:
    """The cells of the only table of a text, by row; a cell that spans several stands once."""
    (table,) = (block for block in parse(text, "page").blocks if isinstance(block, Table))
    return [[cell.text.plain for cell in row.cells] for row in table.rows]


def spans(text: str) -> list[list[int]]:
    """How many columns the cells of the only table span."""
    (table,) = (block for block in parse(text, "page").blocks if isinstance(block, Table))
    return [[cell.colspan for cell in row.cells] for row in table.rows]


def test_a_row_has_a_cell_for_each_column():
    assert cells(TABLE)[2:] == [
        ["Total Revenues", "33,100", "45,800", "38.4"],
        ["Network Services", "19,900", "30,400", "52.8"],
        ["Other -net", "(58)", "-", "-"],
        ["Operating Income", "1,180", "2,310", "95.8"],
    ]


def test_heads_stand_over_their_columns():
    assert cells(TABLE)[0] == ["", "1H10", "1H11", "YoY % change"]


def test_heads_that_are_centred_over_columns_span_them():
    text = """\
                            Six months ended       Three months ended
                             1H10       1H11          2Q10       2Q11
Total Revenues             33,100     45,800        17,300     24,100
Operating Income            1,180      2,310           600      1,310
"""
    assert spans(text)[0] == [1, 2, 2]
    assert cells(text)[0] == ["", "Six months ended", "Three months ended"]


def test_a_figure_that_is_lost_leaves_its_column_empty():
    text = TABLE.replace("19,900       30,400", "             30,400")
    assert cells(text)[3] == ["Network Services", "", "30,400", "52.8"]


def test_a_row_whose_figures_end_elsewhere_is_in_no_column():
    text = TABLE.replace(
        "Network Services                        19,900       30,400",
        "Network Services                    19,900             ",
    )
    assert cells(text)[3] == ["Network Services", "19,900                         52.8"]
    assert spans(text)[3] == [1, 3]  # one cell over all columns


def test_a_row_with_a_figure_for_each_column_has_them_in_order():
    text = TABLE.replace(
        "Network Services                        19,900", "Network Services                    19,900    "
    )
    assert cells(text)[3] == ["Network Services", "19,900", "30,400", "52.8"]


def test_not_where_one_of_them_ends_below_another_column():
    moved = f"{'Network Services':<30}{'19,900':>10}{'30,400':>6}{'52.8':>10}"
    assert spans(TABLE.replace(TABLE.splitlines()[3], moved))[3] == [1, 3]


def test_heads_that_stand_over_no_column_or_over_several_are_open_with_all_of_the_head():
    rest = TABLE.partition("\n")[2]
    text = f"{'1H10 and 1H11':>57}  Change\n{rest}"
    assert spans(text)[0] == [1, 3]
    assert cells(text)[0][1] == "1H10 and 1H11  Change JPY millions JPY millions"


def test_heads_one_space_apart_are_parted_where_they_begin_alike():
    text = """\
                          Six months ended September 30, 2010 Six months ended September 30, 2011
                                             Thousands of JPY                    Thousands of JPY
Total Revenues                                     34,272,193                          47,206,508
Operating Income                                    1,201,091                           2,448,207
"""
    assert cells(text)[0] == ["", "Six months ended September 30, 2010", "Six months ended September 30, 2011"]


def test_dots_lead_to_figures_and_rules_are_drawn():
    text = """\
                                   1H10         1H11
                                -------      -------
Total Revenues .............     33,100       45,800
Network Services . . . . . .     19,900       30,400
                                =======      =======
"""
    assert cells(text) == [
        ["", "1H10", "1H11"],
        ["Total Revenues", "33,100", "45,800"],
        ["Network Services", "19,900", "30,400"],
    ]


def test_a_label_goes_on_in_the_next_line():
    text = TABLE.replace("Other -net       ", "Other income from\n  investments -net").replace("(58)", " (58)")
    table = cells(text)
    assert ["Other income from investments -net", "(58)", "-", "-"] in table


def test_a_figure_within_a_label_of_two_lines_stands_where_it_is_printed():
    text = """\
Cash and cash equivalents                            13,313,615     10,974,453
Accounts receivable, net of allowance for doubtful
  accounts of JPY44,002 thousand                     16,431,374     14,452,571
Inventories                                             601,088        661,507
"""
    (table,) = (block for block in parse(text, "page").blocks if isinstance(block, Table))
    label = table.rows[1].cells[0].text
    start = label.plain.index("44,002")
    assert str(label.span.within(start, start + 6).origin) == "3:18"
    assert str(label.span.origin) == "2:1"


def test_tables_side_by_side_are_two():
    text = """\
Total Revenues      34,272      47,207     Total Assets         69,102      71,473
Operating Income     1,201       2,448     Total Equity         30,707      29,641
Net Income             859       1,361     Capital stock        16,834      16,834
"""
    tables = [block for block in parse(text, "page").blocks if isinstance(block, Table)]
    assert [[cell.text.plain for cell in table.rows[1].cells] for table in tables] == [
        ["Operating Income", "1,201", "2,448"],
        ["Total Equity", "30,707", "29,641"],
    ]


def test_a_table_set_flush_left_has_its_columns_where_figures_begin():
    text = """\
Item                1H10         1H11         YoY % change
Total Revenues      34,272       47,207       37.7
SI                  12,987       14,714       13.3
Equipment Sales     371          611          64.7
ATM Operation       228          561          145.6
"""
    assert cells(text)[3:] == [
        ["Equipment Sales", "371", "611", "64.7"],
        ["ATM Operation", "228", "561", "145.6"],
    ]


def test_two_figures_a_space_apart_may_be_those_of_one_cell():
    moved = f"{'Network Services':<41}19,900 30,400{'52.8':>10}"
    assert spans(TABLE.replace(TABLE.splitlines()[3], moved))[3] == [1, 3]


def test_each_page_is_set_by_itself():
    """A table goes on on the next page, whose columns stand elsewhere."""
    lines = TABLE.splitlines()
    text = "\n".join([*lines[:4], "\f" + lines[4].replace("  ", " "), lines[5].replace("  ", " ")])
    (table,) = (block for block in parse(text, "page").blocks if isinstance(block, Table))
    assert [cell.text.plain for cell in table.rows[-1].cells] == ["Operating Income", "1,180", "2,310", "95.8"]


def test_the_place_of_a_cell_is_that_in_the_file():
    (table,) = (block for block in parse(TABLE, "page").blocks if isinstance(block, Table))
    span = table.rows[2].cells[1].text.span
    assert str(span.origin) == "3:41"


@pytest.mark.parametrize(
    "text",
    [
        "Revenues were JPY45,800 million.  Costs were JPY43,490 million.\n",
        "Tokyo  100-0001\nOsaka\n",
        "1.  Results\n2.  Outlook\n",
        "Later events\n\nA shop was opened on November 1, 2011.\n\n- 7 -\n",
    ],
)
def test_running_text_is_no_table(text):
    assert not any(isinstance(block, Table) for block in parse(text, "page").blocks)


def test_a_file_of_such_tables_is_read(tmp_path):
    path = tmp_path / "release.txt"
    path.write_text(f"Internet Initiative Japan Inc.\n\n{TABLE}", encoding="utf-8")
    assert len(read(path).tables) == 1
    path.write_text("Internet Initiative Japan Inc.\n\nNo table here.\n", encoding="utf-8")
    with pytest.raises(InputError, match="no figure found"):
        read(path)


def test_no_table_goes_on_over_a_row_with_tabs():
    with_tabs = "Cash\t13,300\t10,900\n"
    text = TABLE.replace("Other -net", f"{with_tabs}Other -net")
    tables = [block for block in parse(text, "page").blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [4, 1, 2]


def test_a_line_of_many_numbers_is_no_row():
    rows = [f"a  {'  '.join(['1,234'] * 40_000)}"] * 2
    assert not any(isinstance(block, Table) for block in parse("\n".join(rows), "page").blocks)


def test_more_rows_than_are_read_are_refused_before_they_are_laid_out():
    with pytest.raises(InputError, match=r"tables of 10,001 rows.*--limit rows=10001"):
        parse("Sales  1,234\n" * 10_001, "page")


def test_nothing_of_tables_side_by_side_is_lost_where_one_starts_or_ends_before_the_other():
    text = """\
                      1H10        1H11
Total Revenues      34,272      47,207     Total Assets         69,102      71,473
Operating Income     1,201       2,448     Total Equity         30,707      29,641
Net Income             859       1,361     Capital stock        16,834      16,834
                                           Treasury stock          392         393
"""
    blocks = parse(text, "page").blocks
    assert [[cell.text.plain for cell in block.rows[-1].cells] for block in blocks if isinstance(block, Table)] == [
        ["Net Income", "859", "1,361"],
        ["Treasury stock", "392", "393"],
    ]


def test_no_word_is_lost_where_what_stands_beside_a_table_is_none():
    text = """\
Total Revenues      34,272      47,207     Notes to the table   a   b
Operating Income     1,201       2,448     of the first half    c   d
Net Income             859       1,361     in all               e   f
Costs                  859       1,361     Total assets        12  15
"""
    said = " ".join(text.plain for text in parse(text, "page").texts).split()
    assert sorted(said) == sorted(text.split())


def test_what_stands_on_a_page_without_figures_stays_in_the_table():
    lines = TABLE.splitlines()
    text = "\n".join([*lines[:3], "\fCosts:", "Salaries:", "\f" + lines[3], *lines[4:]])
    labels = [row[0] for row in cells(text)]
    assert "Costs:" in labels
    assert "Salaries:" in labels


def test_a_row_of_too_many_pieces_is_not_lost_within_a_table():
    long = "  ".join(["Notes", *map(str, range(60))])
    lines = TABLE.splitlines()
    document = parse("\n".join([*lines[:4], long, *lines[4:]]), "page")
    assert any("58  59" in text.plain for text in document.texts)


def test_a_long_table_is_laid_out_a_part_at_a_time():
    """Looking at all rows for each would take hours."""
    rows = [f"{f'Line {number}':<30}{number:>12,}{number + 7:>12,}" for number in range(1000, 4000)]
    tables = [block for block in parse("\n".join(rows), "page").blocks if isinstance(block, Table)]
    assert sum(len(table.rows) for table in tables) == 3000


HEAD = ("", "前第２四半期", "当第２四半期")
ROWS = [("営業収益", "34,272", "47,207"), ("営業損益", "1,201", "△448"), ("当社株主に帰属する純利益", "859", "1,361")]


def _padded(cells: tuple[str, ...], widths: Sequence[int], wide: int) -> str:
    """A line whose cells end where `widths` are full, Japanese characters taking `wide` columns each."""
    taken = [sum(1 if char.isascii() else wide for char in cell) for cell in cells]
    first, *rest = (" " * (width - own) for width, own in zip(widths, taken, strict=True))
    return cells[0] + first + "".join(pad + cell for pad, cell in zip(rest, cells[1:], strict=True))


@pytest.mark.parametrize("wide", [1, 2])
def test_japanese_characters_take_as_many_columns_as_let_figures_stand_below_each_other(wide):
    lines = [_padded(cells, (28, 16, 16), wide) for cells in (HEAD, *ROWS)]
    (table,) = (block for block in parse("\n".join(lines), "page").blocks if isinstance(block, Table))
    assert [tuple(text.plain.strip() for text in row.texts) for row in table.rows] == [HEAD, *ROWS]


def test_a_japanese_label_that_had_room_for_one_more_character_is_whole():
    rows = [
        ("回線サービス", "", ""),
        ("接続サービス(法人向け)", "6,941", "7,277"),
        ("接続サービス", "3,352", "2,930"),
    ]
    text = "\n".join(_padded(cells, (26, 16, 16), 2) for cells in (HEAD, *rows))
    assert [row[0] for row in cells(text)[1:]] == [label for label, *_ in rows]


CELLS = """\
                                      As of March
                                                       As of September 30, 2011
                                       31, 2011
                                     Thousands of    Thousands of      Thousands of
                                         JPY         U.S. Dollars          JPY
Cash and cash equivalents               13,313,615        142,451      10,974,453
Accounts receivable                     16,431,374        187,598      14,452,571
Inventories                                719,715          6,742         519,431
"""


def test_heads_in_cells_that_end_where_their_figures_do_are_over_these():
    assert cells(CELLS)[:2] == [
        ["", "As of March 31, 2011", "As of September 30, 2011"],
        ["", "Thousands of JPY", "Thousands of U.S. Dollars", "Thousands of JPY"],
    ]
    assert spans(CELLS)[0] == [1, 1, 2]


WRAPPED = """\
                                                  As of      As of
                                              March 31,  September
                                                   2013   30, 2013
                                                         Thousands
                                              Thousands    of U.S.   Thousands
                                                 of JPY    Dollars      of JPY
                                             ----------  ---------  ----------
Cash and cash equivalents                    12,258,872    262,302  25,781,630
Inventories                                   1,301,684     20,982   2,062,306
"""


def test_lines_of_heads_that_end_together_are_one_cell_and_a_row_starts_where_fewer_heads_have_a_line():
    assert cells(WRAPPED)[:2] == [
        ["", "As of March 31, 2013", "As of September 30, 2013", ""],
        ["", "Thousands of JPY", "Thousands of U.S. Dollars", "Thousands of JPY"],
    ]


def test_a_row_of_heads_starts_where_all_heads_say_the_same_and_those_above_do_not():
    text = """\
                                          1H12      1H13
                                           JPY       JPY
                                      millions  millions
Total Revenues                          51,109    54,397
Operating Income                         3,263     3,009
"""
    assert cells(text)[:2] == [["", "1H12", "1H13"], ["", "JPY millions", "JPY millions"]]


def test_what_cannot_start_a_head_goes_on_with_the_one_above_it_and_is_no_row_of_heads():
    text = """\
                                      As of March
                                                   As of September
                                         31, 2011         30, 2011
                                     Thousands of     Thousands of
                                              JPY     U.S. Dollars
Cash and cash equivalents              13,313,615          142,451
Inventories                               719,715            6,742
"""
    assert cells(text)[:2] == [
        ["", "As of March 31, 2011", "As of September 30, 2011"],
        ["", "Thousands of JPY", "Thousands of U.S. Dollars"],
    ]


def test_heads_that_together_do_not_speak_of_all_columns_are_open():
    lines = CELLS.splitlines(keepends=True)
    text = "".join([lines[1].replace("As of September 30, 2011", "September 30, 2011      "), *lines[3:]])
    (head, *_) = spans(text)
    assert head == [1, 3], "the date may be that of the first column, too"


def test_a_head_below_one_over_several_columns_speaks_of_all_of_them():
    text = CELLS.replace("As of September 30, 2011", "As of September 30,     ").replace(
        "31, 2011\n", "31, 2011       2011\n"
    )
    assert cells(text)[0] == ["", "As of March 31, 2011", "As of September 30, 2011"]
    assert spans(text)[0] == [1, 1, 2]


TWO_ROWS = "Revenues              33,100     45,800\nCosts                 19,900     30,400\n"


def test_a_number_of_a_page_is_in_no_table():
    notes = (
        "What has changed since the end of the year is not in it",
        "What is said of costs is said in the notes to them",
    )
    pages = [f"\f{TWO_ROWS}\n{note}\n{' ' * 30}{number}\n" for number, note in enumerate(notes, 1)]
    blocks = parse("".join(pages), "page").blocks
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [2, 2]


def test_a_table_goes_on_overleaf_over_the_number_of_the_page_and_its_running_head():
    upper = f"{TABLE}\n{' ' * 40}1\n"
    row = "Net Income                                613        1,120            82.7\n"
    lower = f"\fInternet Initiative Japan Inc.\n\n{row}"
    assert cells(f"{upper}{lower}\n\n{' ' * 40}2\n\fInternet Initiative Japan Inc.\n\nThe end.\n")[-2:] == [
        ["Operating Income", "1,180", "2,310", "95.8"],
        ["Net Income", "613", "1,120", "82.7"],
    ]


def test_heads_that_are_repeated_overleaf_are_no_others():
    head, *rows = TABLE.split("Total Revenues")
    upper, lower = (
        f"{head}Total Revenues{rows[0]}",
        f"\f{head}Net Income                                613        1,120            82.7\n",
    )
    assert [row[0] for row in cells(f"{upper}\n{' ' * 40}1\n{lower}\n{' ' * 40}2\n")[2:]] == [
        "Total Revenues",
        "Network Services",
        "Other -net",
        "Operating Income",
        "Net Income",
    ]


def test_years_that_begin_a_page_are_heads_and_no_rows():
    head = (
        f"{' ' * 30}As of March 31,  As of September\n"
        f"{' ' * 36}2016          30, 2016\n"
        f"{' ' * 32}JPY millions      JPY millions\n"
    )
    upper = f"{head}ASSETS\nCash                              19,569            19,667\n\n{' ' * 40}1\n"
    lower = f"\f{head}Inventories                        2,003             2,707\n\n{' ' * 40}2\n"
    rows = [row[0] for row in cells(f"{upper}{lower}") if row[0]]
    assert rows == ["ASSETS", "Cash", "Inventories"]


def test_the_rest_of_a_label_overleaf_belongs_to_its_row():
    upper = f"{TABLE}Net Income attributable to Internet       613        1,120            82.7\n\n{' ' * 40}1\n"
    lower = "\fInitiative Japan Inc.\nDepreciation                            2,619        3,424            30.7\n"
    assert cells(f"{upper}{lower}\n{' ' * 40}2\n")[-2:] == [
        ["Net Income attributable to Internet Initiative Japan Inc.", "613", "1,120", "82.7"],
        ["Depreciation", "2,619", "3,424", "30.7"],
    ]


def test_a_table_with_heads_of_its_own_overleaf_is_another_one():
    other = TABLE.replace("1H1", "2Q1")
    blocks = parse(f"{TABLE}\n{' ' * 40}1\n\f{other}\n{' ' * 40}2\n", "page").blocks
    assert [block.rows[0].texts[1].plain for block in blocks if isinstance(block, Table)] == ["1H10", "2Q10"]


def test_a_number_that_counts_no_pages_stays_in_its_table():
    part = "Revenues              33,100     45,800\nCosts                 19,900     30,400\n"
    (block,) = parse(f"{part}{' ' * 24}7\n\f{part}{' ' * 24}3\n", "page").blocks
    assert isinstance(block, Table)


def test_two_numbers_of_one_cell_are_one_where_they_fit_no_columns_apart():
    text = TABLE.replace("19,900       30,400", "19 900       30,400")
    assert cells(text)[3] == ["Network Services", "19 900", "30,400", "52.8"]


def test_which_heads_stand_in_one_cell_is_open_where_one_of_them_is_there_twice():
    text = """\
                                     Dividends per share
                          1Q-end        2Q-end 2Q-end 3Q-end       Total
                            JPY          JPY          JPY   JPY     JPY
Year ended March 2016              -  11.00             - 11.00   22.00
Year ending March 2017             -  13.50             - 13.50   27.00
"""
    assert "2Q-end" not in [head for row in cells(text)[:3] for head in row]
    assert [row[1:] for row in cells(text)[-2:]] == [
        ["-", "11.00", "-", "11.00", "22.00"],
        ["-", "13.50", "-", "13.50", "27.00"],
    ]


def test_a_head_that_ends_where_one_column_does_is_over_it_though_it_is_near_the_middle_of_all():
    text = """\
                                            2Q-end
                            1Q-end  2Q-end  3Q-end           Total
                               JPY     JPY     JPY     JPY     JPY
Year ended March 2016            -   11.00       -   11.00   22.00
Year ending March 2017                           -   13.50   27.00
"""
    assert cells(text)[0] == ["", "", "", "2Q-end", "", ""]


ENDS = """\
                                   1H10                      1H11
                                    JPY U.S. Dollars          JPY
Total revenues               34,272,080      612,753   47,206,508
Interest expense               (106,852)      (1,643)    (126,600)
"""


def test_heads_a_space_apart_are_parted_where_they_end_with_their_figures():
    assert cells(ENDS)[1] == ["", "JPY", "U.S. Dollars", "JPY"]


BEGINS = """\
                                Six Months Ended   Six Months Ended September
                                September 30, 2015 30, 2016
                                Thousands of JPY   Thousands of JPY
                                unaudited          unaudited
Net income                               1,744,473                  1,193,323
Depreciation                             4,800,290                  5,283,504
"""


def test_heads_a_space_apart_are_parted_where_those_of_two_other_lines_begin():
    assert cells(BEGINS)[0] == [
        "",
        "Six Months Ended September 30, 2015",
        "Six Months Ended September 30, 2016",
    ]


def test_a_table_below_an_empty_line_with_heads_of_its_own_is_another():
    below = """\

                                             2Q10             2Q11
Number of shares                      202,605,000          202,684
Shares with rights                    202,605,000          202,789
"""
    found = [block for block in parse(TABLE + below, "page").blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in found] == [6, 3]
    assert [cell.text.plain for cell in found[1].rows[1].cells] == ["Number of shares", "202,605,000", "202,684"]


def test_a_title_within_a_table_begins_none():
    below = """\

                       Balances
Total assets                            33,100       45,800            38.4
"""
    assert len(cells(TABLE + below)) == 8


def test_a_head_of_several_lines_begins_a_table_below_an_empty_line():
    below = """\

                                       Three Months Ended September
                                                 30, 2012
Number of shares                      202,605,000          202,684
Shares with rights                    202,605,000          202,789
"""
    assert len([block for block in parse(TABLE + below, "page").blocks if isinstance(block, Table)]) == 2


def test_a_row_that_is_set_off_does_not_let_columns_run_together():
    text = """\
                                         Thousands  Thousands of        Thousands
Total                        12,986,999        190,994  14,714,182
Equipment sales                 370,750             7,927         610,685
ATM operation business          228,376             7,280         560,887
Total revenues               34,272,080           612,753      47,206,508
"""
    assert [row[-3:] for row in cells(text)[-4:]] == [
        ["12,986,999", "190,994", "14,714,182"],
        ["370,750", "7,927", "610,685"],
        ["228,376", "7,280", "560,887"],
        ["34,272,080", "612,753", "47,206,508"],
    ]


def test_a_head_in_the_middle_of_some_columns_is_over_these():
    text = """\
                                 1H10        1H11   YoY % change
                                  JPY millions
Total revenues                 34,272      47,207           37.7
Operating income                1,201       2,448          103.8
"""
    assert cells(text)[1] == ["", "JPY millions", ""]
    assert spans(text)[1] == [1, 2, 1]


def test_a_head_of_a_table_whose_heads_end_with_their_figures_is_over_one_column_though_it_is_in_the_middle_of_all():
    text = """\
                                                         Thousands
                                              Thousands    of U.S.   Thousands
                                                 of JPY    Dollars      of JPY
Cash and cash equivalents                    13,313,615    142,451  10,974,453
Accounts receivable                          16,431,374    187,598  14,452,571
"""
    assert cells(text)[0] == ["", "Thousands of JPY", "Thousands of U.S. Dollars", "Thousands of JPY"]


def test_texts_with_spaces_between_of_which_none_begins_below_another_are_no_rows():
    text = """\
 Revenues  JPY114,300 million (up 7.6% YoY)
 Operating Income  JPY5,700 million (down 26.2% YoY)
 Net Income attributable to IIJ  JPY4,400 million (down 16.2% YoY)
"""
    assert not any(isinstance(block, Table) for block in parse(text, "page").blocks)


def test_they_are_where_they_begin_below_each_other_or_are_numbers():
    text = """\
Revenues            JPY114,300 million  (up 7.6% YoY)
Operating Income    JPY5,700 million    (down 26.2% YoY)
"""
    assert [row[0] for row in cells(text)] == ["Revenues", "Operating Income"]
    assert cells("Revenues  114,300  7.6\nOperating Income  5,700  26.2\n")


def test_a_remark_beside_what_begins_the_first_line_speaks_of_all_columns_where_it_is_over_none():
    text = """\
Results                          (JPY in millions)
                                                YoY %
                         3Q07       3Q06       change
Total Revenues          18,300     13,500       35.1%
Total Costs             14,800     10,700       38.4%
"""
    assert (cells(text)[0], spans(text)[0]) == (["Results", "(JPY in millions)"], [1, 3])
    assert cells(text)[1] == ["", "3Q07", "3Q06", "YoY % change"]


def test_the_last_head_is_over_its_first_column_where_the_others_have_heads_above():
    text = """\
                   Total eq                               Equity of shareholders                             Minorities
                                  Common     Additional   Retained e   Other comprehensive in          Treasury
Opening balance    65,344,110   25,509,499   36,058,790     2,610,220               1,058,331     (391,730)     499,000
Net income          2,242,110                               2,202,331                                            39,779
Purchases         (1,505,191)                                                                   (1,505,191)
Closing balance    65,537,249   25,509,499   36,058,790     3,708,551               1,618,551   (1,896,921)     538,779
"""
    assert [row[-2:] for row in cells(text)[:2]] == [["", "Minorities"], ["Treasury", ""]]


def test_the_head_of_a_column_without_figures_stands_with_the_labels():
    text = """\
                               March 31, 2011           March 31, 2012
Item                     Notes       Amount    Share      Amount      Share
Cash and equivalents             21,958,591     16.0  21,402,892       14.0
Receivables              (a)     27,383,692     19.9  32,240,440       21.1
Total assets                    137,395,149    100.0 153,110,000      100.0
"""
    assert spans(text)[0] == [1, 2, 2]
    assert [cell.split() for cell in cells(text)[1]] == [
        ["Item", "Notes"],
        ["Amount"],
        ["Share"],
        ["Amount"],
        ["Share"],
    ]
    assert cells(text)[3][1:] == ["27,383,692", "19.9", "32,240,440", "21.1"]


def test_heads_in_the_middle_of_their_cells_are_over_the_columns_of_these():
    text = """\
                  Revenues       Operating income      Income before income taxes
                 million     %   million        %          million             %
March 2020       204,474   6.3     8,225     36.6            7,159          22.5
March 2019       192,430   9.2     6,023    -11.0            5,843         -15.0
"""
    assert spans(text)[0] == [1, 2, 2, 2]


_EQUITY = """\
                     Equity of owners of the parent       Others    Total
{heads}
Opening            25,562    36,734     51,093   113,389     1,209   114,598
Profit                  -         -     19,831    19,831       167    19,998
Closing            25,562    36,734     70,924   133,220     1,376   134,596
"""


def test_heads_below_others_speak_of_the_columns_of_these():
    text = _EQUITY.format(heads="                  Capital   Premium   Earnings       All")
    assert spans(text)[0] == [1, 4, 1, 1]
    assert [cell for cell in cells(text)[1] if cell] == ["Capital", "Premium", "Earnings", "All"]


def test_where_they_do_not_speak_of_all_of_them_what_they_speak_of_is_open():
    text = _EQUITY.format(heads="                  Capital   Premium   Earnings")
    assert max(map(max, spans(text))) == 6


# As `pdftotext -layout` sets heads whose cells have different numbers of lines, apart from their figures.
STACKED = """\
                                                                        As of
                                                     As of March
                                                                September 30,
                                                        31, 2011
                                                                         2011
                                                    Thousands of Thousands of Thousands of
                                                             JPY    U.S. Dollars     JPY
    Cash and cash equivalents                         13,313,615            142,451       10,974,453
    Inventories                                          601,088              8,587          661,507
    Prepaid expenses                                   1,680,158             30,968        2,385,793
"""


def test_heads_that_end_below_each_other_are_over_one_column():
    assert cells(STACKED)[:3] == [
        ["", "", "As of", ""],
        ["", "As of March 31, 2011", "September 30, 2011", ""],
        ["", "Thousands of JPY", "Thousands of U.S. Dollars", "Thousands of JPY"],
    ]


def test_heads_with_one_middle_are_over_one_column():
    text = """\
                                                                As of
                                                As of March
                                                             September
                                                 31, 2013
                                                              30, 2013
                                               Thousands of Thousands of Thousands of
                                                   JPY       U.S. Dollars    JPY
 Cash and cash equivalents                        12,258,872         262,302       25,781,630
 Inventories                                       1,301,684          20,982        2,062,306
"""
    assert cells(text)[:2] == [["", "", "As of", ""], ["", "As of March 31, 2013", "September 30, 2013", ""]]


def test_heads_that_end_with_the_last_of_several_columns_leave_none_in_front_of_them_out():
    text = """\
                                                      Six months ended
                          Six months ended               September 30,
                             September 30,                        2013
                                      2012
                              JPY millions  JPY millions  USD millions
Total Revenues                      51,109        54,397           570
Operating Income                     3,263         3,009            31
"""
    assert spans(text)[0] == [1, 3], "the second period is that of the second column, too"


def test_heads_a_space_apart_are_parted_where_that_gives_one_for_each_column():
    text = """\
                      JPY  revenues U.S. Dollars      JPY revenues
Corporate use   6,327,721     19.0       76,961    6,887,207     21.3
Home use        3,211,251      9.7       38,105    3,410,051     10.6
"""
    assert cells(text)[0] == ["", "JPY", "revenues", "U.S. Dollars", "JPY", "revenues"]


def test_a_head_in_the_middle_of_two_columns_is_not_parted():
    text = """\
                                                           1H12     1H13
                                                            JPY millions
 CAPEX, including capital leases                            5,903    4,647
 Purchase of property and equipment                         1,748    1,949
"""
    assert cells(text)[1] == ["", "JPY millions"]


def test_heads_that_say_a_time_twice_are_not_parted():
    text = """\
                     1Q-end     2Q-end   2Q-end 3Q-end       Total
Year ended 2016          -      11.00        -  11.00       22.00
Year ended 2015          -      11.00        -  11.00       22.00
"""
    assert "2Q-end 3Q-end" in cells(text)[0]


FORM = """\
上場会社名 株式会社インターネットイニシアティブ  上場取引所 東

コード番号 3774  ＵＲＬ http://www.iij.ad.jp/

（１）連結経営成績  （％表示は対前期増減率）

                  営業収益         営業利益
                百万円     ％  百万円       ％
21年３月期      69,731    4.3   2,917   △38.7
20年３月期      66,835   17.1   4,759     36.0

               １株当たり  潜在株式調整後
               当期純利益    １株当たり
                             当期純利益
                    円 銭           円 銭
21年３月期       6,918.39        6,915.88
20年３月期      25,087.35       25,048.70
"""


def test_lines_of_a_form_that_empty_lines_part_from_heads_are_no_rows_of_the_table():
    first, *_ = (block for block in parse(FORM, "page").blocks if isinstance(block, Table))
    assert [text.plain for text in first.rows[0].texts if text.plain] == ["営業収益", "営業利益"]
    assert [row.texts[0].plain for row in first.rows[2:]] == ["21年３月期", "20年３月期"]


def test_heads_begin_a_table_below_another_where_they_stand_further_in_than_its_labels():
    _, second = (block for block in parse(FORM, "page").blocks if isinstance(block, Table))
    heads = [row for row in second.rows if not row.texts[0].plain]
    said = ["".join(row.texts[at].plain for row in heads) for at in (1, 2)]
    assert ["".join(text.split()) for text in said] == [
        "１株当たり当期純利益円銭",
        "潜在株式調整後１株当たり当期純利益円銭",
    ]


def test_figures_on_a_line_between_those_of_their_label_are_beside_both():
    text = """\
                                                       1H10       1H11
 NET INCOME                                         757,575  1,312,264
 LESS: NET LOSS ATTRIBUTABLE TO THE
                                                    101,702     49,186
 NONCONTROLLING INTERESTS
 NET INCOME ATTRIBUTABLE TO INTERNET
                                                    859,277  1,361,450
 INITIATIVE JAPAN INC.
"""
    assert cells(text)[2:] == [
        ["LESS: NET LOSS ATTRIBUTABLE TO THE NONCONTROLLING INTERESTS", "101,702", "49,186"],
        ["NET INCOME ATTRIBUTABLE TO INTERNET INITIATIVE JAPAN INC.", "859,277", "1,361,450"],
    ]


def test_figures_alone_between_two_rows_have_lost_their_label():
    text = """\
                                                       1H10       1H11
 NET INCOME                                         757,575  1,312,264
                                                    101,702     49,186
 INTERESTS:
 NET INCOME ATTRIBUTABLE TO IIJ                     859,277  1,361,450
"""
    assert ["", "101,702", "49,186"] in cells(text)


RULED = """\
  Statements of Income            Six Months Ended September 30, 2010      Six Months Ended September 30, 2011
  ------------------------------- ---------------------------------------- ----------------------------------------
                                  Thousands of                             Thousands of
                                  JPY                                      JPY
  REVENUES:
  Network services                20,100,200                               30,400,300
  Systems integration             12,400,300                               14,200,100
  Total revenues                  33,100,200                               45,800,300
"""


def test_a_rule_below_heads_parts_them_from_nothing():
    (table,) = (block for block in parse(RULED, "page").blocks if isinstance(block, Table))
    assert "Six Months Ended September 30, 2011" in [text.plain for text in table.rows[0].texts]


WRAPPED_IN_JAPANESE = """\
                                2011 年 3 月期      2012 年 3 月期
                                第 2 四半期会計      第 2 四半期会計
                                期間                期間
                                百万円              百万円
ネットワークサービス売上高            11,382            15,800
機器販売売上高                           226               235
"""


def test_lines_of_a_japanese_head_go_on_where_the_one_above_had_no_room():
    assert cells(WRAPPED_IN_JAPANESE)[0][1].startswith("2011 年 3 月期第 2 四半期会計期間")


def test_lines_of_a_japanese_label_are_one_without_a_space():
    text = """\
                                                      1H10       1H11
ネットワークサービス及びシステムインテグ         34,263,534  46,893,894
レーション事業
連結合計                                         34,272,080  47,206,508
"""
    assert cells(text)[1][0] == "ネットワークサービス及びシステムインテグレーション事業"


def test_a_hyphen_for_the_end_of_a_line_is_no_part_of_the_word():
    text = """\
                                                      1H10       1H11
Other current assets, net of allowance of JPY 719 thou-  1,576       1,449
sand
Pre-
tax income of more than a thousand shareholders          1,101       1,302
"""
    labels = [row[0] for row in cells(text)[1:]]
    assert labels[0].endswith("JPY 719 thousand")


def test_a_figure_that_is_broken_over_the_lines_of_its_cell_is_one():
    text = """\
                                 1H10      1H11      1H12
Net income                       757,5     859,2    △101
                                   75        77     ,702
Comprehensive income             618,4     720,3     △99
                                   89        11     ,100
"""
    assert cells(text)[1:] == [
        ["Net income", "757,575", "859,277", "△101,702"],
        ["Comprehensive income", "618,489", "720,311", "△99,100"],
    ]


def test_heads_flush_left_in_their_cells_are_parted_where_one_above_begins():
    text = """\
                                       1H10              1H11
                                                         Thousands of
                                       Thousands of JPY U.S. Dollars       Thousands of JPY
REVENUES:
Network services                             20,100,200           301,200        30,400,300
Systems integration                          12,400,300           210,100        14,200,100
"""
    assert cells(text)[2][1:] == ["Thousands of JPY", "U.S. Dollars", "Thousands of JPY"]


def test_two_heads_of_a_line_are_in_no_place_together():
    text = """\
              Six months ended September 30, fiscal 20           Six months ended September 30, fiscal 20
                                        10 and so on                               11 and so on
                                                 JPY               USD                    JPY
Equipment sales                              226,327             3,048                234,784
ATM operation                                122,575             4,121                317,474
"""
    heads = [cell for row in cells(text)[:-2] for cell in row if cell]
    assert not any(cell.count("Six months") > 1 and "JPY" not in cell for cell in heads)


INTERLEAVED = """\
                                            Six Months Ended
                                                              Six Months Ended September 30, 2011
                                           September 30, 2010
                                                                Thousands of U.S.
                                            Thousands of JPY                            Thousands of JPY
                                                                     Dollars
Network services                                   20,685,955             406,552             31,320,754
Systems integration                                12,986,999             190,994             14,714,182
Total revenues                                     34,272,080             612,753             47,206,508
"""


def test_heads_that_a_gutter_parts_speak_of_the_columns_on_their_side():
    heads = cells(INTERLEAVED)[:-3]
    assert {row[1] for row in heads if row[1]} >= {"Six Months Ended", "September 30, 2010", "Thousands of JPY"}
    spanning = [
        row.colspan for row in _cells_of(INTERLEAVED) if row.text.plain == "Six Months Ended September 30, 2011"
    ]
    assert spanning == [2]


def _cells_of(text: str):
    (table,) = (block for block in parse(text, "page").blocks if isinstance(block, Table))
    return [cell for row in table.rows for cell in row.cells]


def test_a_head_over_two_columns_that_have_none_of_their_own_may_be_two():
    text = """\
                                      Three Months Ended September 30, 2012      Months Ended 2013
                                   Thousands of JPY Thousands of U.S. Dollars     Thousands of JPY
Network services                          3,950,858                  42,396            4,167,105
ATM operation business                      614,495                   7,258              713,411
"""
    assert not any(
        cell.text.plain.endswith("JPY Thousands of U.S. Dollars") for cell in _cells_of(text) if cell.colspan == 2
    )


def test_labels_are_measured_as_they_were_drawn_where_pages_are_converted():
    text = """\
                                                                       1H10           1H11
Net gains (losses) on sales of other investments -net                32,503           (170)
INCOME FROM OPERATIONS BEFORE INCOME TAX                          1,005,964      2,290,809
EXPENSE AND EQUITY IN NET INCOME OF EQUITY
METHOD INVESTEES
INCOME TAX EXPENSE                                                  280,210      1,055,254
"""
    label = "INCOME FROM OPERATIONS BEFORE INCOME TAX EXPENSE AND EQUITY IN NET INCOME OF EQUITY METHOD INVESTEES"
    assert label in [row[0] for row in cells(f"{text}\fThe end.\n")]


def test_lines_of_heads_that_begin_together_are_of_one_column_wherever_its_figures_stand():
    text = """\
                                       1H12          1H13        YoY % Change
                                       JPY millions  JPY millions
Total Revenues                       51,109        54,397        6.4
Network Services                     32,259        33,611        4.2
"""
    assert [row[1:] for row in cells(text)[:2]] == [
        ["1H12", "1H13", "YoY % Change"],
        ["JPY millions", "JPY millions", ""],
    ]


def test_heads_in_front_of_their_columns_are_no_labels():
    text = """\
                                             as of             as of     YoY
                                  Sep. 30, 2015     Sep. 30, 2016     Change
Internet connectivity services (Enterprise)        348,345          721,691         373,346
IIJ Mobile service (Enterprise)                    275,146          646,650         371,504
"""
    assert not any(row[0].startswith("Sep.") for row in cells(text))


def test_figures_that_are_broken_over_three_lines_of_narrow_cells_are_read_or_left():
    text = """\
                              1H10    1H11    1H12    2Q11
Balance                       27,3    △16,    168,    206,
                              63,7    720,     769     478
                                03     092
Net income                    757,    757,    859,     △10
                               575     575     277    1,70
                                                         2
Other comprehensive income     △13     △13             △13
                              9,08    9,08            9,08
                                 6       6               6
"""
    figures = {cell for row in cells(text) for cell in row[1:]}
    assert {"27,363,703", "△16,720,092"} <= figures or "27,3" in " ".join(figures)
