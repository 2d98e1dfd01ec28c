"""Labels in two languages in one cell: `営業収益合計 / Total revenues` is the line that both of its halves name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys

_PARTED = re.compile(r"\s*[/／|]\s*|\s+")
_LETTER = re.compile(r"[A-Za-z]{2}")


def in_one_language(label: str, places: Sequence[PlaceKeys]) -> str:
    """The half of a label that fewer lines are called, where both halves are labels of one line; or the label."""
    if label.isascii() or not JAPANESE.script.search(label):
        return label
    for halves in _halves(label):
        lines = [_lines(half, places) for half in halves]
        if lines[0] & lines[1]:
            return min(zip(halves, lines, strict=True), key=lambda item: len(item[1]))[0]
    return label


def _halves(label: str) -> Iterator[tuple[str, str]]:
    """The label in two, one of which is written in Japanese and the other without any of it."""
    for gap in _PARTED.finditer(label):
        halves = label[: gap.start()], label[gap.end() :]
        is_japanese = [bool(JAPANESE.script.search(half)) for half in halves]
        if is_japanese[0] != is_japanese[1] and _LETTER.search(halves[is_japanese.index(False)]):
            yield halves


def _lines(half: str, places: Sequence[PlaceKeys]) -> set[tuple[int, int]]:
    wanted = key(half)
    return {(at, line) for at, keys in enumerate(places) for line in keys.exact.get(wanted, ())}
