"""Reads Japanese sentences: `営業収益は47,207百万円（前年同期比37.7％増）となりました`.

A statement is a subject that the taxonomy names, `は`, and amounts. In front of the subject only a period may stand,
and behind the last amount only what ends a statement. All else is not understood, and its figures are no facts.

statement  = [frame [whole "のうち"]] subject "は" [change "の"] value [remark] end
           | [frame] subject "は" value "と" change end
           | [frame] subject "は" change ["、" value] end
           | [frame] subject {("、" | "及び") subject} "は" "それぞれ" value {("、" | "及び") value} end
change     = basis amount direction
remark     = "（" (change | "前年同期" ["は"] value) "）"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from iij_xbrl.extract.calendar import Calendar, Period, year_before
from iij_xbrl.extract.japanese_periods import says_quarter_alone
from iij_xbrl.extract.periods import mentions
from iij_xbrl.extract.tokens import Token
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.labels import key
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.japanese_amounts import amount_at
from iij_xbrl.map.prose.japanese_entries import entries
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.taxonomy.index import Phrase, Taxonomy
from iij_xbrl.taxonomy.roles import ANNOUNCED, QUARTER_ON_QUARTER, YEAR_ON_YEAR, MemberRole

_DIRECTIONS = JAPANESE.numbers("directions")
_BASES: Mapping[str, MemberRole] = {str(role): role for role in (YEAR_ON_YEAR, QUARTER_ON_QUARTER)}
_BASIS_NAMES = JAPANESE.names("bases")
_FRAME, _BESIDE, _CHANGE, _OF_YEAR_BEFORE, _END, _TOPIC, _EACH, _AND, _OPEN, _CLOSE, _LINK, _QUARTER_ALONE = (
    JAPANESE.patterns[f"sentences.{name}"]
    for name in (
        *("frame", "beside", "change", "of_year_before", "end", "topic", "each", "and", "open", "close", "link"),
        "quarter_alone",
    )
)
_EXPECTED, _EXPECTS, _PAST, _AMONG = (
    JAPANESE.patterns[f"sentences.{name}"] for name in ("expected", "expects", "said_of_past", "among")
)
_IN_OR_OUT, _GAIN_OR_LOSS, _EITHER_WAY = (
    JAPANESE.patterns[f"sentences.{name}"] for name in ("in_or_out", "gain_or_loss", "either_way")
)
_SIGNS = JAPANESE.numbers("cash_directions") | JAPANESE.numbers("result_directions")
_STOPS, _AROUND = "。\n", "、, "
_SHARES = JAPANESE.names("each_of")
_PER = JAPANESE.patterns["units.per_share"]
_YEAR_ON_YEAR = JAPANESE.patterns["scenarios.year_on_year_change"]
_NEUTRAL = frozenset(JAPANESE.words["neutral"])  # names of parts say nothing alone
_LOSS = re.compile(r"[△▲]\s?(?=\d)")
_LONGEST = 60  # characters of a subject
_QUARTER = 3  # months
_NAMED = Named((), 0, 0)
_SENTENCE = re.compile(r"[。\n]")


@dataclass(frozen=True, slots=True)
class _Subject:
    """A subject: where it stands, what it names; `signed` finds the word behind its amounts that says their sign."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    signed: re.Pattern[str] | None = None


@lru_cache(maxsize=4)
def japanese_sentences_of(taxonomy: Taxonomy) -> JapaneseSentences:
    """The Japanese subjects of a taxonomy, found once."""
    return JapaneseSentences(taxonomy)


def may_be_japanese(text: str) -> bool:
    """Whether a text has characters of Japanese."""
    return not text.isascii() and bool(JAPANESE.script.search(text))


class JapaneseSentences:
    """The subjects that a taxonomy names in Japanese, and reading statements about them."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._phrases = _subjects(taxonomy)
        self._flows = frozenset(name for name, concept in taxonomy.concepts.items() if concept.without_balance)
        self._by_key = {key(name): phrases for name, phrases in self._phrases.items()}
        names = sorted(self._phrases, key=len, reverse=True)
        self._name = re.compile("|".join(map(re.escape, names))) if names else None

    def claims(
        self, text: str, calendar: Calendar, current: Period | None, titles: Sequence[str] = ()
    ) -> Iterator[tuple[Claim, Token]]:
        """What a text claims of its figures, each with the words of its subject.

        `current` is the section's period, `titles` are what stands above.
        """
        if self._name is None or not may_be_japanese(text):
            return
        is_of_quarter = any(says_quarter_alone(title) for title in titles[-1:])
        if is_of_quarter and (current is None or current.months != _QUARTER):
            return
        plain = narrow(text)
        is_change = any(_YEAR_ON_YEAR.search(title) for title in titles)
        yield from entries(plain, calendar, self._named, percents_are_changes=is_change)
        position, said, is_named = 0, current, False
        for topic in _TOPIC.finditer(plain):
            start = max((match.end() for match in _SENTENCE.finditer(plain, position, topic.start())), default=position)
            if start > position or not position:
                said, is_named = current, False
            subjects = self._subjects_before(plain, start, topic.start())
            frame = self._without_whole(plain, start, subjects[0].start) if subjects else ""
            time = _time(frame, calendar, said) if subjects else None
            if time is None:
                position = start
                continue
            names = bool(mentions(frame, calendar)) or is_named
            reader = _Statement(plain, subjects, time, calendar)
            if reader.read(topic.end()) and (names or not reader.is_expected):
                position, said, is_named = reader.end, time, names
                yield from reader.claims()
            else:
                position = start

    def _named(self, name: str) -> tuple[Phrase, ...]:
        return self._by_key.get(key(name), ())

    def _subjects_before(self, text: str, floor: int, end: int) -> list[_Subject]:
        """The subjects that end right at a position, from left to right."""
        assert self._name is not None
        found: list[_Subject] = []
        while True:
            one = self._ending_at(text, floor, end)
            if one is None:
                return []
            found.insert(0, one)
            joint = re.compile(rf"{_AND.pattern}$", re.VERBOSE).search(text, floor, one.start)
            if joint is None or self._ending_at(text, floor, joint.start()) is None:
                return found
            end = joint.start()

    def _ending_at(self, text: str, floor: int, end: int) -> _Subject | None:
        assert self._name is not None
        matches = (
            match
            for start in range(max(floor, end - _LONGEST), end)
            if (match := self._name.fullmatch(text, start, end))
        )
        match = next(matches, None)
        if match is None:
            return None
        phrases = self._phrases[match.group()]
        signed = _GAIN_OR_LOSS if _EITHER_WAY.search(match.group()) else None
        if all(phrase.concept in self._flows for phrase in phrases):
            signed = _IN_OR_OUT
        return _Subject(match.start(), match.end(), phrases, signed)

    def _without_whole(self, text: str, start: int, end: int) -> str:
        """What stands in front of a subject, without the name of a whole of which it is a part."""
        among = _AMONG.search(text, start, end)
        whole = self._ending_at(text, start, among.start()) if among else None
        return text[start : whole.start if whole else end]


class _Statement:
    """Reads one statement, from behind its topic mark on."""

    def __init__(self, text: str, subjects: Sequence[_Subject], time: Period, calendar: Calendar) -> None:
        self.text = text
        self.end = 0
        self.is_expected = False
        self.found: list[tuple[Claim, Token]] = []
        self._subjects = subjects
        self._time = time
        self._calendar = calendar

    def read(self, at: int) -> bool:
        """Whether the statement is understood up to its end."""
        each = _EACH.match(self.text, at)
        if len(self._subjects) > 1 or each:
            return bool(each) and self._values(each.end() if each else at)
        subject = self._subjects[0]
        changed = self._change(at, subject)
        link = _LINK.match(self.text, changed) if changed else None
        valued = self._value(link.end() if link else changed or at, subject)
        if valued is None and not changed:
            return False
        beside = _BESIDE.match(self.text, valued) if valued and not changed else None
        also = self._change(beside.end(), subject) if beside else None
        if also:
            return self._ends(also)
        return self._ends(self._remark(valued, subject) if valued else changed or at)

    def _values(self, at: int) -> bool:
        for number, subject in enumerate(self._subjects):
            joint = _AND.match(self.text, at) if number else None
            if number and joint is None:
                return False
            end = self._value(joint.end() if joint else at, subject)
            if end is None:
                return False
            at = self._remark(end, subject)
        return self._ends(at)

    def claims(self) -> Iterator[tuple[Claim, Token]]:
        """What it claims; values and changes of its own period are forecasts where it tells what is expected."""
        for claim, words in self.found:
            if self.is_expected and claim.stated is None:
                claim = replace(claim, forecast=ANNOUNCED, stated=self._time)
            yield claim, words

    def _ends(self, at: int) -> bool:
        expected = _EXPECTED.match(self.text, at)
        match = expected or _END.match(self.text, at)
        self.end = match.end() if match else at
        if match is None:
            return False
        sentence = _SENTENCE.search(self.text, self.end)
        rest = self.text[self.end : sentence.start() if sentence else len(self.text)]
        is_over = self.text[self.end - 1] in _STOPS
        if expected or is_over or not _EXPECTS.search(rest) or _PAST.search(match.group()):
            self.is_expected = bool(expected)
            return True
        self.is_expected = not match.group().strip(_AROUND)  # `A、B を見込んでおります` speaks of both
        return self.is_expected

    def _value(self, at: int, subject: _Subject, *, stated: Period | None = None) -> int | None:
        loss = _LOSS.match(self.text, at)
        read = amount_at(self.text, loss.end() if loss else at)
        if read is None:
            return None
        token, counted, end = read
        if loss:
            assert token.figure is not None
            figure = replace(token.figure, start=loss.start(), value=-token.figure.value)
            self._claim(
                Claim(replace(token, start=loss.start(), figure=figure), _NAMED, (), "value", stated=stated), subject
            )
            return end
        sign = subject.signed.match(self.text, end) if subject.signed else None
        direction, end = (_SIGNS[sign["word"]], sign.end()) if sign else (1, end)
        self._claim(Claim(token, _NAMED, (), "value", direction, stated=stated, counted=counted), subject)
        return end

    def _change(self, at: int, subject: _Subject) -> int | None:
        match = _CHANGE.match(self.text, at)
        read = amount_at(self.text, match.start("amount")) if match else None
        if match is None or read is None:
            return None
        token, counted, _ = read
        claim = Claim(token, _NAMED, (), "change", _DIRECTIONS[match["direction"]], counted=counted)
        basis = _BASES.get(_BASIS_NAMES.get(match["basis"], ""))
        self._claim(replace(claim, basis=basis, base=None if basis else self._year_end()), subject)
        return match.end()

    def _year_end(self) -> date:
        """The last day of the fiscal year before the one that the statement is about."""
        return self._calendar.year_start(self._calendar.year_of(self._time.end)) - timedelta(days=1)

    def _remark(self, at: int, subject: _Subject) -> int:
        """Past what stands in parentheses behind a value, if it is understood."""
        opened = _OPEN.match(self.text, at)
        if opened is None:
            return at
        kept = len(self.found)
        before = _OF_YEAR_BEFORE.match(self.text, opened.end())
        if before:
            end = self._value(before.end(), subject, stated=year_before(self._time))
        else:
            end = self._change(opened.end(), subject)
        closed = _CLOSE.match(self.text, end) if end else None
        if closed is None:
            del self.found[kept:]
            return at
        return closed.end()

    def _claim(self, claim: Claim, subject: _Subject) -> None:
        per = _PER.search(self.text, subject.start, subject.end)
        if per and claim.token.kind == "amount" and not claim.token.scale:
            claim = replace(claim, token=replace(claim.token, per=_SHARES[per["each"].upper()]))
        named = Named(subject.phrases, 0, 1)
        words = Token("word", subject.start, subject.end, self.text[subject.start : subject.end])
        self.found.append((replace(claim, subject=named, phrases=subject.phrases, period=self._time), words))


def _subjects(taxonomy: Taxonomy) -> Mapping[str, tuple[Phrase, ...]]:
    """The Japanese names of concepts in narrow forms, each with what it may stand for."""
    found: dict[str, set[str]] = {}
    effects: dict[str, set[str]] = {}  # what adjusts a cash flow has the name of what it adjusts
    for place in taxonomy.places:
        for line in place.lines:
            if line.concept and not line.members:
                for label in line.labels:
                    if JAPANESE.script.search(label):
                        known = effects if taxonomy.concepts[line.concept].without_balance else found
                        known.setdefault(narrow(label), set()).add(line.concept)
    for name, concept in taxonomy.concepts.items():
        if not concept.derived_from and "ja" in concept.labels:
            found.setdefault(narrow(concept.labels["ja"]), set()).add(name)
    found = effects | found
    spoken: dict[str, set[str]] = {}
    for label, names in found.items():
        for form in _spoken(label):
            spoken.setdefault(form, set()).update(names)
    return {
        label: tuple(Phrase(name, (label,)) for name in sorted(names))
        for label, names in spoken.items()
        if label not in _NEUTRAL
    }


def _spoken(label: str) -> Iterator[str]:
    """A name as sentences have it: `純利益` is that of a quarter or a year."""
    yield label
    for short, long in JAPANESE.names("spoken_in_sentences").items():
        if short in label and long not in label:
            for form in long.split(" "):
                yield label.replace(short, form)


def _time(frame: str, calendar: Calendar, current: Period | None) -> Period | None:
    """The period of a statement, by what stands in front of its subject; None where that is not understood."""
    named = mentions(frame, calendar)
    rest = frame
    for mention in reversed(named):
        rest = rest[: mention.start] + rest[mention.end :]
    if not _FRAME.fullmatch(rest.strip()) or len(named) > 1:
        return None
    if _QUARTER_ALONE.search(rest):
        return current if current and current.months == _QUARTER else None
    return named[0].period if named else current
