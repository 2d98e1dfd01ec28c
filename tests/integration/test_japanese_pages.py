"""Japanese pages as they are filed, of other periods than the examples: every figure is the fact that it is printed as.

The pages are set by us in the layout of the form, with figures that the company published and, where only the layout
matters, with figures of ours. `annotated.py` tells how the facts stand beside the figures.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from annotated import Expected, annotated, missing, wrong
from examples import shipped
from html_pages import html_of, japanese_font, with_spans
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import mapped_figures
from iij_xbrl.read import Document, parse, read

PAGES = sorted((Path(__file__).parent / "japanese").glob("*.md"))
LEAST = 0.98
_RULED = (
    "body { font: 8pt FONT } table { border-collapse: collapse } h1, h2, h3, h4 { font-size: 10pt }"
    "td { border: 1px solid; padding: 1px 4px } td:first-child { text-align: left !important }"
)


@cache
def results(path: Path, as_html: Path | None, *, spanned: bool) -> tuple[list[Expected], list[Occurrence]]:
    """What the figures of a page are, and the facts that are found."""
    page, expected = annotated(path.read_text(encoding="utf-8"))
    if as_html:
        html = html_of(page)
        as_html.write_text(with_spans(html) if spanned else html, encoding="utf-8")
    return expected, facts_of(read(as_html) if as_html else parse(page, path.stem))


def facts_of(document: Document) -> list[Occurrence]:
    """The facts that are found on a page."""
    mapped = mapped_figures(document, shipped())
    readings = (reading.result for table in mapped.tables for reading in table.readings)
    in_labels = (fact for table in mapped.tables for fact in table.in_labels)
    return [
        *(item for item in readings if isinstance(item, Occurrence)),
        *in_labels,
        *mapped.prose.facts,
    ]


@pytest.mark.parametrize("kind", ["markdown", "html", "spans"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_figures_are_the_facts_that_the_page_says(path, kind, tmp_path):
    expected, found = results(path, tmp_path / "page.html" if kind != "markdown" else None, spanned=kind == "spans")
    assert [(str(item.span.origin), item.text, item.point.concept) for item in wrong(expected, found)] == []
    assert list(missing(expected, found)) == []


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium") or not japanese_font(), reason="no Chromium or no Japanese font here")
@pytest.mark.parametrize("name", ["full-year-fy2019-ifrs", "half-fy2013", "half-fy2016"])
def test_printed_pages_have_the_facts_of_the_page(name, tmp_path):
    page, expected = annotated((Path(__file__).parent / "japanese" / f"{name}.md").read_text(encoding="utf-8"))
    ruled = _RULED.replace("FONT", f"'{japanese_font()}'")
    (tmp_path / "page.html").write_text(html_of(page).replace("<style>", f"<style>{ruled}"), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    printed = [f"--print-to-pdf={tmp_path / 'page.pdf'}", str(tmp_path / "page.html")]
    subprocess.run([*command, *printed], check=True, capture_output=True)
    found = facts_of(read(tmp_path / "page.pdf"))
    assert [(str(item.span.origin), item.text, item.point.concept) for item in wrong(expected, found)] == []
    assert len(list(missing(expected, found))) <= (1 - LEAST) * sum(1 for item in expected if item.fact)


def test_the_pages_hold_what_is_asked_of_them():
    counts = [sum(1 for item in results(path, None, spanned=False)[0] if item.fact) for path in PAGES]
    assert min(counts) >= 9
    assert sum(counts) > 1150
