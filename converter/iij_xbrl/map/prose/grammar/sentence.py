"""One sentence while it is read: its tokens, what it claims so far, and what it has said of time and subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.prose.claims import Claim, Context
from iij_xbrl.map.prose.grammar.cursor import Cursor
from iij_xbrl.map.prose.phrases import Named, PhraseBook
from iij_xbrl.taxonomy.roles import MemberRole


class Sentence(Cursor):
    """What the rules share. A rule takes a position and gives the one behind what it read, or None."""

    def __init__(self, tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> None:
        super().__init__(tokens, text, book, context)
        self.claims: list[Claim] = []
        self.time: Period | None = None  # the period of the statement
        self.named: list[Named] = []  # the subjects of the statements so far
        self.forecast: MemberRole | None = None  # the version of a forecast that the statement is about
        self.basis: MemberRole | None = None  # the last basis said: `increased by 5.1% YoY and ... by 34.1%`

    def settle(self, before: int) -> None:
        """Gives the claims from a number on what the statement says of its time."""
        for number in range(before, len(self.claims)):
            claim = self.claims[number]
            base = claim.base or (None if claim.basis or claim.against else self.context.base)
            time = self.time or self.context.outline
            said = self.context.said[1] if self.context.said and time is None else None
            as_of, above = self.context.as_of, self.context.as_of_above
            claim = replace(claim, period=time, as_of=as_of, as_of_above=above, base=base, said=said)
            if self.forecast and not claim.forecast and claim.stated in (None, self.time):
                claim = replace(claim, forecast=self.forecast)
            self.claims[number] = claim

    def doubt(self, before: int) -> None:
        """Gives the claims from a number on their time, and asks for a witness of them."""
        self.claims[before:] = [replace(claim, doubtful=True) for claim in self.claims[before:]]
        self.settle(before)
