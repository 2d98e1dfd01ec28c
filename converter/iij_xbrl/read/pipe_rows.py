"""Rows with pipes between their cells, as Markdown, wikis and terminals write them: where the cells of each stand.

A pipe at an end of a line is drawn around the row, or stands beside an empty cell; two pipes with nothing between are
one in the heads of some wikis, or have an empty cell between them. The rule below the heads says how many columns
there are, else most rows do; a row that has another number is read in the way that gives it as many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_PIPE = re.compile(r"(?<!\\)\|")
_PIPES = re.compile(r"(?<!\\)\|{1,2}")
_RUNS = re.compile(r"(?<!\\)\|+")
_DELIMITER_ROW = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")

Bounds = tuple[tuple[int, int], ...]
"""Where the cells of a row begin and end."""


def has_pipe(raw: str) -> bool:
    """Whether a line has a pipe that is not escaped."""
    return "|" in raw and bool(_PIPE.search(raw))


def is_delimiter(raw: str) -> bool:
    """Whether a line is the rule between the heads of a table and its rows."""
    return bool(_DELIMITER_ROW.fullmatch(raw.strip()))


def cells_of(rows: Sequence[str]) -> list[Bounds]:
    """Where the cells of each row of a table stand; one that is a rule among them is a row like others."""
    usual = [_usual(row) for row in rows]
    rules = [row for row in rows if is_delimiter(row)]
    undrawn = [_between(row, _places(_sign(row), row), opened=False, closed=False) for row in rows]
    if not rules and sum(_outer(row)[0] for row in rows) * 2 < len(rows) and _share(undrawn) > _share(usual):
        usual = undrawn  # what stands at the ends of some rows only is drawn around none
    counts = Counter(map(len, usual))
    width = len(_usual(rules[0])) if rules else max(counts, key=lambda count: (counts[count], count))
    return [
        bounds if len(bounds) == width else _with_cells(row, width, rules[:1]) or bounds
        for row, bounds in zip(rows, usual, strict=True)
    ]


def _share(rows: Sequence[Bounds]) -> int:
    """How many rows have as many cells as most of them."""
    return max(Counter(map(len, rows)).values(), default=0)


def _with_cells(row: str, width: int, rules: Sequence[str]) -> Bounds:
    """A row as one of so many cells, where one way to read it gives them; a rule tells which outer pipes are drawn."""
    found = {way: bounds for way, bounds in _ways(row) if len(bounds) == width}
    bounds = {bounds for (_, *outer), bounds in found.items() if not rules or tuple(outer) == _outer(rules[0])}
    return bounds.pop() if len(bounds) == 1 else ()


def _usual(row: str) -> Bounds:
    """The cells of a row with pipes around it, or without; pipes that all stand in pairs are one each."""
    opened, closed = _outer(row)
    return _between(row, _places(_sign(row), row), opened=opened, closed=closed)


def _sign(row: str) -> re.Pattern[str]:
    runs = _RUNS.findall(row) if "||" in row else []
    return _PIPES if len(runs) > 1 and all(run == "||" for run in runs) else _PIPE


def _outer(row: str) -> tuple[bool, bool]:
    """Whether a row begins, and ends, with a pipe."""
    inner = row.strip()
    return inner.startswith("|"), len(inner) > 1 and inner.endswith("|") and not inner.endswith("\\|")


def _ways(row: str) -> Iterator[tuple[tuple[str, bool, bool], Bounds]]:
    """The ways to read a row: its outer pipes drawn or beside empty cells, two pipes apart or as one."""
    begins, ends = _outer(row)
    for sign in dict.fromkeys((_sign(row), _PIPES)):
        for opened in {begins, False}:
            for closed in {ends, False}:
                bounds = _between(row, _places(sign, row), opened=opened, closed=closed)
                yield (sign.pattern, opened, closed), bounds


def _places(sign: re.Pattern[str], row: str) -> list[tuple[int, int]]:
    return [match.span() for match in sign.finditer(row)]


def _between(row: str, pipes: Sequence[tuple[int, int]], *, opened: bool, closed: bool) -> Bounds:
    starts = [0, *(end for _, end in pipes)]
    ends = [*(start for start, _ in pipes), len(row)]
    first, last = int(opened), len(starts) - int(closed)
    return tuple(zip(starts[first:last], ends[first:last], strict=True))
