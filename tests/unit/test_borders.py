"""What a text may hold where it leaves the program."""

import json

import pytest

from iij_xbrl.borders import csv_cell, csv_row, from_csv_cell, json_text, terminal_text, xml_text


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x0b", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_does_not_allow_becomes_a_space(char):
    assert xml_text(f"a{char}b") == "a b"


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x08", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ufeff", "\r"])
def test_what_a_terminal_obeys_becomes_a_sign_of_the_same_length(char):
    shown = terminal_text(f"a{char}b")
    assert len(shown) == 3
    assert char not in shown


def test_line_feeds_and_other_letters_stay():
    assert terminal_text("営業利益\t2,448\n") == "営業利益\t2,448\n"


def test_json_keeps_its_values():
    text = json.dumps("a\u202e\x9bb", ensure_ascii=False)
    assert "\u202e" not in json_text(text)
    assert json.loads(json_text(text)) == "a\u202e\x9bb"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "- Revenue", "-IIJ"])
def test_a_formula_is_text_in_a_spreadsheet_and_comes_back(cell):
    assert csv_cell(cell) == f"'{cell}"
    assert from_csv_cell(csv_cell(cell)) == cell


@pytest.mark.parametrize("cell", ["", "-", "-1,234", "+12.5%", "-1.5 %", "1E-7", "Revenue", "(1,234)", "'quoted"])
def test_numbers_dashes_and_words_stay(cell):
    assert csv_cell(cell) == cell
    assert from_csv_cell(cell) == cell


def test_a_row_is_made_of_cells():
    row = ["Revenue", "", "-1,234", "- Revenue", "=1+1", "\t=1"]
    assert csv_row(row) == list(map(csv_cell, row)) == ["Revenue", "", "-1,234", "'- Revenue", "'=1+1", "'\t=1"]
