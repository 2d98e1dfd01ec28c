"""A row that the taxonomy does not know comes with the lines that would make it known."""

import pytest

from iij_xbrl.map import Suggestion
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report, values

PLACE = """\
places:
- role: Income
  title: {en: Statements of Income, ja: 損益計算書}
  defaults: {type: monetary, period: duration, balance: debit}
  lines:
  - Sales: {en: Sales of goods and services, ja: 売上高}
  - CostOfSales: {en: Cost of sales, ja: 売上原価}
"""
PAGE = (
    "Statements of Income\n\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\n"
    "Sales of goods and services\t100\t120\nCost of sales\t60\t70\n{label}\t30\t40\n"
)
HALF = "2011-04-01/2011-09-30"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("income"), PLACE)


def suggested(taxonomy: Taxonomy, label: str) -> Suggestion:
    (found,) = report(PAGE.format(label=label), taxonomy).suggestions
    return found


def test_the_file_the_line_above_and_the_words_to_add_are_named(taxonomy):
    found = suggested(taxonomy, "Moon landings")
    assert (found.file, found.role, found.behind, found.span.origin.line) == ("place0.yaml", "Income", "CostOfSales", 7)
    assert found.add == '- MoonLandings: {en: Moon landings, ja: "..."}'
    assert found.renamed == ""


def test_what_is_suggested_makes_the_row_a_fact(taxonomy, tmp_path):
    page = PAGE.format(label="Moon landings")
    grown = compiled(tmp_path, PLACE + "  " + suggested(taxonomy, "Moon landings").add + "\n")
    assert values(report(page, grown), "MoonLandings")[HALF] == "40000"
    assert report(page, grown).suggestions == ()


def test_a_label_much_like_a_known_one_may_be_its_new_name(taxonomy):
    found = suggested(taxonomy, "Sales of goods and of services")
    assert found.renamed == "Sales: {printed: [..., Sales of goods and of services]}"


@pytest.mark.parametrize("label", ["Loss, net: other", "[R&D] #1", "'Quoted'"])
def test_a_label_that_yaml_would_misread_is_quoted(taxonomy, tmp_path, label):
    grown = compiled(tmp_path, PLACE + "  " + suggested(taxonomy, label).add + "\n")
    assert report(PAGE.format(label=label), grown).suggestions == ()


def test_a_label_is_suggested_once_however_often_it_is_printed(taxonomy):
    page = PAGE.format(label="Moon landings") + "\n" + PAGE.format(label="Moon landings")
    assert len(report(page, taxonomy).suggestions) == 1


def test_a_japanese_label_is_suggested_as_one_and_makes_the_row_a_fact(taxonomy, tmp_path):
    page = (
        "損益計算書\n\n\t2011年3月期\t2012年3月期\n\t百万円\t百万円\n"
        "１．売上高\t100\t120\n２．売上原価\t60\t70\n３．月面基地費用\t30\t40\n"
    )
    (found,) = report(page, taxonomy).suggestions
    assert (found.behind, found.add) == ("CostOfSales", '- NewLineItem: {en: "...", ja: "３．月面基地費用"}')
    grown = compiled(tmp_path, PLACE + "  " + found.add.replace("...", "Moon base costs") + "\n")
    assert values(report(page, grown), "NewLineItem")["2011-04-01/2012-03-31"] == "40000000"


def test_the_number_of_a_japanese_label_is_no_figure(taxonomy):
    page = "損益計算書\n\n\t2011年3月期\t2012年3月期\n\t百万円\t百万円\n１．売上高\t100\t120\n２．売上原価\t60\t70\n"
    found = report(page, taxonomy)
    assert [item.status for item in found.leftovers if item.text in {"１", "２", "1", "2"}] == ["not-a-fact"] * 2


def test_known_rows_and_unknown_tables_suggest_nothing(taxonomy):
    page = "Tides\n\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nHigh\t1\t2\nLow\t3\t4\n"
    assert report(page, taxonomy).suggestions == ()
