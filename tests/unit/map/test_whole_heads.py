"""A header counts with all of its rows, and a number in a label is said of by what stands beside it."""

from examples import shipped
from support import report, values

DIVIDENDS = """\
## Dividends

\tDividend per Shares\t\t
\t1Q-end 2Q-end Total\t\t
\tJPY\tJPY\tJPY
Fiscal year ended March 31, 2011\t-\t1,250.00\t1,250.00
"""
SHEET = """\
## Consolidated Balance Sheets

\tAs of March 31, 2009\tAs of September 30, 2009
\tThousands of JPY\tThousands of JPY
Cash and cash equivalents\t10,187,724\t10,789,017
GUARANTEE DEPOSITS\t2,072,652\t2,082,460
Deferred tax assets —Noncurrent\t2,253,464\t2,240,080
OTHER ASSETS, net of allowance for doubtful accounts of JPY\t\t
"""


def test_the_first_row_of_a_header_alone_names_no_line():
    assert values(report(DIVIDENDS, shipped()), "DividendsPerShare") == {}


def test_a_phrase_behind_a_day_is_not_said_of_the_figures_in_front_of_it():
    """The label has lost its first words, which say whose allowance the first two amounts are."""
    label = (
        "72,800 thousand and JPY 78,832 thousand at March 31, 2009 and September 30, 2009, respectively, and net of"
        " loan loss valuation allowance of JPY 16,701 thousand at March 31, 2009 and September"
    )
    found = report(f"{SHEET}{label}\t1,742,078\t1,647,459\nTOTAL\t52,301,199\t51,389,402\n", shipped())
    assert set(values(found, "LoanLossValuationAllowance").values()) <= {"16701000"}


def test_a_phrase_in_front_of_a_day_is_not_said_of_what_other_words_behind_it_name():
    """A conversion has run the labels of several rows together."""
    label = (
        "Common-stock - authorized, 377,600 shares; issued and outstanding, 206,478 shares at March 31, 2009 and"
        " September 30, 2009 Treasury stock - 3,934 shares held by the company at March 31, 2009"
    )
    found = report(f"{SHEET}{label}\t16,833,847\t16,833,847\nTOTAL\t52,301,199\t51,389,402\n", shipped())
    assert set(values(found, "CommonStockSharesIssued").values()) <= {"206478"}


def test_a_phrase_is_not_said_of_the_figures_of_the_next_clause():
    """The words in front of the second figure are broken, so that nothing says what it counts."""
    label = (
        "Common-stock - authorized, 377,600 shares; is-sued and outstanding, 206,478 shares at March 31, 2009 and"
        " September 30, 2009"
    )
    whole = "".join(SHEET.splitlines(keepends=True)[:5])
    found = report(f"{whole}{label}\t16,833,847\t16,833,847\nTOTAL\t52,301,199\t51,389,402\n", shipped())
    assert set(values(found, "CommonStockSharesAuthorized").values()) == {"377600"}


def test_a_phrase_is_said_of_the_figures_for_each_day():
    label = (
        "Accounts receivable, net of allowance for doubtful accounts of JPY44,002 thousand at March 31, 2009 and"
        " JPY75,066 thousand at September 30, 2009"
    )
    whole = "".join(SHEET.splitlines(keepends=True)[:5])
    found = report(f"{whole}{label}\t16,431,374\t14,452,571\nTOTAL\t52,301,199\t51,389,402\n", shipped())
    assert set(values(found, "AllowanceForDoubtfulAccountsReceivable").values()) == {"44002000", "75066000"}


def test_a_head_over_the_labels_that_a_spreadsheet_makes_up_says_nothing():
    title = "# Internet Initiative Japan\n\n## Operating Results Summary\n\n"
    rows = "\tJPY millions\tJPY millions\nTotal revenues\t34,272\t47,207\nCost of revenues\t27,431\t37,971\n"
    made_up, other = (f"{title}{head}\t1H10\t1H11\n{rows}" for head in ("Column1", "Rivalco"))
    assert set(values(report(made_up, shipped()), "Revenues").values()) == {"34272000000", "47207000000"}
    assert values(report(other, shipped()), "Revenues") == {}


def test_a_line_in_which_a_bracket_ends_is_no_title_of_the_sentences_below_it():
    """Figures of a column beside it have torn a paragraph."""
    text = (
        "Internet Initiative Japan Inc.\nFirst half of FY2016 (from April 1, 2016 to September 30, 2016), results\n\n"
    )
    torn = "Cost of network services revenue was JPY36,715 million, up 20.4% YoY (JPY30,501 million for\n\n281,938\n\n"
    rest = "1H15). The increase was mainly because costs increased along with\n\n"
    last = "Operating income was JPY1,948 million, down 24.0% YoY (JPY2,563 million for 1H15).\n"
    found = values(report(text + torn + rest + last, shipped()), "OperatingIncome")
    assert found.get("2015-04-01/2015-09-30") in {None, "2563000000"}
