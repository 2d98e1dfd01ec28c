"""What a page does not say itself is no fact: text struck out, quoted, set as code or commented out."""

import pytest

from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from support import INCOME, compiled, facts, report, unmapped, values

PROSE = "phrases:\n- Revenues: [revenues]\n"
HALF = "2011-04-01/2011-09-30"
HEAD = "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
TABLE = f"{HEAD}Total revenues\t33,100\t45,800\nOperating income\t1,180\t2,310\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("apart"), INCOME, prose=PROSE)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("> Revenues were JPY99,000 million.", "quoted"),
        ("```\nRevenues were JPY99,000 million.\n```", "set as code"),
        ("<!-- Revenues were JPY99,000 million. -->", "commented out"),
        ("<!--\nRevenues were JPY99,000 million.\n-->", "commented out"),
        ("~~Revenues were JPY99,000 million.~~", "struck out"),
        ("<del>Revenues were JPY99,000 million.</del>", "struck out"),
    ],
)
def test_a_sentence_that_is_set_apart_is_no_statement(taxonomy, text, how):
    found = report(f"## 1H11 results\n\n{text}\n\nRevenues were JPY45,800 million.\n\n{TABLE}", taxonomy)
    assert set(values(found, "Revenues")[HALF].split()) == {"45800000000"}
    assert how in unmapped(found)["99,000"]


@pytest.mark.parametrize("style", ["```\n{}```\n", "<!--\n{}-->\n"])
def test_a_table_that_is_set_apart_holds_no_facts(taxonomy, style):
    assert not list(facts(report(f"## Statements of income\n\n{style.format(TABLE)}", taxonomy)))


def test_a_struck_cell_closes_its_row_alone(taxonomy):
    page = f"## Statements of income\n\n{TABLE.replace('45,800', '~~45,300~~')}"
    found = report(page, taxonomy)
    assert values(found, "Revenues") == {}
    assert values(found, "OperatingIncome")[HALF] == "2310000000"


def test_a_bullet_that_looks_like_an_arrow_is_no_quotation(taxonomy):
    page = f"## 1H11 results\n\n>Revenues were JPY45,800 million.\n\n{TABLE}"
    assert "45,800" not in unmapped(report(page, taxonomy))


@pytest.mark.parametrize(
    "cell", ["<s>45,300</s>", "<strike>45,300</strike>", "<span style='text-decoration: line-through'>45,300</span>"]
)
def test_struck_cells_of_pages_are_none(taxonomy, tmp_path, cell):
    row = "<tr><td>Total revenues</td><td>33,100</td><td>{}</td></tr>"
    page = tmp_path / "page.html"
    page.write_text(
        "<h2>Statements of income of Test Co.</h2><table><tr><td></td><td>1H10</td><td>1H11</td></tr>"
        "<tr><td></td><td>JPY millions</td><td>JPY millions</td></tr>"
        + row.format(cell)
        + "<tr><td>Operating income</td><td>1,180</td><td>2,310</td></tr></table>",
        encoding="utf-8",
    )
    found = report_of(read(page), taxonomy)
    assert values(found, "Revenues") == {}
    assert values(found, "OperatingIncome")[HALF] == "2310000000"


HTML = "<html><body><h2>Statements of income</h2>{}</body></html>"
HTML_TABLE = (
    "<table><tr><th></th><th>1H10</th><th>1H11</th></tr><tr><th></th><th>JPY millions</th><th>JPY millions</th></tr>"
    "<tr><td>Total revenues</td><td>33,100</td><td>45,800</td></tr></table>"
)


def read_page(tmp_path, taxonomy, body):
    page = tmp_path / "page.html"
    page.write_text(HTML.format(body))
    return report_of(read(page), taxonomy)


def test_what_a_page_quotes_is_none_of_its_facts(taxonomy, tmp_path):
    quoted = "<blockquote><p>Revenues were JPY3,100 million.</p></blockquote>"
    found = read_page(tmp_path, taxonomy, f"{HTML_TABLE}{quoted}")
    assert values(found, "Revenues")[HALF] == "45800000000"
    assert "quoted" in unmapped(found)["3,100"]


def test_a_page_that_is_set_in_as_a_whole_quotes_nobody(taxonomy, tmp_path):
    found = read_page(
        tmp_path, taxonomy, f"<blockquote>{HTML_TABLE}<p>Toys sold well in both halves of the year.</p></blockquote>"
    )
    assert values(found, "Revenues")[HALF] == "45800000000"


@pytest.mark.parametrize("words", ["said the rival", "the rival said", "says a report"])
def test_what_somebody_is_quoted_to_say_is_no_statement(taxonomy, words):
    found = report(f'## 1H11 results\n\n"Revenues were JPY3,200 million," {words}.\n\n{TABLE}', taxonomy)
    assert "3200000000" not in values(found, "Revenues").values()
