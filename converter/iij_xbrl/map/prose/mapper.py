"""Turns the running text of a release into facts, and accounts for every other number in it."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, zip_longest

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.passages import Passage, Setting, passages
from iij_xbrl.extract.times.definitions import with_definitions
from iij_xbrl.extract.times.document_calendar import with_years
from iij_xbrl.extract.times.partial_periods import months_of_parts
from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.extract.title_lines import are_entries
from iij_xbrl.extract.tokens import Token, sentences
from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.evidence import Witnesses
from iij_xbrl.map.prose.claim_sources import told
from iij_xbrl.map.prose.claims import Claim, Context
from iij_xbrl.map.prose.grammar.glued_marks import without_marks
from iij_xbrl.map.prose.grammar.grammar import claims_of
from iij_xbrl.map.prose.grammar.remainders import outline_of, years_of
from iij_xbrl.map.prose.grammar.times import Times
from iij_xbrl.map.prose.grammar.torn_headlines import Value, runs
from iij_xbrl.map.prose.japanese.sentences import japanese_sentences_of, may_be_japanese
from iij_xbrl.map.prose.lines.items import ITEM, belongs_to, item_over, last_item
from iij_xbrl.map.prose.lines.lead_lines import run_in, said_above
from iij_xbrl.map.prose.lines.openers import Openers
from iij_xbrl.map.prose.lines.other_subjects import OtherSubjects, sentences_in_front
from iij_xbrl.map.prose.miswritten import readings_of
from iij_xbrl.map.prose.other_numbers import other_numbers, words_in_front
from iij_xbrl.map.prose.phrases import phrase_book_of
from iij_xbrl.map.prose.relative_times import with_relative_times
from iij_xbrl.map.prose.resolve import Meanings
from iij_xbrl.map.prose.topics import Topics, families_of
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.map.scopes.said_behind import SaidBehind, begins_remark, said_behind
from iij_xbrl.map.scopes.titles.closings import Closings
from iij_xbrl.map.scopes.titles.parts import wholes_of
from iij_xbrl.map.scopes.titles.reasons import reason_of
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.map.scopes.words.standards import concepts_of_others, names_under
from iij_xbrl.map.sources import Source
from iij_xbrl.map.titles import title_keys
from iij_xbrl.read.document import At, Document, Span
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import LabelApart, SameFigureInTable
from iij_xbrl.reasons.prose import MayBelongToWordsBefore, TimeNotUnderstood
from iij_xbrl.reasons.scopes import MayBeOfPart, UnknownInTitle
from iij_xbrl.taxonomy.index import Taxonomy

_OUTLINE = ENGLISH.patterns["passages.list_period"]
_SENTENCE_END = re.compile(r"""[.!?]["”’')\s]*$""")


@dataclass(frozen=True, slots=True)
class Prose:
    """What the running text holds: facts, every other number, and what gave the facts their parts, by place.

    `doubtful` are what leftovers may be that are not written as amounts are: facts where evidence says so, one at most
    of each place.
    """

    facts: tuple[Occurrence, ...]
    leftovers: tuple[Leftover, ...]
    sources: Mapping[Span, tuple[Source, ...]]
    doubtful: tuple[Occurrence, ...] = ()


def map_prose(
    document: Document,
    taxonomy: Taxonomy,
    in_tables: Sequence[Occurrence],
    closed: Closings,
    accountant: Accountant,
    published: date | None,
    standards: Set[str] = frozenset(),
) -> Prose:
    """Read the running text of a document, and the rows of its tables that read like a line of text.

    `closed` are the texts below titles that are not understood: no figure of them is a fact. `accountant` tells which
    sentences speak of others than the issuer.

    `in_tables` are the facts of its tables: where a phrase has two meanings, they tell which one this release knows,
    and their last balance is of the day that the release reports on. `published` is the day of publication, if it is
    known, `standards` are those that the document says its figures are under.
    """
    calendar = with_years(Calendar(*taxonomy.entity.fiscal_year), (text.plain for text in document.worded))
    calendar = with_definitions(calendar, (text.plain for text in document.worded))
    mapper = _Mapper(taxonomy, calendar, Witnesses(in_tables, taxonomy), closed, accountant, published, standards)
    taken = {fact.span for fact in in_tables}
    facts: list[Occurrence] = []
    leftovers: list[Leftover] = []
    texts = tuple(passages(document, calendar))
    outlines = _outlines(texts, calendar)
    torn = mapper.read_torn(texts)
    for passage, after in zip_longest(texts, texts[1:]):
        goes_on = after and (after.setting == passage.setting or begins_remark(after.text)) and not after.of_table
        behind = after.text if after and goes_on else ""
        found, refused = mapper.read(passage, outlines.get(passage.setting), behind)
        found += torn.get(passage.parts[0][1].span, ())
        if passage.of_table:
            facts.extend(fact for fact in found if fact.span not in taken)
        else:
            facts.extend(found)
            leftovers.extend(other_numbers(passage, found, refused, mapper.marks))
    open_places = {item.span.at for item in leftovers if item.status == "unmapped"}
    doubtful = tuple(item for item in mapper.doubtful if item.span.at in open_places)
    return Prose(tuple(facts), tuple(leftovers), mapper.sources, doubtful)


def _outlines(texts: Sequence[Passage], calendar: Calendar) -> dict[Setting, Period | None]:
    """The period that a section's list states for all its items, by section."""
    listed = [text for text in texts if _OUTLINE.search(text.text)]
    by_section: defaultdict[Setting, list[tuple[Token, ...]]] = defaultdict(list)
    for text in listed:
        by_section[text.setting].extend(sentences(text.text, calendar))
    return {setting: outline_of(parted) for setting, parted in by_section.items()}


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of a passage by where they start: those that are facts, and why others are none."""

    facts: dict[int, Occurrence]
    refused: dict[int, Reason]


class _Mapper:
    """Reads passage after passage; a line that names a subject speaks for the passages below it."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        calendar: Calendar,
        witnesses: Witnesses,
        closed: Closings,
        accountant: Accountant,
        published: date | None,
        standards: Set[str],
    ) -> None:
        self._calendar = calendar
        self._closed = closed
        self._accountant = accountant
        self._wholes = wholes_of(taxonomy)
        self._book = phrase_book_of(taxonomy)
        self._witnesses = witnesses
        of_others = concepts_of_others(taxonomy, standards)
        self._meanings = Meanings(taxonomy, calendar, witnesses, published, of_others, names_under(taxonomy, standards))
        self._taxonomy = taxonomy
        self._families = families_of(taxonomy)
        self._context = Context()
        self._titles: dict[str, frozenset[str]] = {}
        self.sources: dict[Span, tuple[Source, ...]] = {}
        self.doubtful: list[Occurrence] = []
        self.marks: set[At] = set()
        self._item = ""
        self._last: tuple[Passage | None, Reason | None] = None, None
        self._above = Setting(), False
        self._others, self._openers = OtherSubjects(accountant), Openers(accountant)

    def read(
        self, passage: Passage, outline: Period | None = None, after: str = ""
    ) -> tuple[list[Occurrence], dict[int, Reason]]:
        """The facts of a passage, and why other figures are none, by where they start; `after` is the text behind."""
        read = _Figures({}, {})
        self._context = Context(
            carried=None if passage.of_table else self._context.carried,
            targets_beside=passage.setting.both,
            titled=self._titled(passage),
            outline=outline,
            titles=self._keys_of_title(passage.setting),
            carried_time=self._context.carried_time,
            headed=self._context.headed,
            topics=Topics(self._families),
            said=self._said(passage),
        )
        parted = self._parted(passage)
        self._context.listed = self._listed(parted)
        above, self._item = belongs_to(passage, self._item), last_item(passage)
        first_line = passage.text.partition("\n")[0]
        over, head = self._openers.over(passage), None
        behind = said_behind(passage, after, self._accountant)
        end = 0
        for sentence in parted:
            begin, is_new_line = sentence[0].start, "\n" in passage.text[end : sentence[0].start]
            before = self._before(passage, sentence, end)
            head = None if is_new_line else head
            if is_new_line and not ITEM.match(passage.text, begin):
                self._context.as_of_above = self._context.as_of or self._context.as_of_above
                self._context.as_of = None
                self._context.unread = False
            self._context.topics.begin_sentence(passage, begin, end)
            end = sentence[-1].end
            self._context.above = above if begin < len(first_line) else ""
            self._context.years |= years_of(sentence)
            claims = claims_of(sentence, passage.text, self._book, self._context)
            over = over if claims else said_above(passage, begin, self._accountant) or over
            self._context.unread |= not claims
            if not claims and any(token.is_figure for token in sentence):
                self._context.topics.add_unknown()
            if not passage.of_table:
                self._others.said(passage.text[begin:end], is_read=bool(claims))
            if claims:
                self._read_claims(claims, sentence, passage, read, before or over or head, behind)
            head = head or run_in(passage, begin, self._accountant)
        self._read_japanese(passage, read, behind)
        return list(read.facts.values()), read.refused

    def _read_claims(
        self,
        claims: Sequence[Claim],
        sentence: Sequence[Token],
        passage: Passage,
        read: _Figures,
        other: Reason | None,
        behind: SaidBehind,
    ) -> None:
        """Adds what a sentence claims; `other` is why it may be about something else, by what stands in front of it."""
        times = Times(sentence, passage.text, self._book, self._calendar, passage.setting.period)
        words = self._book.words(sentence)
        for claim in claims:
            start = claim.figure.start
            if start in read.facts:
                continue
            try:
                if reason := other or behind.of(start):
                    raise Unmapped(reason)
                if unread := times.about(start):
                    raise Unmapped(TimeNotUnderstood(unread))
                read.facts[start] = fact = self._fact(claim, passage)
                self.sources[fact.span] = told(claim, words, passage.text, passage.setting)
                read.refused.pop(start, None)
            except Unmapped as refusal:
                read.refused[start] = refusal.reason
                self.doubtful.extend(self._doubtful(claim, refusal.reason, passage))

    def _said(self, passage: Passage) -> tuple[int, Period] | None:
        """The period that a text above named in the same section: only an item of a list can stand below it.

        Of two paragraphs of sentences, each tells its own.
        """
        said, (section, was_line) = self._context.said, self._above
        is_line = bool(ITEM.match(passage.text)) or not _SENTENCE_END.search(passage.text)
        self._above = passage.setting, is_line
        if said is None or passage.of_table or passage.setting != section or not (is_line or was_line):
            return None
        return said if ITEM.match(passage.text) else (sys.maxsize, said[1])

    def _before(self, passage: Passage, sentence: Sequence[Token], end: int) -> Reason | None:
        """Why a sentence may be about another subject, by those in front of it; `end` is where the last one ends."""
        if passage.of_table:
            return None
        start = sentence[0].start
        if not end or ("\n" in passage.text[end:start] and not are_entries(*passage.lines_at(start))):
            self._others.begin()
        return self._others.before(passage.text[start : sentence[-1].end])

    def _parted(self, passage: Passage) -> tuple[tuple[Token, ...], ...]:
        """The sentences of a passage, marks glued to their words set aside."""
        found = []
        for sentence in sentences(passage.text, self._calendar):
            kept, marks = without_marks(sentence, passage.text, self._book)
            self.marks.update(passage.span(start, start).at for start in marks)
            if kept:
                found.append(with_relative_times(kept, passage.text, passage.setting.period, self._calendar))
        return tuple(found)

    def _read_japanese(self, passage: Passage, read: _Figures, behind: SaidBehind) -> None:
        """Adds what Japanese sentences of a passage say."""
        if not may_be_japanese(passage.text):
            return  # a taxonomy's Japanese subjects are found for pages that have some
        setting, japanese = passage.setting, japanese_sentences_of(self._taxonomy)
        for claim, words in japanese.claims(passage.text, self._calendar, setting.period, setting.titles):
            earlier = sentences_in_front(passage.text, claim.figure.start)
            before = self._others.any_of(earlier) or behind.of(claim.figure.start)
            try:
                if before:
                    raise Unmapped(before)
                read.facts[claim.figure.start] = fact = self._fact(claim, passage)
                self.sources[fact.span] = told(claim, (words,), passage.text, passage.setting)
            except Unmapped as refusal:
                read.refused[claim.figure.start] = refusal.reason

    def read_torn(self, texts: Sequence[Passage]) -> dict[Span, list[Occurrence]]:
        """The values that stand apart from their labels, where the tables tell whose they are; by their passage."""
        found: defaultdict[Span, list[Occurrence]] = defaultdict(list)
        for run in runs(texts, self._book, self._calendar):
            known = [(value.passage, list(self._known(value))) for value in run]
            placed = [(passage, *facts[0]) for passage, facts in known if len(facts) == 1]
            order = [label for _, label, _ in placed]
            if order == sorted(order):
                for passage, _, fact in placed:
                    found[passage.parts[0][1].span].append(fact)
        return found

    def _known(self, value: Value) -> Iterator[tuple[int, Occurrence]]:
        """The facts that a value would be, label by label, as far as the tables give the same."""
        for label, claim in enumerate(value.claims):
            try:
                fact = self._fact(claim, value.passage)
            except Unmapped:
                continue
            if self._witnesses.round_to(fact.point, fact.value, fact.decimals):
                yield label, replace(fact, status="inferred", reason=LabelApart())

    def _listed(self, parted: Sequence[Sequence[Token]]) -> frozenset[str]:
        """The concepts that sentences of a passage start with, a period in front aside."""
        found: set[str] = set()
        for sentence in parted:
            words = self._book.words(sentence)
            named = self._book.find(words, 1 if words and words[0].mention else 0)
            if named and len(named.phrases) == 1:
                found.add(named.phrases[0].concept)
        return frozenset(found)

    def _titled(self, passage: Passage) -> frozenset[str]:
        """The concepts that the nearest title names, and nothing but them."""
        return self._named_by(passage.setting.titles[-1]) if passage.setting.titles else frozenset()

    def _keys_of_title(self, setting: Setting) -> frozenset[str]:
        """The keys of the nearest title, lines that tell the unit aside; none in the legend of a chart.

        A legend names one line after the other; a title that is the name of a line has none of them in front of it.
        """
        titles = list(islice((title for title in reversed(setting.titles) if table_unit(title) is None), 2))
        is_legend = len(titles) > 1 and all(map(self._named_by, titles))
        return title_keys(titles[0]) if titles and not is_legend else frozenset()

    def _named_by(self, title: str) -> frozenset[str]:
        if title not in self._titles:
            words = self._book.words(next(iter(sentences(title, self._calendar)), ()))
            named = self._book.find(words, 0)
            whole = named is not None and named.end == len(words)
            self._titles[title] = (
                frozenset(phrase.concept for phrase in named.phrases) if named and whole else frozenset()
            )
        return self._titles[title]

    def _closed_by(self, head: str) -> Reason | None:
        """Why a heading in a table closes what stands below it; None where every word of it is understood."""
        return reason_of(self._accountant.account(head))

    def _doubtful(self, claim: Claim, refusal: Reason, passage: Passage) -> Iterator[Occurrence]:
        """What a refused figure would be as a fact, were it written as amounts are."""
        unit = passage.setting.unit
        for token, how in readings_of(claim.token, refusal, has_title_scale=bool(unit and unit.scale)):
            try:
                fact = self._fact(replace(claim, token=token), passage)
            except Unmapped:
                continue
            yield replace(fact, status="inferred", reason=how)

    def _fact(self, claim: Claim, passage: Passage) -> Occurrence:
        if passage is not self._last[0]:  # a passage has many figures
            closed = self._closed.of_line(*(text.span for _, text in passage.parts))
            self._last = passage, closed or next(filter(None, map(self._closed_by, passage.heads)), None)
        listed = self._closed.items.get(passage.span(claim.figure.start, claim.figure.start).text_key)
        if other := self._last[1] or listed:
            raise Unmapped(other)
        meaning = self._meanings.of(claim, passage.setting)
        over = item_over(passage.text, claim.figure.start)
        account = self._accountant.account(over)
        if account.unknown and not account.has_content:
            raise Unmapped(UnknownInTitle(over, account.unknown))
        period = passage.setting.period
        if over and period and not claim.stated and set(months_of_parts(over)) - {period.months}:
            raise Unmapped(TimeNotUnderstood(over))
        titles = (*passage.setting.titles, *filter(None, [over]))
        part = self._wholes.may_be_of_part(meaning.concept, titles, self._accountant)
        if part:
            raise Unmapped(MayBeOfPart(part))
        start, end = claim.figure.start, claim.figure.end
        point = DataPoint(meaning.concept, meaning.members, meaning.period, meaning.unit)
        reason = meaning.inferred
        if claim.doubtful:
            if not self._witnesses.confirm(point, meaning.value, meaning.decimals):
                raise Unmapped(MayBelongToWordsBefore())
            reason = SameFigureInTable()
        return Occurrence(
            point=point,
            value=meaning.value,
            printed=abs(meaning.value),
            decimals=meaning.decimals,
            span=passage.span(start, end),
            text=passage.text[start:end],
            label=words_in_front(passage.text, start),
            section=passage.setting.path,
            status="inferred" if reason else "fact",
            reason=reason,
        )
