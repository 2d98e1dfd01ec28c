"""Whole Japanese releases set as PDF have the facts of their text, whoever sets them; none of them is wrong.

A page is set without rules, as typesetters do, or ruled all around, in a font made for Japanese.
"""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from annotated import annotated
from html_pages import html_of, japanese_font, with_spans
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import load_taxonomy, mapped_figures
from iij_xbrl.read import Document, parse, read
from support import REPOSITORY

EXAMPLE = REPOSITORY / "examples" / "1h11-ja" / "release.md"
PAGES = Path(__file__).parent / "japanese"
PLAIN = (
    "@page { size: A4; margin: 16mm } body { font: 9pt FONT; margin: 0 } h1 { font-size: 13pt } h2 { font-size: 11pt }"
    "h3, h4 { font-size: 9pt } table { border-collapse: collapse; width: 100%; font-size: 8pt; margin-bottom: 8pt }"
    "td { padding: 1px 4px; text-align: right } td:first-child { text-align: left !important }"
    "td[colspan] { text-align: center }"
)
RULED = PLAIN + "td { border: 0.5pt solid }"


def weasyprint(html: Path, pdf: Path) -> None:
    from weasyprint import HTML

    HTML(html).write_pdf(pdf)


def chromium(html: Path, pdf: Path) -> None:
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*command, f"--print-to-pdf={pdf}", str(html)], check=True, capture_output=True)


def writer(html: Path, pdf: Path) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{pdf.parent}/profile", "--headless"]
    formats = ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(pdf.parent)]
    subprocess.run([*command, *formats, str(html)], check=True, capture_output=True)


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"no {program} here")


LEAST = {
    (PLAIN, weasyprint): 0.86,
    (RULED, weasyprint): 0.99,
    (PLAIN, chromium): 0.77,
    (RULED, chromium): 0.99,
    (PLAIN, writer): 0.69,
}
MAKERS = [
    pytest.param(weasyprint, PLAIN, id="weasyprint-plain"),
    pytest.param(weasyprint, RULED, id="weasyprint-ruled"),
    pytest.param(chromium, PLAIN, marks=needs("chromium"), id="chromium-plain"),
    pytest.param(chromium, RULED, marks=needs("chromium"), id="chromium-ruled"),
    pytest.param(writer, PLAIN, marks=needs("soffice"), id="writer"),
]
"""Who sets a page, and how; the word processor draws no rules of style sheets."""


def facts_of(document: Document) -> Counter[tuple[object, ...]]:
    """The facts of a document, each as often as it is printed."""
    mapped = mapped_figures(document, load_taxonomy())
    readings = (reading.result for table in mapped.tables for reading in table.readings)
    printed = (item for item in readings if isinstance(item, Occurrence))
    in_labels = (fact for table in mapped.tables for fact in table.in_labels)
    return Counter((fact.point, fact.value) for fact in (*printed, *in_labels, *mapped.prose.facts))


@pytest.mark.slow
@pytest.mark.skipif(not japanese_font(), reason="no Japanese font here")
@pytest.mark.parametrize(("maker", "style"), MAKERS)
@pytest.mark.parametrize("path", [EXAMPLE, PAGES / "full-year-fy2017.md"], ids=lambda path: path.stem)
def test_the_facts_of_a_page_do_not_depend_on_who_sets_it(path, style, maker, tmp_path):
    page, _ = annotated(path.read_text(encoding="utf-8"))
    known = facts_of(parse(page, path.stem))
    css = style.replace("FONT", f"'{japanese_font()}'")
    html, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    html.write_text(with_spans(html_of(page)).replace("<style>", f"<style>{css}"), encoding="utf-8")
    maker(html, pdf)
    found = facts_of(read(pdf))
    assert [fact for fact in found if fact not in known] == []
    assert (found & known).total() >= LEAST[style, maker] * known.total()
