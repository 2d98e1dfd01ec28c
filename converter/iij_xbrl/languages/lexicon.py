"""Reads a language's words and patterns from its data file: one TOML file a language, this code knows none.

| table | what it holds |
|---|---|
| words | lists of words and phrases, by what they are for |
| values | words with what each stands for: a month's number, a power of ten, a role |
| fragments | pieces of patterns that several patterns share |
| patterns | how the words stand together, as verbose regular expressions; `{name}` stands for words or a fragment |

In a word a space stands for any white space, a hyphen for white space or a hyphen, and a final `(s)` for a plural that
may be there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from iij_xbrl.languages.patterns import pattern_of

Value = int | str
_HOLDER = re.compile(r"\{([a-z][a-z_]*)\}")
_PLURAL = "(s)"
_FLAGS = re.VERBOSE | re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language and the patterns that they are matched by.

    `script` finds characters that tell that a text may be in this language, `word` what texts in it have many of. The
    keys of `values` are in small letters. `patterns` are named by what reads them and what they find: `periods.date`.
    """

    code: str
    script: re.Pattern[str]
    word: re.Pattern[str]
    words: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, Value]]
    patterns: Mapping[str, re.Pattern[str]]

    def numbers(self, name: str) -> dict[str, int]:
        """A table of values that are numbers."""
        return {word: int(value) for word, value in self.values[name].items()}

    def names(self, name: str) -> dict[str, str]:
        """A table of values that are names."""
        return {word: str(value) for word, value in self.values[name].items()}


@lru_cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language, by its code (ISO 639-1).

    Raises FileNotFoundError where there is none.
    """
    raw = tomllib.loads((Path(__file__).parent / f"{code}.toml").read_text(encoding="utf-8"))
    words: dict[str, list[str]] = raw.get("words", {})
    values: dict[str, dict[str, Value]] = raw.get("values", {})
    pieces = {name: alternatives(known) for name, known in {**words, **values}.items()}
    for name, pattern in raw.get("fragments", {}).items():
        pieces[name] = f"(?:{_filled(pattern, pieces)})"
    filled = ((name, _filled(pattern, pieces)) for name, pattern in _named(raw["patterns"]))
    patterns = {name: pattern_of(pattern, _FLAGS) for name, pattern in filled}
    known = {name: tuple(found) for name, found in words.items()}
    return Lexicon(code, re.compile(raw["script"]), re.compile(raw["word"]), known, values, patterns)


def alternatives(words: Iterable[str]) -> str:
    """Words as a pattern that finds any of them, the longest first."""
    return f"(?:{'|'.join(_word(word) for word in sorted(words, key=len, reverse=True))})"


def _word(word: str) -> str:
    stem, plural = (word.removesuffix(_PLURAL), "s?") if word.endswith(_PLURAL) else (word, "")
    pieces = [r"[\s-]+".join(map(re.escape, piece.split("-"))) if len(piece) > 1 else re.escape(piece)
              for piece in stem.split(" ")]  # fmt: skip
    return r"\s+".join(pieces) + plural


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return _HOLDER.sub(lambda match: pieces[match.group(1)], pattern)


def _named(patterns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return ((f"{group}.{name}", pattern) for group, found in patterns.items() for name, pattern in found.items())
