"""Where a table stands: the titles and captions in front of it, and the periods that they name in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.times.periods import Mention

_SENTENCES = re.compile(r"(?<=[^\W\d_]{2}[.;])\s+(?=[A-Z])")
_SHOWN_TITLES = 2
_REMARK = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")


@dataclass(frozen=True)
class Section:
    """The texts in front of a table, nearest last; `captions` are the periods of the nearest caption, in its order.

    `own` is False where the table has no text of its own in front and continues the table before it. `before` are the
    last texts between the two tables, sentences among them. `over` are the headings that the table stands below.
    `lines` are titles and captions in their order, those that say periods or units among them. `introduced` are the
    periods of the text right in front that introduces the table, with a colon or as the one that follows. `on_pages`
    are the lines that stand on several pages, and `standing` the texts since the table before that state something for
    all that follows them. `months` is the length that a title or sentence above says that this part is about, `event`
    the day on which the last acquisition was made of which texts in front tell, and `basis` what a note behind the
    table says of its percentages. `shared` is the last sentence in front of the tables before, which have the same
    rows, where nothing else stands between.
    """

    titles: tuple[str, ...]
    captions: tuple[Mention, ...]
    unit: Unit | None
    own: bool
    before: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    introduced: tuple[Mention, ...] = ()
    on_pages: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    months: int | None = None
    event: date | None = None
    basis: str = ""
    shared: str = ""

    @cached_property
    def path(self) -> str:
        """The nearest titles as one line."""
        named = [title for title in self.titles if not is_remark(title)] or self.titles
        return " > ".join(named[-_SHOWN_TITLES:])

    @cached_property
    def nearest(self) -> tuple[str, ...]:
        """The nearest title, and the remarks in parentheses that follow it."""
        first = max((at for at, title in enumerate(self.titles) if not is_remark(title)), default=0)
        return self.titles[first:]

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The headings that the table stands below, and its nearest title."""
        return (*self.over, *self.nearest[:1])

    @cached_property
    def nearest_lines(self) -> tuple[str, ...]:
        """The nearest title, and the remarks and captions that follow it."""
        titles = frozenset(title for title in self.titles if not is_remark(title))
        last = next((at for at in range(len(self.lines) - 1, -1, -1) if self.lines[at] in titles), 0)
        return self.lines[last:]

    @property
    def told(self) -> tuple[str, ...]:
        """What is said right in front of the table, the nearest title first, and then the sentence in front."""
        return (*self.nearest[::-1], self.introduction or self.shared)

    @cached_property
    def introduction(self) -> str:
        """The last sentence in front of the table, right before it; empty where there is none."""
        return _SENTENCES.split(self.before[-1].strip())[-1] if self.before else ""


def is_remark(title: str) -> bool:
    """Whether a title is a remark in parentheses, and not one whose number stands in them: `(2) Position (...)`."""
    stripped = title.strip()
    return stripped.startswith("(") and bool(_REMARK.fullmatch(stripped))
