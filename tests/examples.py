"""The examples and other releases, each read once a process for all tests, and parts of them.

What is read is immutable, so tests share it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import Document, read
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import write_inline
from support import REPOSITORY

EXAMPLE = REPOSITORY / "examples" / "1h11" / "release.md"


@cache
def shipped() -> Taxonomy:
    """The taxonomy of the project."""
    return load_taxonomy()


@cache
def document_of(path: Path) -> Document:
    """A release as it is read."""
    return read(path)


@cache
def report_on(path: Path) -> Report:
    """The report of a release, with the taxonomy of the project."""
    return report_of(document_of(path), shipped())


@cache
def inline_of(path: Path) -> bytes:
    """Its inline report."""
    return write_inline(document_of(path), report_on(path), shipped())


def excerpt(path: Path, *headings: str) -> str:
    """The opening of a release and those of its sections that have one of these headings.

    The lines of the others are empty: every place is that of the whole page, and an excerpt is read in no time.
    """
    lines, kept, found = path.read_text(encoding="utf-8").split("\n"), True, set()
    for number, line in enumerate(lines):
        if line.startswith("##"):
            title = line.lstrip("#").strip()
            kept = title in headings
            found |= {title} & set(headings)
        if not kept:
            lines[number] = ""
    assert found == set(headings), f"{path} has no section {set(headings) - found}"
    return "\n".join(lines)
