"""A drawn page: blocks of text and tables, and the figures that stand in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from drawn.figures import Figure

Style = Literal["plain", "bold", "italic", "item"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 on."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a line, or an item of a list."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as printed; the first `heads` rows head its columns."""

    rows: tuple[tuple[str, ...], ...]
    heads: int = 1


Block = Heading | Text | Grid


@dataclass(slots=True)
class Row:
    """A row of a table that is being drawn: its label, and figures or what stands in their place."""

    label: str
    cells: list[Figure | str]
    concept: str = ""
    is_total: bool = False

    @property
    def figures(self) -> Iterator[Figure]:
        """Those of its cells that are figures."""
        return (cell for cell in self.cells if isinstance(cell, Figure))


@dataclass(slots=True)
class Table:
    """A section with a table that is being drawn; traps change it. In one that is turned the periods are its rows."""

    above: list[Block]
    heads: list[list[str]]
    rows: list[Row]
    between: list[Block] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    is_turned: bool = False

    @property
    def figures(self) -> Iterator[Figure]:
        """All figures of its rows."""
        return (figure for row in self.rows for figure in row.figures)

    @property
    def width(self) -> int:
        """How many columns it has beside its labels."""
        return len(self.heads[0]) - 1

    @property
    def title(self) -> str:
        """The last one of the headings above it."""
        return next(block.text for block in reversed(self.above) if isinstance(block, Heading))

    def entitle(self, title: str) -> None:
        """Put another title in place of the last one."""
        at = max(at for at, block in enumerate(self.above) if isinstance(block, Heading))
        self.above[at] = Heading(self.above[at].level, title)

    def close(self) -> None:
        """Make all of it no fact."""
        for figure in self.figures:
            figure.close()

    def close_columns(self, *closed: int) -> None:
        """Make columns no facts, and the changes beside them, which compare with them."""
        for row in self.rows:
            for at, cell in enumerate(row.cells):
                if isinstance(cell, Figure) and (at in closed or (cell.is_change and not self.is_turned)):
                    cell.close()

    def under(self, at: int) -> range:
        """The columns under a head, which reaches over the empty ones behind it."""
        end = at + 1
        while end < self.width and not self.heads[0][end + 1]:
            end += 1
        return range(at, end)

    def column(self, at: int) -> list[Figure]:
        """The figures of a column, the first one being 0."""
        return [cell for row in self.rows if isinstance(cell := row.cells[at], Figure)]

    def add_column(self, at: int, head: str, unit: str, cells: Sequence[Figure | str]) -> None:
        """Put a column in front of another; `heads` are at most two rows, of names and of units."""
        for row, text in zip(self.heads, (head, unit), strict=False):
            row.insert(at + 1, text)
        for item, cell in zip(self.rows, cells, strict=True):
            item.cells.insert(at, cell)

    def add_row(self, label: str, draw: Callable[[], Figure]) -> None:
        """Put a row below all others."""
        self.rows.append(Row(label, [draw() for _ in range(self.width)]))

    @property
    def blocks(self) -> list[Block]:
        """As it is printed."""
        rows = [[row.label, *(cell if isinstance(cell, str) else cell.text for cell in row.cells)] for row in self.rows]
        grid = Grid(tuple(tuple(row) for row in (*self.heads, *rows)), len(self.heads))
        return [*self.above, *self.between, grid, *self.below]


@dataclass(slots=True)
class Prose:
    """A section of sentences or items that is being drawn, each with its figures."""

    above: list[Block]
    texts: list[Text]
    figures: list[Figure]

    def close(self) -> None:
        """Make all of it no fact."""
        for figure in self.figures:
            figure.close()

    @property
    def blocks(self) -> list[Block]:
        """As it is printed."""
        return [*self.above, *self.texts]


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page, the traps in it, and its figures."""

    blocks: tuple[Block, ...]
    traps: tuple[str, ...]
    figures: tuple[Figure, ...]

    @property
    def is_sheet(self) -> bool:
        """Whether all of its sections are tables, as those of a sheet are."""
        return all(not trap.startswith(("list", "sentences")) for trap in self.traps)
