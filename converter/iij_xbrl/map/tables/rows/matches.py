"""What is known of the row of a table: the place of the taxonomy and the line that it is, or why it is none."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.reasons.base import Reason
from iij_xbrl.taxonomy.index import ColumnMember, Line, Place


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a row: its place and line, or why there is none; `inferred` says what a doubt rests on.

    A row of shares (`% of revenues`) has the line whose shares its figures are, and what they are `share` of. `joined`
    tells that its label is part of that of a row beside it. `column` is the column of the place that the row stands in
    where these are printed one below the other.
    """

    place: Place | None
    line: int | None
    reason: Reason | None = None
    inferred: Reason | None = None
    share: str = ""
    joined: bool = False
    column: ColumnMember | None = None

    @property
    def role(self) -> str:
        """The role of the place; empty where there is none."""
        return self.place.role if self.place else ""

    @property
    def found(self) -> Line:
        """The line that the row is, of one that has a line."""
        assert self.place is not None
        assert self.line is not None
        return self.place.lines[self.line]


def what(match: Match) -> tuple[object, ...]:
    """What a matched row reports, whatever place it was matched in."""
    line = match.found
    return line.concept, line.members, line.instant


def is_plain(match: Match) -> bool:
    """Whether a line means the same in whatever table it stands: no members, no opening balance, no columns."""
    assert match.place is not None
    line = match.found
    plain = line.concept is not None and not line.members and not line.instant and line.verb == "same"
    return plain and not match.place.columns and not match.place.titled_only
