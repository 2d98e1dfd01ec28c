"""Where the missing items of a sum may stand, when a page prints figures that could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from iij_xbrl.facts import Occurrence


def unread_items(rows: Sequence[Occurrence], unread: Set[int]) -> tuple[int, ...]:
    """The lines of unread figures that may be items of a sum, whose other figures are `rows`.

    They stand between its rows or right beside them, or on a line of text that tells two or more of its figures.
    """
    by_section: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        by_section[row.section].append(row.span.line)
    found: set[int] = set()
    for lines in by_section.values():
        if len(lines) > 1:
            first, last = min(lines), max(lines)
            while first - 1 in unread:
                first -= 1
            while last + 1 in unread:
                last += 1
            found.update(unread & set(range(first, last + 1)))
    return tuple(sorted(found))
