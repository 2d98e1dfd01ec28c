"""A release set into HTML, in whatever style, gives the facts of its text form."""

from collections import Counter
from pathlib import Path

import pytest

from html_pages import html_of
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from support import REPOSITORY, counted

FOLDER = Path(REPOSITORY, "examples", "1h11")


@pytest.mark.parametrize("style", ["clean", "agent", "word"])
def test_a_release_in_html_has_the_facts_of_its_text_form(style, as_text, taxonomy, tmp_path):
    path = tmp_path / "release.html"
    path.write_text(html_of((FOLDER / "release.md").read_text(encoding="utf-8"), style), encoding="utf-8")
    found = counted(report_of(read(path), taxonomy))
    assert found - as_text == Counter()
    assert (as_text - found).total() <= as_text.total() * 0.005


def test_the_example_in_html_has_the_facts_of_its_text_form(as_text, taxonomy):
    assert counted(report_of(read(FOLDER / "release.html"), taxonomy)) == as_text


def test_the_example_in_html_is_what_the_writer_makes_of_the_text():
    source = (FOLDER / "release.md").read_text(encoding="utf-8")
    assert (FOLDER / "release.html").read_text(encoding="utf-8") == html_of(source)
