"""Japanese pages as they are filed, of other periods than the examples: every figure is the fact that it is printed as.

The pages are set by us in the layout of the form, with figures that the company published and, where only the layout
matters, with figures of ours. `annotated.py` tells how the facts stand beside the figures.
"""

from functools import cache
from pathlib import Path

import pytest

from annotated import Expected, annotated, missing, wrong
from examples import shipped
from html_pages import html_of
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import mapped_figures
from iij_xbrl.read import parse, read

PAGES = sorted((Path(__file__).parent / "japanese").glob("*.md"))
LEAST = 0.98


@cache
def results(path: Path, as_html: Path | None) -> tuple[list[Expected], list[Occurrence]]:
    """What the figures of a page are, and the facts that are found."""
    page, expected = annotated(path.read_text(encoding="utf-8"))
    if as_html:
        as_html.write_text(html_of(page), encoding="utf-8")
    mapped = mapped_figures(read(as_html) if as_html else parse(page, path.stem), shipped())
    readings = (reading.result for table in mapped.tables for reading in table.readings)
    in_labels = (fact for table in mapped.tables for fact in table.in_labels)
    return expected, [
        *(item for item in readings if isinstance(item, Occurrence)),
        *in_labels,
        *mapped.prose.facts,
    ]


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_figures_are_the_facts_that_the_page_says(path, kind, tmp_path):
    expected, found = results(path, tmp_path / "page.html" if kind == "html" else None)
    assert [(str(item.span.origin), item.text, item.point.concept) for item in wrong(expected, found)] == []
    lacking = list(missing(expected, found))
    facts = sum(1 for item in expected if item.fact)
    assert facts >= 10
    assert len(lacking) <= (1 - LEAST) * facts, lacking
