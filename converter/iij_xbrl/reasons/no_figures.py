"""What numbers are that are no figures, and periods that cannot be meant."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason


class DateOrPeriod(Reason):
    """`September 30, 2011`, `1H11`, `18 months`."""


class DamagedDate(Reason):
    """Digits of a header that may have been a year."""


class PartOfName(Reason):
    """`IPv6`, `3G`."""


class RestOfAmount(Reason):
    """The sen of an amount whose yen stand in the cell in front."""


class FootnoteMark(Reason):
    """The number of a note."""


class ConvenienceTranslation(Reason):
    """Dollars beside the yen that are reported."""


class PageNumber(Reason):
    """`- 12 -`."""


class TelephoneNumber(Reason):
    """A telephone or fax number."""


class Address(Reason):
    """A number of a street or a postcode."""


class Identifier(Reason):
    """A stock code or another identifier."""


class Standard(Reason):
    """`ASC 810`, `Form 20-F`."""


class WebAddress(Reason):
    """A URL or an e-mail address."""


class ListNumber(Reason):
    """`(2)` in front of an item."""


class RatioBase(Reason):
    """`per US$1.00`."""


class CopyOfRow(Reason):
    """A row that a conversion printed twice."""


class GarbledChart(Reason):
    """What a conversion left of a chart."""


# -- periods that the words of a release cannot mean


class ReportsOn(Reason):
    """A form on results of another length than the release's."""

    period: str


class NotEnded(Reason):
    """A period that is said to have ended, and ends after the release."""

    last_day: str


class NoComparative(Reason):
    """A period that is made to conform to another, and is not the one a year before it."""

    current: str
    comparative: str
