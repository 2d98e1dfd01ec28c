"""Revenues and results of segments, between segments, and what is eliminated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drawn.around import Trap, named
from drawn.figures import Figure, Members
from drawn.page import Row, Table
from drawn.spans import Span
from drawn.statements import Amounts, Column, Line, figure_of, statement
from drawn.words_en import ENGLISH
from drawn.world import World

_NETWORK: Members = (("SegmentAxis", "NetworkServiceAndSystemsIntegrationMember"),)
_ATM: Members = (("SegmentAxis", "AtmOperationBusinessMember"),)
_ELIMINATION: Members = (("SegmentAxis", "EliminationMember"),)
_BUSINESSES = (
    (
        "Network service and systems integration business",
        "ネットワークサービス及びシステムインテグレーション事業",
        _NETWORK,
    ),
    ("ATM operation business", "ATM運営事業", _ATM),
)
REVENUES = (
    *(
        line
        for english, japanese, members in _BUSINESSES
        for line in (
            Line(english, japanese, "Revenues", members),
            Line("Customers", "外部顧客", "RevenuesFromExternalCustomers", members),
            Line("Intersegment", "セグメント間取引", "IntersegmentRevenues", members),
        )
    ),
    Line("Elimination", "セグメント間取引消去", "Revenues", _ELIMINATION),
    Line("Consolidated total", "連結合計", "Revenues", is_total=True),
)
PROFITS = (
    *(Line(english, japanese, "OperatingIncome", members) for english, japanese, members in _BUSINESSES),
    Line("Elimination", "セグメント間取引消去", "OperatingIncome", _ELIMINATION),
    Line("Consolidated operating income", "連結営業利益", "OperatingIncome", is_total=True),
)


def amounts_of(world: World, span: Span) -> Amounts:
    """The segments of a span; the same each time."""
    return world.once(f"segments {span.iso}", lambda: _amounts(world, span))


def _amounts(world: World, span: Span) -> Amounts:
    total, atm = world.amount("Revenues", span), world.amount("AtmOperationBusinessRevenue", span)
    between, also = world.about(110 * span.quarters), world.about(9 * span.quarters)
    profit, loss, eliminated = world.amount("OperatingIncome", span), -world.about(90), -world.about(20)
    network, machines, rest = (members[0][1] for members in (_NETWORK, _ATM, _ELIMINATION))
    return {
        f"Revenues {network}": total - atm + between,
        f"RevenuesFromExternalCustomers {network}": total - atm,
        f"IntersegmentRevenues {network}": between,
        f"Revenues {machines}": atm + also,
        f"RevenuesFromExternalCustomers {machines}": atm,
        f"IntersegmentRevenues {machines}": also,
        f"Revenues {rest}": -between - also,
        "Revenues": total,
        f"OperatingIncome {network}": profit - loss - eliminated,
        f"OperatingIncome {machines}": loss,
        f"OperatingIncome {rest}": eliminated,
        "OperatingIncome": profit,
    }


def columns_of(world: World) -> list[Column]:
    """The time and that a year ago."""
    name = world.draw.choice((world.language.words, world.language.name))
    return [Column(name(span), span.iso, amounts_of(world, span)) for span in (world.now.before(), world.now)]


def segment_revenues(world: World) -> Table:
    """The revenues of segments."""
    title = world.pick(("Segment Information", "Revenues", "Segment Information - Revenues"))
    if world.language is not ENGLISH:
        title = world.pick(("セグメント情報", "セグメント別営業収益"))
    return statement(world, title, REVENUES, columns_of(world))


def segment_profits(world: World) -> Table:
    """The results of segments."""
    title = world.pick(("Segment profit or loss", "Segment operating profit"))
    if world.language is not ENGLISH:
        title = world.pick(("セグメント損益", "セグメント利益"))
    return statement(world, title, PROFITS, columns_of(world))


def _elimination_positive(world: World, table: Table) -> None:
    """What is eliminated stands without parentheses: it is deducted all the same."""
    for row in table.rows:
        for figure in row.figures:
            if figure.said and figure.said[0].dimensions == _ELIMINATION:
                figure.text = figure.text.strip("()△")


def _third_segment(world: World, table: Table) -> None:
    """A segment that is none of the taxonomy; the total is what it is."""
    label = (
        world.pick(("Cloud business", "Other business", "hi-ho business"))
        if world.language is ENGLISH
        else "クラウド事業"
    )
    table.rows.insert(len(table.rows) - 2, Row(label, [world.strange() for _ in range(table.width)]))


def _turned(world: World, table: Table) -> None:
    """Segments in columns, one period."""
    column = columns_of(world)[-1]
    lines = PROFITS if table.rows[0].concept == "OperatingIncome" else [
        line for line in REVENUES if line.concept == "Revenues"
    ]  # fmt: skip
    label = "Operating income" if lines is PROFITS else "Revenues"
    if world.language is not ENGLISH:
        label = "営業利益" if lines is PROFITS else "営業収益"
    heads = [replace(line, english="Consolidated", japanese="連結") if not line.members else line for line in lines]
    cells: list[Figure | str] = [figure_of(world, line, column, 3) for line in heads]
    for figure in (cell for cell in cells if isinstance(cell, Figure)):
        figure.doubt()
    table.heads = [["", *(line.label(world) for line in heads)], ["", *[world.language.unit(3)] * len(heads)]]
    table.rows = [Row(label, cells)]
    table.between = []


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain, "elimination positive": _elimination_positive}
TRAPS: Mapping[str, Trap] = named(_third_segment, _turned)
"""What stands in tables of segments besides."""
