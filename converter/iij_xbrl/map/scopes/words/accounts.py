"""Accounts for each word of a text that says what figures are: known, neutral, a period, a unit, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.cells.units import parse_caption_unit, parse_unit
from iij_xbrl.extract.times.partial_periods import part_words
from iij_xbrl.extract.times.periods import Calendar, Mention, mentions
from iij_xbrl.extract.tokens import period_mentions
from iij_xbrl.languages import ENGLISH, JAPANESE, LANGUAGES, patterns_of
from iij_xbrl.map.scopes.words.japanese_phrases import plain
from iij_xbrl.map.scopes.words.standards import STANDARDS
from iij_xbrl.map.scopes.words.vocabulary import WORD, Meaning, Vocabulary

_NUMBERING = re.compile(
    r"^\W*(?:(?:[IVX]+|[ivx]{1,4}|\d+)(?:\s?[-.]\s?\d+)*\s?[.):]|\(\s?(?:[ivx]+|\d+|[a-z])\s?\))(?=\s|$)"
)
_NOTES = patterns_of("scopes.note")
_ROUNDINGS = patterns_of("scopes.rounding")
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_LAST_REMARK = re.compile(r"[(\[]\s*([^()\[\]]*?)\s*[)\]]\s*$")
_NUMBER = re.compile(r"[\d.,:~/%-]+")
_SHARE = re.compile(r"\d[\d.,]*\s?[%％]")  # a part of something: `(50% share)`
_COUNTED = ENGLISH.patterns["periods.counted_months"]
_AMOUNTS = (re.compile(r"[¥￥$€]\s?\d|\b[A-Z]{3}\s?\d"), JAPANESE.patterns["scopes.money"])
_ALONE = ENGLISH.patterns["scopes.alone_behind_period"]
_ORDINALS = patterns_of("scopes.ordinal")
_FORECASTS, COMPANY_FORMS, OTHERS, _ANNOUNCING, _OF_REST, _NO_BUSINESS = (
    frozenset(word for language in LANGUAGES for word in language.words.get(name, ()))
    for name in ("about_forecasts", "company_forms", "other_scopes", "announcing", "other_business", "no_business")
)
_NARROWING = tuple(
    (frozenset(ENGLISH.words[name]), frozenset(ENGLISH.words[beside]))
    for name, beside in (("narrowing_places", "beside_places"), ("narrowing", "beside_narrowing"))
)
_OF_TITLES = ((frozenset(ENGLISH.words["narrowing_titles"]), frozenset(ENGLISH.words["beside_narrowing"])),)
_TITLE = 3  # words
_VERSIONS = frozenset(
    word for language in LANGUAGES if "versions" in language.values for word in language.names("versions")
)
_SIDES = frozenset(JAPANESE.names("revisions"))
_BEFORE_CHANGE, _OTHERWISE, _MARK_OF_COLUMN = (
    JAPANESE.patterns[f"scopes.{name}"] for name in ("before_change", "reckoned_otherwise", "mark_of_column")
)
_SEVERAL = 2  # words; lines
_LINES_OF_BUSINESS = 3
_CONTENT = frozenset({"title", "heading", "label"})


@dataclass(frozen=True)
class Tile:
    """A part of a text that is one phrase: as printed, and what it may be; nothing where it is unknown."""

    text: str
    meanings: tuple[Meaning, ...]

    def names(self, kind: str) -> frozenset[str]:
        """What it names as a phrase of a kind."""
        return next((meaning.names for meaning in self.meanings if meaning.kind == kind), frozenset())

    def is_a(self, *kinds: str) -> bool:
        """Whether it is a phrase of one of the kinds."""
        return not self._kinds.isdisjoint(kinds)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(meaning.kind for meaning in self.meanings)


@dataclass(frozen=True)
class Account:
    """The words of a text. `unknown` are the runs of words that nothing knows, as printed."""

    text: str
    tiles: tuple[Tile, ...]
    unknown: tuple[str, ...]

    @property
    def is_understood(self) -> bool:
        """Whether every word is known."""
        return not self.unknown

    @cached_property
    def has_content(self) -> bool:
        """Whether it names a table, a section or a line."""
        return any(tile.is_a(*_CONTENT) for tile in self.tiles)

    @cached_property
    def names_issuer(self) -> bool:
        """Whether it names the company that the release is of, and every word is known."""
        return self.is_understood and any(tile.is_a("issuer") for tile in self.tiles)

    @cached_property
    def names_other(self) -> bool:
        """Whether it names a part, another company, or says that it is about something else."""
        words = {word.casefold().strip(".") for text in self.unknown for word in WORD.findall(text)}
        singular = {word.removesuffix("s") for word in words}
        return (
            bool(words & COMPANY_FORMS or (words | singular) & OTHERS)
            or any(is_part(tile) for tile in self.tiles)
            or self.is_of_rest
        )

    @cached_property
    def narrows(self) -> bool:
        """Whether it is but neutral words of which one says, alone, what figures are of: `U.S. operations`, `24th`."""
        return self.is_understood and _narrow(self.tiles)

    @cached_property
    def narrows_as_title(self) -> bool:
        """The same of a title, that may name a business or cash flows: `U.S. operations`, `20th term`, `Third`."""
        is_short = len(self.tiles) <= _TITLE
        return self.narrows_to_place or (is_short and self.is_understood and _narrow(self.tiles, _OF_TITLES))

    @cached_property
    def narrows_to_place(self) -> bool:
        """Whether it is but neutral words of which one says where: `U.S. operations`."""
        return self.is_understood and _narrow(self.tiles, _NARROWING[:1])

    @cached_property
    def names_business(self) -> bool:
        """Whether it names a line of business, whose figures are not those of the issuer."""
        return any(map(is_business, self.tiles))

    @cached_property
    def is_of_rest(self) -> bool:
        """Whether it is about the lines of business that it does not name: `Other Business`."""
        words = [tile.text.casefold() for tile in self.tiles]
        return any(" ".join(pair) in _OF_REST for pair in pairwise(words))

    @cached_property
    def part_of_table(self) -> str:
        """The part of the business that a title narrows a table to: `SI` in `Operating Results Summary: SI`.

        A line of business has a revenue, a cost and a margin, so that its name is the label of several lines.
        """
        tables = [at for at, tile in enumerate(self.tiles) if tile.is_a("title") and not tile.is_a("label", "issuer")]
        behind = self.tiles[tables[0] + 1 :] if tables else ()
        parts = (tile for tile in behind if not tile.is_a("neutral", "issuer"))
        part = next(parts, None)
        return part.text if part and (_is_line_of_business(part) or self._is_in_brackets(part)) else ""

    def _is_in_brackets(self, tile: Tile) -> bool:
        """Whether a phrase that is but the label of a line stands at the end, in brackets: `... (Net income)`."""
        is_line = tile.is_a("label") and not tile.is_a("title", "heading", "issuer")
        behind = _LAST_REMARK.search(self.text) if is_line else None
        return behind is not None and behind[1].casefold() == tile.text.casefold()


def _narrow(tiles: Sequence[Tile], narrowing: Sequence[tuple[frozenset[str], frozenset[str]]] = _NARROWING) -> bool:
    """Whether neutral words say alone what figures are of; what names a text or a standard may be of it."""
    if not tiles or not all(tile.is_a("neutral") and not tile.is_a(*_CONTENT, "issuer") for tile in tiles):
        return False
    words = {word for tile in tiles for word in tile.text.casefold().strip(".").split()}
    words |= {word.removesuffix("s") for word in words}
    is_numbered = any(pattern.fullmatch(word) for word in words for pattern in _ORDINALS)
    return is_numbered or any(words & narrow and not words & beside for narrow, beside in narrowing)


def is_business(tile: Tile) -> bool:
    """Whether a phrase is the name of a line of business, and no other that many lines have."""
    return _is_line_of_business(tile) and tile.text.casefold() not in _NO_BUSINESS


def _is_line_of_business(tile: Tile) -> bool:
    is_of_many_lines = len(tile.names("label")) >= _LINES_OF_BUSINESS and not tile.is_a("title")
    return is_of_many_lines or len(tile.names("member")) >= _SEVERAL


def is_part(tile: Tile) -> bool:
    """Whether a phrase names a part of the issuer: a company of its group, or a member that lines are told for."""
    return tile.is_a("company") or (tile.is_a("member") and not tile.is_a("title", "issuer", "label"))


def is_about_other(account: Account) -> bool:
    """Whether a title is not understood, or names something else than the issuer's table."""
    return not account.is_understood or account.names_other or bool(account.part_of_table)


class Accountant:
    """Accounts for texts of a document; `calendar` knows its periods, `standards` are those its figures are under."""

    def __init__(
        self, vocabulary: Vocabulary, calendar: Calendar, standards: Set[str] = frozenset(STANDARDS.values())
    ) -> None:
        others = [word for word, name in STANDARDS.items() if name not in standards]
        self._others = frozenset(form for word in others for form in (word, plain(word)))
        self._vocabulary = vocabulary
        self.calendar = calendar
        self._done: dict[bool, dict[str, Account]] = {}

    def account(self, text: str, *, of_forecasts: bool = False) -> Account:
        """The account of a text; one of forecasts may tell their versions apart, as one does that names a forecast."""
        done = self._done.setdefault(of_forecasts, {})
        if text not in done:
            done[text] = self._read(text, of_forecasts=of_forecasts)
        return done[text]

    def periods(self, text: str) -> tuple[Mention, ...]:
        """The periods that a text names."""
        return tuple(period_mentions(text, self.calendar))

    def without_periods(self, text: str) -> str:
        """The text with the periods that it names blanked out."""
        for mention in period_mentions(text, self.calendar):
            alone = _ALONE.match(text, mention.end)
            text = _blanked(text, mention.start, alone.end() if alone else mention.end)
        return text

    def _read(self, text: str, *, of_forecasts: bool) -> Account:
        if JAPANESE.script.search(text):
            return self._in_japanese(text, of_forecasts=of_forecasts)
        words = list(WORD.finditer(self._bare(text)))
        tiles = tuple(self._tiles([match.group() for match in words]))
        lone = {tile.text for tile in tiles if not tile.meanings}
        if of_forecasts or any(self._vocabulary.step(match.group()) in _FORECASTS for match in words if lone):
            lone = {word for word in lone if word.casefold() not in _VERSIONS | _ANNOUNCING}
        elif any(tile.is_a("issuer") for tile in tiles):
            lone = {word for word in lone if word.casefold() not in _ANNOUNCING}
        runs = (
            " ".join(tile.text for tile in run)
            for is_unknown, run in groupby(tiles, lambda tile: tile.text in lone and not tile.meanings)
            if is_unknown
        )
        return Account(" ".join(text.split()), tiles, (*runs, *_shares(text), *self._narrowing(text)))

    def _narrowing(self, text: str) -> Iterator[str]:
        """What stands in brackets in a text and narrows it, in neutral words."""
        for match in _BRACKETED.finditer(text):
            words = WORD.findall(self._bare(match[1])) if match[1].strip() else []
            if _narrow(tuple(self._tiles(words))):
                yield match[1]

    def _in_japanese(self, text: str, *, of_forecasts: bool) -> Account:
        """The account of a text whose words stand without spaces."""
        if table_unit(text) is not None:
            return Account(" ".join(text.split()), (), ())
        whole, text = text, _MARK_OF_COLUMN.sub(lambda mark: " " * len(mark.group()), text)
        named = mentions(text, self.calendar)
        starts, ends = (0, *(item.end for item in named)), (*(item.start for item in named), len(text))
        pieces = [plain(text[start:end]) for start, end in zip(starts, ends, strict=True)]
        tiles = [tile for piece in pieces for tile in self._japanese_tiles(piece)]
        is_of_forecasts = of_forecasts or any(tile.text in _FORECASTS for tile in tiles)
        unknown = [tile.text for tile in tiles if not tile.meanings]
        if is_of_forecasts:
            unknown = [word for word in unknown if word not in _VERSIONS | _SIDES]
        else:
            unknown += [match.group() for piece in pieces for match in _BEFORE_CHANGE.finditer(piece)]
        unknown += [match.group() for piece in pieces for match in _OTHERWISE.finditer(piece)]
        return Account(" ".join(whole.split()), tuple(tiles), tuple(dict.fromkeys([*unknown, *_shares(text)])))

    def _japanese_tiles(self, piece: str) -> Iterator[Tile]:
        for text, kind in self._vocabulary.japanese.found(piece):
            if kind == "phrase":
                yield self._standard(text, self._vocabulary.meanings_in_japanese[text])
            elif kind == "latin" and len(text) == 1:
                yield Tile(text, ())  # no article, but a name: `A社`
            elif kind == "latin":
                yield from self._tiles([match.group() for match in WORD.finditer(text)])
            else:
                yield Tile(text, (Meaning("neutral"),) if kind == "number" else ())

    def _bare(self, text: str) -> str:
        """The text with its periods, units, list number, references to notes and how it rounds blanked out."""
        whole, text = text, self.without_periods(text)
        for start, end in part_words(text):
            text = _blanked(text, start, end)
        if text != whole:
            text = self.without_periods(text)  # `3Q11` once `9 months` beside it is gone
        for pattern in (_COUNTED, _NUMBERING, *_NOTES, *_ROUNDINGS):
            match = pattern.search(text)
            text = _blanked(text, *match.span()) if match else text
        for match in _BRACKETED.finditer(text):
            if parse_caption_unit(match.group(1)):
                text = _blanked(text, *match.span())
        return " " * len(text) if parse_unit(text) or table_unit(text) else text

    def _tiles(self, words: Sequence[str]) -> Iterator[Tile]:
        steps = [self._vocabulary.step(word) for word in words]
        at = 0
        while at < len(words):
            end, meanings = self._vocabulary.longest(steps, at)
            if end > at:
                yield self._standard(" ".join(words[at:end]), meanings)
                at = end
                continue
            yield from self._alone(words[at])
            at += 1

    def _standard(self, text: str, meanings: tuple[Meaning, ...]) -> Tile:
        """A phrase that is known, unless it is an accounting standard that the document's figures are not under."""
        return Tile(text, () if text.casefold() in self._others else meanings)

    def _alone(self, word: str) -> Iterator[Tile]:
        """A word that begins no phrase: an article, a number, a compound of known words, or unknown."""
        is_number = _NUMBER.fullmatch(word) or any(pattern.fullmatch(word) for pattern in _ORDINALS)
        known = word == "a" or is_number or self._is_compound(word)
        yield Tile(word, (Meaning("neutral"),) if known else ())

    def _is_compound(self, word: str) -> bool:
        parts = [self._vocabulary.step(part) for part in re.split(r"[/‐‑-]", word)]
        return len(parts) > 1 and all(self._vocabulary.longest([part], 0)[0] for part in parts)


def _shares(text: str) -> Sequence[str]:
    """The percentages that a title says; a text with an amount in it tells of changes."""
    found = _SHARE.findall(text)
    return () if found and any(amount.search(text) for amount in _AMOUNTS) else found


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
