"""map: figures become occurrences of the taxonomy's facts, or say why not."""

from iij_xbrl.languages import LANGUAGES
from iij_xbrl.languages.patterns import compile_all
from iij_xbrl.map.prose.japanese.sentences import japanese_sentences_of
from iij_xbrl.map.prose.mapper import Prose, map_prose
from iij_xbrl.map.prose.phrases import phrase_book_of
from iij_xbrl.map.scopes.words.japanese_phrases import Phrases
from iij_xbrl.map.scopes.words.vocabulary import vocabulary_of
from iij_xbrl.map.tables.leftovers import leftovers
from iij_xbrl.map.tables.mapper import map_tables
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.map.tables.rows.place_keys import place_keys
from iij_xbrl.map.tables.suggestions import Suggestion, suggestions
from iij_xbrl.map.text_facts import map_texts
from iij_xbrl.taxonomy.index import Taxonomy

__all__ = [
    "MappedTable",
    "Prose",
    "Reading",
    "Suggestion",
    "leftovers",
    "map_prose",
    "map_tables",
    "map_texts",
    "prepared",
    "suggestions",
]


def _japanese_phrases(taxonomy: Taxonomy) -> Phrases:
    return vocabulary_of(taxonomy).japanese


def prepared(taxonomy: Taxonomy) -> Taxonomy:
    """The taxonomy, with all made that mapping makes of one: for processes that fork, so that their copies have it."""
    for make in (_japanese_phrases, phrase_book_of, japanese_sentences_of, place_keys):
        make(taxonomy)
    for language in LANGUAGES:
        compile_all(language.patterns.values())
    return taxonomy
