"""Label keys: printed labels and row labels compare equal whatever their case, spaces, dashes, quotes and plural.

One normaliser, no patterns per label. Labels of effects (cash flows, other income) have a second key without the words
of direction, since `Increase (decrease) in inventories` and `Decrease in inventories` are one line.
"""

from __future__ import annotations

import re
from functools import lru_cache

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE

_DASH = re.compile(r"\s*[-‐‑–—−―]+\s*")
_QUOTES = str.maketrans(dict.fromkeys("’‘´`＇", "'") | dict.fromkeys("“”", '"'))
_DASHES = re.compile("[-‐‑–—−―]")
_TIGHT = re.compile("[&/(),;]")
_BESIDE_TIGHT = re.compile(" (?=[&/(),;])|(?<=[&/(),;]) ")
_COMMA = re.compile(r",(?=[^\W\d])")
_PLURAL = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}+(?<=s)")  # a word that may be one
_DIRECTIONS = frozenset(ENGLISH.words["effect_directions"])
_OPPOSITE = ENGLISH.patterns["labels.opposite"]
_NEUTRAL = ENGLISH.patterns["labels.neutral_remark"]
_FIGURE, _NARROWED = (ENGLISH.patterns[f"labels.{name}"] for name in ("figure", "narrowed"))
_SEPARATOR = re.compile(r"\s*(?:[,;:]|\s[-–—―]|[–—―])\s*")
_EITHER_WAY = ENGLISH.patterns["labels.effect_either_way"]
_KANJI = str.maketrans(JAPANESE.names("kanji"))
_SAME_WORDS = JAPANESE.names("same_in_labels")
_PARTS_OF_PERIOD = re.compile("|".join(map(re.escape, sorted(_SAME_WORDS, key=len, reverse=True))))
_BESIDE_KANJI = re.compile(rf"(?<={JAPANESE.script.pattern})\s+|\s+(?={JAPANESE.script.pattern})")
_NUMBERED = JAPANESE.patterns["labels.lead"]
_BEHIND_DASH, _OR_LOSS = (JAPANESE.patterns[f"labels.{name}"] for name in ("behind_dash", "or_loss"))
_EFFECTS = JAPANESE.names("effect_directions")
_EFFECT = re.compile("|".join(map(re.escape, sorted(_EFFECTS, key=len, reverse=True))))
_EMPTY = re.compile(r"\(\s*\)")
_DIGIT = re.compile(r"\d")


def _singular_of(match: re.Match[str]) -> str:
    word = match.group()
    if word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]


def _japanese(label: str) -> str:
    """A Japanese label in narrow forms and the characters of today, without the spaces that fill up its width."""
    if label.isascii() or not JAPANESE.script.search(label):
        return label
    text = _BESIDE_KANJI.sub("", _NUMBERED.sub("", narrow(label).translate(_KANJI)))
    text = _OR_LOSS.sub("", text)
    text = _BEHIND_DASH.sub(r"(\1)", text)  # `売掛金－控除後`, `繰延収益－流動の増加`
    return _PARTS_OF_PERIOD.sub(_of_any_period, text)


def _of_any_period(match: re.Match[str]) -> str:
    """A word of a label as it is for any period and in any style: `四半期純利益` and `当期純利益` are one line."""
    return _SAME_WORDS[match.group()]


@lru_cache(maxsize=8192)
def key(label: str) -> str:
    """The key by which labels compare."""
    if label.isascii() and label.isalpha():  # most that is looked up is a word, in which there is nothing else to even
        return _PLURAL.sub(_singular_of, label.lower())
    text = _japanese(label).casefold().translate(_QUOTES)
    if _DASHES.search(text):
        text = _DASH.sub("-", text)
    text = " ".join(text.split())
    if not _TIGHT.search(text):
        return _PLURAL.sub(_singular_of, text.strip(" :;,.-"))
    text = _BESIDE_TIGHT.sub("", text).strip(" :;,.-")
    text = _COMMA.sub(", ", text).replace("(", " (").replace(")", ") ")
    return " ".join(_PLURAL.sub(_singular_of, text).split())


@lru_cache(maxsize=8192)
def effect_key(label: str) -> str:
    """The key of a label of effects: without the words that give a direction."""
    text = _EITHER_WAY.sub(" ", key(label))
    if JAPANESE.script.search(text):
        return _EMPTY.sub("", _EFFECT.sub(lambda match: _EFFECTS[match.group()], "".join(text.split())))
    words = [word for word in re.findall(r"[^\W_]+|[()]", text) if word not in _DIRECTIONS]
    return " ".join(words)


def is_cut(label: str) -> bool:
    """Whether a label breaks off: at a dash, or inside its parentheses."""
    return label.rstrip().endswith(("-", "–")) or label.count("(") > label.count(")")


@lru_cache(maxsize=8192)  # each place of the taxonomy is asked for each row
def variants(label: str) -> tuple[str, ...]:
    """The readings of a row label, the fullest first: whole, and without the clauses that hold figures.

    `Common-stock - authorized, 377,600 shares; issued ...` is also `Common-stock - authorized` and `Common-stock`; a
    clause that says what is left out, `Net income, excluding 5% tax`, makes another line. A heading printed in one cell
    with its first line (`EQUITY: Common-stock`) is also that line, and so is a line that names its opposite as well
    (`Operating income (loss)`): its figures have their signs. That it is `(unaudited)` is no part of a label.
    """
    label = _NEUTRAL.sub("", label) or label
    found = [label]
    one_way = _OPPOSITE.sub("", label)
    if one_way != label:
        found.append(" ".join(one_way.split()))
    digit = _DIGIT.search(label) if _FIGURE.search(label) else None  # any other number changes the line
    cuts = list(_SEPARATOR.finditer(label, 0, digit.start())) if digit else []
    for match in reversed(cuts):
        head = label[: match.start()].strip()
        if head and not _NARROWED.search(label, match.end()):
            found.append(head)
            if ":" in head:
                found.append(head.rsplit(":", 1)[1].strip())
    return tuple(found)
