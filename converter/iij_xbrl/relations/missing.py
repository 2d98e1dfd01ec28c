"""Where the missing items of a sum may stand, when a page prints figures that could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.read.document import RowKey
from iij_xbrl.read.origins import Origin

Unread = Mapping[RowKey, Origin]
"""The rows that print figures which could not be read, and where they stand in the file."""


def unread_rows(leftovers: Iterable[Leftover]) -> Unread:
    """The rows of figures that could not be read."""
    return {item.span.row_key: item.span.origin for item in leftovers if item.status == "unmapped"}


def unread_items(rows: Sequence[Occurrence], unread: Unread) -> tuple[Origin, ...]:
    """The places of unread figures that may be items of a sum, whose other figures are `rows`.

    They stand between its rows or right beside them, or on a line of text that tells two or more of its figures.
    """
    by_section: defaultdict[str, list[RowKey]] = defaultdict(list)
    for row in rows:
        by_section[row.section].append(row.span.row_key)
    found: set[RowKey] = set()
    for keys in by_section.values():
        if len(keys) > 1:
            first, last = min(keys), max(keys)
            while (above := (first[0], first[1] - 1)) in unread:
                first = above
            while (below := (last[0], last[1] + 1)) in unread:
                last = below
            found.update(key for key in unread if first <= key <= last)
    return tuple(unread[key] for key in sorted(found))
