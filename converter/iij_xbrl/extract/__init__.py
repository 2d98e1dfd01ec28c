"""extract: a document becomes figures with their value, unit, period, label and place."""

from iij_xbrl.extract.tables import FigureTable, extract
from iij_xbrl.extract.times.periods import Calendar

__all__ = ["Calendar", "FigureTable", "extract"]
