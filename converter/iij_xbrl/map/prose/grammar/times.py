"""The words of a sentence that speak of a time and that nothing understands: `a year ago`, `over the past months`.

Such a sentence may tell of another time than the one that its section or its other words name. A time that something is
but compared with (`up 5% from the same period of last year`), or that a reason speaks of, is not that of its value.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.prose.claims import Context
from iij_xbrl.map.prose.grammar.cursor import (
    AGAINST,
    ALL_YEAR,
    AND,
    BASIS,
    COMPARED,
    DOWN,
    IN,
    LONGEST,
    REASONS,
    RISES,
    TARGETS,
    UP,
    Cursor,
    Words,
)
from iij_xbrl.map.prose.phrases import PhraseBook

_TIMES = frozenset((*ENGLISH.words["times"], *ENGLISH.values["months"]))
_MONTHS_OR_WORDS = frozenset(ENGLISH.words["months_or_words"])
_LIKE = Words(ENGLISH.words["like"])
_THIS, _SINCE, _FOUNDED = (frozenset(ENGLISH.words[name]) for name in ("this", "since", "founded"))
_ORDINALS, _COUNTS, _SIZES = (ENGLISH.numbers(name) for name in ("ordinals", "counts", "spans"))
_NAMES_OF_MONTHS = ENGLISH.numbers("months")
_MONTHS = frozenset(ENGLISH.words["length_words"])
_INTERIM = ENGLISH.patterns["periods.interim_behind"]
_YEAR = ENGLISH.patterns["periods.year_alone"]
_CHANGES = UP | DOWN | {rise.split()[0] for rise in RISES}
_PARTS = (",", ";", "(", ")")  # where a reason ends
_ENDS = frozenset((*AND, *_PARTS))  # where a comparison ends
_BREAKS = (";", ":")


class Times(Cursor):
    """What a sentence of `text` says of times that nothing understands; `current` is the period of its section."""

    def __init__(
        self, tokens: Sequence[Token], text: str, book: PhraseBook, calendar: Calendar, current: Period | None
    ) -> None:
        super().__init__(tokens, text, book, Context())
        self._calendar, self._current = calendar, current
        self._has_target = any(TARGETS.at(self, at)[0] for at in range(len(self.tokens)))
        self._left = self._unread() if any(map(self._is_time, self.tokens)) else []

    def about(self, start: int) -> str:
        """The words on a time that may be that of the figure at a place of the text; empty where there are none.

        Words in front of the first figure speak of all of them, those behind one of its clause.
        """
        if not self._left:
            return ""
        figures = [token.start for token in self.tokens if token.is_figure and not self._is_year(token)]
        first = min((start, *figures))
        breaks = [token.start for token in self.tokens if token.text in _BREAKS and token.start > first]
        begin = max((stop for stop in breaks if stop < start), default=0)
        end = min((stop for stop in breaks if stop > start), default=len(self.text))
        found = [item for item in self._left if item.start < first or begin <= item.start < end]
        return " ".join(self.text[found[0].start : found[-1].end].split()) if found else ""

    def _unread(self) -> list[Token]:
        left, at = [], 0
        while at < len(self.tokens):
            end = self._past(at)
            if end == at and self._is_time(self.tokens[at]):
                left.append(self.tokens[at])
            at = max(end, at + 1)
        return left

    def _is_time(self, token: Token) -> bool:
        if token.kind != "word" or token.text not in _TIMES:
            return self._is_year(token)
        return token.text not in _MONTHS_OR_WORDS or self.text[token.start].isupper()

    def _is_year(self, token: Token) -> bool:
        return token.kind == "number" and bool(_YEAR.fullmatch(self.text, token.start, token.end))

    def _past(self, at: int) -> int:
        """The end of what is understood at a position, or the position."""
        named = self.phrase(at)
        if named:
            return named.end
        for known in (BASIS.at(self, at)[1], self._past_target(at), self._past_length(at), self._past_founding(at)):
            if known > at:
                return known
        against = AGAINST if self._follows_change(at) else COMPARED
        if against.at(self, at)[0] or _LIKE.at(self, at)[0]:
            return self._until(at, _ENDS)
        return self._until(at, _PARTS) if REASONS.at(self, at)[0] else at

    def _until(self, at: int, ends: Sequence[str] | frozenset[str]) -> int:
        while at < len(self.tokens) and self.word(at) not in ends:
            at += 1
        return at

    def _follows_change(self, at: int) -> bool:
        """Whether a change stands in front of a position: `up 5.0% YoY`, `a decrease of JPY5 million`, `up`."""
        for before in range(at - 1, max(at - LONGEST, -1), -1):
            word = self.word(before)
            if word in _CHANGES or word in _ENDS:
                return word in _CHANGES
        return False

    def _past_target(self, at: int) -> int:
        """Past `previous annual` in a sentence that speaks of a target, and not `previous year`."""
        end = ALL_YEAR.at(self, self.version(at)[1])[1]
        return end if self._has_target and self.word(end) not in _TIMES else at

    def _past_length(self, at: int) -> int:
        """Past what says the section's period: `this first half`, `since April`, `(6 months)`; or `2Q10 (1 month)`."""
        if self.word(at) == "(" and self.word(at + 2) in _MONTHS and self.word(at + 3) == ")":
            count = self._count(at + 1)
            known = self.period(at - 1) or (self._current and self._current.months == count)
            return at + 4 if count and known else at
        if self.period(at - 1) and _INTERIM.match(self.text, self.tokens[at - 1].end):
            return at + 2  # `FY2009 interim period`
        if self._current is None or self._current.start is None:
            return at
        if self.word(at) in _SINCE and _NAMES_OF_MONTHS.get(self.word(at + 1)) == self._current.start.month:
            return at + 2
        return self._past_deictic(at, self._current)

    def _past_deictic(self, at: int, current: Period) -> int:
        """Past `this half`, `the current second quarter`, where that is the section's period."""
        if self.word(at) not in _THIS or current.start is None:
            return at
        ordinal = _ORDINALS.get(self.word(at + 1))
        size = _SIZES.get(self.word(at + 1 + bool(ordinal)), 0)
        year = self._calendar.year_of(current.start)
        said = self._calendar.span(year, (ordinal - 1) * size, size) if ordinal and size else current
        return at + 2 + bool(ordinal) if said == current and current.months == size else at

    def _count(self, at: int) -> int:
        figure = self.figure(at)
        return int(figure.figure.value) if figure and figure.figure else _COUNTS.get(self.word(at), 0)

    def _past_founding(self, at: int) -> int:
        """Past `established in 1996`."""
        end = IN.at(self, at + 1)[1] if self.word(at) in _FOUNDED else at
        return end + 1 if end > at + 1 and end < len(self.tokens) and self._is_year(self.tokens[end]) else at
