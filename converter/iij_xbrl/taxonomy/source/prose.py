"""The shapes of the taxonomy source for running text: the phrases and words by which sentences name concepts."""

from __future__ import annotations

from collections.abc import Mapping

from iij_xbrl.taxonomy.index import PhraseUse, Verb, WordsSay
from iij_xbrl.taxonomy.source.language import Strict
from iij_xbrl.taxonomy.source.texts import Name, Text, Texts


class PhraseBody(Strict):
    """Phrases by which sentences name a concept: `<figure>` holds its value, `<period>` its time, `<name>` any period.

    `after` names the concept that a paragraph must have named before, where the phrase alone says too little;
    `part_of` the concept whose breakdown the phrase belongs to; `use: noun` phrases say what a value of the concept is
    called (`an expense of ...`) and are no subjects; `fiscal_year` figures are those of the whole fiscal year, and so
    are `year_end` figures, which are forecasts until it is over. `under` are beginnings of titles: the phrase counts
    below one of them only. `unless` names a concept that a page must not state itself, since the phrase means another
    thing then.
    """

    printed: Texts
    verb: Verb = "same"
    members: Mapping[Name, Name] = {}
    after: Name | None = None
    part_of: Name | None = None
    use: PhraseUse = "subject"
    fiscal_year: bool = False
    year_end: bool = False
    under: Texts = ()
    unless: Name | None = None


class WordsBody(Strict):
    """What a release says about itself, in words: a concept, and how it is printed.

    `printed` are words that stand on the page; with `<value>` they hold the `value`, without it they are the value
    themselves. `value` is reported, hidden, where none of them is printed. `says` takes the value from the reporting
    period, or from a day that is told in the sentence of the exchange rate.
    """

    printed: Texts = ()
    value: Text | None = None
    says: WordsSay | None = None


class ProseBody(Strict):
    """`prose.yaml`, apart from its phrases.

    `topics` are what sentences name in front of a statement without narrowing it (`As for current assets, ...`);
    `spellings` are words as conversions damage them, by the word that they are; `words` are what a release says about
    itself, by concept; `notes` the titles of sections that are reported as text blocks, by concept. `headings` are what
    titles name, beside all that the places print, without changing what is told below them.
    """

    topics: Texts = ()
    headings: Texts = ()
    spellings: Mapping[str, Texts] = {}
    words: Mapping[Name, WordsBody] = {}
    notes: Mapping[Name, Texts] = {}
