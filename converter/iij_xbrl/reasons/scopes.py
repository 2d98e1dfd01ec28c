"""Texts around a figure whose words are not understood, so that they may change what it is about."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason


class UnknownInTitle(Reason):
    """A title or heading above: `Operating Results Summary (Budget)`."""

    title: str
    words: tuple[str, ...]


class MayBeOfPart(Reason):
    """A title above is the name of a part: `ATM運営事業` above `営業利益`."""

    title: str


class UnknownInHeader(Reason):
    """The header of the column: `Adjusted 1H11`."""

    header: str
    words: tuple[str, ...]


class UnknownInGroup(Reason):
    """A row without figures above: `Retail division`."""

    group: str
    words: tuple[str, ...]


class GroupSaysOther(Reason):
    """A row without figures above says another period or unit: `FY2009:`, `(USD thousands)`."""

    group: str


class LabelBegunAbove(Reason):
    """The row above breaks off: `Depreciation charged to`."""

    above: str


class LabelGoesOn(Reason):
    """The row below goes on with the label: `of hi-ho Inc.`."""

    below: str


class LabelBreaksOff(Reason):
    """The label ends with a comma or a dash, `Inventories,`: what followed it is lost."""

    label: str


class SetApart(Reason):
    """A text that the page does not say itself: `~~JPY45,300 million~~`, a line of a quotation or of code."""

    how: str


class NoteSaysOther(Reason):
    """A note below the table, `(1) Parent company alone`, or beside the figures of a row, `Restated`."""

    note: str


class TermsSayOther(Reason):
    """A sentence that gives names of periods another meaning: `Half years begin on July 1`."""

    sentence: str
