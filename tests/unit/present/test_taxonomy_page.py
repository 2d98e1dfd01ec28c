"""The documentation of a taxonomy: every concept once, with all that is known of it, and links that lead somewhere."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from examples import shipped
from iij_xbrl.cli import main
from iij_xbrl.present.taxonomy_page import VERBS, taxonomy_page


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(taxonomy_page(shipped()))


def words(found: html.HtmlElement) -> str:
    return " ".join(found.text_content().split())


def test_every_concept_stands_on_it_once(page):
    names = page.xpath("//details[contains(@class, 'concept')]/@id")
    assert sorted(names) == sorted(shipped().concepts)


def test_every_link_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= set(ids)


def test_a_concept_says_all_that_is_known_of_it(page):
    told = words(page.get_element_by_id("InterestExpense"))
    assert "Interest expense 支払利息 InterestExpense duration debit monetary" in told
    assert "positive: debit" in told
    assert "jppfs_cor:InterestExpensesNOE" in told
    assert f"Consolidated Statements of IncomeInterest expense; 支払利息{VERBS['opposite']}" in told
    assert "OtherIncomeNet = DividendIncome? + InterestIncome? - InterestExpense?" in told
    assert page.get_element_by_id("InterestExpense").getparent().get("id") == "place-IncomeStatement"


def test_an_amount_without_balance_says_why(page):
    assert "no balance: an effect on cash: inflows are positive" in words(page.get_element_by_id("DividendsPaid"))


def test_it_says_what_signs_mean_and_the_language_of_each_text(page):
    (policy,) = page.xpath("//section[@class='policy']")
    assert "an outflow negative" in words(policy)
    assert policy.xpath("p/@lang") == ["ja"]
    assert set(page.xpath("//details//p/@lang")) == {"en", "ja"}


def test_the_command_writes_it(tmp_path):
    target = tmp_path / "taxonomy.html"
    done = CliRunner().invoke(main, ["taxonomy", "document", "-o", str(target)])
    assert done.exit_code == 0
    assert Path(target).read_text(encoding="utf-8") == taxonomy_page(shipped())
