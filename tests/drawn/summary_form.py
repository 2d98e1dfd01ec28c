"""The summary form of the exchange: periods in rows, amounts and their changes in columns."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.figures import Figure
from drawn.page import Heading, Row, Table
from drawn.spans import Span
from drawn.words_en import ENGLISH
from drawn.world import World

_CONCEPTS = ("Revenues", "OperatingIncome", "NetIncomeAttributableToParent")


def summary(world: World) -> Table:
    """The results of two years."""
    is_english = world.language is ENGLISH
    profit = "当期純利益" if world.now.quarters == 4 else "四半期純利益"
    heads = ("Total Revenues", "Operating Income", "Net Income attributable to IIJ")
    heads = heads if is_english else ("営業収益", "営業利益", f"当社株主に帰属する{profit}")
    title = "(1) Consolidated Results of Operations (% shown is YoY change)"
    title = title if is_english else "（１）連結経営成績（％表示は、対前年同四半期増減率）"
    rows = [_row(world, span) for span in (world.now, world.now.before())]
    unit, percent = world.language.million, "%" if is_english else "％"
    return Table(
        [Heading(3, title)],
        [["", *(text for head in heads for text in (head, ""))], ["", *[unit, percent] * len(heads)]],
        rows,
        is_turned=True,
    )


def _row(world: World, span: Span) -> Row:
    name = world.language.words(span).split("（")[0]
    cells: list[Figure | str] = [
        cell for concept in _CONCEPTS for cell in (world.yen(concept, span), world.change(concept, span))
    ]
    return Row(name.replace("累計", ""), cells)


def _row_of_other(world: World, table: Table) -> None:
    """A period with words behind it that say something else."""
    row = world.draw.choice(table.rows)
    row.label = world.pick(("{1} ({0})", "{0} {1}", "{1} {0}")).format(world.other(), row.label)
    for figure in row.figures:
        figure.close()


def _row_more(world: World, table: Table) -> None:
    """A row of no period."""
    name = (
        world.pick(("Average", "Budget", "Peer group"))
        if world.language is ENGLISH
        else world.pick(("平均", "予算", "他社"))
    )
    table.rows.append(Row(name, [world.strange() if at % 2 == 0 else world.percentage() for at in range(table.width)]))


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(_row_of_other, _row_more)
"""What stands in the form besides."""
