"""Names of groups in cells that reach over the rows of their group: they are rows above these."""

from html import escape
from pathlib import Path

from iij_xbrl.pipeline import report_of
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from support import facts, unmapped

HEAD = '<tr><th colspan="2"></th><th>1H10</th><th>1H11</th></tr>'
NETWORK = (("WAN services", "3,297,421", "12,701,727"), ("Outsourcing services", "7,095,752", "8,412,015"))
SYSTEMS = (
    ("Systems construction", "4,498,738", "5,194,343"),
    ("Systems operation and maintenance", "8,488,261", "9,519,839"),
)
TOTAL = ("Total revenues", "23,380,172", "35,827,924")


def group(name: str, rows: tuple[tuple[str, ...], ...]) -> str:
    """Rows beside the name of their group, which reaches over them."""
    cell = f'<td rowspan="{len(rows)}">{escape(name)}</td>'
    return "".join(f"<tr>{'' if at else cell}{cells(row)}</tr>" for at, row in enumerate(rows))


def cells(row: tuple[str, ...]) -> str:
    return "".join(f"<td>{text}</td>" for text in row)


def over(label: str, *figures: str) -> str:
    """A row whose label reaches over the column of groups, too."""
    return f'<tr><td colspan="2">{label}</td>{cells(figures)}</tr>'


def read(taxonomy: Taxonomy, *rows: str, head: str = HEAD) -> Report:
    page = f"<html><body><h2>Statements of Income</h2><p>(Thousands of JPY)</p><table>{head}{''.join(rows)}</table>"
    return report_of(read_html(File(Path("page.html"), "page", page.encode())), taxonomy)


def texts(found: Report) -> set[str]:
    return {fact.text for fact in facts(found)}


def test_labels_beside_the_name_of_a_group_are_those_of_the_rows(taxonomy: Taxonomy):
    found = read(taxonomy, group("Network services:", NETWORK), group("Systems integration:", SYSTEMS), over(*TOTAL))
    concepts = [fact.point.concept for fact in facts(found)]
    assert sorted({*concepts}) == [
        "ConstructionRevenue",
        "MaintenanceRevenue",
        "OutsourcingRevenue",
        "Revenues",
        "WanRevenue",
    ]
    assert len(concepts) == 10
    assert not unmapped(found)


def test_a_group_of_somebody_else_closes_its_rows(taxonomy: Taxonomy):
    found = read(taxonomy, group("Network services:", NETWORK), group("Acme Networks Ltd.", SYSTEMS))
    assert texts(found) == {figure for row in NETWORK for figure in row[1:]}


def test_labels_over_several_rows_beside_periods_and_units_are_no_groups(taxonomy: Taxonomy):
    years = (("1H10", "23,380,172"), ("1H11", "35,827,924"))
    head = '<tr><th colspan="2"></th><th>Amount</th></tr>'
    assert not texts(read(taxonomy, group("Total revenues", years), group("Interest expense", years), head=head))
    units = (("Thousands of JPY", "23,380,172", "35,827,924"), ("Thousands of USD", "303,484", "465,066"))
    assert not texts(read(taxonomy, group("Total revenues", units)))


def test_a_group_of_another_scope_closes_its_rows(taxonomy: Taxonomy):
    rows = (("Total revenues", "23,380,172", "35,827,924"), ("Interest expense", "(1,600)", "(1,700)"))
    found = read(taxonomy, group("Non-consolidated", rows))
    assert not texts(found)
