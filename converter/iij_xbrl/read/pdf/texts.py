"""Words become a text: with marks of footnotes and bold print as markup, and with the box of every character's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.lines.lines import Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.shapes import goes_behind, goes_in_front, is_figure, is_wide
from iij_xbrl.read.marks import marks
from iij_xbrl.read.markup import without_tex

_HYPHENS = "-\u2010\u00ad"
_DASHES = _HYPHENS + "—–"
_STRETCH = re.compile(r"[^\W\d_]+|[\W\d_]+")  # of letters, or of digits and signs: a figure is told from its currency
_TWO = 2
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôû")
_FEW = 3  # letters
_INK = 0.35  # of the font's height: what is free beside the ink of a character at most
_CLOSING = ")）"  # behind which a line may end that says something of its own
_SOFT = "\u2010\u00ad"
_CUT_NUMBER, _REST = re.compile(r"[\d,.]*\d[,.]?$"), re.compile(r"[,.]?\d[\d,.]*")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text, from `start` to `end`, that a box of a page holds."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(slots=True)
class Script:
    """A text that is being put together: `raw` with markup, `plain` of the same length without."""

    raw: str = ""
    plain: str = ""
    pieces: list[Piece] = field(default_factory=list)
    bold: bool = False

    def markup(self, text: str) -> None:
        """Add what is not seen."""
        self.raw += text
        self.plain += " " * len(text)

    def space(self) -> None:
        """Add a space."""
        self.raw += " "
        self.plain += " "

    def word(self, word: Word, page: int) -> None:
        """Add a word, with the box of each stretch of it."""
        start = len(self.raw)
        across, down = 0.0, 0.0
        if word.moved:
            page, across, down = word.moved
        self.raw += word.text
        self.plain += word.text
        for match in _STRETCH.finditer(word.text):
            left, right = word.edges[match.start()][0], word.edges[match.end() - 1][1]
            box = Box(left - across, word.box.top - down, right - across, word.box.bottom - down)
            self.pieces.append(Piece(start + match.start(), start + match.end(), page, box))

    def drop(self) -> None:
        """Take back the last character."""
        self.raw, self.plain = self.raw[:-1], self.plain[:-1]
        last = self.pieces[-1]
        self.pieces[-1] = replace(last, end=min(last.end, len(self.raw)))


def unbroken(lines: Sequence[Segment], known: frozenset[str]) -> list[Segment]:
    """The lines of a narrow cell, words that are broken over them without a hyphen marked as one.

    They are one where the document has the whole word elsewhere, and not all of its pieces. `known` are its words.
    """
    words = [list(line.words) for line in lines]
    start = 0
    while start < len(lines) - 1:
        end = start + 1
        while end < len(lines) - 1 and len(words[end]) == 1:
            end += 1
        stop = next((stop for stop in range(end, start, -1) if _is_one(words, start, stop, known)), start)
        for at in range(start + 1, stop + 1):
            words[at][0] = replace(words[at][0], glued=True)
        start = max(stop, start + 1)
    return [Segment(tuple(held), line.head) for held, line in zip(words, lines, strict=True)]


def _is_one(words: Sequence[Sequence[Word]], first: int, last: int, known: frozenset[str]) -> bool:
    """Whether the last word of a line and the first ones of those below, down to another line, are one."""
    pieces = [words[first][-1].text, *(words[at][0].text for at in range(first + 1, last + 1))]
    if not all(piece[-1:].isalpha() for piece in pieces[:-1]):
        return False
    if len(pieces) == _TWO and _is_rest(pieces[1], known):
        return True
    whole = _bare("".join(pieces))
    return bool({whole, whole.replace("-", "")} & known) and not all(_bare(piece) in known for piece in pieces)


def _is_rest(piece: str, known: frozenset[str]) -> bool:
    """Whether a piece is no word of its own: a small letter or a few without a vowel, which stand nowhere else."""
    is_known = piece in known and len(piece) > 1
    return 0 < len(piece) <= _FEW and piece.isalpha() and piece.islower() and not (set(piece) & _VOWELS or is_known)


def _bare(text: str) -> str:
    return text.strip(".,;:()\"'“”‘’").lower()


def script(lines: Iterable[tuple[Segment, int]], known: frozenset[str], *, bold: bool = True) -> Script:
    """The text of lines, each with its page. `known` are the words of the document, to undo hyphens at ends of lines.

    With `bold`, bold print is marked, as `**bold**`.
    """
    found = Script()
    last: Word | None = None
    was_wide = False
    for segment, page in lines:
        if was_wide and segment.is_wide and last and _is_number_of_two(last.text, segment.words[0].text):
            segment = replace(segment, words=(replace(segment.words[0], glued=True), *segment.words[1:]))
        was_wide = segment.is_wide
        for at, word in enumerate(segment.words):
            if last is not None:
                _join(found, last, word, known, new_line=at == 0, bold=bold)
            elif bold and word.bold and not word.raised:
                found.markup("**")
                found.bold = True
            if word.raised:
                found.markup("<sup>")
                start = len(found.raw)
                found.word(word, page)
                found.plain = found.plain[:start] + " " * (len(found.plain) - start)
                found.markup("</sup>")
            else:
                found.word(word, page)
            last = word
    if found.bold:
        found.markup("**")
    found.plain = without_tex(found.plain)
    for mark in marks(found.raw):
        found.plain = found.plain[: mark.start] + " " * (mark.end - mark.start) + found.plain[mark.end :]
    return found


def _join(found: Script, last: Word, word: Word, known: frozenset[str], *, new_line: bool, bold: bool) -> None:
    glued = word.raised or word.glued or _is_glued(last, word, new_line=new_line)
    if new_line and last.text[-1:] in _DASHES:
        if len(last.text) == 1:
            glued = f"{last.text}{word.text.lower()}" in known
        elif _is_of_case(last.text, word.text) and last.text[-1] in _HYPHENS:
            glued = True
            if _is_soft(last.text, word.text, known):
                found.drop()
        else:
            glued = last.text[-2].isalnum()
    change = bold and not word.raised and word.bold != found.bold
    if change and found.bold:
        found.markup("**")
    if not glued:
        found.space()
    if change and not found.bold:
        found.markup("**")
    found.bold = found.bold != change


def _is_glued(last: Word, word: Word, *, new_line: bool) -> bool:
    """Whether no space belongs between two words: signs that stand apart from their figure, and wide scripts.

    A line of a wide script ends anywhere, and pdfium knows the ink alone of some of its characters.
    """
    ends = last.text[-1], word.text[0]
    if all(map(is_wide, ends)):
        return last.text[-1] not in _CLOSING if new_line else not word.spaces
    if any(map(is_wide, ends)) and not last.raised:
        near = not word.spaces and word.box.left - last.box.right < _INK * word.size
        return near if not new_line else any(end.isdigit() for end in ends)
    if new_line or last.raised:
        return False
    if is_figure(word.text) and goes_in_front(last.text) and not last.text[-1:].isalpha():
        return True
    return is_figure(last.text) and goes_behind(word.text)


def _is_number_of_two(upper: str, lower: str) -> bool:
    """Whether a number of a wide script, whose lines end anywhere, goes on at the start of the next line."""
    cut, rest = _CUT_NUMBER.search(upper), _REST.match(lower)
    return bool(cut and rest and _WHOLE.fullmatch(f"{cut.group()}{rest.group()}"))


def _is_of_case(upper: str, lower: str) -> bool:
    """Whether a piece of a word may go on with one that ends with a hyphen: in small letters, or all in capitals."""
    return lower[:1].islower() or (lower[:2].isupper() and upper[-3:-1].isupper())


def _is_soft(upper: str, lower: str, known: frozenset[str]) -> bool:
    """Whether a hyphen at the end of a line is there for the end of the line alone.

    So it is where running text has the word without it, or neither of its parts.
    """
    if upper[-1] in _SOFT:
        return True
    stem = upper.lstrip("(\"'“‘")[:-1].lower()
    rest = lower.rstrip(".,;:)\"'”’").lower()
    if f"{stem}-{rest}" in known:
        return False
    return stem + rest in known or (rest.isalpha() and not {stem, rest} & known)


def vocabulary(lines: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The words of a document, in small letters, without those that a hyphen cuts at the end of a line."""
    return frozenset(
        _bare(word.text)
        for line in lines
        for word in (line if line and line[-1].text[-1] not in _HYPHENS else line[:-1])
    )
