"""Tables that are laid out otherwise: turned, with units beside rows, heads over several columns, many periods."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.figures import YEAR_ON_YEAR, Figure
from drawn.page import Row, Table, Text
from drawn.tables import results
from drawn.world import World


def _put(table: Table, drawn: Table) -> None:
    table.heads, table.rows = drawn.heads, drawn.rows


def _turned(world: World, table: Table) -> None:
    """Periods in rows, lines in columns; a row may be of somebody else."""
    spans = (world.now.before(), world.now)
    lines = results(world, spans, changes=False).rows
    names = [span.name if world.draw.random() < 0.5 else span.words for span in spans]
    rows = [Row(name, [line.cells[at] for line in lines]) for at, name in enumerate(names)]
    if world.draw.random() < 0.6:
        at = world.draw.randrange(2)
        rows[at].label = world.draw.choice(("{1} ({0})", "{1} {0}", "{0} {1}")).format(world.other(), names[at])
        for figure in rows[at].figures:
            figure.close()
    table.heads = [["", *(line.label for line in lines)], ["", *["JPY millions"] * len(lines)]]
    table.rows = rows


def _unit_column(world: World, table: Table) -> None:
    """A column that says the unit of each row."""
    drawn = results(world, changes=False)
    for row in drawn.rows:
        unit = world.draw.choice(("JPY millions", "JPY millions", "JPY thousands", "EUR thousands", "shares"))
        if unit == "JPY thousands":
            row.cells = [world.yen(row.concept, span, 3) for span in (world.now.before(), world.now)]
        elif unit == "EUR thousands":
            row.cells = [world.foreign(row.concept, "EUR", 3, span) for span in (world.now.before(), world.now)]
        elif unit == "shares":
            row.cells = [world.strange(row.concept) for _ in row.cells]
        row.cells.insert(0, unit)
    table.heads = [["", "Unit", *drawn.heads[0][1:]]]
    table.rows = drawn.rows


def _heads_in_pairs(world: World, table: Table) -> None:
    """Two years of the group, and two of somebody else below a head of their own."""
    drawn = results(world, changes=False)
    whose = world.pick((*world.language.companies, *world.language.scopes[:5]))
    for row in drawn.rows:
        row.cells += [world.strange(row.concept), world.strange(row.concept)]
    names, units = drawn.heads
    table.heads = [["", "Consolidated", "", whose, ""], [*names, *names[1:]], [*units, *units[1:]]]
    table.rows = drawn.rows


def _quarters(world: World, table: Table) -> None:
    """The quarters so far, and what they add up to."""
    spans = tuple(world.now.within(quarter, 1) for quarter in range(world.now.quarters))
    _put(table, results(world, (*spans, world.now) if len(spans) > 1 else spans, changes=False))


def _heads_again(world: World, table: Table) -> None:
    """The heads once more in the middle, as behind the end of a page."""
    drawn = results(world, changes=False)
    at = world.draw.randrange(1, len(drawn.rows))
    drawn.rows.insert(at, Row("", list(drawn.heads[0][1:])))
    drawn.rows.insert(at + 1, Row("", list(drawn.heads[1][1:])))
    _put(table, drawn)


def _heads_again_of_others(world: World, table: Table) -> None:
    """Heads in the middle that name somebody else, or other units."""
    drawn = results(world, changes=False)
    at = world.draw.randrange(1, len(drawn.rows))
    words = world.other()
    names = [f"{name} ({words})" for name in drawn.heads[0][1:]]
    units = drawn.heads[1][1:]
    if world.draw.random() < 0.4:
        names, units = list(drawn.heads[0][1:]), ["EUR thousands"] * 2
    is_euro = units[0].startswith("EUR")
    for row in drawn.rows[at:]:
        spans = (world.now.before(), world.now)
        strange = [world.foreign(row.concept, "EUR", 3, span) for span in spans]
        row.cells = list(strange)
        for figure in () if is_euro else strange:
            figure.close()
    drawn.rows[at:at] = [Row("", list(names)), Row("", list(units))]
    _put(table, drawn)


def _amounts_of_change(world: World, table: Table) -> None:
    """Columns of changes in amounts: they are no amounts of the period."""
    drawn = results(world, changes=False)
    head = world.draw.choice(
        ("Change", "YoY change", "Increase (decrease)", "Difference", "Change from plan", "vs. budget")
    )
    for row in drawn.rows:
        before, now = (cell for cell in row.cells if isinstance(cell, Figure))
        change = now.said[0].value - before.said[0].value
        text = f"{abs(int(change)) // 1_000_000:,}"
        figure = Figure(f"({text})" if change < 0 else text)
        if head in ("Change", "YoY change", "Increase (decrease)", "Difference"):
            said = now.said[0]
            figure.said = (type(said)(f"{said.concept}ChangeAmount", said.period, change, said.unit, YEAR_ON_YEAR),)
        row.cells.append(figure)
    _put(table, drawn)
    table.heads[0].append(head)
    table.heads[1].append("JPY millions")


def _unit_in_title(world: World, table: Table) -> None:
    """A title or caption that says another unit than the columns do."""
    unit = world.draw.choice(("In billions of yen", "JPY thousands", "EUR millions", "Thousands of U.S. dollars"))
    if world.draw.random() < 0.5:
        table.entitle(f"{table.title} ({unit})")
    else:
        table.between = [Text(f"({unit})")]
    table.close()


def _unit_in_caption_alone(world: World, table: Table) -> None:
    """The unit above the table, none in its heads: it holds for all columns."""
    scale, unit = world.draw.choice(((6, "(JPY millions)"), (3, "(Thousands of JPY)"), (6, "(Unit: JPY millions)")))
    drawn = results(world, changes=False, scale=scale)
    table.between = [Text(unit)]
    table.heads, table.rows = [drawn.heads[0]], drawn.rows


def _opening_and_months(world: World, table: Table) -> None:
    """Heads that name months of another time than the name beside them."""
    at = world.draw.randrange(2)
    months = world.draw.choice(
        ("January to June", "Jan-Jun", "October to December", "as of April 1", "18 months", "one month")
    )
    table.heads[0][at + 1] += f" ({months})"
    for index in (at, *range(2, len(table.heads[0]) - 1)):
        for figure in table.column(index):
            figure.close()


def _blank_cells(world: World, table: Table) -> None:
    """Cells that are left out, or filled with a dash or n/a; nothing moves."""
    for row in table.rows[1:]:
        at = world.draw.randrange(len(row.cells))
        if world.draw.random() < 0.4:
            row.cells[at] = world.draw.choice(("", "n/a", "-", "NM"))


def _of_which(world: World, table: Table) -> None:
    """Rows of a part below the line that they are of."""
    at = world.draw.randrange(1, len(table.rows))
    row = table.rows[at]
    words = world.draw.choice(
        (
            "of which hi-ho",
            "of which: recurring",
            "thereof overseas",
            "(incl. IIJ-Global)",
            "per share",
            "growth in Asia",
        )
    )
    cells: list[Figure | str] = [world.strange(row.concept) for _ in row.cells[:2]]
    table.rows.insert(at + 1, Row(words, [*cells, *[""] * (len(row.cells) - 2)]))


LAYOUTS: Mapping[str, Trap] = named(
    *(_turned, _unit_column, _heads_in_pairs, _quarters, _heads_again, _heads_again_of_others),
    *(_amounts_of_change, _unit_in_title, _unit_in_caption_alone, _opening_and_months, _blank_cells),
    *(_of_which,),
)
"""Other layouts of the same table, and what they change."""
