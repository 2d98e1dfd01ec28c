"""Columns whose cells hold an amount and its translation become two."""

from support import table, tables

TRANSLATED = """\
## Results for 1H11

\tActual\tTarget
Sales\tJPY5,200 million ($67.5 million)\tJPY5,000 million
Costs\tJPY4,800 million ($62.3 million)\tJPY4,700 million
"""


def test_an_amount_and_its_translation_stand_in_columns_of_their_own():
    found = table(TRANSLATED)
    told = [[(item.figure.text, item.figure.unit.currency) for item in row.figures] for row in found.rows]
    assert told == [
        [("5,200", "JPY"), ("67.5", "USD"), ("5,000", "JPY")],
        [("4,800", "JPY"), ("62.3", "USD"), ("4,700", "JPY")],
    ]
    assert all(item.figure.problem is None and item.figure.value > 0 for row in found.rows for item in row.figures)
    assert [column.label for column in found.columns] == ["Actual", "Actual", "Target"]


def test_two_amounts_in_one_currency_stay_in_one_cell():
    (found,) = tables(TRANSLATED.replace("$", "JPY"))
    assert all(item.figure.problem for row in found.rows for item in row.figures[:2])
