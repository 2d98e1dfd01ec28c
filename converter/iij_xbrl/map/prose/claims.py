"""What sentences claim: a figure is the value or the change of something, for some time, as the sentence says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from iij_xbrl.extract.cells.numbers import Number
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.map.prose.topics import Topics
from iij_xbrl.taxonomy.index import Phrase
from iij_xbrl.taxonomy.roles import MemberRole

Measure = Literal["value", "change"]


@dataclass(slots=True)
class Context:
    """What the sentences of a passage say for those that follow: a day, a day to compare with, and what they named.

    `carried` is a phrase that stood alone and waits for periods with values. `targets_beside` tells that a target
    stands beside each figure. `titled` are the concepts that the nearest title names, if it names any. `said` is the
    period named last at the start of a sentence or by a statement, with the indent of its line: items below it that
    stand further right share it. `years` are the fiscal years named so far, `outline` the period that a list states for
    all its items, `whole` what the last sentence broke down. `titles` are the keys of the nearest title, `listed` the
    concepts that the lines of the passage start with. `carried_time` is the period that the line of `carried` named,
    `headed` tells that a colon ended it. `above` is the key of the item that the sentence's line belongs to.
    `unread` tells that nothing was read of a sentence in front, in the same paragraph.
    """

    as_of: date | None = None
    as_of_above: date | None = None
    base: date | None = None
    topics: Topics = field(default_factory=Topics)
    carried: Named | None = None
    targets_beside: bool = False
    titled: frozenset[str] = frozenset()
    said: tuple[int, Period] | None = None
    years: set[Period] = field(default_factory=set)
    outline: Period | None = None
    whole: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    carried_time: Period | None = None
    headed: bool = False
    above: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of a sentence. `phrases` are what its subject may name.

    `direction` is 1 or -1 for a change, `verb` how the printed value becomes the concept's. `stated` is the period said
    of this very figure, `period` and `as_of` those of its statement, `as_of_above` a day that a line above named. A
    change is measured by the role of its basis, from a day, or against a period. `counted` is the word behind a bare
    number. A `doubtful` claim may be one about something else: it needs a second witness. `said` is a period that was
    named before, where its statement names none. `forecast` is the role of the forecast, if the sentence says that it
    is one. A `bare` claim is that of a line without a verb, which has the tense of its title. One of a `year_ago` is of
    as long a time before that of its statement, one `to_come` of a time that is not over.
    """

    token: Token
    subject: Named
    phrases: tuple[Phrase, ...]
    measure: Measure
    direction: int = 1
    verb: str | None = None
    stated: Period | None = None
    period: Period | None = None
    as_of: date | None = None
    as_of_above: date | None = None
    basis: MemberRole | None = None
    base: date | None = None
    against: Period | None = None
    qualifier: MemberRole | None = None
    counted: str = ""
    doubtful: bool = False
    forecast: MemberRole | None = None
    said: Period | None = None
    bare: bool = False
    year_ago: bool = False
    to_come: bool = False

    @property
    def figure(self) -> Number:
        """The number as printed."""
        assert self.token.figure is not None
        return self.token.figure
