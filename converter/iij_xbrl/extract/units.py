"""How releases write units and scales: `Thousands of JPY`, `JPY millions`, `%`, `Shares`, `702.5 Gbps`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9}
_CURRENCIES = {
    "jpy": "JPY", "yen": "JPY", "¥": "JPY", "￥": "JPY", "円": "JPY",
    "usd": "USD", "dollar": "USD", "$": "USD", "us$": "USD", "u.s.$": "USD", "u.s.dollar": "USD", "us dollar": "USD",
    "eur": "EUR", "euro": "EUR", "€": "EUR",
}  # fmt: skip
_PERCENT = frozenset({"%", "percent"})
_COUNTS = {"share": "shares", "ads": "ADS", "adss": "ADS"}
_FILLERS = frozenset({"of", "in", "the", "japanese", "unit", "u.s.", "us", "amount"})
_WORD = re.compile(r"u\.s\.\s?\$|us\s?\$|u\.s\.|%|[¥￥$€]|[a-z]+|円", re.IGNORECASE)
_SHORT = 3  # letters; `us` has no singular
_CODES = frozenset(_CURRENCIES.values())
_BARE = re.compile(r"[\s()\[\]:;,./-]*")
_SHARE_OF = re.compile(r"%\s+of\s+(?:total\s+)?([a-z]+(?:\s[a-z]+)*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a header, caption or cell says about units.

    `scale` is the power of ten; `currency` an ISO 4217 code; `count` names what is counted; `percent` is a percentage,
    of `base` where that is named (`% of total revenues` -> `revenues`).
    """

    scale: int | None = None
    currency: str | None = None
    count: str | None = None
    percent: bool = False
    base: str = ""


def parse_unit(text: str) -> Unit | None:
    """The unit that a text states, or None where the text is something else or holds further words."""
    share = _SHARE_OF.search(text)
    if share:
        return Unit(scale=0, percent=True, base=share.group(1).lower())
    words = _words(text)
    if words is None:
        return None
    scales = {_SCALES[word] for word in words if word in _SCALES}
    currencies = {_CURRENCIES[word] for word in words if word in _CURRENCIES}
    counts = {_COUNTS[word] for word in words if word in _COUNTS}
    percent = any(word in _PERCENT for word in words)
    if max(len(scales), len(currencies), len(counts)) > 1 or sum(word in _SCALES for word in words) > 1:
        return None  # a thousand million, or two units in one
    if not (scales or currencies or counts or percent):
        return None
    return Unit(next(iter(scales), None), next(iter(currencies), None), next(iter(counts), None), percent)


def _words(text: str) -> list[str] | None:
    """The words of a unit in the singular; None where a text holds others too."""
    words = []
    end = 0
    for match in _WORD.finditer(text):
        if not _BARE.fullmatch(text, end, match.start()):
            return None
        end = match.end()
        word = re.sub(r"\s", "", match.group().lower())
        singular = word[:-1] if word.endswith("s") and word not in _COUNTS and len(word) > _SHORT else word
        if not any(singular in known for known in (_SCALES, _CURRENCIES, _COUNTS, _PERCENT, _FILLERS)):
            return None
        words.append(singular)
    return words if _BARE.fullmatch(text, end) else None


def misspelt_currency(text: str) -> str | None:
    """The one ISO 4217 code from which capitals are one slip away: a letter lost, added, changed or swapped."""
    near = [code for code in _CODES if _is_slip(text, code)]
    return near[0] if len(near) == 1 else None


def _is_slip(text: str, code: str) -> bool:
    longer, shorter = (text, code) if len(text) > len(code) else (code, text)
    if len(longer) == len(shorter):
        wrong = [at for at, letters in enumerate(zip(text, code, strict=True)) if letters[0] != letters[1]]
        return len(wrong) == 1 or (len(wrong) == 2 and sorted(text) == sorted(code))
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def parse_unit_list(text: str) -> tuple[Unit, ...]:
    """The units of a list such as `JPY / U.S. Dollars / JPY`; empty where the text is none."""
    units = tuple(parse_unit(part) for part in text.split("/"))
    return tuple(unit for unit in units if unit) if all(units) else ()


_PARENTHESIS = re.compile(r"\(([^()]*)\)\s*$")


def label_units(label: str) -> tuple[str, tuple[Unit, ...]]:
    """Splits the units off the end of a row label: `BASIC ... PER SHARE (JPY / U.S. Dollars / JPY)`."""
    match = _PARENTHESIS.search(label)
    units = parse_unit_list(match.group(1)) if match else ()
    return (label[: match.start()].rstrip(), units) if match and units else (label, ())
