"""The languages of releases: a data file for each, what reads them, and the currencies that all of them speak of.

A new language is a new file here, and its code in `LANGUAGES`. No other module holds a word that is matched against a
page.
"""

import re
from functools import lru_cache

from iij_xbrl.languages.currencies import CURRENCIES, Currencies
from iij_xbrl.languages.lexicon import Lexicon, alternatives, lexicon

ENGLISH, JAPANESE = lexicon("en"), lexicon("ja")
LANGUAGES = (ENGLISH, JAPANESE)


@lru_cache(maxsize=8192)  # of the same few texts of a page it is asked again and again
def spoken(text: str) -> tuple[Lexicon, ...]:
    """The languages that a text may be in, by its characters; the first of all where none of them tells."""
    found = tuple(language for language in LANGUAGES if language.script.search(text))
    return found or LANGUAGES[:1]


def language_of(*texts: str) -> str:
    """The code of the language that texts are written in, by their characters; the first of all where they tie."""
    joined = "".join(texts)
    may_be = [language for language in LANGUAGES if language.script.search(joined)]
    if len(may_be) <= 1:
        return (may_be or LANGUAGES)[0].code
    return max(may_be, key=lambda language: len(language.word.findall(joined))).code


@lru_cache(maxsize=16384)  # as above
def says(name: str, text: str) -> re.Match[str] | None:
    """Where one of the languages that a text may be in says something, by the name of its pattern."""
    for language in spoken(text):
        pattern = language.patterns.get(name)
        match = pattern.search(text) if pattern else None
        if match:
            return match
    return None


def patterns_of(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of that name, of the languages that have one."""
    return tuple(language.patterns[name] for language in LANGUAGES if name in language.patterns)


def words_of_all(name: str) -> str:
    """The words for something in every language, as a pattern that finds any of them."""
    return alternatives(word for language in LANGUAGES for word in language.words.get(name, ()))


__all__ = [
    "CURRENCIES",
    "ENGLISH",
    "JAPANESE",
    "LANGUAGES",
    "Currencies",
    "Lexicon",
    "language_of",
    "lexicon",
    "patterns_of",
    "says",
    "spoken",
    "words_of_all",
]
