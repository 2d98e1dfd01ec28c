"""extract: a document becomes figures with their value, unit, period, label and place."""

from iij_xbrl.extract.periods import Calendar
from iij_xbrl.extract.tables import FigureTable, extract

__all__ = ["Calendar", "FigureTable", "extract"]
