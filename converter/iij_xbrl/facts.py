"""The values that the stages hand on: data points and the places where each is printed (XBRL 2.1, section 4; OIM, 2).

A data point is a concept with its dimensions, period and unit. Each printed figure is an occurrence of one, with its
own precision. Values are fully scaled and already carry the sign that the concept wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.read.document import Span
from iij_xbrl.reasons.base import Reason

RATE = "/iso4217:"
"""What units of exchange rates hold."""
Status = Literal["fact", "inferred", "not-a-fact", "unmapped"]


class _Hashed:
    """A value that is looked up all the time: its hash is made once.

    It is no field, so that it is neither compared nor pickled: another process has other hashes of the same strings.
    """

    __slots__ = ("_hash",)
    _hash: int

    def _keep(self, found: int) -> int:
        object.__setattr__(self, "_hash", found)
        return found


@dataclass(frozen=True, slots=True)
class DataPoint(_Hashed):
    """What is reported: concept (local name), dimensions as sorted (axis, member) local names, period, unit.

    `unit` is written as `iso4217:JPY` or `iso4217:JPY/xbrli:shares`.
    """

    concept: str
    dimensions: tuple[tuple[str, str], ...]
    period: Period
    unit: str

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            return self._keep(hash((self.concept, self.dimensions, self.period, self.unit)))


@dataclass(frozen=True, slots=True)
class Occurrence(_Hashed):
    """A data point as printed at one place. `value` follows the concept's sign, `printed` the page's own.

    `place` is the role of the taxonomy's place that the table is; empty for a figure in a sentence. `decimals` are
    those that are printed; `true_decimals` are fewer where rounding was forced, so that not all that is printed is
    true. `is_apart` tells of a repeat that cannot be reconciled with the other places of its data point.
    """

    point: DataPoint
    value: Decimal
    printed: Decimal
    decimals: int
    span: Span
    text: str
    label: str
    section: str
    status: Literal["fact", "inferred"] = "fact"
    reason: Reason | None = None
    place: str = ""
    true_decimals: int | None = None
    is_apart: bool = False

    def __hash__(self) -> int:  # of what is quick to hash; all of it takes part in comparisons
        try:
            return self._hash
        except AttributeError:
            return self._keep(hash((self.point, self.span.at)))

    @property
    def reported_decimals(self) -> int:
        """The decimals that a fact may claim."""
        return self.decimals if self.true_decimals is None else self.true_decimals


def agree(one: Occurrence, other: Occurrence) -> bool:
    """Whether both can be roundings of one number."""
    return one.value == other.value or abs(one.value - other.value) <= (last_digit(one) + last_digit(other)) / 2


def last_digit(occurrence: Occurrence) -> Decimal:
    """One unit of the last digit that is printed."""
    return _unit(occurrence.decimals)


@lru_cache(maxsize=256)
def _unit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


@dataclass(frozen=True, slots=True)
class Undetermined:
    """A data point that the page leaves open with a dash: reported without a value (`xsi:nil`; XBRL 2.1, 4.6.2).

    `decimals` are those of its column, which a nil fact does not have: they count only where it turns out to be zero.
    """

    point: DataPoint
    decimals: int
    span: Span
    text: str
    label: str
    section: str
    reason: Reason
    status: Literal["fact"] = "fact"
    place: str = ""


def undetermined(dash: Occurrence, reason: Reason) -> Undetermined:
    """The data point of a dash, left open rather than zero."""
    return Undetermined(
        dash.point, dash.decimals, dash.span, dash.text, dash.label, dash.section, reason, place=dash.place
    )


@dataclass(frozen=True, slots=True)
class TextFact:
    """A fact in words.

    Attributes:
        value: the words; of a text block its markup, or empty where no page was written yet.
        language: of the words (BCP 47); empty for days and years, which have none.
        spans: where the value is printed; of a text block its title. Empty where it is printed nowhere.
        format: the transformation that gives the value from what is printed, if it needs one.
        blocks: of a text block, the ranges of the document's blocks that it consists of.
    """

    concept: str
    period: Period
    value: str
    language: str = ""
    spans: tuple[Span, ...] = ()
    format: str = ""
    blocks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A numeric token that is no fact (`not-a-fact`) or could not be mapped (`unmapped`), and why."""

    span: Span
    text: str
    label: str
    section: str
    status: Literal["not-a-fact", "unmapped"]
    reason: Reason


Outcome = Occurrence | Undetermined | Leftover
"""What becomes of a numeric token: its `status` says what it is, its `reason` why, or on what it rests."""
