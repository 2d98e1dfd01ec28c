"""map: figures become occurrences of the taxonomy's facts, or say why not."""

from iij_xbrl.map.mapper import MappedTable, Reading, leftovers, map_tables

__all__ = ["MappedTable", "Reading", "leftovers", "map_tables"]
