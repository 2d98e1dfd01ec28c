"""What tests of proof-reading share: small pages and the examples, checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from iij_xbrl.pipeline import report_of
from iij_xbrl.prove.check import Check, Release, check
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.read import read
from iij_xbrl.taxonomy.index import Taxonomy

CONTRADICTORY = """\
### Statements of Income

| | 1H10 | 1H11 |
|---|---:|---:|
| | Thousands of JPY | Thousands of JPY |
| Total revenues | 34,272,600 | 47,206,508 |
| Elimination | (12) | (14) |

### Statements of Income

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total revenues | 34,272 | 47,027 |
"""
TRANSPOSED = "inconsistent-duplicate:Revenues:2011-04-01/2011-09-30:47,027:47,206,508"


def release(path: Path, taxonomy: Taxonomy) -> Release:
    """A release as the command line reads it."""
    document = read(path)
    return Release(path, document, report_of(document, taxonomy))


def checked(
    folder: Path, taxonomy: Taxonomy, text: str = CONTRADICTORY, errata: str | None = None, today: date | None = None
) -> Check:
    """A small page, checked against errata given as YAML."""
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    decisions = None
    if errata is not None:
        file = folder / "errata.yaml"
        file.write_text(dedent(errata), encoding="utf-8")
        decisions = read_errata(file)
    return check(release(page, taxonomy), taxonomy, decisions, today)
