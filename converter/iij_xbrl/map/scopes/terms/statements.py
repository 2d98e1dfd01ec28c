"""What a sentence says of names of periods or of columns, as a value: see `terms`."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.extract.times.calendar import Calendar, Period

_YEAR_OF = 12  # months


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of names of periods, or of columns.

    `parts` are those of a fiscal year that its subject names, as first month (from 0) and number of months; `lengths`
    those of the kinds that it names, in months. With neither it is about any period. `beside` are the blocks of the
    tables that it is about, none where it is about the document. `first` and `last` are the months with which it says
    that they begin and end, `named` all that it names, `counted` the lengths that it tells, `years` the years.
    """

    text: str
    parts: frozenset[tuple[int, int]] = frozenset()
    lengths: frozenset[int] = frozenset()
    beside: frozenset[int] | None = None
    named: frozenset[int] = frozenset()
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    is_unknown: bool = False

    def doubts(self, period: Period, calendar: Calendar) -> bool:
        """Whether it may say that a period is another one."""
        if not self._is_about(period, calendar):
            return False
        start, end = period.start, period.end
        if _YEAR_OF in self.lengths and start:
            start = calendar.year_start(calendar.year_of(start))
            end = calendar.span(calendar.year_of(start), 0, _YEAR_OF).end
        first, last = frozenset({start.month} if start else ()), frozenset({end.month})
        months = _YEAR_OF if _YEAR_OF in self.lengths else period.months if period.start else 0
        is_same = self.named <= first | last and self.first <= first and self.last <= last
        is_of_years = not self.years or bool(self.years & {end.year, period.end.year, calendar.year_of(period.end)})
        return self.is_unknown or not (is_same and is_of_years) or bool(months and self.counted - {months})

    def _is_about(self, period: Period, calendar: Calendar) -> bool:
        if self.beside is not None:
            return True
        if period.start is None:
            return False
        if _YEAR_OF in self.lengths or not (self.parts or self.lengths):
            return True  # years that begin otherwise have other parts
        begun = (period.start.month - calendar.month) % _YEAR_OF
        return period.months in self.lengths or (begun, period.months) in self.parts
