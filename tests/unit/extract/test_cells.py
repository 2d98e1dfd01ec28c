"""What a table cell holds."""

from decimal import Decimal

import pytest

from iij_xbrl.extract.cells.cell import Cell, read_cell
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.read import parse
from iij_xbrl.reasons.written import DashAmongResidue, SeveralFigures, SignApart, TextBeside


def cell(printed: str) -> Cell:
    (table,) = parse(f"Line\t{printed}\t", "r").tables
    return read_cell(table.rows[0].texts[1])


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("", "empty"),
        ("34,272", "figure"),
        ("(301)", "figure"),
        ("5.8%", "figure"),
        ("-", "dash"),
        ("—", "dash"),
        ("_", "dash"),
        ("·", "residue"),
        ("•", "residue"),
        ("..", "residue"),
        ("JPY millions", "text"),
    ],
)
def test_the_kind_of_a_cell(printed, kind):
    assert cell(printed).kind == kind


def test_a_figure_stands_at_its_characters_in_the_cell_and_in_the_line():
    (figure,) = cell("34,272").figures
    assert (figure.text, figure.span.start, figure.span.end) == ("34,272", 0, 6)
    assert (figure.span.origin.start, figure.span.origin.end) == (5, 11)


def test_a_figure_in_bold_is_its_digits_only():
    (figure,) = cell("**34,272**").figures
    assert (figure.text, figure.span.start, figure.problem) == ("34,272", 2, None)


def test_a_dash_is_a_figure_of_zero():
    (figure,) = cell("-").figures
    assert figure.dash
    assert figure.value == Decimal(0)


def test_residue_holds_no_figure():
    assert cell("•").figures == ()


def test_a_dash_among_residue_is_damaged():
    (figure,) = cell("· -").figures
    assert figure.dash
    assert figure.problem == DashAmongResidue()


def test_two_figures_in_one_cell_are_damaged_both():
    figures = cell("4,775 4,715").figures
    assert [figure.text for figure in figures] == ["4,775", "4,715"]
    assert {figure.problem for figure in figures} == {SeveralFigures(2)}


def test_a_cell_with_two_figures_has_no_single_one():
    assert cell("4,775 4,715").figure is None


def test_a_sound_cell_has_a_single_figure():
    assert cell("4,775").figure == cell("4,775").figures[0]


def test_bad_groups_are_damaged():
    assert cell("4,77 ").figures[0].problem


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("JPY34,272", Unit(currency="JPY")), ("34,272 thousand", Unit(scale=3)), ("206,478 shares", Unit(count="shares"))],
)
def test_a_unit_beside_the_figure_is_the_cells_unit(printed, unit):
    (figure,) = cell(printed).figures
    assert (figure.unit, figure.problem) == (unit, None)


def test_the_name_of_a_measure_beside_the_figure_is_kept():
    (figure,) = cell("702.5 Gbps").figures
    assert (figure.measure, figure.value, figure.problem) == ("Gbps", Decimal("702.5"), None)


def test_other_signs_beside_the_figure_are_damage():
    assert cell("34,272 *~").figures[0].problem == TextBeside("*~")


def test_a_plus_in_front_of_the_figure_is_no_damage_and_one_behind_says_or_more():
    assert cell("+34,272").figures[0].problem is None
    assert cell("34,272+").figures[0].problem == SignApart("+")


def test_a_sentence_with_figures_is_a_text():
    assert cell("2,869 thousand of which 1,899 are not marketable").kind == "text"


def test_footnote_marks_are_no_figures():
    (figure,) = cell("34,272<sup>2</sup>").figures
    assert (figure.text, figure.problem) == ("34,272", None)


@pytest.mark.parametrize(
    ("printed", "ends", "percent"),
    [
        ("3.6% - 4.4%", ["3.6", "4.4"], True),
        ("33 - 36%", ["33", "36"], True),
        ("1.7 -4.4%", ["1.7", "4.4"], True),
        ("$1.34 to $154.14", ["1.34", "154.14"], False),
    ],
)
def test_the_ends_of_a_range_are_figures(printed, ends, percent):
    figures = cell(printed).figures
    assert [f"{figure.value}" for figure in figures] == ends
    assert [(figure.bound, figure.percent, figure.problem) for figure in figures] == [
        ("lower", percent, None),
        ("upper", percent, None),
    ]


@pytest.mark.parametrize("printed", ["2034 - 2044", "4.4% - 3.6%", "3.6% 4.4%", "12.5 - 3 units"])
def test_other_pairs_of_numbers_are_no_range(printed):
    assert not any(figure.bound for figure in cell(printed).figures)
