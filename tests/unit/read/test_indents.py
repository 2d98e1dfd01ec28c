"""How far the labels of rows are set in, as each format says it."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment

from iij_xbrl.read import read
from iij_xbrl.read.document import Table

TEXTS = {
    "tabs": "Revenues\t33,100\t45,800\n  Network\t20,100\t30,400\n    SI\t12,400\t14,200\n",
    "pipes": "| Revenues | 33,100 |\n| - | - |\n| &nbsp;&nbsp;Network | 20,100 |\n| &nbsp;&nbsp;&nbsp;&nbsp;SI | 1 |\n",
    "spaces": "Revenues       33,100   45,800\n  Network      20,100   30,400\n    SI         12,400   14,200\n",
    "csv": "Revenues,33100,45800\n  Network,20100,30400\n    SI,12400,14200\n",
}
HTML = {
    "padding": ('style="padding-left:16px"', "Network", 'style="padding:0 0 0 32px"', "SI"),
    "hanging": (
        'style="padding-left:24pt;text-indent:-12pt"',
        "Network",
        'style="padding-left:3em;text-indent:-1em"',
        "SI",
    ),
    "spaces": ("", "&nbsp;&nbsp;Network", "", "&nbsp;&nbsp;&nbsp;&nbsp;SI"),
    "paragraphs": ("", '<p style="margin-left:12pt">Network</p>', "", '<p style="margin:0 0 0 24pt">SI</p>'),
}


def indents(path: Path) -> list[int]:
    """How far the first cells of the rows of the first table of a file are set in."""
    table = next(block for block in read(path).blocks if isinstance(block, Table))
    return [row.cells[0].indent for row in table.rows]


@pytest.mark.parametrize("form", TEXTS)
def test_text(form: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"Sales\n\n{TEXTS[form]}" if form != "csv" else TEXTS[form])
    assert [indent for indent in indents(path) if indent] == [2, 4]


@pytest.mark.parametrize("form", HTML)
def test_html(form: str, tmp_path: Path) -> None:
    one, network, two, si = HTML[form]
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><table><tr><td>Revenues</td><td>33,100</td></tr><tr><td {one}>{network}</td><td>20,100</td></tr>"
        f"<tr><td {two}>{si}</td><td>12,400</td></tr></table></body></html>"
    )
    assert indents(path) == [0, 2, 4]


def test_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Revenues", 33100), ("Network", 20100), ("  SI", 12400)):
        sheet.append(row)
    sheet["A2"].alignment = Alignment(indent=1)
    book.save(tmp_path / "book.xlsx")
    first, network, si = indents(tmp_path / "book.xlsx")
    assert (network - first, si - first) == (3, 2)
