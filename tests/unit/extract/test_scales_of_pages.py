"""Scales that a page states once for all that follows, or nowhere, and heads of years behind a statement of units."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse
from iij_xbrl.read.file import File, Path
from iij_xbrl.read.html import read_html

SALES = "\n| | June 30, 2024 |\n|---|---|\n| Cash | $ 13,419,872 |\n| Loans | 2,268 |\n"
IN_FULL = {"13,419,872": ("USD", "0"), "2,268": ("USD", "0")}


def extracted(page: str) -> dict[str, tuple[str, str]]:
    """The unit and the scale of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: (row["unit"], row["scale"]) for row in rows if row["text"]}


def periods(page: str) -> dict[str, str]:
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def test_a_sentence_far_above_holds_for_all_tables() -> None:
    said = "Except as otherwise specified, amounts presented within tables are stated in millions. Sales rose."
    between = "\n\n".join(f"A sentence of note {number} that says nothing of units at all." for number in range(9))
    table = "\n| | June 30, 2024 |\n|---|---|\n| Cash | $ 1,600 |\n| Loans | 2,268 |\n"
    assert extracted(f"{said}\n\n{between}\n{table}") == {"1,600": ("USD", "6"), "2,268": ("USD", "6")}
    assert extracted(f"{between}\n{table}") == {"1,600": ("", ""), "2,268": ("", "")}


def test_a_page_that_states_no_scale_prints_in_full_what_its_sentences_do() -> None:
    assert extracted(f"We held cash of $13,419,872.\n{SALES}") == IN_FULL


@pytest.mark.parametrize(
    "said",
    [
        "We held cash of $13 million.",
        "We held cash of $13,419,872 thousand.",
        "We held cash of $13,419,872.\n\n(in thousands)",
        "We held cash of $13,419,872.\n\n| (in thousands) | June 30, 2023 |\n|---|---|\n| Goodwill | 1,700 |\n",
    ],
)
def test_a_scale_anywhere_says_that_it_may_hold(said: str) -> None:
    assert extracted(f"{said}\n{SALES}") != IN_FULL


def page(behind: str) -> bytes:
    title = "<p>IIJ</p><p>June 30, 2024</p><p>Dollars in millions</p>"
    table = "<table><tr><td></td><td>June 30, 2024</td></tr><tr><td>Cash</td><td>$1,600</td></tr></table>"
    rule = '<div style="page-break-before: always"></div>'
    return f"<html><body>{rule.join([title] * 4)}<p>Note</p>{behind}{table}</body></html>".encode()


def test_a_unit_in_the_head_of_every_page_holds_for_its_tables() -> None:
    text = "<p>What the notes say of cash takes a sentence of some length.</p>" * 9
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page(text))), Calendar(4), "JPY"))
    assert [(row["unit"], row["scale"]) for row in rows if row["text"]] == [("USD", "6")]


@pytest.mark.parametrize(
    "heads",
    [
        "| | Three Months Ended June 30, | |\n|---|---|---|\n| (In millions except share data) | 2024 | 2023 |",
        "| Three Months Ended June 30, | 2024 | 2023 |\n|---|---|---|",
    ],
)
def test_years_behind_a_unit_or_a_day_are_heads(heads: str) -> None:
    found = periods(f"{heads}\n| Sales | 1,600 | 1,500 |\n| Costs | 1,400 | 1,300 |\n")
    assert found["1,600"] == "2024-04-01/2024-06-30"
    assert found["1,300"] == "2023-04-01/2023-06-30"


def test_years_below_days_without_one_are_heads_behind_any_label() -> None:
    page = """
<table><tr><td></td><td>June 30,</td><td>March 31,</td></tr><tr><td>Issuer</td><td>2024</td><td>2023</td></tr>
<tr><td>Loans</td><td>1,600</td><td>1,500</td></tr></table>
"""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page.encode())), Calendar(4), "JPY"))
    assert [row["period"] for row in rows if row["text"]] == ["2024-06-30", "2023-03-31"]


def test_words_over_columns_beside_a_unit_are_heads() -> None:
    page = """
| | 2024 | | 2023 | |
|---|---|---|---|---|
| Description of Securities (Millions) | Cost | Fair Value | Cost | Fair Value |
| Bonds | $ 62 | $ 64 | $ 52 | $ 54 |
"""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    assert [row["header"].split(" > ")[-1] for row in rows if row["text"]] == ["Cost", "Fair Value"] * 2


@pytest.mark.parametrize(
    "title",
    [
        "Statements of Income (JPY thousands)",
        "Statements of Income (¥ in thousands, except per share data)",
        "Statements of Income (unaudited) (thousands of yen)",
        "Statements of Income [JPY thousands] (unaudited)",
        "損益計算書（単位：千円）",
    ],
)
def test_a_unit_behind_a_title_is_that_of_its_table(title: str) -> None:
    table = "\n| | June 30, 2024 |\n|---|---|\n| Total revenues | 1,600 |\n"
    (found,) = extract(parse(f"{title}\n{table}", "page"), Calendar(4), "JPY")
    assert found.section.unit is not None
    assert (found.section.unit.currency, found.section.unit.scale) == ("JPY", 3)
    assert found.section.titles[0] in ("Statements of Income", "Statements of Income (unaudited)", "損益計算書")
    assert extracted(f"{title}\n{table}")["1,600"] == ("JPY", "3")


def test_a_number_of_other_things_is_no_money() -> None:
    page = """
| (Dollars in millions) | Number of Securities | Fair Value |
|---|---|---|
| Total at June 30, 2024 | 53 | $ 699 |
"""
    assert extracted(page) == {"53": ("", ""), "699": ("USD", "6")}


def test_words_with_numbers_beside_a_unit_are_heads() -> None:
    page = """
Loans as of June 30, 2024:

| 2024 (Millions) | Current | 30-59 Days Past Due |
|---|---|---|
| Loans | $ 1,600 | $ 30 |
"""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    assert [(row["text"], row["header"]) for row in rows if row["text"]] == [
        ("1,600", "Current"),
        ("30", "30-59 Days Past Due"),
    ]


STATEMENT = "(in thousands)\n\n| | June 30, 2024 |\n|---|---|\n| Cash | $ {first} |\n| Assets | $ 93,419 |\n"


def statements(*firsts: str) -> str:
    return "\n\n".join(
        f"Statement of note {number}\n\n{STATEMENT.format(first=first)}" for number, first in enumerate(firsts)
    )


def note(*figures: str) -> str:
    rows = "\n".join(f"| Part {number} | $ {figure} |" for number, figure in enumerate(figures))
    return f"\n\nNote on parts\n\n| | June 30, 2024 |\n|---|---|\n{rows}\n"


def test_a_table_that_states_nothing_is_in_the_scale_of_the_statements_whose_figure_it_has() -> None:
    pages = statements("2,268", "6,021", "7,035")
    assert extracted(pages + note("2,200", "2,268"))["2,200"] == ("USD", "3")
    assert extracted(pages + note("2,200", "2,269"))["2,200"] == ("", "")


def test_where_several_tables_have_such_figures_so_do_all_with_signs() -> None:
    pages = statements("2,268", "6,021", "7,035")
    pages += note("2,268", "1") + note("6,021", "2") + note("7,035", "3")
    assert extracted(pages + note("2,200"))["2,200"] == ("USD", "3")
    assert extracted(pages + note("2,200,111"))["2,200,111"] == ("", "")


def test_statements_of_several_scales_tell_nothing_of_others() -> None:
    pages = statements("2,268", "6,021", "7,035").replace("(in thousands)", "(in millions)", 1)
    assert extracted(pages + note("2,200", "6,021"))["2,200"] == ("", "")


@pytest.mark.parametrize(
    "said",
    [
        "(unaudited; tabular dollars in millions, except per share data)",
        "(Dollars in tables in millions, except per share amounts)",
        "Amounts are in millions of U.S. Dollars except as otherwise noted.",
    ],
)
def test_what_is_said_of_tables_holds_for_all_that_follow(said: str) -> None:
    between = "\n\n".join(f"A sentence of note {number} that says nothing of units at all." for number in range(9))
    assert extracted(f"{said}\n\n{between}{note('2,200')}")["2,200"] == ("USD", "6")


def test_whole_dollars_are_no_millions() -> None:
    page = "Amounts are in millions except as otherwise noted.\n\n"
    page += "| (in whole dollars) | June 30, 2024 |\n|---|---|\n| Claims | $ 59,200 |\n"
    assert extracted(page) == {"59,200": ("USD", "0")}


def test_a_balance_below_a_year_ties_a_table_to_the_statements() -> None:
    stating = (
        "\n(in millions)\n\n| | June 30, 2024 |\n|---|---|\n| Cash | $ 1,600 |\n| Other liabilities | $ 78,304 |\n"
    )
    noted = "\n| | Year ended June 30, 2024 |\n|---|---|\n| Taxes payable | $ 26,601 |\n| Total | $ {total} |\n"
    page = f"{stating}\nNote one.\n{stating}\nNote two.\n{stating}\nOther current liabilities were as follows:\n{noted}"
    assert extracted(page.format(total="78,304"))["26,601"] == ("USD", "6")
    assert extracted(page.format(total="77,304"))["26,601"] == ("", "")


def test_a_sign_of_another_currency_here_and_there_leaves_that_of_the_page() -> None:
    rows = "".join(f"| Item {number} | $ 1,{number} |\n" for number in range(100, 120))
    head = "| | June 30, 2024 |\n|---|---|\n"
    page = f"\n(in millions)\n\n{head}{rows}| Euro notes | € 750 |\n\nSegments in {{what}}:\n\n{head}| Sales | 331 |\n"
    assert extracted(page.format(what="millions"))["331"] == ("USD", "6")
    assert extracted(page.format(what="millions of euros"))["331"] == ("", "")
