"""Traps in the columns of tables: of somebody else, of other periods, in other units."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.figures import FORECAST, Figure
from drawn.page import Table
from drawn.tables import results
from drawn.world import World


def _column_of_other(world: World, table: Table) -> None:
    at = world.draw.choice([at for at, head in enumerate(table.heads[0][1:]) if head and table.column(at)])
    table.heads[0][at + 1] = world.pick(world.language.heads).format(world.other(), table.heads[0][at + 1])
    table.close_columns(*table.under(at))


def _notes_column(world: World, table: Table) -> None:
    cells: list[Figure | str] = [world.draw.choice(("", "3", "4, 5", "(2)", "7")) for _ in table.rows]
    table.add_column(world.draw.choice((0, table.width)), world.pick(world.language.note_heads), "", cells)


def _strange_column(world: World, table: Table) -> None:
    """A column more of which nothing is known, or which is what another one is made of."""
    cells: list[Figure | str] = [world.strange() if any(row.figures) else "" for row in table.rows]
    at = table.width if table.is_turned else 2
    table.add_column(at, world.pick(world.language.strange_heads), table.heads[-1][2], cells)
    _close_changes(table, at + 1)


def _close_changes(table: Table, since: int) -> None:
    """Of changes behind a strange column nobody knows of what they are."""
    for at in range(since, len(table.heads[0]) - 1):
        for figure in table.column(at):
            figure.close()


def _strange_percentages(world: World, table: Table) -> None:
    """A column of percentages behind the last one: of what, its head says."""
    heads = ("QoQ % change", "Change from plan (%)", "Achievement rate (%)", "Change over two years (%)", "CAGR (%)")
    width = len(table.heads[0]) - 1
    table.add_column(width, world.draw.choice(heads), "", [world.percentage() for _ in table.rows])


def _other_currency(world: World, table: Table) -> None:
    unit, currency, scale = world.draw.choice(
        (("EUR thousands", "EUR", 3), ("GBP millions", "GBP", 6), ("Thousands of euros", "EUR", 3), ("CHF", "CHF", 0))
    )
    cells = [world.foreign(row.concept, currency, scale) for row in table.rows]
    table.add_column(2, world.now.name, unit, cells)


def _dollars(world: World, table: Table) -> None:
    unit = world.draw.choice(("Thousands of U.S. Dollars", "USD thousands"))
    table.add_column(2, world.now.name, unit, [world.dollars(row.concept, world.now) for row in table.rows])


def _several_periods(world: World, table: Table) -> None:
    """Columns of the quarter beside those of the year so far, named or under heads of their own."""
    quarter = world.now.within(world.now.first + world.now.quarters - 1, 1)
    spans = (world.now.before(), world.now, quarter.before(), quarter)
    drawn = results(world, spans, changes=False)
    table.rows = drawn.rows
    table.heads = [["", *(span.name for span in spans)], ["", *["JPY millions"] * 4]]
    if world.draw.random() < 0.5:
        halves = (world.now, quarter)
        table.heads = [
            ["", *(text for span in halves for text in (f"{span.words.rpartition(',')[0]},", ""))],
            ["", *(str(span.end.year) for span in spans)],
            ["", *["JPY millions"] * 4],
        ]


def _years_alone(world: World, table: Table) -> None:
    """Heads of one year and its words over all columns."""
    width = len(table.heads[0]) - 1
    words = f"{world.now.words.rpartition(',')[0]},"
    years = [str(world.now.before().end.year), str(world.now.end.year)]
    table.heads[0] = ["", *years, *table.heads[0][3:]]
    table.heads.insert(0, ["", words, "", *[""] * (width - 2)])


def _other_span_in_heads(world: World, table: Table) -> None:
    """Columns of another span than the title and the opening tell."""
    span = world.now.within(0, 1)
    drawn = results(world, (span.before(), span), changes=False)
    table.rows = drawn.rows
    names = [span.before().name, span.name] if world.draw.random() < 0.5 else [span.before().words, span.words]
    table.heads = [["", *names], ["", "JPY millions", "JPY millions"]]


def _targets(world: World, table: Table) -> None:
    """A column of what is forecast for the year."""
    year = world.now.within(0, 4)
    head = world.draw.choice((f"{year.name} Target", f"{year.name} Forecast", f"{year.name} (Target)"))
    cells = [world.yen(row.concept, year, dimensions=FORECAST) for row in table.rows]
    table.add_column(2, head, "JPY millions", cells)
    _close_changes(table, 3)


def _side_by_side(world: World, table: Table) -> None:
    """Another table beside, of another company or of quarters."""
    span = world.now.within(world.now.first, 1) if world.draw.random() < 0.5 else world.now
    beside = results(world, (span.before(), span), changes=False)
    if span == world.now:
        for figure in beside.figures:
            figure.close()
            figure.text = world.strange().text
        beside.heads.insert(0, [world.draw.choice(world.language.companies), "", ""])
        table.heads.insert(0, ["IIJ", *[""] * (len(table.heads[0]) - 1)])
    count = min(len(table.rows), len(beside.rows))
    table.rows = table.rows[:count]
    for left, right in zip(table.rows, beside.rows, strict=False):
        left.cells += ["", right.label, *right.cells]
    table.heads = [[*left, "", *right] for left, right in zip(table.heads, beside.heads, strict=True)]


OF_ANY: Mapping[str, Trap] = named(_column_of_other, _notes_column, _strange_column)
"""What changes what the figures of a column are, in any table."""

TRAPS: Mapping[str, Trap] = named(
    *(_strange_percentages, _other_currency, _dollars, _several_periods, _years_alone, _other_span_in_heads),
    *(_targets, _side_by_side),
)
"""What changes what the figures of a column of results are."""
