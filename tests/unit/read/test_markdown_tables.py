"""Tables that Markdown writes in HTML."""

from pathlib import Path

from iij_xbrl.limits import LIMITS
from iij_xbrl.pipeline import read_report
from iij_xbrl.read import parse
from iij_xbrl.read.document import Paragraph, Table
from iij_xbrl.taxonomy.index import Taxonomy

PAGE = """\
# Internet Initiative Japan Inc.: First Half FY2011

## Consolidated Statements of Income

{}
Revenues rose.
"""
PIPES = """
| JPY thousands | 1H10 | 1H11 |
|---|---:|---:|
| Network services | 20,123,456 | 32,005,678 |
| Systems integration | 17,800,100 | 14,700,200 |
| ATM operation business | 491,000 | 501,122 |
"""
HTML = """
<table>
  <tr><th>JPY thousands</th><th>1H10</th><th>1H11</th></tr>
  <tr><td>Network services</td><td>20,123,456</td><td>32,005,678</td></tr>
  <tr><td>Systems integration</td><td>17,800,100</td><td>14,700,200</td></tr>
  <tr><td>ATM operation&nbsp;business</td><td>491,000</td>
      <td>501,122</td></tr>
</table>
"""


def test_one_has_the_facts_of_the_same_with_pipes(tmp_path: Path, taxonomy: Taxonomy) -> None:
    found = []
    for table in (PIPES, HTML):
        page = tmp_path / "page.md"
        page.write_text(PAGE.format(table), encoding="utf-8")
        found.append([(fact.point, fact.occurrence.value) for fact in read_report(page, taxonomy).facts])
    assert len(found[0]) == 6
    assert found[0] == found[1]


def test_a_figure_has_its_place_in_the_file() -> None:
    table = next(block for block in parse(PAGE.format(HTML), "page").blocks if isinstance(block, Table))
    assert str(table.rows[-1].cells[2].text.span.origin) == "11:11"


def test_what_stands_behind_it_goes_on() -> None:
    last = parse(PAGE.format(HTML), "page").blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.lines[0].plain == "Revenues rose."


def test_one_that_does_not_end_is_text() -> None:
    blocks = parse("<table>\n<tr><td>Revenues</td><td>5</td></tr>\n", "page").blocks
    assert not any(isinstance(block, Table) for block in blocks)


def test_tables_that_do_not_end_are_looked_through_once() -> None:
    document = parse("<table>\n\n" * 20_000, "page")
    assert len(document.blocks) == 20_000 <= LIMITS.blocks
