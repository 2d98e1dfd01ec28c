"""Header rows as texts: cells that span columns, and cells that the conversion cut or ran together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iij_xbrl.extract.units import parse_unit


def joined(row: list[str]) -> list[str]:
    """A header row in which a text cut within its parentheses stands over both cells that hold a part of it."""
    for index in range(1, len(row) - 1):
        left, right = row[index], row[index + 1]
        if left.count("(") - left.count(")") == 1 == right.count(")") - right.count("("):
            row[index] = row[index + 1] = f"{left} {right}"
    return row


def spread(texts: list[str], width: int) -> list[str]:
    """One header row; a cell that repeats a phrase over the empty cells behind it is given to each of them."""
    row = [*texts, *[""] * (width - len(texts))]
    for index in range(1, width):
        words = row[index].split()
        for times in (3, 2):
            size = len(words) // times
            parts = [" ".join(words[part * size : (part + 1) * size]) for part in range(times)]
            room = index + times <= width and not any(row[index + 1 : index + times])
            if size and size * times == len(words) and room and _alike(parts) and _are_new(parts, row, index):
                row[index : index + times] = parts
                break
    return row


def _are_new(parts: Sequence[str], row: Sequence[str], index: int) -> bool:
    """Whether run-together names (`1Q-end 2Q-end`) are not printed beside, which would leave open what goes where."""
    return len(set(parts)) == 1 or not any(text in parts for at, text in enumerate(row) if at != index)


def _alike(parts: Sequence[str]) -> bool:
    shapes = {re.sub(r"\d", "0", part) for part in parts}
    return len(shapes) == 1 and (bool(parse_unit(parts[0])) or any(char.isdigit() for char in parts[0]))
