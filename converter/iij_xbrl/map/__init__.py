"""map: figures become occurrences of the taxonomy's facts, or say why not."""

from iij_xbrl.map.mapper import map_tables
from iij_xbrl.map.prose import Prose, map_prose
from iij_xbrl.map.readings import MappedTable, Reading
from iij_xbrl.map.residue import leftovers
from iij_xbrl.map.suggestions import Suggestion, suggestions
from iij_xbrl.map.texts import map_texts

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
