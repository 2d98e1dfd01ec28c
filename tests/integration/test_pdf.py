"""A release set as PDF has the facts and the findings of its text, whoever sets it and however its tables are ruled."""

import shutil
import subprocess
from collections import Counter

import pytest

from examples import EXAMPLE, document_of, excerpt, inline_of, report_on, shipped
from iij_xbrl.prove import prove
from iij_xbrl.read import read
from pdfs import shown
from support import facts
from typeset import Style, as_html

TAXONOMY = shipped()
PDF = EXAMPLE.with_suffix(".pdf")
SECTIONS = (
    "Operating Results Summary",
    "Segment Summary",
    "Network Services Revenues Breakdown",
    "Consolidated Balance Sheets (Unaudited)",
    "Quarterly Consolidated Statements of Income (Unaudited)",
    "Quarterly Consolidated Statements of Shareholders' Equity (Unaudited)",
    "1. Consolidated Financial Results for the first Six Months Ended September 30, 2011",
    "(1) Consolidated Results of Operations",
)
STYLES = {
    "unruled": Style(),
    "ruled": Style(rules="ruled"),
    "half-ruled": Style(
        rules="half", font="Liberation Serif", paper="Letter", heads="right", vertical="bottom", size=9
    ),
}


def contents(path):
    """The data points with their values, each as often as it is printed, and the kinds of findings."""
    report = report_on(path)
    points = Counter((occurrence.point, occurrence.value) for occurrence in facts(report))
    return points, Counter((finding.code, finding.severity) for finding in prove(report, TAXONOMY))


@pytest.fixture(scope="module")
def part(tmp_path_factory):
    """Some pages of the example, and what they hold; the whole is the PDF that ships."""
    path = tmp_path_factory.mktemp("part") / "release.md"
    path.write_text(excerpt(EXAMPLE, *SECTIONS), encoding="utf-8")
    return path.read_text(encoding="utf-8"), contents(path)


def test_the_example_has_the_facts_and_findings_of_its_text():
    assert contents(PDF) == contents(EXAMPLE)


def weasyprint(html, path):
    import weasyprint

    weasyprint.HTML(string=html).write_pdf(path)


def chromium(html, path):
    page = path.with_suffix(".html")
    page.write_text(html, encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*command, f"--print-to-pdf={path}", str(page)], check=True, capture_output=True)


MAKERS = [
    weasyprint,
    pytest.param(chromium, marks=pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium here")),
]


@pytest.mark.slow
@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("style", STYLES)
def test_facts_do_not_depend_on_maker_and_style(maker, style, part, tmp_path):
    text, (known, expected) = part
    path = tmp_path / "release.pdf"
    maker(as_html(text, STYLES[style]), path)
    points, findings = contents(path)
    assert known.total() > 300
    assert points - known == Counter()
    assert (points & known).total() >= 0.99 * known.total()
    assert findings == expected


@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium here")
def test_letters_that_are_drawn_as_one_sign_are_parts_of_their_word(tmp_path):
    text = "# Release\n\nSegment profit and offices\n\n\t1H10\t1H11\nProfit\t34,272\t47,207\n"
    chromium(as_html(text, Style(font="DejaVu Sans, sans-serif")), tmp_path / "page.pdf")
    assert "Segment profit and offices" in shown(read(tmp_path / "page.pdf"))


def test_the_inline_report_has_the_pages_as_sections():
    document, page = document_of(PDF), inline_of(PDF).decode("utf-8")
    pages = {block.text.span.origin.page for block in document.blocks if hasattr(block, "text")}
    assert page.count('<section class="sheet"') == page.count("</section>") >= 10
    assert len(pages) >= 8
