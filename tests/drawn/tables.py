"""Tables of results, and the traps that stand above and below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drawn.page import Block, Heading, Row, Table, Text
from drawn.words import COMPANIES, NEUTRAL, other
from drawn.world import FORECAST, LABELS, Said, Span, World

TITLE = "Operating Results Summary"
Trap = Callable[[World, Table], None]


def named(*traps: Trap) -> Mapping[str, Trap]:
    """Traps by what they are called."""
    return {trap.__name__.strip("_").replace("_", " "): trap for trap in traps}


def results(world: World, spans: tuple[Span, ...] = (), *, changes: bool | None = None, scale: int = 6) -> Table:
    """A summary of the results of two years, or of these spans, with the change of the last one where it says so."""
    draw = world.draw
    spans = spans or (world.now.before(), world.now)
    changes = draw.random() < 0.5 if changes is None else changes
    unit = "JPY millions" if scale == 6 else "JPY thousands"
    heads = [["", *(span.name for span in spans)], ["", *(unit for _ in spans)]]
    rows = [
        Row(label, [world.yen(concept, span, scale) for span in spans], concept)
        for concept, label in LABELS.items()
        if draw.random() < 0.85 or concept == "Revenues"
    ]
    table = Table([Heading(3, TITLE)], heads, rows)
    if changes:
        cells = [world.change(row.concept, spans[-1]) for row in rows]
        table.add_column(len(spans), "YoY % change", "", cells)
    return table


def close_columns(table: Table, *closed: int) -> None:
    """Close columns, and those of changes, which compare with them."""
    for at in range(len(table.heads[0]) - 1):
        if at in closed or at >= 2:
            for figure in table.column(at):
                figure.close()


# ---- what stands above, beside and below

_TITLES = ("{other} {title}", "{title} ({other})", "{title} - {other}", "{title}: {other}", "{other}: {title}")
_LINES = ("{}", "({})", "[{}]", "{}:")


def _qualified_title(world: World, table: Table) -> None:
    words = world.draw.choice((*_TITLES, "{title}, {other}")).format(other=other(world.draw), title=TITLE)
    table.above = [Heading(3, words)]
    table.close()


def _heading_above(world: World, table: Table) -> None:
    words = other(world.draw)
    over: list[Block] = [Heading(2, words), Text(words, "bold"), Text(words)]
    table.above = [world.draw.choice(over), Heading(3, TITLE)]
    table.close()


def _remark_between(world: World, table: Table) -> None:
    words = world.draw.choice(_LINES).format(other(world.draw))
    choices: list[Block] = [Heading(4, words), Text(words, "bold"), Text(words), Text(words, "italic")]
    table.between = [world.draw.choice(choices)]
    table.close()


def _caption(world: World, table: Table) -> None:
    table.between = [Text(f"Table {world.draw.randint(1, 3)}: {other(world.draw)}")]
    table.close()


def _sentence_between(world: World, table: Table) -> None:
    said = ("The following table shows {}.", "Figures of {} are as follows.", "Shown below: {}.", "The table is of {}.")
    table.between = [Text(world.draw.choice(said).format(_inside(other(world.draw))))]
    table.close()


def _corner(world: World, table: Table) -> None:
    table.heads[world.draw.randrange(2)][0] = world.draw.choice(("{}", "({})")).format(other(world.draw))
    table.close()


def _head_above(world: World, table: Table) -> None:
    width = len(table.heads[0]) - 1
    table.heads.insert(0, ["", other(world.draw), *[""] * (width - 1)])
    table.close()


def _last_row(world: World, table: Table) -> None:
    words = world.draw.choice(("{}", "({})", "* {}")).format(other(world.draw))
    if words.startswith("*"):
        table.heads[0] = [f"{head}*" if head else "" for head in table.heads[0]]
    table.rows.append(Row(words, [""] * (len(table.heads[0]) - 1)))
    table.close()


def _line_below(world: World, table: Table) -> None:
    table.below = [Text(world.draw.choice(("({})", "Note: {}", "(Note) {}")).format(other(world.draw)))]
    table.close()


def _sentence_below(world: World, table: Table) -> None:
    said = ("All figures are {}.", "These figures are of {}.", "The figures above are of {}.", "The above is {}.")
    table.below = [Text(world.draw.choice(said).format(_inside(other(world.draw))))]
    table.close()


def _corrected(world: World, table: Table) -> None:
    said = (
        "Correction: the table above was printed in error.",
        "The figures above are incorrect and should be disregarded.",
        "The table above has been withdrawn.",
    )
    table.below = [Text(world.draw.choice(said))]
    table.close()


def _inside(words: str) -> str:
    return words if words in COMPANIES or words.isupper() else words[0].lower() + words[1:]


# ---- what is about the whole page


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
    close_columns(table, 0, 1)


def _restated(world: World, table: Table) -> None:
    """The table as it was, and once more as it is now."""
    old = results(world, changes=False)
    for figure in old.figures:
        figure.text = world.strange().text
        figure.close()
    before, after = world.draw.choice(
        (("Before restatement", "After restatement"), ("As previously reported", "As restated"), ("Before", "After"))
    )
    table.above = [Heading(3, TITLE), Heading(4, before), *old.blocks[1:], Heading(4, after)]


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
    words = world.draw.choice(NEUTRAL)
    where = world.draw.randrange(3)
    if where == 0:
        table.above = [Heading(3, f"{TITLE} ({words})")]
    elif where == 1:
        table.between = [Text(f"({words})")]
    else:
        table.below = [Text(f"Note: {words}")]


def _in_thousands(world: World, table: Table) -> None:
    drawn = results(world, changes=False, scale=3)
    table.heads, table.rows = drawn.heads, drawn.rows


def _long_heads(world: World, table: Table) -> None:
    table.heads[0][1:3] = [world.now.before().words, world.now.words]


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {
    "nothing": _plain,
    "neutral words": _neutral,
    "thousands": _in_thousands,
    "long heads": _long_heads,
}
"""What changes nothing: the table is read whole."""

TRAPS: Mapping[str, Trap] = named(
    *(_qualified_title, _heading_above, _remark_between, _caption, _sentence_between, _corner, _head_above),
    *(_last_row, _line_below, _sentence_below, _corrected, _redefined, _restated, _forecast_title),
)
"""What changes what the figures of a table are."""
