"""Traps in the rows and cells of tables: groups, labels over two rows, letters beside figures, notes."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.page import Row, Table, Text
from drawn.tables import Trap, close_columns, named
from drawn.words import MARKS, SCOPES, SUFFIXES, other
from drawn.world import Figure, Said, World

_GROUPED = ("Network Services", "SI", "Equipment Sales", "ATM Operation Business")


def _row(world: World, table: Table) -> tuple[int, Row]:
    at = world.draw.randrange(1, len(table.rows))
    return at, table.rows[at]


def _group(world: World, table: Table) -> None:
    """A row in the middle that says what those below it are."""
    at, row = _row(world, table)
    words = world.draw.choice(("{}", "{}:", "[{}]", "({})")).format(other(world.draw))
    table.rows.insert(at, Row(words, [""] * len(row.cells)))
    for item in table.rows[at:]:
        for figure in item.figures:
            figure.close()


def _group_of_unit(world: World, table: Table) -> None:
    """A row that says another unit for those below it."""
    at, row = _row(world, table)
    is_yen = world.draw.random() < 0.5
    words = world.draw.choice(("(JPY thousands)", "Thousands of yen:", "(In thousands of yen)"))
    if not is_yen:
        words = world.draw.choice(
            ("(EUR thousands)", "Thousands of U.S. dollars:", "(Percent)", "(In thousands of shares)")
        )
    for item in table.rows[at:]:
        item.cells = [
            world.yen(item.concept, span, 3) if is_yen else world.strange(item.concept)
            for span in (world.now.before(), world.now)
        ] + item.cells[2:]
        if not is_yen:
            for figure in item.figures:
                figure.close()
    table.rows.insert(at, Row(words, [""] * len(row.cells)))


def _group_of_period(world: World, table: Table) -> None:
    """A row of heads again, of another year."""
    at, row = _row(world, table)
    spans = (world.now.before(2), world.now.before(3))
    rest = [Row(item.label, [world.yen(item.concept, span) for span in spans] + item.cells[2:], item.concept)
            for item in table.rows[at:]]  # fmt: skip
    for item in rest:
        for cell in item.cells[2:]:
            if isinstance(cell, Figure):
                cell.close()
    again = Row("", [*(span.name for span in spans), *[""] * (len(row.cells) - 2)])
    table.rows = [*table.rows[:at], again, *rest]


def _label_of_other(world: World, table: Table) -> None:
    _, row = _row(world, table)
    how = ("{1} ({0})", "{1} - {0}", "{1}, {0}", "{0} {1}", "{1} of {0}", "{1}: {0}", "{1} [{0}]")
    row.label = world.draw.choice(how).format(other(world.draw), row.label)
    for figure in row.figures:
        figure.close()


def _label_begun_above(world: World, table: Table) -> None:
    at, row = _row(world, table)
    begun = ("Revenues from services provided to", "Decrease in", "Loss on", "Amounts due to", "Provision for", "Less:")
    table.rows.insert(at, Row(world.draw.choice(begun), [""] * len(row.cells)))
    for figure in row.figures:
        figure.close()
    if table.rows[at].label == "Less:":
        for item in table.rows[at:]:
            for figure in item.figures:
                figure.close()


def _label_goes_on(world: World, table: Table) -> None:
    at, row = _row(world, table)
    ends = (
        "of hi-ho Inc.",
        "of discontinued operations",
        "(excluding IIJ-Global)",
        "before eliminations",
        "per employee",
    )
    table.rows.insert(at + 1, Row(world.draw.choice(ends), [""] * len(row.cells)))
    for figure in row.figures:
        figure.close()


def _label_wrapped(world: World, table: Table) -> None:
    """A label over two rows that is one that is known."""
    for at, row in enumerate(table.rows):
        words = row.label.split()
        if len(words) > 2 and row.label not in _GROUPED:
            cut = world.draw.randrange(1, len(words))
            table.rows.insert(at, Row(" ".join(words[:cut]), [""] * len(row.cells)))
            row.label = " ".join(words[cut:])
            return


def _cell_beside(world: World, table: Table) -> None:
    """A column that is empty but for a word beside one row."""
    cells: list[Figure | str] = [""] * len(table.rows)
    at, row = _row(world, table)
    cells[at] = world.draw.choice(SCOPES)
    table.add_column(len(table.heads[0]) - 1, "", "", cells)
    for figure in row.figures:
        figure.close()


def _damaged(world: World, table: Table) -> None:
    _, row = _row(world, table)
    figure = next(row.figures)
    digits = figure.text
    ways = (
        digits + world.draw.choice(SUFFIXES),
        f"{digits} / {world.strange().text}",
        f"[{digits}",
        f"> {digits}",
        f"${digits}",
        f"€{digits}",
        f"{digits}%",
        f"x{digits}",
        f"{digits} shares",
        f"{digits} (budget)",
    )
    figure.damage(world.draw.choice(ways))


def _footnote_on_cell(world: World, table: Table) -> None:
    """A mark on a figure, its label or its head, of a note that says something else."""
    mark, where = world.draw.choice(MARKS), world.draw.choice(("cell", "label", "head"))
    _, row = _row(world, table)
    if where == "cell":
        cell = row.cells[1]
        assert isinstance(cell, Figure)
        cell.text += f" {mark}" if mark.startswith("(") else mark
        cell.close()
        for item in row.cells[2:]:
            if isinstance(item, Figure):
                item.close()
    elif where == "label":
        row.label += f" {mark}"
        for figure in row.figures:
            figure.close()
    else:
        table.heads[0][2] += f" {mark}"
        close_columns(table, 1)
    table.below = [Text(f"{mark} {other(world.draw)}")]


def _costs_in_parentheses(world: World, table: Table) -> None:
    """The table's own convention: what is deducted stands in parentheses. The amounts are the same."""
    for row in table.rows:
        if row.concept.startswith(("Cost", "Selling")):
            for cell in row.cells[:2]:
                if isinstance(cell, Figure):
                    cell.text = f"({cell.text})"


def _loss_turned(world: World, table: Table) -> None:
    """A loss without parentheses, called one by its label."""
    row = next((row for row in table.rows if row.concept == "OperatingIncome"), None)
    if row is None:
        return
    row.label = "Operating loss"
    for figure in row.figures:
        figure.said = tuple(
            Said(said.concept, said.period, -abs(said.value)) for said in figure.said if not said.dimensions
        )
        figure.text = figure.text.strip("()")


TRAPS: Mapping[str, Trap] = named(
    *(_group, _group_of_unit, _group_of_period, _label_of_other, _label_begun_above, _label_goes_on),
    *(_label_wrapped, _cell_beside, _damaged, _footnote_on_cell, _costs_in_parentheses, _loss_turned),
)
"""What changes what the figures of a row are."""
