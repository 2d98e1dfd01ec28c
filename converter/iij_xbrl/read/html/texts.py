"""A text of a page as a reader sees it: white space as one space, marks set high, each character with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from iij_xbrl.read.document import Span, Text, indent_of
from iij_xbrl.read.html.source import Piece
from iij_xbrl.read.marks import marks
from iij_xbrl.read.markup import without_leaders, without_tex
from iij_xbrl.read.origins import Lines, Places, SourceOrigin

_WORDS = re.compile("[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
SUP, END_SUP = "<sup>", "</sup>"
STRUCK, QUOTED = "<s></s>", "<q></q>"  # in front of what is struck out, and of what is quoted
END_HEAD = "</b>"  # behind words that are set apart at the beginning of a text, and run in with others
_APART = re.compile(f"{STRUCK}|{QUOTED}|{END_HEAD}")
_LONGEST_HEAD = 80
_GOES_ON = re.compile(r"\s*[a-z,;)]")  # of a sentence whose first words are in bold


@dataclass(slots=True)
class Writing:
    """A text while it is put together. `raw` grows with the pieces; `places` says where each of them stands."""

    raw: list[str] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    gap: bool = False
    high: bool = False
    is_set: bool = False
    indent: int = 0
    head: int | None = None  # where the words in bold begin with which it begins
    is_begun: bool = False  # whether it has words
    inset: Decimal = Decimal(0)  # how far styles set it in, in halves of an em

    def run_in(self, piece: Piece, *, is_head: bool) -> int:
        """Before a piece is put: words that are set apart begin a text, or others follow such words.

        The mark that ends them goes with them; how many characters of the piece that takes is given.
        """
        taken = 0
        if not self.is_begun:
            self.head = len(self.raw) if is_head else None
        elif self.head is not None and not is_head:
            taken = int(piece.text[:1] in (".", ":"))
            self._words(piece, 0, taken, bold=False)
            self.end_head(piece.text[taken:])
        self.is_begun = True
        return taken

    def end_head(self, behind: str = "") -> None:
        """The words end that are set apart; they run in with those `behind` unless these go on their sentence."""
        at, self.head = self.head, None
        if at is None:
            return
        words = "".join(self.raw[at:]).strip()
        if words and len(words) <= _LONGEST_HEAD and (words.endswith((".", ":")) or not _GOES_ON.match(behind)):
            self.close()
            end = self.places[-1][2]
            self._append(END_HEAD, end, end)

    def put(self, piece: Piece, *, bold: bool = False, high: bool = False, apart: str = "", position: int = 0) -> None:
        """Add a piece of the source from a position on; white space becomes one space, and none where the text begins.

        `apart` is the mark of what the page shows without saying it.
        """
        text = piece.text
        self._set(high=high, at=piece.start)
        if apart:
            self._append(apart, piece.start, piece.start)
        for match in _WORDS.finditer(text, position):
            start, end = match.span()
            if start > position or self.gap:
                self._space(piece.place(start))
            self._words(piece, start, end, bold=bold)
            position = end
        self.gap = self.gap or position < len(text)

    def put_as_is(self, piece: Piece, start: int, end: int) -> None:
        """Add a part of a piece with all its white space."""
        self.is_set = True
        self._words(piece, start, end, bold=False)

    def said(self, text: str, at: int) -> None:
        """Add what the source does not say in characters, such as the bullet of an item, and how far it is set in."""
        self.indent = self.indent if self.length else len(text) - len(text.lstrip())
        self._append(text, at, at)

    def put_blank(self, text: str) -> None:
        """Add white space that stands between two tags, and stands."""
        at = self.places[-1][2] if self.places else 0
        self._append(text, at, at)

    def space(self) -> None:
        """Where one part of the text ends and another begins: a space, if both say anything."""
        self.gap = True

    def join(self, other: Writing) -> None:
        """Add another text right behind this one."""
        self._set(high=False, at=other.places[0][1] if other.places else 0)
        other.close()
        self.places.extend((self.length + offset, start, end) for offset, start, end in other.places)
        self.raw.extend(other.raw)
        self.length += other.length
        self.bold += other.bold

    def close(self) -> None:
        """End what is open."""
        if self.high:
            self._set(high=False, at=self.places[-1][2] if self.places else 0)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not _SPACES.sub(" ", _APART.sub("", "".join(self.raw))).strip()

    @property
    def shown(self) -> str:
        """What a reader sees, marks among it."""
        raw = _APART.sub("", "".join(self.raw))
        return _SPACES.sub(" ", raw).replace(SUP, "").replace(END_SUP, "").strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return self.bold > 0 and self.bold >= sum(not char.isspace() for char in self.shown)

    @property
    def set_in(self) -> int:
        """How many halves of an em its first line is set in, by styles and by spaces that are shown."""
        return max(round(self.inset), 0) + indent_of("".join(self.raw))

    def text(self, key: tuple[int, int, int], lines: Lines) -> Text:
        """The text of the document, without the white space around it."""
        whole = self.whole(lines)
        end = len(whole.raw.rstrip())  # a mark at the end is no white space
        start = max(min(len(whole.raw) - len(whole.raw.lstrip()), end) - self.indent, 0)
        origin = whole.span.origin.within(start, end)
        return Text(whole.raw[start:end], whole.plain[start:end], Span(*key, 0, end - start, origin))

    def whole(self, lines: Lines) -> Text:
        """All of it, with the white space around it, as a text of no document yet."""
        self.close()
        raw = "".join(self.raw)
        columns: Sequence[tuple[int, ...]] = tuple(zip(*self.places, strict=True)) or ((0,), (0,), (0,))
        places = Places(columns[0], columns[1], columns[2], self.length, lines)
        return Text(raw, plain_of(raw), Span(0, 0, 0, 0, len(raw), SourceOrigin(places, 0, len(raw))))

    def _set(self, *, high: bool, at: int) -> None:
        if high != self.high:
            self.high = high
            self._append(SUP if high else END_SUP, at, at)

    def _space(self, at: int) -> None:
        self.gap = False
        if self.length:
            self._append(" ", at, at)

    def _words(self, piece: Piece, start: int, end: int, *, bold: bool) -> None:
        text = piece.text
        unseen = [match.start() for match in _UNSEEN.finditer(text, start, end)]
        for stop in (*unseen, end):
            if start < stop:
                self._run(piece, start, stop)
                self.bold += (stop - start - _blanks(text, start, stop)) * bold
            start = stop + 1

    def _run(self, piece: Piece, start: int, end: int) -> None:
        if piece.places is None:
            self._append(piece.text[start:end], piece.start + start, piece.start + end)
            return
        position = start
        while position < end:
            stop = position + 1
            if piece.place(stop) == piece.place(position) + 1:
                while stop < end and piece.place(stop + 1) == piece.place(stop) + 1:
                    stop += 1
            else:
                while stop < end and piece.place(stop) == piece.place(position):
                    stop += 1
            self._append(piece.text[position:stop], piece.place(position), piece.place(stop))
            position = stop

    def _append(self, text: str, start: int, end: int) -> None:
        self.raw.append(text)
        self.places.append((self.length, start, end))
        self.length += len(text)


def plain_of(raw: str) -> str:
    """What a reader sees of a text without its marks, as long as it is."""
    plain = _APART.sub(lambda mark: " " * len(mark[0]), without_tex(raw))
    for mark in marks(raw):
        plain = plain[: mark.start] + " " * (mark.end - mark.start) + plain[mark.end :]
    return without_leaders(_SPACES.sub(" ", plain))


def _blanks(text: str, start: int, end: int) -> int:
    return sum(map(text[start:end].count, " \u00a0\u3000"))
