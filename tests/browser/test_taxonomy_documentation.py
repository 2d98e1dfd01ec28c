"""The documentation of the taxonomy as a person opens it: it searches without a network, and leads to each concept."""

import pytest

from examples import shipped
from iij_xbrl.present.taxonomy_page import taxonomy_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def documentation(tmp_path_factory):
    path = tmp_path_factory.mktemp("taxonomy") / "taxonomy.html"
    path.write_text(taxonomy_page(shipped()), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [390, 1280])
def test_it_opens_from_a_file_and_asks_for_nothing_else(visit, documentation, width):
    opened = visit(documentation, width)
    assert opened.requests == [documentation.as_uri()]
    assert opened.errors == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("us-gaap:OperatingIncomeLoss", "OperatingIncome"),
        ("持分法 投資利益", "EquityInNetIncomeOfEquityMethodInvestees"),
        ("ＡＴＭ運営事業売上高", "AtmOperationBusinessRevenue"),
        ("PaymentsToAcquirePropertyPlantAndEquipment", "PurchaseOfPropertyAndEquipment"),
    ],
)
def test_it_finds_by_words_of_either_language_and_by_elements(visit, documentation, words, found):
    page = visit(documentation).page
    page.get_by_role("searchbox", name="Search").fill(words)
    shown = page.locator("details.concept:visible")
    assert found in shown.evaluate_all("all => all.map(one => one.id)")
    assert page.locator("output").inner_text() == f"{shown.count()} found"
    assert shown.count() < 20


def test_what_is_not_there_is_not_found(visit, documentation):
    page = visit(documentation).page
    page.get_by_role("searchbox").fill("moon landing")
    assert page.locator("details.concept:visible").count() == 0
    assert page.locator("output").inner_text() == "0 found"


def test_a_link_opens_its_concept_also_while_others_are_searched(visit, documentation):
    page = visit(documentation).page
    page.get_by_role("searchbox").fill("goodwill")
    page.evaluate("location.hash = 'NetIncome'")
    page.wait_for_function("document.getElementById('NetIncome').open")
    assert page.locator("#NetIncome .body").is_visible()
    assert page.get_by_role("searchbox").input_value() == ""
