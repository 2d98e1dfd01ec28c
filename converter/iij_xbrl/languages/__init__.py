"""The languages of releases: a data file for each, what reads them, and the currencies that all of them speak of.

A new language is a new file here, and its code in `LANGUAGES`. No other module holds a word that is matched against a
page.
"""

from iij_xbrl.languages.currencies import CURRENCIES, Currencies
from iij_xbrl.languages.lexicon import Lexicon, alternatives, lexicon

ENGLISH = lexicon("en")
LANGUAGES = (ENGLISH,)


def spoken(text: str) -> tuple[Lexicon, ...]:
    """The languages that a text may be in, by its characters; the first of all where none of them tells."""
    found = tuple(language for language in LANGUAGES if language.script.search(text))
    return found or LANGUAGES[:1]


def words_of_all(name: str) -> str:
    """The words for something in every language, as a pattern that finds any of them."""
    return alternatives(word for language in LANGUAGES for word in language.words[name])


__all__ = ["CURRENCIES", "ENGLISH", "LANGUAGES", "Currencies", "Lexicon", "lexicon", "spoken", "words_of_all"]
