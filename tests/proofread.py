"""What tests of proof-reading share: small pages and the examples, checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from examples import document_of, report_on, shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.prove.check import Check, Release, check
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.read import read
from iij_xbrl.taxonomy.index import Taxonomy
from support import REPOSITORY

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
RELEASE = """\
# Internet Initiative Japan Inc.: First Six Months Financial Results for the Fiscal Year Ending March 31, 2012

### Operating Results Summary

| | 1H10 | 1H11 | YoY % change |
|---|---:|---:|---:|
| | JPY millions | JPY millions | |
| Total Revenues | 34,272 | 47,207 | 37.7 |
| Total Costs | 27,431 | 37,971 | 38.4 |
| SG&A Expenses and R&D | 5,640 | 6,788 | 20.3 |
| Operating Income | 1,201 | 2,488 | 103.8 |

### Quarterly Consolidated Statements of Income (Unaudited)

| | Six Months Ended September 30, 2010 | Six Months Ended September 30, 2011 |
|---|---:|---:|
| | Thousands of JPY | Thousands of JPY |
| Total revenues | 34,272,080 | 47,206,508 |
| Total cost | 27,430,541 | 37,970,948 |
| OPERATING INCOME | 1,201,091 | 2,448,207 |

Operating income for 1H11 was JPY2,448 million.
"""
"""A small release with one misprint, on line 11, and one difference of rounding."""
ERRATA = """\
- finding: inconsistent-duplicate:OperatingIncome:2011-04-01/2011-09-30:2,488:2,448,207
  decision: corrected
  figure: {line: 11, text: "2,488"}
  stands-for: 2,448
  because: the statement of income and the text have 2,448
  by: the maintainers
"""
"""What is decided on the misprint."""
TRANSPOSED = "inconsistent-duplicate:Revenues:2011-04-01/2011-09-30:47,027:47,206,508"


def release(path: Path, taxonomy: Taxonomy) -> Release:
    """A release as the command line reads it."""
    if taxonomy is shipped() and path.is_relative_to(REPOSITORY):
        return Release(path, document_of(path), report_on(path))
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
