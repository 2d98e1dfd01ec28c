"""What a finding says, and how grave it is: row arithmetic, condensed tables, one wrong total, expected values."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.prove import prove
from support import report

TITLE = "Statements of Income\n\n"
HEADER = TITLE + "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
SYSTEMS = HEADER + "Network services revenue\t20,100\t30,400\nSystems integration revenue\t12,400\t14,200\n"
SYSTEMS += "Total revenues\t32,500\t{total}\n"
CHANGE = "Operating Results Summary\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n"
CHANGE += "Total Revenues\t33,100\t37,300\t{change}\nOperating Income\t1,180\t2,310\t95.8\n"


@pytest.fixture(scope="module")
def changes():
    return load_taxonomy()


def found(taxonomy, page):
    return prove(report(page, taxonomy), taxonomy)


def test_one_wrong_total_is_one_finding_that_says_so(taxonomy):
    (finding,) = found(taxonomy, SYSTEMS.format(total="66,200"))
    assert (finding.code, finding.severity, finding.expected) == ("open-relation", "error", "44,600")
    assert finding.message.startswith(
        "'Total revenues' 66,200 is not the sum of 'Network services revenue' 30,400 and "
    )
    assert finding.suspects[0].text == "66,200"


def test_a_sum_that_holds_is_no_finding(taxonomy):
    assert found(taxonomy, SYSTEMS.format(total="44,600")) == ()


@pytest.mark.parametrize("change", ["82.7", "1.27", "(12.7)"])
def test_a_change_that_its_row_contradicts_is_an_error(changes, change):
    (finding,) = found(changes, CHANGE.format(change=change))
    assert (finding.severity, finding.suspects[0].text) == ("error", change)
    assert " is not the change from 33,100 to 37,300: that is 12." in finding.message


def test_a_change_that_is_a_correct_rounding_is_no_finding(changes):
    assert found(changes, CHANGE.format(change="12.7")) == ()


LOSS = "Operating Results Summary\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n"
LOSS += "Operating Income (Loss)\t{before}\t{now}\t{change}\n"


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [("(180)", "(90)", "50.0"), ("(180)", "(90)", "(50.0)"), ("(180)", "310", "272.2"), ("180", "(90)", "(150.0)")],
)
def test_of_a_change_against_a_loss_the_size_is_told(changes, before, now, change):
    assert found(changes, LOSS.format(before=before, now=now, change=change)) == ()


@pytest.mark.parametrize(
    ("before", "now", "change"), [("(180)", "(90)", "58.0"), ("(180)", "310", "872.2"), ("180", "(90)", "150.0")]
)
def test_a_change_of_another_size_is_an_error_and_against_a_profit_one_of_another_sign(changes, before, now, change):
    (finding,) = found(changes, LOSS.format(before=before, now=now, change=change))
    assert (finding.severity, finding.suspects[0].text) == ("error", change)


CONDENSED = HEADER + "Network services revenue\t{before}\t{now}\nTotal revenues\t32,500\t44,600\n"


def test_a_table_that_leaves_lines_out_in_every_column_is_no_failed_sum(taxonomy):
    assert found(taxonomy, CONDENSED.format(before="20,100", now="30,400")) == ()


@pytest.mark.parametrize(("before", "now"), [("32,500", "30,400"), ("20,100", "48,400"), ("38,500", "48,400")])
def test_a_sum_of_a_part_fails_where_left_out_lines_do_not_explain_it(taxonomy, before, now):
    """Where one column closes nothing is left out, and revenues that are left out are not negative."""
    assert {item.severity for item in found(taxonomy, CONDENSED.format(before=before, now=now))} == {"error"}


def test_what_is_expected_is_in_the_scale_of_the_figure_and_the_name_holds_what_contradicts_it(taxonomy):
    exact = TITLE + "\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nTotal revenues\t32,500,100\t44,600,400\n"
    page = exact + "Total costs\t30,000,000\t33,000,000\n\n# Summary\n\n" + HEADER[len(TITLE) :]
    (finding,) = found(taxonomy, page + "Total revenues\t32,500\t46,400\nTotal costs\t30,000\t33,000\n")
    assert (finding.suspects[0].text, finding.expected, finding.named_by) == ("46,400", "44,600", "44,600,400")


def test_a_rounding_says_which_it_is(taxonomy):
    exact = TITLE + "\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nTotal revenues\t32,500,100\t44,600,900\n"
    page = exact + "Total costs\t30,000,000\t33,000,000\n\n# Summary\n\n" + HEADER[len(TITLE) :]
    (finding,) = found(taxonomy, page + "Total revenues\t32,500\t44,600\nTotal costs\t30,000\t33,000\n")
    assert (finding.severity, finding.expected) == ("rounding", "44,601")
    assert finding.message.endswith(": cut off")


def test_nothing_expects_what_is_printed(taxonomy):
    for finding in found(taxonomy, SYSTEMS.format(total="66,200")):
        for place, wanted in zip(finding.suspects, finding.wanted, strict=True):
            assert wanted is None or wanted.text != place.text


EXACT = TITLE + "\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nTotal revenues\t32,500,100\t44,600,700\n"
BY_PERIOD = """# Consolidated Results of Operations

\tTotal Revenues\tOperating Income
\tJPY millions\tJPY millions
Six months ended September 30, 2011\t44,601\t2,130
Six months ended September 30, 2010\t32,500\t1,180
"""


@pytest.mark.parametrize(("cost", "how"), [("32,999,900", "cut off"), ("33,000,300", "rounded up")])
def test_a_relation_off_by_rounding_says_which_it_is(changes, cost, how):
    margin = {"cut off": "11,600", "rounded up": "11,601"}[how]
    rows = f"Total Revenues\t32,500\t44,601\nGross Margin\t2,500\t{margin}\n"
    page = f"{EXACT}Total cost\t30,000,000\t{cost}\n\n# Summary\n\n{HEADER[len(TITLE) :]}{rows}"
    (finding,) = found(changes, page)
    assert (finding.severity, finding.how) == ("rounding", how)
    assert finding.message.endswith(f": {how}")


def test_a_figure_in_a_table_of_periods_is_named_by_its_row(changes):
    page = f"{EXACT}Operating income\t1,180,000\t2,310,000\n\n{BY_PERIOD}"
    (finding,) = found(changes, page)
    assert finding.message.startswith("'Six months ended September 30, 2011' 2,130, but 2,310,000 on ")


def test_a_condensed_table_leaves_lines_out_though_a_sentence_tells_its_total_too(changes):
    page = """\
Internet Initiative Japan Inc.: First Six Months Financial Results for the Fiscal Year Ending March 31, 2012

Total revenues were JPY44,600 million, up 37.2% YoY.

### Operating Results Summary

\t1H10\t1H11
\tJPY millions\tJPY millions
Total Revenues\t32,500\t44,600
Network Services\t20,100\t30,400
SI\t11,900\t13,700
"""
    assert [item for item in found(changes, page) if item.severity == "error"] == []
