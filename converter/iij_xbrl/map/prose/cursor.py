"""What all rules of the grammar share: the tokens of one sentence and looking at them, and the words of the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.forecasts import VERSIONS
from iij_xbrl.map.labels import key
from iij_xbrl.map.prose.claims import (
    ABOUT,
    INITIAL_TARGET,
    OVER,
    PREVIOUS_TARGET,
    QUARTER_ON_QUARTER,
    REVISED_TARGET,
    UP_TO,
    YEAR_ON_YEAR,
    Context,
)
from iij_xbrl.map.prose.phrases import Named, PhraseBook
from iij_xbrl.taxonomy.index import Phrase


class Words:
    """Phrases of the language, by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
        for options in self._by_first.values():
            options.sort(key=len, reverse=True)

    def at(self, reader: Reader, at: int) -> tuple[str, int]:
        """The longest of the phrases that stands at a position, and its end; nothing and the position if none."""
        for words in self._by_first.get(reader.word(at), ()):
            if all(reader.word(at + number) == word for number, word in enumerate(words)):
                return " ".join(words), at + len(words)
        return "", at


BE = Words(
    ("was", "were", "is", "are", "totaled", "totalled", "reached", "amounted to", "has reached", "stood at", "came to")
)
UP = frozenset(("increased", "rose", "grew", "climbed", "gained", "improved", "up"))
DOWN = frozenset(("decreased", "declined", "fell", "dropped", "slipped", "shrank", "down"))
RISES = {"increase of": 1, "increased by": 1, "rise of": 1, "gain of": 1, "decrease of": -1, "decreased by": -1}
RISE = Words(RISES)
ADVERBS = frozenset(
    ("also", "steadily", "slightly", "significantly", "sharply", "further", "continuously", "again", "has", "have")
)
QUALIFIERS = {"over": OVER, "more than": OVER, "up to": UP_TO}
QUALIFIERS |= dict.fromkeys(("approximately", "approx", "about", "around", "almost", "nearly"), ABOUT)
QUALIFIER = Words(QUALIFIERS)
BASES = {
    "yoy": YEAR_ON_YEAR, "year on year": YEAR_ON_YEAR, "year over year": YEAR_ON_YEAR,
    "qoq": QUARTER_ON_QUARTER, "quarter on quarter": QUARTER_ON_QUARTER,
}  # fmt: skip
BASIS = Words(BASES)
BELOW = Words(("below", "above"))
BASES_OF_VERSIONS = {"PreviousForecastMember": PREVIOUS_TARGET, "RevisedForecastMember": REVISED_TARGET}
AGAINST = Words(("compared to", "compared with", "from", "against", "after"))
COMPARED = Words(("as compared to", "as compared with", "compared to", "compared with"))
BALANCES = Words(("balance", "balances", "respective balance", "respective balances", "each of respective balances"))
BALANCE_OF = Words(("balance of", "balances of"))
TARGETS = Words(("target", "targets", "forecast", "forecasts"))
ALL_YEAR = Words(("annual", "full year", "full fiscal year"))
GROWTH = Words(("growth of", "growth rate of", "growth was"))
REASONS = Words(("due to", "mainly due to", "because of", "mainly because of", "resulting from", "thanks to"))
CAUSES = Words(("due to", "because of", "resulting from", "there were", "there was", "we had"))
FRAMES = Words(("as result of above", "as result", "in breakdown", "while"))
IN = Words(("for", "in", "during", "for first", "during first", "in first"))
AS_FOR = Words(("for", "as for"))
ABOUT_TOPIC = Words(("for", "as for", "in"))
AIMS = Words(("to reach", "to increase to"))
TO = Words(("to", ", reaching", "reaching"))
SEPARATORS = Words(("and", ", and", ",", ";"))
NARROWING = frozenset(("in", "of", "for", "from", "at", "on", "through", "under", "within", "to", "per", "by", "with"))
LINKS = Words(
    ("in relation to", "in accordance with", "in line with", "in addition to", "for reason", "in connection with")
)
LONGEST = 8  # words of an apposition
# Words after which a statement may not mean what it says, and words that turn the whole sentence into a thought.
DOUBTS = frozenset(
    (
        "would",
        "excluding",
        "except",
        "without",
        "expected",
        "expects",
        "expect",
        "forecast",
        "forecasts",
        "intended",
        "pro-forma",
    )
)
CONDITIONS = frozenset(("if", "assuming", "assumed", "unless"))


class Reader:
    """The tokens of one sentence, and what stands at a position of it."""

    def __init__(self, tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> None:
        self.tokens = book.words(tokens)
        self.text = text
        self.book = book
        self.context = context
        self._found: dict[int, Named | None] = {}

    def word(self, at: int) -> str:
        """The word or mark at a position."""
        token = self.tokens[at] if 0 <= at < len(self.tokens) else None
        return token.text if token and token.kind in ("word", "mark") else ""

    def figure(self, at: int) -> Token | None:
        """The figure at a position."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token if token and token.is_figure else None

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
        return replace(found, phrases=tuple(fitting)) if fitting else None

    def _is_local(self, phrase: Phrase) -> bool:
        """Whether the paragraph and the title are those that a phrase needs to be understood."""
        titles = (*self.context.titles, self.context.above)
        below = not phrase.under or any(title.startswith(key(start)) for start in phrase.under for title in titles)
        return below and (phrase.after is None or phrase.after in self.context.topics)

    def version(self, at: int) -> tuple[str, int]:
        """The member of a version of a forecast that a word names, and its end; nothing where none does."""
        member = VERSIONS.get(self.word(at), "")
        return member, at + bool(member)

    def target(self, at: int) -> tuple[str, str, int]:
        """A target that something is measured against: the basis, the version that it is, and its end."""
        told, end = self.version(at)
        named, stop = TARGETS.at(self, end)
        if not named:
            return "", "", at
        return BASES_OF_VERSIONS.get(told, INITIAL_TARGET), told, stop

    def has_article(self, at: int) -> bool:
        """Whether `a` or `an` stands before a token."""
        if not 0 < at < len(self.tokens):
            return False
        between = self.text[self.tokens[at - 1].end : self.tokens[at].start].split()
        return any(word.casefold() in ("a", "an") for word in between)

    def indent(self) -> int:
        """How far right the sentence's line starts."""
        start = self.tokens[0].start if self.tokens else 0
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return len(line) - len(line.lstrip())

    def narrows(self, at: int) -> bool:
        """Whether words follow that may narrow what was said: `JPY5 million in Europe`, `... of Toys Inc.`."""
        return self.word(at) in NARROWING and not LINKS.at(self, at)[0]

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
