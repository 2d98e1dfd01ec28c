"""Tables with commas or semicolons, as spreadsheets export them."""

from pathlib import Path

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.read.csv_table import is_csv
from iij_xbrl.read.document import Document
from iij_xbrl.read.formats import read


def document(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read(path)


def rows(found: Document) -> list[list[str]]:
    (table,) = found.tables
    return [[cell.text.plain for cell in row.cells] for row in table.rows]


PAGE = ',1H10,1H11\nJPY millions,,\n"Revenues","34,272","47,207"\n"Other, net",(195),-\n'


def test_quoted_figures_keep_their_commas(tmp_path):
    assert rows(document(tmp_path, PAGE))[-2:] == [["Revenues", "34,272", "47,207"], ["Other, net", "(195)", "-"]]


def test_a_place_is_line_and_column_of_the_file(tmp_path):
    (table,) = document(tmp_path, PAGE).tables
    assert str(table.rows[-2].cells[2].text.span.origin) == "3:22"


def test_a_field_over_two_lines_keeps_the_lines_behind_it_in_place(tmp_path):
    (table,) = document(tmp_path, ',1H10,1H11\n"Interest\nincome",5,7\nCosts,8,9\n').tables
    assert [str(row.cells[1].text.span.origin) for row in table.rows[1:]] == ["3:9", "4:7"]


def test_semicolons_and_line_ends_of_windows(tmp_path):
    assert rows(document(tmp_path, ";1H10;1H11\r\nRevenues;34,272;47,207\r\nCosts;1;2\r\n"))[1] == [
        "Revenues",
        "34,272",
        "47,207",
    ]


def test_fields_in_quotes_between_tabs_are_read_without_them(tmp_path):
    found = document(tmp_path, '"*2. ""Cloud"" is new."\n\n\t1H10\t1H11\nRevenues\t"34,272"\t"47,207"\n')
    assert rows(found)[-1] == ["Revenues", "34,272", "47,207"]
    assert '"Cloud" is new' in found.blocks[0].lines[0].plain


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_unicode_text_of_spreadsheets_is_read_without_its_quotation_marks(tmp_path, encoding):
    mark = "" if encoding == "utf-16" else "\ufeff"
    path = tmp_path / "table.txt"
    path.write_bytes((mark + '"*2. ""Cloud"" is new."\r\n\r\n\t1H10\t1H11\r\nRevenues\t34,272\t5\r\n').encode(encoding))
    assert read(path).blocks[0].lines[0].raw == '*2. "Cloud" is new.'


def test_a_text_with_tabs_and_quotations_keeps_its_quotation_marks():
    assert not is_csv(b'"We grew," said the president.\n\n\t1H10\t1H11\n"Cloud"\t34,272\t47,207\n')


def test_running_text_is_no_table_with_commas():
    text = (
        b"Tokyo, November 8, 2011\nRevenues were JPY47,207 million, up 37.7%.\nCosts, too, rose to JPY44,759 million.\n"
    )
    assert not is_csv(text)


def test_a_quotation_mark_that_is_never_closed_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"csv:4: a quotation mark that is never closed"):
        document(tmp_path, ',1H10,1H11\nRevenues,5,7\nCosts,8,9\n"Net,1,2\n')


@pytest.mark.parametrize("guarded", ["'{}", '"=""{}"""'])
def test_a_figure_that_a_program_guards_is_the_figure_at_its_place(tmp_path, guarded):
    page = ",1H10,1H11\n" + ",".join(["Other", guarded.format("(195)"), guarded.format("-")]) + "\nCosts,8,9\n"
    (table,) = document(tmp_path, page).tables
    _, figure, dash = (cell.text for cell in table.rows[1].cells)
    assert (figure.plain, dash.plain) == ("(195)", "-")
    assert page.splitlines()[1][figure.span.origin.start : figure.span.origin.end] == "(195)"


def test_an_apostrophe_in_front_of_a_word_stays(tmp_path):
    found = rows(document(tmp_path, "'Other,1H10,1H11\n'Other',5,7\nCosts,8,9\n"))
    assert [row[0] for row in found] == ["'Other", "'Other'", "Costs"]


SAVED = ",1H10,1H11\nShareholders\u2019 equity \u2014 total,34272,47207\nOther,195,-\n"


def test_what_a_spreadsheet_saved_as_windows_1252_is_read_and_said(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(SAVED.encode("cp1252"))
    found = read(path)
    assert rows(found)[1] == ["Shareholders\u2019 equity \u2014 total", "34272", "47207"]
    assert found.left_out == ("the file is no UTF-8 and was read as Windows-1252",)


@pytest.mark.parametrize("data", [SAVED.encode() + b"\xe9,1,2\n", SAVED.encode("cp1252") + b"\x81,1,2\n"])
def test_a_table_that_is_damaged_or_in_no_encoding_is_refused(tmp_path, data):
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match="not valid UTF-8"):
        read(path)


def test_a_japanese_table_without_a_mark_is_refused_by_the_name_of_its_encoding(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(",1H10,1H11\n売上の合計,34272,47207\nその他,195,-\n".encode("cp932"))
    with pytest.raises(InputError, match="Shift_JIS"):
        read(path)


def test_names_that_data_frames_give_to_columns_without_a_header_are_no_headers(tmp_path):
    found = document(tmp_path, "Unnamed: 0,1H10,1H11\nRevenues,34272,47207\nCosts,27431,37971\n")
    assert rows(found)[0] == ["", "1H10", "1H11"]
