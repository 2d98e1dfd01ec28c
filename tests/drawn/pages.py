"""Draws pages: an opening, and a few sections with at most one trap each."""

from __future__ import annotations

import random

from drawn import columns, prose, rows, tables
from drawn.comparisons import COMPARISONS
from drawn.layouts import LAYOUTS
from drawn.page import Block, Heading, Page, Prose, Table, Text
from drawn.world import Figure, Span, World

_TIMES = ("First Three Months", "First Six Months", "First Nine Months", "")
_STARTS = "from April 1, {} to {}"
_TRIES = 50
NOTE_NUMBERS = frozenset("1234567")
_KINDS = ("table", "table", "list", "sentences")


OF_TABLES = {**tables.TRAPS, **columns.TRAPS, **rows.TRAPS, **LAYOUTS}
OF_SENTENCES = {**prose.OF_SENTENCES, **COMPARISONS}


def drawn_page(seed: int, only: str = "") -> Page:
    """A page; the same for the same seed. With `only`, each section has that trap, `table: corner`."""
    draw = random.Random(seed)
    for _ in range(_TRIES):
        page = _page(draw, only)
        if page:
            return page
    raise AssertionError(f"no page without figures that are printed twice: {seed}")


def _page(draw: random.Random, only: str) -> Page | None:
    """A page; none where two figures are printed alike, so that one could not be told from the other."""
    world = World(draw, Span(draw.randint(2009, 2015), 0, draw.choice((1, 2, 2, 4))))
    blocks, traps, figures = _opening(world), list[str](), dict[str, Figure]()
    for number in range(1 if only else draw.randint(1, 3)):
        section, trap = _section(world, only)
        title = ("Financial Results Summary", "Results of Operation", "Business Results")[number]
        blocks += [Heading(2, f"{world.now.name} {title}"), *section.blocks]
        traps.append(trap)
        for figure in section.figures:
            if figure.key in figures:
                return None
            figures[figure.key] = figure
    return None if figures.keys() & NOTE_NUMBERS else Page(tuple(blocks), tuple(traps), figures)


def _section(world: World, only: str) -> tuple[Table | Prose, str]:
    draw = world.draw
    kind, _, trap = only.partition(": ")
    kind = kind or draw.choice(_KINDS)
    if kind == "table":
        table = tables.results(world)
        known = OF_TABLES | tables.HARMLESS
        trap = trap or draw.choice(list(known))
        known[trap](world, table)
        return table, f"table: {trap}"
    text, of_prose = (prose.items(world), prose.OF_LISTS) if kind == "list" else (prose.sentences(world), OF_SENTENCES)
    trap = trap or draw.choice([*of_prose, "nothing"])
    if trap != "nothing":
        of_prose[trap](world, text)
    return text, f"{kind}: {trap}"


def _opening(world: World) -> list[Block]:
    span = world.now
    year_end = f"March 31, {span.year + 1}"
    times = _TIMES[span.quarters - 1]
    what = f"{times.casefold()} of the fiscal year ending {year_end}" if times else f"fiscal year ended {year_end}"
    title = f"IIJ Announces {times} Financial Results".replace("  ", " ")
    return [
        Heading(1, "Internet Initiative Japan Inc."),
        Text(f"{title} for the Fiscal Year Ending {year_end}", "bold"),
        Text(
            f'Internet Initiative Japan Inc. ("IIJ", NASDAQ:IIJI, TSE:3774) announced today its consolidated financial '
            f'results for the {what} ({_STARTS.format(span.year, span.last_day)}, "{span.name}"). The rate used for '
            f"translation was JPY{world.rate} per US$1.00."
        ),
    ]
