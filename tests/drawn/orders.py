"""Systems integration with its orders: what was received in a period, and what stands at its end."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.figures import Figure
from drawn.page import Row, Table
from drawn.spans import Span
from drawn.statements import Amounts, Column, Line, statement
from drawn.words_en import ENGLISH
from drawn.world import World

LINES = (
    Line("SI Revenues", "システムインテグレーション売上高", "SystemsIntegrationRevenue"),
    Line("Systems Construction", "システム構築", "SystemsConstructionRevenue"),
    Line("Systems Operation and Maintenance", "システム運用保守", "SystemsOperationAndMaintenanceRevenue"),
    Line(
        "Orders received for SI and equipment sales",
        "システムインテグレーション及び機器販売の受注高",
        "OrdersReceived",
    ),
    Line(
        "Order backlog for SI and equipment sales",
        "システムインテグレーション及び機器販売の受注残高",
        "OrderBacklog",
        at="closing",
    ),
)


def _amounts(world: World, span: Span) -> Amounts:
    total = world.amount("SystemsIntegrationRevenue", span)
    drawn = world.once(
        f"orders {span.iso}",
        lambda: {
            "built": world.draw.randint(30, 60),
            "got": world.about(6000 * span.quarters),
            "left": world.about(17000),
        },
    )
    built = total * drawn["built"] // 100
    return {
        "SystemsIntegrationRevenue": total,
        "SystemsConstructionRevenue": built,
        "SystemsOperationAndMaintenanceRevenue": total - built,
        "OrdersReceived": drawn["got"],
        "OrderBacklog closing": drawn["left"],
    }


def columns_of(world: World) -> list[Column]:
    """The time and that a year ago."""
    return [
        Column(world.language.name(span), span.iso, _amounts(world, span)) for span in (world.now.before(), world.now)
    ]


def orders(world: World) -> Table:
    """Revenues and orders of two years."""
    title = "SI Revenue Breakdown and Cost" if world.language is ENGLISH else "システムインテグレーション売上高の内訳"
    return statement(world, title, LINES, columns_of(world), 6)


def _orders_alone(world: World, table: Table) -> None:
    """What was received, and what stands, of something that is not told of."""
    labels = ("Orders received", "Order backlog", "Cancelled orders", "Order backlog of hi-ho", "New orders (gross)")
    label = (
        world.pick(labels) if world.language is ENGLISH else world.pick(("受注高（ハイホー）", "受注取消高", "失注"))
    )
    table.rows.append(Row(label, [world.strange() for _ in range(table.width)]))


def _turnover(world: World, table: Table) -> None:
    """How many times orders come to revenues."""
    label = "Book-to-bill ratio" if world.language is ENGLISH else "受注倍率（倍）"
    cells: list[Figure | str] = [Figure(f"{world.draw.randint(101, 199) / 100}") for _ in range(table.width)]
    table.rows.append(Row(label, cells))


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(_orders_alone, _turnover)
"""What stands in tables of orders besides."""
