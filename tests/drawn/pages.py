"""Draws pages: an opening, and a few sections with at most one trap each."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drawn import around, balance_sheets, cash_flows, columns, prose, rows, tables
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


KINDS: Mapping[str, Kind] = {
    "table": Kind(
        tables.results, tables.HARMLESS, {**OF_ANY, **tables.TRAPS, **columns.TRAPS, **rows.TRAPS, **LAYOUTS}
    ),
    "balance sheet": Kind(balance_sheets.balance_sheet, balance_sheets.HARMLESS, {**OF_ANY, **balance_sheets.TRAPS}),
    "cash flow": Kind(cash_flows.cash_flow, cash_flows.HARMLESS, {**OF_ANY, **cash_flows.TRAPS}),
    "ja table": Kind(tables.results, tables.HARMLESS, OF_ANY),
    "ja balance sheet": Kind(balance_sheets.balance_sheet, balance_sheets.HARMLESS, {**OF_ANY, **balance_sheets.TRAPS}),
    "ja cash flow": Kind(cash_flows.cash_flow, cash_flows.HARMLESS, {**OF_ANY, **cash_flows.TRAPS}),
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
