"""What all rules of the grammar share: the tokens of one sentence and looking at them, and the words of the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.forecasts import VERSIONS
from iij_xbrl.map.labels import key
from iij_xbrl.map.prose.claims import Context
from iij_xbrl.map.prose.phrases import Named, PhraseBook
from iij_xbrl.read.document import indent_of
from iij_xbrl.taxonomy.index import Phrase
from iij_xbrl.taxonomy.roles import (
    ABOUT,
    INITIAL_TARGET,
    OVER,
    PREVIOUS,
    PREVIOUS_TARGET,
    QUARTER_ON_QUARTER,
    REVISED,
    REVISED_TARGET,
    UP_TO,
    YEAR_ON_YEAR,
    MemberRole,
)


class Words:
    """Phrases of the language, by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
        for options in self._by_first.values():
            options.sort(key=len, reverse=True)

    def at(self, cursor: Cursor, at: int) -> tuple[str, int]:
        """The longest of the phrases that stands at a position, and its end; nothing and the position if none."""
        for words in self._by_first.get(cursor.word(at), ()):
            if len(words) == 1 or all(cursor.word(at + number) == word for number, word in enumerate(words)):
                return " ".join(words), at + len(words)
        return "", at


def _words(name: str) -> Words:
    return Words(ENGLISH.words[name])


def _set(name: str) -> frozenset[str]:
    return frozenset(ENGLISH.words[name])


def _roles(name: str, *roles: MemberRole) -> dict[str, MemberRole]:
    """Phrases of the language with the roles that they say."""
    named = {str(role): role for role in roles}
    return {phrase: named[role] for phrase, role in ENGLISH.names(name).items()}


BE = _words("be")
UP, DOWN = _set("up"), _set("down")
BARE_UP = _set("bare_up")
BARE = BARE_UP | _set("bare_down")
RISES = ENGLISH.numbers("rises")
RISE = Words(RISES)
ADVERBS = _set("adverbs")
QUALIFIERS = _roles("qualifiers", OVER, UP_TO, ABOUT)
QUALIFIER = Words(QUALIFIERS)
BASES = _roles("bases", YEAR_ON_YEAR, QUARTER_ON_QUARTER)
BASIS = Words(BASES)
ABOVE = _set("above")
BELOW = Words((*ENGLISH.words["below"], *ABOVE))
BASES_OF_VERSIONS = {PREVIOUS: PREVIOUS_TARGET, REVISED: REVISED_TARGET}
AGAINST = _words("against")
COMPARED = _words("compared")
BALANCES = _words("balances")
BALANCE_OF = _words("balance_of")
TARGETS = _words("targets")
ALL_YEAR = _words("all_year")
GROWTH = _words("growth")
REASONS = _words("reasons")
CAUSES = _words("causes")
EXISTING, SETTING = _words("existing"), _words("setting")
FRAMES = _words("frames")
IN = _words("time")
AS_FOR = _words("as_for")
ABOUT_TOPIC = _words("about_topic")
AIMS = _words("aims")
TARGETING = _words("targeting")
TO = _words("reaching")
SEPARATORS = _words("separators")
BEHIND = _set("behind_amounts")
ASIDE = _words("asides")
HEDGING = _set("hedging")
FORECASTS = _set("about_forecasts")
NEUTRAL = _set("neutral") - _set("about_forecasts")
MEASURES = _set("change") | _set("percent") | _set("other_basis") | _set("no_amounts")
"""Words of what is measured and no amount."""
NARROWING = _set("narrowing") | _set("narrowing_places")
"""Words that say alone what an amount is of: `(United States)`."""
LINKS, LIKE = _words("links"), _words("like")
LONGEST = 8  # words of an apposition
# Words after which a statement may not mean what it says, and words that turn the whole sentence into a thought.
DOUBTS = _set("doubts")
SCALE_WORDS = frozenset(ENGLISH.numbers("scales"))
CONDITIONS = _set("conditions") | _set("quoting") | _set("denials")
AND, OF, OF_OR_FOR, INSIDE, BY = _set("and"), _set("of"), _set("of_or_for"), _set("in"), _set("by")
TOTAL, WHICH, INCLUDING, BOTH, ITS = _set("total"), _set("which"), _set("including"), _set("both"), _set("its")
BREAKDOWN, EXCEEDING, RESPECTIVELY = _set("breakdown"), _set("exceeding"), _set("respectively")
NUMBER_OF, PERIOD = _set("number_of"), _set("list_period")
NOTE_NUMBER = ENGLISH.patterns["passages.note_number"]
_FEW = 4  # words behind an amount that qualify it
_INDEFINITE = _set("indefinite")
_SIGNS = {"+": 1, "-": -1, "−": -1, "–": -1, "▲": -1, "△": -1}
_SPOKEN = ("word", "mark")  # kinds of tokens


class Cursor:
    """The tokens of one sentence, and what stands at a position of it."""

    def __init__(self, tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> None:
        self.tokens = book.words(tokens)
        self._words = [token.text if token.kind in _SPOKEN else "" for token in self.tokens]
        self.text = text
        self.book = book
        self.context = context
        self._found: dict[int, Named | None] = {}

    def word(self, at: int) -> str:
        """The word or mark at a position."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def figure(self, at: int) -> Token | None:
        """The figure at a position."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token if token and token.is_figure else None

    def sign(self, at: int) -> int:
        """1 or -1 where a sign stands right in front of the figure at a position, else 0."""
        start = self.tokens[at].start if at < len(self.tokens) else 0
        return _SIGNS.get(self.text[start - 1 : start], 0)

    def period(self, at: int) -> Period | None:
        """The period at a position."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token.mention.period if token and token.mention else None

    def phrase(self, at: int) -> Named | None:
        """The longest phrase at a position, whatever it names."""
        if at not in self._found:
            self._found[at] = self.book.find(self.tokens, at)
        return self._found[at]

    def find(self, at: int) -> Named | None:
        """The phrase at a position, with what it may name here."""
        found = self.phrase(at)
        if found is None:
            return None
        known = [phrase for phrase in found.phrases if phrase.unless not in self.context.listed]
        local = [phrase for phrase in known if (phrase.after or phrase.under) and self._is_local(phrase)]
        fitting = local or [phrase for phrase in known if phrase.after is None and not phrase.under]
        if not local and any(phrase.after and not phrase.under for phrase in known):
            may_be_whole = not self.context.unread and self.context.topics.lead_to_whole()
            fitting = fitting if may_be_whole else []  # `Gross profit was ...` behind what may say of what
        return replace(found, phrases=tuple(fitting)) if fitting else None

    def _is_local(self, phrase: Phrase) -> bool:
        """Whether the paragraph and the title are those that a phrase needs to be understood."""
        titles = (*self.context.titles, self.context.above)
        below = not phrase.under or any(title.startswith(key(start)) for start in phrase.under for title in titles)
        topics = self.context.topics
        leads = phrase.after is None or (topics.hold if phrase.under else topics.lead_to)(phrase.after)
        return below and leads

    def version(self, at: int) -> tuple[MemberRole | None, int]:
        """The version of a forecast that a word names, and its end; nothing where none does."""
        told = VERSIONS.get(self.word(at))
        return told, at + bool(told)

    def target(self, at: int) -> tuple[MemberRole | None, MemberRole | None, int]:
        """A target that something is measured against: the basis, the version that it is, and its end."""
        told, end = self.version(at)
        named, stop = TARGETS.at(self, end)
        if not named:
            return None, None, at
        return BASES_OF_VERSIONS.get(told, INITIAL_TARGET) if told else INITIAL_TARGET, told, stop

    def has_article(self, at: int) -> bool:
        """Whether `a` or `an` stands before a token."""
        if not 0 < at < len(self.tokens):
            return False
        between = self.text[self.tokens[at - 1].end : self.tokens[at].start].split()
        return any(word.casefold() in _INDEFINITE for word in between)

    def indent(self) -> int:
        """How far right the sentence's line starts."""
        start = self.tokens[0].start if self.tokens else 0
        return indent_of(self.text[self.text.rfind("\n", 0, start) + 1 : start])

    def narrows(self, at: int) -> bool:
        """Whether words follow that may narrow what was said: `JPY5 million in Europe`, `... of Toys Inc.`."""
        if self.figure(at) and not self.context.targets_beside:
            return True  # JPY45 billion 800 million
        word, following = self.word(at), at + 1
        if word in AND and self.is_bare_number(following):
            return True
        if word == ",":
            return self.word(following) in HEDGING or self._is_qualified(following)
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind != "word" or word in AND or LINKS.at(self, at)[0]:
            return False
        return word not in BEHIND

    def _is_qualified(self, at: int) -> bool:
        """Whether a few words that are not neutral end the sentence: `JPY5 million, organic`; an apposition does not.

        What begins as a cause or a comparison does tells nothing of the figure either.
        """
        rest = self.tokens[at:]
        is_short = 0 < len(rest) <= _FEW and all(token.kind == "word" for token in rest)
        is_aside = self.word(at) in BEHIND | AND or self.has_article(at) or bool(REASONS.at(self, at)[0])
        if not is_short or is_aside or LINKS.at(self, at)[0] or LIKE.at(self, at)[0] or self.is_verb(at):
            return False
        return any(token.text not in NEUTRAL or token.text in MEASURES for token in rest)

    def is_bare_number(self, at: int) -> bool:
        """Whether a number without currency or percent sign stands at a position."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token is not None and token.kind == "number"

    def is_verb(self, at: int) -> bool:
        """Whether a predicate starts at a position."""
        return bool(BE.at(self, at)[0]) or self.word(at) in UP | DOWN

    def closing(self, at: int) -> int | None:
        """Where a parenthesis that stands in front of a position, or at it, closes; others may stand in it."""
        depth = 0
        for stop in range(at + 1, len(self.tokens)):
            depth += (self.word(stop) == "(") - (self.word(stop) == ")")
            if depth < 0:
                return stop
        return None

    def aside(self, at: int) -> int:
        """Past a parenthesis that holds neither an amount nor a percentage."""
        close = self.closing(at) if self.word(at) == "(" else None
        if close is None or any(token.is_figure and token.kind != "number" for token in self.tokens[at:close]):
            return at
        return close + 1
