"""Tables of results, what is told about them otherwise, and what changes nothing."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.figures import FORECAST, Said
from drawn.page import Heading, Row, Table, Text
from drawn.spans import Span
from drawn.world import World


def results(world: World, spans: tuple[Span, ...] = (), *, changes: bool | None = None, scale: int = 6) -> Table:
    """A summary of the results of two years, or of these spans, with the change of the last one where it says so."""
    draw = world.draw
    spans = spans or (world.now.before(), world.now)
    changes = draw.random() < 0.5 if changes is None else changes
    language = world.language
    heads = [["", *map(language.name, spans)], ["", *(language.unit(scale) for _ in spans)]]
    rows = [
        Row(label, [world.yen(concept, span, scale) for span in spans], concept)
        for concept, label in language.labels.items()
        if draw.random() < 0.85 or concept == "Revenues"
    ]
    table = Table([Heading(3, language.title)], heads, rows)
    if changes:
        cells = [world.change(row.concept, spans[-1]) for row in rows]
        table.add_column(len(spans), language.change, "", cells)
    return table


def _redefined(world: World, table: Table) -> None:
    """The name of a period is defined otherwise right above."""
    name = world.now.name
    said = (
        '"{0}" means the half up to the end of June {1}.',
        "{0} refers to the calendar year {1}.",
        '"{0}" is the period from January 1, {1} to June 30, {1}.',
        "In this section, {0} stands for the twelve months to December 31, {1}.",
        "Here {0} covers July to December {1}.",
    )
    table.between = [Text(world.draw.choice(said).format(name, world.now.end.year))]
    table.close_columns(0, 1)


def _restated(world: World, table: Table) -> None:
    """The table as it was, and once more as it is now."""
    old = results(world, changes=False)
    for figure in old.figures:
        figure.text = world.strange().text
        figure.close()
    before, after = world.draw.choice(
        (("Before restatement", "After restatement"), ("As previously reported", "As restated"), ("Before", "After"))
    )
    table.above = [*table.above, Heading(4, before), *old.blocks[1:], Heading(4, after)]


def _forecast_title(world: World, table: Table) -> None:
    """A table of the year to come."""
    year = Span(world.now.year + 1, 0, 4)
    drawn = results(world, (year,), changes=False)
    for row in drawn.rows:
        for figure in row.figures:
            figure.said = tuple(
                Said(said.concept, said.period, said.value, said.unit, FORECAST) for said in figure.said
            )
    table.above = [Heading(3, world.draw.choice((f"Targets for {year.name}", f"{year.name} Outlook", "Forecast")))]
    table.heads, table.rows = drawn.heads, drawn.rows


# ---- what changes nothing


def _neutral(world: World, table: Table) -> None:
    words = world.pick(world.language.neutral)
    where = world.draw.randrange(3)
    if where == 0:
        table.entitle(f"{table.title} ({words})")
    elif where == 1:
        table.between = [Text(f"({words})")]
    else:
        table.below = [Text(f"Note: {words}")]


def _in_thousands(world: World, table: Table) -> None:
    drawn = results(world, changes=False, scale=3)
    table.heads, table.rows = drawn.heads, drawn.rows


def _long_heads(world: World, table: Table) -> None:
    table.heads[0][1:3] = [world.language.words(span) for span in (world.now.before(), world.now)]


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {
    "nothing": _plain,
    "neutral words": _neutral,
    "thousands": _in_thousands,
    "long heads": _long_heads,
}
"""What changes nothing: the table is read whole."""

TRAPS: Mapping[str, Trap] = named(_redefined, _restated, _forecast_title)
"""What tells the results of another time, or once more."""
