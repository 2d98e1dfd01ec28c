"""Facts in words: what a release says about itself (name, code, period, standard), and its notes as text blocks.

What is printed is tagged where it stands first; what is not is reported all the same, hidden. All of it is about the
reporting period: the part of the fiscal year that ends on the day of the latest balances.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from iij_xbrl.extract.passages import is_furniture, titles_of
from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.facts import Occurrence, TextFact
from iij_xbrl.languages import ENGLISH, language_of
from iij_xbrl.map.evidence import Witnesses
from iij_xbrl.map.titles import title_keys
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Span, Table, Text
from iij_xbrl.taxonomy.index import Taxonomy, Words

_YEAR = 12
_PARTS = {3: "Q1", 6: "H1", 9: "9M", _YEAR: "FY"}
_STEMS = ENGLISH.words["month_stems"]
_DAY = ENGLISH.patterns["dates.day"]
_DAY_FORMAT = "ixt:date-monthname-day-year-en"
_FISCAL_YEAR = ENGLISH.patterns["dates.fiscal_year"]
_HOLDER = "<value>"
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_CAPTION = 80
_IN_WORDS = "und"  # a language, which one the document says


def map_texts(
    document: Document,
    taxonomy: Taxonomy,
    period: Period | None,
    in_sentences: Sequence[Occurrence],
) -> tuple[TextFact, ...]:
    """The text facts of a document in its language; none where no reporting `period` is known.

    Text blocks come without their value, which is the page's markup.
    """
    if period is None:
        return ()
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    language = language_of(*(text.plain for text in document.worded))
    said = (_words(words, document, period, calendar, in_sentences) for words in taxonomy.prose.words)
    notes = _notes(document, taxonomy, period)
    found = (fact for fact in (*said, *notes) if fact)
    return tuple(replace(fact, language=_language(fact, language) if fact.language else "") for fact in found)


def _language(fact: TextFact, otherwise: str) -> str:
    """The language of what a fact says; numbers and blocks are in the document's."""
    return language_of(fact.value) if any(map(str.isalpha, fact.value)) else otherwise


def reporting_period(facts: Iterable[Occurrence], calendar: Calendar, taxonomy: Taxonomy) -> Period | None:
    """The longest actual period, within a fiscal year, that ends on the day of the latest balances."""
    found = list(facts)
    last = Witnesses(found, taxonomy).last_day
    if last is None:
        return None
    start = calendar.year_start(calendar.year_of(last))
    ending = {fact.point.period for fact in found if fact.point.period.end == last and not fact.point.dimensions}
    inside = [period for period in ending if period.start is not None and period.start >= start]
    return max(inside, key=lambda period: period.months, default=None)


def _words(
    words: Words, document: Document, period: Period, calendar: Calendar, facts: Sequence[Occurrence]
) -> TextFact | None:
    """What the words of a concept say, where they are printed first; else, if the value is known, printed nowhere."""
    texts = document.worded
    if words.says in ("period-start", "period-end"):
        day = period.start if words.says == "period-start" else period.end
        assert day is not None
        return _day(words, day, texts, period)
    if words.says == "rate-day":
        return _rate_day(words, texts, period, facts)
    if words.says == "fiscal-year":
        return _fiscal_year(words, str(calendar.name_of(period.end)), texts, period)
    if words.says == "fiscal-period":
        part = _PARTS.get(period.months)
        return TextFact(words.concept, period, part, _IN_WORDS) if part else None
    for phrase in words.printed:
        pattern = _pattern(phrase, words.value)
        for text in texts if _LETTER.search(phrase.replace(_HOLDER, words.value)) else document.texts:
            match = pattern.search(text.plain)
            if match:
                start, end = match.span("value")
                value = " ".join(text.plain[start:end].split())
                return TextFact(words.concept, period, value, _IN_WORDS, (text.span.within(start, end),))
    return TextFact(words.concept, period, words.value, _IN_WORDS) if words.value else None


def _pattern(phrase: str, value: str) -> re.Pattern[str]:
    """A phrase as printed, whatever its spaces and case; the group `value` is what it holds, or all of it."""
    before, holder, after = phrase.partition(_HOLDER)
    if not holder:
        before, value, after = "", phrase, ""
    left, inside, right = (r"\s*".join(map(re.escape, part.split())) for part in (before, value, after))
    return re.compile(rf"(?<![^\W_]){left}\s*(?P<value>{inside})\s*{right}(?![^\W\d_])", re.IGNORECASE)


def _day(words: Words, day: date, texts: Sequence[Text], period: Period) -> TextFact:
    for text in texts:
        for span, found in _days(text):
            if found == day:
                return TextFact(words.concept, period, day.isoformat(), "", (span,), _DAY_FORMAT)
    return TextFact(words.concept, period, day.isoformat())


def _fiscal_year(words: Words, year: str, texts: Sequence[Text], period: Period) -> TextFact:
    """The year behind the first name of the fiscal year: the `2011` of `FY2011`; of a day it is another year."""
    for text in texts:
        for match in _FISCAL_YEAR.finditer(text.plain):
            if match["year"] == year:
                return TextFact(words.concept, period, year, "", (text.span.within(*match.span("year")),))
    return TextFact(words.concept, period, year)


def _rate_day(words: Words, texts: Sequence[Text], period: Period, facts: Sequence[Occurrence]) -> TextFact | None:
    """The day behind the first exchange rate that is told with one."""
    rates = sorted(fact.span for fact in facts if fact.point.unit.count("iso4217:") > 1)
    for rate in rates:
        for text in texts:
            if text.span.holds(rate):
                told = next(((span, day) for span, day in _days(text) if span.start > rate.end), None)
                if told:
                    return TextFact(words.concept, period, told[1].isoformat(), "", (told[0],), _DAY_FORMAT)
    return None


def _days(text: Text) -> Iterator[tuple[Span, date]]:
    for match in _DAY.finditer(text.plain):
        month = _STEMS.index(match["month"].casefold()) + 1
        try:
            yield text.span.within(*match.span()), date(int(match["year"]), month, int(match["day"]))
        except ValueError:  # February 30
            continue


def _notes(document: Document, taxonomy: Taxonomy, period: Period) -> Iterator[TextFact]:
    """The sections that are text blocks: from below their title to the next title, page furniture left out."""
    titles = titles_of(document)
    known = {key: note.concept for note in taxonomy.prose.notes for title in note.titles for key in title_keys(title)}
    seen = set()
    for position, block in enumerate(document.blocks):
        title = titles.get(position)
        concept = next((known[key] for key in title_keys(title) if key in known), None) if title else None
        if concept is None or concept in seen:
            continue
        inside = [position]
        for following in range(position + 1, len(document.blocks)):
            if following in titles or _heads_table(document.blocks, following):
                break
            inside.append(following)
        parts = [at for at in inside[1:] if not is_furniture(document.blocks[at])]
        if parts:
            seen.add(concept)
            first = document.blocks[position]
            span = first.text.span if isinstance(first, Heading) else _first_line(block)
            yield TextFact(concept, period, "", _IN_WORDS, (span,), blocks=_ranges(parts))


def _heads_table(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a caption, ended by a colon, of the table behind it: what follows is no note in words."""
    block = blocks[at]
    table = at + 1 < len(blocks) and isinstance(blocks[at + 1], Table)
    if not table or not isinstance(block, Paragraph):
        return False
    lines = [line.plain.strip() for line in block.lines]
    return lines[-1].endswith(":") and all(len(line) <= _LONGEST_CAPTION for line in lines)


def _first_line(block: object) -> Span:
    assert isinstance(block, Paragraph)
    return block.lines[0].span


def _ranges(positions: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Runs of neighbours, each from its first to behind its last."""
    found: list[tuple[int, int]] = []
    for at in positions:
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)
