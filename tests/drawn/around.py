"""Traps that stand above, beside and below any table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drawn.page import Block, Heading, Row, Table, Text
from drawn.world import World

Trap = Callable[[World, Table], None]


def named(*traps: Trap) -> Mapping[str, Trap]:
    """Traps by what they are called."""
    return {trap.__name__.strip("_").replace("_", " "): trap for trap in traps}


def _qualified_title(world: World, table: Table) -> None:
    table.entitle(world.pick(world.language.titles).format(other=world.other(), title=table.title))
    table.close()


def _heading_above(world: World, table: Table) -> None:
    words = world.other()
    over: list[Block] = [Heading(2, words), Text(words, "bold"), Text(words)]
    table.above.insert(0, world.draw.choice(over))
    table.close()


def _remark_between(world: World, table: Table) -> None:
    words = world.pick(world.language.lines).format(world.other())
    choices: list[Block] = [Heading(4, words), Text(words, "bold"), Text(words), Text(words, "italic")]
    table.between.append(world.draw.choice(choices))
    table.close()


def _caption(world: World, table: Table) -> None:
    table.between.append(Text(world.pick(world.language.captions).format(world.other())))
    table.close()


def _sentence_between(world: World, table: Table) -> None:
    table.between.append(Text(world.say(world.language.introductions)))
    table.close()


def _corner(world: World, table: Table) -> None:
    row = world.draw.choice(table.heads[:2])
    row[0] = world.pick(world.language.corners).format(world.other())
    table.close()


def _head_above(world: World, table: Table) -> None:
    table.heads.insert(0, ["", world.other(), *[""] * (table.width - 1)])
    table.close()


def _last_row(world: World, table: Table) -> None:
    words = world.pick(world.language.last_rows).format(world.other())
    if words.startswith(("*", "※")):
        table.heads[0] = [f"{head}{words[0]}" if head else "" for head in table.heads[0]]
    table.rows.append(Row(words, [""] * table.width))
    table.close()


def _line_below(world: World, table: Table) -> None:
    table.below.append(Text(world.pick(world.language.notes).format(world.other())))
    table.close()


def _sentence_below(world: World, table: Table) -> None:
    table.below.append(Text(world.say(world.language.conclusions)))
    table.close()


def _corrected(world: World, table: Table) -> None:
    table.below.append(Text(world.pick(world.language.corrections)))
    table.close()


TRAPS: Mapping[str, Trap] = named(
    *(_qualified_title, _heading_above, _remark_between, _caption, _sentence_between, _corner, _head_above),
    *(_last_row, _line_below, _sentence_below, _corrected),
)
"""What changes what the figures of a table are, whatever they are."""
