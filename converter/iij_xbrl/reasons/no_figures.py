"""What numbers are that are no figures, and periods that cannot be meant."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.reasons.base import Reason


@dataclass(frozen=True, slots=True)
class DateOrPeriod(Reason):
    """`September 30, 2011`, `1H11`, `18 months`."""


@dataclass(frozen=True, slots=True)
class DamagedDate(Reason):
    """Digits of a header that may have been a year."""


@dataclass(frozen=True, slots=True)
class PartOfName(Reason):
    """`IPv6`, `3G`."""


@dataclass(frozen=True, slots=True)
class FootnoteMark(Reason):
    """The number of a note."""


@dataclass(frozen=True, slots=True)
class ConvenienceTranslation(Reason):
    """Dollars beside the yen that are reported."""


@dataclass(frozen=True, slots=True)
class PageNumber(Reason):
    """`- 12 -`."""


@dataclass(frozen=True, slots=True)
class TelephoneNumber(Reason):
    """A telephone or fax number."""


@dataclass(frozen=True, slots=True)
class Address(Reason):
    """A number of a street or a postcode."""


@dataclass(frozen=True, slots=True)
class Identifier(Reason):
    """A stock code or another identifier."""


@dataclass(frozen=True, slots=True)
class Standard(Reason):
    """`ASC 810`, `Form 20-F`."""


@dataclass(frozen=True, slots=True)
class WebAddress(Reason):
    """A URL or an e-mail address."""


@dataclass(frozen=True, slots=True)
class ListNumber(Reason):
    """`(2)` in front of an item."""


@dataclass(frozen=True, slots=True)
class RatioBase(Reason):
    """`per US$1.00`."""


@dataclass(frozen=True, slots=True)
class CopyOfRow(Reason):
    """A row that a conversion printed twice."""


@dataclass(frozen=True, slots=True)
class GarbledChart(Reason):
    """What a conversion left of a chart."""


# -- periods that the words of a release cannot mean


@dataclass(frozen=True, slots=True)
class ReportsOn(Reason):
    """A form on results of another length than the release's."""

    period: str


@dataclass(frozen=True, slots=True)
class NotEnded(Reason):
    """A period that is said to have ended, and ends after the release."""

    last_day: str


@dataclass(frozen=True, slots=True)
class NoComparative(Reason):
    """A period that is made to conform to another, and is not the one a year before it."""

    current: str
    comparative: str
