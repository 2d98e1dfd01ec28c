"""map: figures become occurrences of the taxonomy's facts, or say why not."""

from iij_xbrl.map.prose.mapper import Prose, map_prose
from iij_xbrl.map.tables.leftovers import leftovers
from iij_xbrl.map.tables.mapper import map_tables
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.map.tables.suggestions import Suggestion, suggestions
from iij_xbrl.map.text_facts import map_texts

__all__ = [
    "MappedTable",
    "Prose",
    "Reading",
    "Suggestion",
    "leftovers",
    "map_prose",
    "map_tables",
    "map_texts",
    "suggestions",
]
