"""Header rows as texts: cells that span columns, and cells that the conversion cut or ran together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.times.partial_periods import YEAR
from iij_xbrl.languages import JAPANESE, says

_PERCENT = ("%", "％")
_LONGEST_UNIT = 5  # words
_OPENING = "(（［["
_LONGEST_IN_JAPANESE = 6  # characters
_NUMBER_IN_FRONT = re.compile(r"[(\[][^\d(\[]*\d[\d,.]*$")  # 1H12 (in 100 millions of yen)


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
    """Whether run-together names (`1Q-end 2Q-end`) stand nowhere else, which would leave open what goes where.

    Neither beside in the row, nor at another place in another part: `1Q-end 2Q-end 2Q-end 3Q-end`.
    """
    if len(set(parts)) == 1:
        return True
    placed = {(word, at) for part in parts for at, word in enumerate(part.split()) if any(map(str.isdigit, word))}
    is_moved = len({word for word, _ in placed}) < len(placed)
    return not is_moved and not any(text in parts for at, text in enumerate(row) if at != index)


def _alike(parts: Sequence[str]) -> bool:
    shapes = {re.sub(r"\d", "0", part) for part in parts}
    return len(shapes) == 1 and (bool(parse_unit(parts[0])) or any(char.isdigit() for char in parts[0]))


def scale_behind(text: str) -> tuple[str, str]:
    """What stands in front of the scale that a header text ends with, and the scale: `1H11 | JPY millions`.

    The scale is empty where there is none, or where it is that of one more column: `JPY thousands USD thousands`.
    """
    front, scale = _parted(text)
    is_none = _NUMBER_IN_FRONT.search(front) or _names_two_units(front, scale)
    return (text, "") if is_none else (front, scale)


def _parted(text: str) -> tuple[str, str]:
    words = text.split()
    for split in range(min(_LONGEST_UNIT, len(words)), 0, -1):
        unit = parse_unit(" ".join(words[-split:]))
        if unit and unit.scale is not None:
            return " ".join(words[:-split]), " ".join(words[-split:])
    return text, ""


def _names_two_units(front: str, scale: str) -> bool:
    """Whether a text ends with the scale of another unit than the one that stands behind it."""
    unit, other = parse_unit(scale), parse_unit(_parted(front)[1])
    if unit is None or other is None:
        return False
    return other.scale != unit.scale or bool(other.currency and unit.currency and other.currency != unit.currency)


def units_apart(row: Sequence[str]) -> list[list[str]]:
    """A header row with units behind what else its texts say as two rows, the units in the lower one.

    Pages set the lines of a head into one cell: `Six Months Ended September 30, 2011 Thousands of JPY`. What stands
    behind a change says in what it is measured, and stays there.
    """
    parts = [("", text) if parse_unit(text) else _unit_behind(text) for text in row[1:]]
    if not any(front and unit for front, unit in parts):
        return [list(row)]
    return [[*row[:1], *(front for front, _ in parts)], [*("" for _ in row[:1]), *(unit for _, unit in parts)]]


def _unit_behind(text: str) -> tuple[str, str]:
    """What stands in front of the scale, currency or `%` that a text ends with, and that; a change is left whole."""
    front, unit = (text, "") if says("headers.change", text) else scale_behind(text)
    *words, last = text.split() or [""]
    is_open = unit or front != text or says("headers.change", text) or _names_two_units(*_parted(text))
    bare = None if is_open else parse_unit(last)
    is_sign = bool(words) and YEAR.fullmatch(" ".join(words)) is not None  # `2020 £`
    if bare and words and (bare.currency or bare.percent) and (last.isalpha() or last in _PERCENT or is_sign):
        return " ".join(words), last
    return (front, unit) if unit or front != text else _scale_behind_japanese(text)


def _scale_behind_japanese(text: str) -> tuple[str, str]:
    """What stands in front of the scale that a Japanese text ends with, with no space between: `会計期間百万円`."""
    for at in range(max(len(text) - _LONGEST_IN_JAPANESE, 1), len(text)):
        if text[at - 1] in _OPENING:
            break  # `営業収益（百万円）`: the unit is in brackets
        unit = parse_unit(text[at:]) if JAPANESE.script.search(text[at]) and not text[at - 1].isdecimal() else None
        if unit and unit.currency and unit.scale:
            return text[:at].rstrip(), text[at:]
    return text, ""
