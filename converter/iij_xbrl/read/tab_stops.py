"""Tables that are set with tab stops in a word processor: paragraphs one below the other, each with tabs between texts.

They are made tables of the page, so that each text between two tabs is a cell. A tab in front of running text sets it
in, and makes no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_PARAGRAPH = re.compile(r"(<p>.*?</p>)", re.DOTALL)
_PARTS = re.compile(r"(<[^>]*>|\t)")
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_FIGURE = re.compile(r"\d\)?\s*%?\)?$")
_BETWEEN = "</td><td>"
_EMPTY = frozenset({"br", "img"})
_FEWEST = 2  # rows, and cells with a figure behind the first one
_LONGEST, _LONGEST_LABEL = 200, 80  # characters of a text in a column, and of one that may be a label or a head


def with_tables_by_tabs(page: str) -> str:
    """A page in which such paragraphs are rows of tables."""
    if "\t" not in page:
        return page
    pieces = [piece for piece in _PARAGRAPH.split(page) if piece]
    found = [_is_set(piece) for piece in pieces]
    leads = [False] * (len(pieces) + 1)
    for at in reversed(range(len(pieces) - 1)):
        leads[at] = _is_label(pieces[at]) and (leads[at + 1] or (found[at + 1] and _is_row(pieces[at + 1])))
    for at in range(1, len(pieces)):
        found[at] = found[at] or (found[at - 1] and leads[at])
    runs = groupby(range(len(pieces)), key=lambda at: found[at])
    return "".join(_written([pieces[at] for at in held], is_set=is_set) for is_set, held in runs)


def _texts(piece: str) -> list[str]:
    return [text.strip() for text in _TAGS.sub("", piece).split("\t")]


def _is_set(piece: str) -> bool:
    """Whether a piece of a page is a paragraph with tabs between or behind its texts, or a short one behind them."""
    if not piece.startswith("<p>") or "\t" not in piece:
        return False
    first, *others = _texts(piece)
    longest = _LONGEST if first or len(others) > 1 else _LONGEST_LABEL
    return any((first, *others)) and max(map(len, others)) <= longest


def _is_label(piece: str) -> bool:
    """Whether a paragraph may be the label of a group of rows below it."""
    (label, *others) = _texts(piece)
    return piece.startswith("<p>") and not others and 0 < len(label) <= _LONGEST_LABEL and not label.endswith(".")


def _is_row(piece: str) -> bool:
    """Whether a row has a label and a figure."""
    first, *others = _texts(piece)
    return bool(first) and any(map(_FIGURE.search, others))


def _written(pieces: list[str], *, is_set: bool) -> str:
    figures = sum(bool(_FIGURE.search(text)) for piece in pieces for text in _texts(piece)[1:])
    if not is_set or len(pieces) < _FEWEST or figures < _FEWEST:
        return "".join(pieces)
    rows = (f"<tr><td>{_cells(piece.removeprefix('<p>').removesuffix('</p>'))}</td></tr>" for piece in pieces)
    return f"<table>{''.join(rows)}</table>"


def _cells(row: str) -> str:
    """A paragraph with cells for tabs; elements that reach over one end and begin again."""
    return "".join(_parts(row))


def _parts(row: str) -> Iterator[str]:
    within: list[str] = []
    for part in _PARTS.split(row):
        if part == "\t":
            yield "".join(f"</{_name(tag)}>" for tag in reversed(within)) + _BETWEEN + "".join(within)
            continue
        if part.startswith("</"):
            within.pop()
        elif part.startswith("<") and _name(part) not in _EMPTY:
            within.append(part)
        yield part


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
