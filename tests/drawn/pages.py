"""Draws pages: an opening, and a few sections with at most one trap each."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from drawn import (
    around,
    balance_sheets,
    cash_flows,
    columns,
    forecasts,
    income_statements,
    orders,
    per_share,
    prose,
    rows,
    segments,
    summary_form,
    tables,
)
from drawn.around import Trap
from drawn.comparisons import COMPARISONS
from drawn.figures import Figure
from drawn.layouts import LAYOUTS
from drawn.openings import opening, section_heading
from drawn.page import Page, Prose, Table
from drawn.spans import Span
from drawn.words_en import ENGLISH
from drawn.words_ja import JAPANESE
from drawn.world import World

_TRIES = 20
_NOTE_NUMBERS = frozenset("1234567")
IN_JAPANESE = "ja "
OF_ANY = {**around.TRAPS, **columns.OF_ANY, **rows.OF_ANY}
OF_SENTENCES = {**prose.OF_SENTENCES, **COMPARISONS}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of tables: how one is drawn, what changes nothing in it, and the traps that are set in it."""

    draw: Callable[[World], Table]
    harmless: Mapping[str, Trap]
    traps: Mapping[str, Trap]

    @property
    def known(self) -> Mapping[str, Trap]:
        """All that a table of it is drawn with."""
        return {**self.traps, **self.harmless}


class _Module(Protocol):
    HARMLESS: Mapping[str, Trap]
    TRAPS: Mapping[str, Trap]


def _kind(draw: Callable[[World], Table], module: _Module) -> Kind:
    return Kind(draw, module.HARMLESS, {**OF_ANY, **module.TRAPS})


_STATEMENTS: Mapping[str, Kind] = {
    "balance sheet": _kind(balance_sheets.balance_sheet, balance_sheets),
    "cash flow": _kind(cash_flows.cash_flow, cash_flows),
    "income statement": _kind(income_statements.income_statement, income_statements),
    "segment revenue": _kind(segments.segment_revenues, segments),
    "segment profit": _kind(segments.segment_profits, segments),
    "per share": _kind(per_share.per_share, per_share),
    "orders": _kind(orders.orders, orders),
    "forecast": _kind(forecasts.forecast, forecasts),
    "summary form": _kind(summary_form.summary, summary_form),
}
KINDS: Mapping[str, Kind] = {
    "table": Kind(
        tables.results,
        tables.HARMLESS,
        {**OF_ANY, **tables.TRAPS, **columns.TRAPS, **rows.TRAPS, **LAYOUTS},
    ),
    f"{IN_JAPANESE}table": Kind(tables.results, tables.HARMLESS, OF_ANY),
    **{f"{language}{name}": kind for name, kind in _STATEMENTS.items() for language in ("", IN_JAPANESE)},
}
"""The kinds of tables by their names; those in Japanese begin with `ja`."""


def drawn_page(seed: int, only: str = "") -> Page:
    """A page; the same for the same seed. With `only`, its one section has that trap, `table: corner`.

    No two of its figures are printed alike and say something else, if that is drawn within a few tries.
    """
    draw = random.Random(seed)
    for _ in range(_TRIES):
        page = _page(draw, only)
        if not _has_double(page):
            break
    return page


def _has_double(page: Page) -> bool:
    keys: dict[str, object] = {}
    said = ((figure.key, figure.said) for figure in page.figures)
    return any(keys.setdefault(key, says) != says or key in _NOTE_NUMBERS for key, says in said)


def _page(draw: random.Random, only: str) -> Page:
    is_japanese = only.startswith(IN_JAPANESE) if only else draw.random() < 0.3
    quarters = draw.choice((1, 2, 2, 3, 4) if is_japanese else (1, 2, 2, 4))
    language = JAPANESE if is_japanese else ENGLISH
    world = World(draw, Span(draw.randint(2009, 2015), 0, quarters), language=language)
    blocks, traps, figures = opening(world), list[str](), list[Figure]()
    for number in range(1 if only else draw.randint(1, 3)):
        section, trap = _section(world, only)
        blocks += [section_heading(world, number), *section.blocks]
        traps.append(trap)
        figures += section.figures
    return Page(tuple(blocks), tuple(traps), tuple(figures))


def _section(world: World, only: str) -> tuple[Table | Prose, str]:
    name, _, trap = only.partition(": ")
    name = name or world.pick(_names(world))
    kind = KINDS.get(name)
    if kind:
        table = kind.draw(world)
        trap = trap or world.pick(list(kind.known))
        kind.known[trap](world, table)
        return table, f"{name}: {trap}"
    text, of_prose = (prose.items(world), prose.OF_LISTS) if name == "list" else (prose.sentences(world), OF_SENTENCES)
    trap = trap or world.pick([*of_prose, "nothing"])
    if trap != "nothing":
        of_prose[trap](world, text)
    return text, f"{name}: {trap}"


def _names(world: World) -> list[str]:
    """The kinds of sections that a page has."""
    if world.language is JAPANESE:
        return [name for name in KINDS if name.startswith(IN_JAPANESE)]
    return ["table", "list", "sentences", *(name for name in KINDS if not name.startswith(IN_JAPANESE))]
