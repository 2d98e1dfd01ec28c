"""A finding: something in a release that cannot be right, with all its places.

Severities: `error`, the figures cannot all be right; `warning`, suspicious but not proven; `rounding`, they differ by
what rounding forces.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from iij_xbrl.facts import Leftover, Occurrence

Severity = Literal["error", "warning", "rounding"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "rounding")
"""The gravest first."""

CATALOGUE = {
    "inconsistent-duplicate": "one data point is printed with values that cannot be roundings of one number",
    "open-relation": "figures that must add up, or follow from one another, do not",
    "inexact-sum": "a sum is off in its last digits where all other sums of its table are exact",
    "wrong-period-label": "the figures of a row or column belong to another period than its label says",
    "wrong-line-label": "the figures of a row belong to another line than its label says",
    "wrong-direction": "words that say a direction contradict the sign of their figure",
    "uneven-sign": "a row prints one figure with the sign of the others, or without it, where both count alike",
    "wrong-scale": "an amount of a sentence counts a thousand times what others tell that it can",
    "wrong-period-words": "words date something otherwise than it can be",
    "wrong-footnote-mark": "a line bears the mark of a note that is on another line",
    "percent-for-points": "a change in percentage points is called percent",
    "misread-number": "a number is not written as numbers are, and was read as what other places print",
    "search-stopped": "so many figures contradict each other that the search for the wrong ones stopped",
    "unread-number": "a number is written so that it cannot be read",
}

OF_WORDS = frozenset({"unread-number", "wrong-period-words"})
"""The codes of findings on words, whose names need not hold a concept."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a figure should be: as it would be printed, and the least and the greatest value that it may have."""

    text: str
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction.

    Attributes:
        code: a key of `CATALOGUE`.
        severity: how bad it is.
        message: what is wrong, in one sentence.
        cause: the likely cause, decided by evidence; empty where there is none.
        suspects: the figures of which one is probably wrong, the likeliest first.
        others: the figures that speak against them.
        expected: what the first suspect should be as far as the others tell, in its own scale and form.
        named_by: what the finding is named by, where that is another form of what is expected.
        wanted: what each suspect should be, were it the wrong one; empty, or None for one, where nothing tells.
        unread: figures that are no facts, because of how they are written.
        ties: of how many figures, equally likely, one is wrong.
        less_likely: how many of the suspects, at their end, are less likely than those before them.
        how: of a difference of rounding, how the figure was rounded; the message says it, too.
    """

    code: str
    severity: Severity
    message: str
    cause: str
    suspects: tuple[Occurrence, ...]
    others: tuple[Occurrence, ...]
    expected: str = ""
    named_by: str = ""
    ties: int = 1
    less_likely: int = 0
    wanted: tuple[Wanted | None, ...] = ()
    unread: tuple[Leftover, ...] = ()
    how: str = ""

    @property
    def likeliest(self) -> tuple[Occurrence, ...]:
        """The suspects that are likelier than others."""
        return self.suspects[: len(self.suspects) - self.less_likely]

    @property
    def places(self) -> tuple[Occurrence | Leftover, ...]:
        """All figures concerned, and those that are no facts."""
        return (*self.occurrences, *self.unread)

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """All figures concerned, suspects first."""
        return (*self.suspects, *self.others)
