"""How releases write units and scales: `Thousands of JPY`, `JPY millions`, `%`, `Shares`, `702.5 Gbps`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import CURRENCIES, JAPANESE, LANGUAGES, Lexicon, spoken

_SHORT = 3  # letters; `us` has no singular
_APOSTROPHES = "'’‘"
_BARE = re.compile(r"[\s()\[\]（）［］:：;,、./-]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a header, caption or cell says about units.

    `scale` is the power of ten; `currency` an ISO 4217 code; `count` names what is counted; `percent` is a percentage,
    of `base` where that is named (`% of total revenues` -> `revenues`). `excepted` are the words for what it does not
    hold for: `thousands of yen, except per share data`.
    """

    scale: int | None = None
    currency: str | None = None
    count: str | None = None
    percent: bool = False
    base: str = ""
    excepted: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language writes units."""

    word: re.Pattern[str]
    scales: Mapping[str, int]
    attached: Mapping[str, int]
    currencies: Mapping[str, str]
    counts: Mapping[str, str]
    percents: frozenset[str]
    fillers: frozenset[str]
    or_words: frozenset[str]
    has_plural: bool
    share_of: re.Pattern[str]
    bases: Mapping[str, str]
    counted_units: re.Pattern[str] | None


def _of(language: Lexicon) -> _Words:
    return _Words(
        re.compile(f"{CURRENCIES.sign.pattern}|{language.patterns['units.word'].pattern}", re.VERBOSE | re.IGNORECASE),
        language.numbers("scales") | language.numbers("short_scales") | language.numbers("thousands"),
        language.numbers("attached_scales"),
        language.names("currencies"),
        language.names("counted"),
        frozenset(language.words["percent"]),
        frozenset(language.words["unit_fillers"]),
        frozenset(language.words["codes_or_words"]),
        language.code == "en",
        language.patterns["units.share_of"],
        language.names("share_bases"),
        language.patterns.get("units.counted_units"),
    )


_WORDS = {language.code: _of(language) for language in LANGUAGES}


@lru_cache(maxsize=4096)  # of the same few texts of a page it is asked again and again
def parse_unit(text: str) -> Unit | None:
    """The unit that a text states, or None where the text is something else or holds further words."""
    text = narrow(text)
    for language in spoken(text):
        unit = _parsed(text, _WORDS[language.code])
        if unit:
            return unit
    return None


def parse_caption_unit(text: str) -> Unit | None:
    """The unit that a caption states, with what it excepts."""
    for language in spoken(text):
        pattern = language.patterns.get("units.excepted")
        match = pattern.search(text) if pattern else None
        if match:
            unit = parse_unit(text[: match.start()])
            return replace(unit, excepted=match["what"].strip().casefold()) if unit else None
    return parse_unit(text)


def _parsed(text: str, known: _Words) -> Unit | None:
    share = known.share_of.search(text)
    if share:
        base = share.group(1).lower()
        return Unit(scale=0, percent=True, base=known.bases.get(base, base))
    found = None if known.counted_units and known.counted_units.search(text) else _read(text, known)
    if found is None:
        return None
    scales, currencies, counts, percent = found
    if max(len(set(scales)), len(set(currencies)), len(set(counts))) > 1 or len(scales) > 1:
        return None  # a thousand million, or two units in one
    if not (scales or currencies or counts or percent):
        return None
    bare = 0 if currencies and not known.has_plural else None  # yen in Japanese, unlike `JPY` over a column, are yen
    return Unit(next(iter(scales), bare), next(iter(currencies), None), next(iter(counts), None), percent)


def _read(text: str, known: _Words) -> tuple[list[int], list[str], list[str], bool] | None:
    """The scales, currencies and counts that a text says, and whether percent; None where it holds other words too."""
    scales, currencies, counts, doubtful = [], [], [], 0
    percent, end, is_behind_currency = False, 0, False
    for match in known.word.finditer(text):
        if not _BARE.fullmatch(text, end, match.start()):
            return None
        end = match.end()
        printed = re.sub(r"\s", "", match.group())
        word = _singular(printed.lower(), known).strip(_APOSTROPHES)
        currency = CURRENCIES.of(printed) or known.currencies.get(word)
        is_behind_currency, behind = bool(currency), is_behind_currency
        if currency:
            currencies.append(currency)
            doubtful += printed in known.or_words
        elif word in known.scales:
            scales.append(known.scales[word])
        elif word in known.attached and behind:
            scales.append(known.attached[word])
        elif word in known.counts:
            counts.append(known.counts[word])
        elif word in known.percents:
            percent = True
        elif word not in known.fillers:
            return None
    if not _BARE.fullmatch(text, end) or (doubtful and not scales):
        return None
    return scales, currencies, counts, percent


def _singular(word: str, known: _Words) -> str:
    is_plural = known.has_plural and word.endswith("s") and word not in known.counts and len(word) > _SHORT
    return word[:-1] if is_plural else word


@lru_cache(maxsize=1024)  # all codes there are, for each of a few words
def misspelt_currency(text: str) -> str | None:
    """The one ISO 4217 code that capitals are one slip away from: a letter lost, added or swapped, else one changed."""
    for is_slip in (_is_misplaced, _is_changed):
        near = [code for code in CURRENCIES.minor_units if is_slip(text, code)]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _is_misplaced(text: str, code: str) -> bool:
    longer, shorter = (text, code) if len(text) > len(code) else (code, text)
    if len(longer) == len(shorter):
        return sorted(text) == sorted(code) and sum(map(str.__ne__, text, code)) == 2
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _is_changed(text: str, code: str) -> bool:
    return len(text) == len(code) and sum(map(str.__ne__, text, code)) == 1


def parse_unit_list(text: str) -> tuple[Unit, ...]:
    """The units of a list such as `JPY / U.S. Dollars / JPY`; empty where the text is none."""
    units = tuple(parse_unit(part) for part in text.split("/"))
    return tuple(unit for unit in units if unit) if all(units) else ()


_SPACES = re.compile(rf"(?<={JAPANESE.script.pattern})\s+(?={JAPANESE.script.pattern})")  # where a line is broken
_PARENTHESIS = re.compile(r"\(([^()]*)\)\s*$")


_BEHIND_NAME = re.compile(r"\(([^()]*)\)\s*$")


def without_parentheses(name: str) -> str:
    """The name of a Japanese column without what stands in parentheses behind it, in narrow forms."""
    return _BEHIND_NAME.sub("", narrow(name)).strip()


def unit_in_parentheses(name: str) -> Unit | None:
    """The unit in parentheses behind the name of a Japanese column: `売上高（百万円）`, `構成比（％）`."""
    match = _BEHIND_NAME.search(narrow(name)) if JAPANESE.script.search(name) else None
    unit = parse_unit(match.group(1)) if match else None
    return unit if unit and (unit.currency or unit.count or unit.percent) else None


def label_units(label: str) -> tuple[str, tuple[Unit, ...]]:
    """Splits the units off the end of a row label: `BASIC ... PER SHARE (JPY / U.S. Dollars / JPY)`."""
    match = _PARENTHESIS.search(label)
    said = match.group(1) if match else ""
    units = parse_unit_list(said) or parse_unit_list(_SPACES.sub("", said))
    return (label[: match.start()].rstrip(), units) if match and units else (label, ())
