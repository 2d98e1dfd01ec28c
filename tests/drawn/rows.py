"""Traps in the rows and cells of tables: groups, labels over two rows, letters beside figures, notes."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.figures import Figure, Said
from drawn.page import Row, Table, Text
from drawn.world import World

_GROUPED = ("Network Services", "SI", "Equipment Sales", "ATM Operation Business")


def _row(world: World, table: Table) -> tuple[int, Row]:
    """A row that has figures, and is not the first one if there are others."""
    known = [at for at, row in enumerate(table.rows) if any(row.figures)]
    at = world.draw.choice(known[1:] or known)
    return at, table.rows[at]


def _group(world: World, table: Table) -> None:
    """A row in the middle that says what those below it are."""
    at, row = _row(world, table)
    words = world.pick(world.language.groups).format(world.other())
    table.rows.insert(at, Row(words, [""] * len(row.cells)))
    _close_group(table, at + 1)


def _close_group(table: Table, since: int) -> None:
    """Close the rows of a group; those behind its total or below another one may be of it or not."""
    is_over = False
    for row in table.rows[since:]:
        is_over = is_over or not any(row.figures)
        for figure in row.figures:
            if is_over:
                figure.doubt()
            else:
                figure.close()
        is_over = is_over or row.is_total


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
    row.label = world.pick(world.language.label_ways).format(world.other(), row.label)
    for figure in row.figures:
        figure.close()


def _label_begun_above(world: World, table: Table) -> None:
    at, row = _row(world, table)
    begun = world.pick(world.language.label_beginnings)
    table.rows.insert(at, Row(begun, [""] * len(row.cells)))
    for figure in row.figures:
        figure.close()
    if begun.endswith((":", "：")):
        _close_group(table, at + 1)


def _label_goes_on(world: World, table: Table) -> None:
    at, row = _row(world, table)
    table.rows.insert(at + 1, Row(world.pick(world.language.label_ends), [""] * len(row.cells)))
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
    cells[at] = world.pick(world.language.scopes)
    table.add_column(table.width, "", "", cells)
    for figure in row.figures:
        figure.close()


def _damaged(world: World, table: Table) -> None:
    _, row = _row(world, table)
    figure = next(row.figures)
    ways = [f"{{}}{world.pick(world.language.suffixes)}", *world.language.damage]
    figure.damage(world.pick(ways).format(figure.text))


def _footnote_on_cell(world: World, table: Table) -> None:
    """A mark on a figure, its label or its head, of a note that says something else."""
    mark, where = world.pick(world.language.marks), world.draw.choice(("cell", "label", "head"))
    _, row = _row(world, table)
    if where == "cell":
        figure = world.draw.choice(list(row.figures))
        figure.text += f" {mark}" if mark.startswith("(") else mark
        figure.close()
        for item in row.figures:
            if item.is_change:
                item.close()
    elif where == "label":
        row.label += f" {mark}"
        for figure in row.figures:
            figure.close()
    else:
        at = world.draw.choice([at for at, head in enumerate(table.heads[0][1:]) if head and table.column(at)])
        table.heads[0][at + 1] += f" {mark}"
        table.close_columns(*table.under(at))
    table.below.append(Text(f"{mark} {world.other()}"))


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


OF_ANY: Mapping[str, Trap] = named(
    *(_group, _label_of_other, _label_begun_above, _label_goes_on, _cell_beside, _damaged, _footnote_on_cell),
)
"""What changes what the figures of a row are, in any table."""

TRAPS: Mapping[str, Trap] = named(
    *(_group_of_unit, _group_of_period, _label_wrapped, _costs_in_parentheses, _loss_turned),
)
"""What changes what the figures of a row of results are."""
