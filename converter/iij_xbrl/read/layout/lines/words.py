"""Characters become words: what stands on one baseline with no space between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from unicodedata import east_asian_width, normalize

from iij_xbrl.read.layout.geometry import Box, around
from iij_xbrl.read.layout.page import Character

_APART = 0.13  # of the font's height: characters that are further apart are two words
_BACK = 0.35  # of the font's height: how far a character may reach back into the one before it
_OFF = 0.06  # of the font's height: characters whose baselines differ by more are on two lines
_BULLET = 2.5  # of the font's height: how far a bullet stands from its text at most
_WIDE = "WF"  # UAX #11
_LIKE = 0.12  # by how much the sizes of the characters of a word differ at most


class Move(NamedTuple):
    """From which page a word was moved, and how far to the right and down."""

    page: int
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word. `edges` are the left and right sides of its characters; `spaces` counts those drawn in front of it.

    `raised` tells that it is set small and high beside other words, as marks of footnotes are; `moved` that it stands
    elsewhere than it was drawn; `glued` that it goes on with the word in front of it, without a space. `drawn` is how
    many words of its page are drawn before it.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    edges: tuple[tuple[float, float], ...]
    spaces: int = 0
    raised: bool = False
    moved: Move | None = None
    glued: bool = False
    drawn: int = 0

    @property
    def first_part(self) -> float:
        """The width of what stands on one line at least: a character of Japanese, which breaks anywhere, or all."""
        is_wide = east_asian_width(self.text[0]) in _WIDE
        return self.box.width / len(self.text) if is_wide else self.box.width


def words(characters: Iterable[Character]) -> Iterator[Word]:
    """The words of a page, in the order in which they are drawn."""
    held: list[Character] = []
    spaces = ahead = drawn = 0
    last: Character | None = None
    for character in characters:
        if character.text == " ":
            ahead += 1
            continue
        if held and (ahead or not _goes_on(held[-1], character)):
            yield _word(held, spaces, drawn)
            held = []
            drawn += 1
        if not held:
            on_line = last is not None and abs(last.baseline - character.baseline) <= _OFF * character.size
            spaces = ahead if on_line else 0
        held.append(character)
        last, ahead = character, 0
    if held:
        yield _word(held, spaces, drawn)


def _goes_on(last: Character, character: Character) -> bool:
    size = max(last.size, character.size)
    gap = character.box.left - last.box.right
    return (
        abs(character.baseline - last.baseline) <= _OFF * size
        and abs(character.size - last.size) <= _LIKE * size
        and -_BACK * size <= gap <= _APART * size
    )


def _word(held: list[Character], spaces: int, drawn: int) -> Word:
    pieces, edges = [], []
    for text, box, *_ in held:
        if _is_ligature(text):
            text = normalize("NFKC", text)
            width = box.width / len(text)
            edges += [(box.left + at * width, box.left + (at + 1) * width) for at in range(len(text))]
        else:
            edges.append((box.left, box.right))
        pieces.append(text)
    first = held[0]
    box = around(character.box for character in held)
    bold = sum(character.bold for character in held) * 2 > len(held)
    return Word("".join(pieces), box, first.baseline, first.size, bold, tuple(edges), spaces, drawn=drawn)


def _is_ligature(text: str) -> bool:
    """Latin ligatures, and Han radicals that fonts map in place of the characters."""
    code = ord(text)
    return code >= 0x2E80 and (0xFB00 <= code <= 0xFB06 or code <= 0x2FD5)


def with_bullets(found: Sequence[Word], bullets: Sequence[Box]) -> list[Word]:
    """The words, with a bullet in front of each that has a small mark drawn to its left, and no word between."""
    if not bullets:
        return list(found)
    rows = sorted(found, key=lambda word: word.box.bottom)
    ends = [word.box.bottom for word in rows]
    added = []
    for box in bullets:
        middle = (box.top + box.bottom) / 2
        beside = []
        for word in rows[bisect_left(ends, middle) :]:
            if word.box.bottom > middle + 2 * word.size:
                break
            if word.box.top < middle and 0 < word.box.left - box.right < _BULLET * word.size:
                beside.append(word)
        if beside:
            word = min(beside, key=lambda item: item.box.left)
            place = Box(box.left, word.box.top, box.right, word.box.bottom)
            edges = ((box.left, box.right),)
            added.append(Word("•", place, word.baseline, word.size, word.bold, edges, drawn=word.drawn))
    return [*found, *added]


def joined(left: Word, right: Word) -> Word:
    """Two pieces of one word."""
    return replace(
        left,
        text=left.text + right.text,
        box=around((left.box, right.box)),
        edges=left.edges + right.edges,
    )


def shifted(word: Word, page: int, across: float, down: float) -> Word:
    """The word further to the right and down, with the page that it was moved from."""
    box, last = word.box, word.moved or Move(page, 0.0, 0.0)
    return replace(
        word,
        box=Box(box.left + across, box.top + down, box.right + across, box.bottom + down),
        baseline=word.baseline + down,
        edges=tuple((left + across, right + across) for left, right in word.edges),
        moved=Move(last.page, last.across + across, last.down + down),
    )
