"""The HTML report: the page beside the findings, every figure linked both ways, no script, no network."""

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from iij_xbrl.present.findings.html import findings_html
from proofread import CONTRADICTORY, TRANSPOSED, checked

ACCEPTED = f"- finding: {TRANSPOSED}\n  decision: accepted\n  because: it <is> known\n  by: a reader\n"


@pytest.fixture
def page(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return html.document_fromstring(findings_html(checked(Path(), taxonomy), "error"))


def texts(found):
    return [" ".join(item.text_content().split()) for item in found]


def test_every_link_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    links = page.xpath("//a/@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_a_finding_leads_to_its_figures_and_each_figure_back(page):
    for number, figures in (("1", ["47,027", "47,206,508"]), ("2", ["34,272", "34,272,600"])):
        targets = page.xpath(f"//article[@id='f{number}']//ol[@class='places']//a/@href")
        marks = [page.get_element_by_id(target.removeprefix("#")) for target in targets]
        assert [mark.xpath("string(a)") for mark in marks] == figures
        assert all(mark.xpath("a/@href") == [f"#f{number}"] for mark in marks)


def test_the_suspect_is_told_from_the_others(page):
    assert page.get_element_by_id("l14c28").get("class") == "error suspect"
    assert page.get_element_by_id("l6c32").get("class") == "error"


def test_the_whole_page_is_shown_with_its_line_numbers(page):
    lines = [line for line in CONTRADICTORY.splitlines() if line.strip() and "---" not in line]
    assert len(page.xpath("//main//*[starts-with(@id, 'b') and contains(@id, 'r')]")) == len(lines)
    row = page.get_element_by_id("l6c32").getparent().getparent()
    assert texts(row.xpath("td|th")) == ["6", "Total revenues", "34,272,6002", "47,206,5081"]


def test_it_needs_no_script_and_no_network(page):
    assert page.xpath("//script|//link|//img|//*[@src]|//iframe") == []
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "url(" not in page.xpath("string(//style)")


def test_it_has_landmarks_headings_and_a_language(page):
    assert page.get("lang") == "en"
    assert [len(page.xpath(f"//{name}")) for name in ("header", "nav", "aside", "main", "h1")] == [1] * 5
    assert page.xpath("//aside/@aria-label") == ["Findings"]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_decided_findings_are_told_apart(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = html.document_fromstring(findings_html(checked(Path(), taxonomy, errata=ACCEPTED), "error"))
    (section,) = page.xpath("//section[@class='decided']")
    assert texts(section.xpath(".//dt|.//dd"))[-2:] == ["Accepted", "it <is> known (a reader)"]
    assert texts(page.xpath("//p[@class='summary']")) == ["Passes 1 difference of rounding, 1 decided in errata.yaml"]


def test_markup_of_the_release_stays_text(tmp_path, taxonomy):
    text = CONTRADICTORY.replace("### Statements", "See <script>alert(1)</script> & co.\n\n### Statements", 1)
    page = html.document_fromstring(findings_html(checked(tmp_path, taxonomy, text), "error"))
    assert page.xpath("//script") == []


def test_a_finding_without_figures_links_nowhere(tmp_path, taxonomy):
    errata = ACCEPTED.replace("47,027", "47,000")
    page = html.document_fromstring(findings_html(checked(tmp_path, taxonomy, errata=errata), "error"))
    (article,) = page.xpath("//article[contains(., 'errata-unused')]")
    assert article.xpath(".//a") == []
    assert f"{tmp_path / 'errata.yaml'}:1:1" in article.text_content()


def test_it_says_so_where_there_is_nothing(tmp_path, taxonomy):
    found = findings_html(checked(tmp_path, taxonomy, CONTRADICTORY.split("###")[1]), "error")
    assert "Nothing on this page contradicts anything else on it." in found
