"""map: figures become occurrences of the taxonomy's facts, or say why not."""

from iij_xbrl.map.mapper import leftovers, map_tables
from iij_xbrl.map.prose import Prose, map_prose
from iij_xbrl.map.readings import MappedTable, Reading

__all__ = ["MappedTable", "Prose", "Reading", "leftovers", "map_prose", "map_tables"]
