"""Headlines of lists and slides: a subject with its value, and lines that say the values of a subject named above."""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.map.forecasts import ANNOUNCED
from iij_xbrl.map.prose.cursor import (
    AND,
    BARE,
    DOWN,
    IN,
    REASONS,
    UP,
)
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.map.prose.remainders import Remainders


class Headlines(Remainders):
    """Rules for lines that are no sentences: `Revenues: JPY5 million`, and `As of March 31, 2011: 5 shares` below."""

    def is_heading(self, at: int) -> bool:
        """A phrase that stands alone: what follows may give its values by period."""
        period = self.period(at)
        timed = period if period and not period.is_instant else None
        named = self.find(at + bool(timed))
        colon = named is not None and self.word(named.end) == ":"
        if named and not named.held and named.end + colon == len(self.tokens):
            self.context.carried, self.context.carried_time, self.context.headed = named, timed, colon
            return True
        return False

    def headline(self, at: int, subject: Named) -> int | None:
        """`Revenues JPY54,397 million (up 6.4% YoY)`; with a colon, and then for a period, others may follow."""
        colon = self.word(at) in (":", ";")
        before = len(self.claims)
        end = self.value(at + colon, subject)
        if end is None:
            return self._changes(at + 1, subject) if colon else None
        end = self.tails(end, subject)
        if colon and self.period(at - 1):
            self.context.carried, self.context.carried_time, self.context.headed = subject, None, False
        if self.context.targets_beside and self.figure(end):
            target = self.value(end, subject)
            self.claims[-1] = replace(self.claims[-1], forecast=ANNOUNCED)
            end = target or end
        self.claims[before:] = [replace(claim, bare=True) for claim in self.claims[before:]]
        return end if colon or end == len(self.tokens) else None

    def _changes(self, at: int, subject: Named) -> int | None:
        """`Total cost of SI: up 17.6% YoY, up 3.2% QoQ`."""
        end = self.tails(at, subject) if self.word(at) in BARE else at
        return end if end > at else None

    def carried(self, at: int) -> int | None:
        """`As of March 31, 2011: 206,478 shares`, below a line that names the subject."""
        subject, before = self.context.carried, len(self.claims)
        if subject is None:
            return None
        alone = self._below_heading(at, subject)
        if alone is not None:
            return alone
        while True:
            start = IN.at(self, at)[1]
            period = self.period(start)
            end = self.value(start + 2, subject, stated=period) if period and self.word(start + 1) == ":" else None
            if end is None and period and start + 2 == len(self.tokens) and self.word(start + 1) == ":":
                self.context.carried_time, self.context.headed = period, True  # its value begins the next line
                return start + 2
            if end is None:
                return at if len(self.claims) > before else None
            self.time = None if period is None or period.is_instant else period
            mark = len(self.claims) - 1
            at = self.tails(end, subject)
            self.settle(mark)

    def _below_heading(self, at: int, subject: Named) -> int | None:
        """A value alone, or `Up 37.7% YoY and up 1.3% QoQ due to ...`, right below a line that names the subject.

        A conversion may tear labels from values: the line must end with a colon, or for changes name a period.
        """
        before = len(self.claims)
        if not (self.context.headed or (self.context.carried_time and self.word(at) in UP | DOWN)):
            return None
        if self.word(at) in UP | DOWN:
            end = self.tails(at, subject)
            while self.word(end) in AND and self.word(end + 1) in UP | DOWN:
                end = self.tails(end + 1, subject)
            understood = end == len(self.tokens) or bool(REASONS.at(self, end)[0])
        else:
            end = self.value(at, subject, stated=self.context.carried_time) or at
            understood = end == len(self.tokens)
        if not understood or len(self.claims) == before:
            del self.claims[before:]
            return None
        self.time = self.context.carried_time
        self.settle(before)
        self.context.carried = None
        return end
