"""How many months a part of a document is about, as its titles and the sentences that present its tables say it.

A release on nine months that are called `3Q12` has a section on the third quarter, `(3 months)`, with columns of the
same names: what its title says holds down to one that says another length.
"""

from __future__ import annotations

from collections.abc import Iterable

from iij_xbrl.extract.times.partial_periods import months_counted
from iij_xbrl.extract.times.periods import Calendar, dated, mentions
from iij_xbrl.languages import says
from iij_xbrl.read.document import Block, Heading, Table

OPEN = 0
"""The length where texts that hold for a table may each be meant."""
_YEAR = 12


def length_said(block: Block, titles: Iterable[str], calendar: Calendar, before: int | None) -> int | None:
    """The length in months that holds below a block; None where nothing says one, or several do.

    It is `OPEN` below a heading that names a period of another length than a text above, as the document defines it.

    Args:
        block: a heading or a paragraph.
        titles: its lines that are titles or captions.
        calendar: the issuer's.
        before: the length that holds above it.
    """
    if isinstance(block, Table):
        return before
    whole = " ".join(text.plain for text in ([block.text] if isinstance(block, Heading) else block.lines))
    presents = says("sections.presents", whole) is not None
    for text in [whole] if presents else titles:
        counted = {*months_counted(text, calendar)}
        full = {item.period.months for item in dated(text) if item.kind == "duration"} - {_YEAR}
        lengths = counted | full
        if counted or (lengths and (presents or lengths != {before})):
            before = lengths.pop() if len(lengths) == 1 and (counted or presents) else None
        elif before is not None and isinstance(block, Heading) and calendar.defined:
            named = {item.period.months for item in mentions(text, calendar) if item.kind == "duration"} - {_YEAR}
            before = OPEN if named and before not in named else before
    return before
