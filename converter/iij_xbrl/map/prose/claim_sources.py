"""What gave each part of a fact that a sentence tells: its subject, its time, what its change is measured against."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.passages import Setting
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.prose.claims import Claim

Sources = tuple[tuple[str, str], ...]
"""Pairs of a part of a fact and what gave it."""
OF_FIGURE, OF_SENTENCE = ", said of the figure", ", said in the sentence or its paragraph"
OF_SECTION = ", that of the section"
PHRASE_OF, OR = ", a phrase of ", " or "


def told(claim: Claim, words: Sequence[Token], text: str, setting: Setting) -> Sources:
    """The sources of a claim; `words` are those of its sentence, `text` is that of its passage."""
    found = [("subject", _subject(claim, words, text))]
    if claim.measure == "change":
        found.append(("change", f"{'up' if claim.direction > 0 else 'down'}, {_against(claim)}"))
    found.append(("time", _time(claim, setting)))
    if claim.qualifier:
        found.append(("qualifier", claim.qualifier))
    if claim.forecast or setting.forecast:
        found.append(("forecast", claim.forecast or f"the section is {setting.titles[-1]!r}"))
    return tuple(found)


def _subject(claim: Claim, words: Sequence[Token], text: str) -> str:
    inside = words[claim.subject.start : claim.subject.end]
    said = text[inside[0].start : inside[-1].end] if inside else ""
    return f"{' '.join(said.split())!r}{PHRASE_OF}{OR.join(sorted({item.concept for item in claim.phrases}))}"


def _against(claim: Claim) -> str:
    if claim.basis:
        return claim.basis
    return f"against {claim.base or claim.against or 'what the tables tell'}"


def _time(claim: Claim, setting: Setting) -> str:
    if claim.stated:
        return f"{claim.stated}{OF_FIGURE}"
    if claim.period or claim.as_of:
        return f"{claim.period or claim.as_of}{OF_SENTENCE}"
    title = f" {setting.titles[-1]!r}" if setting.titles else ""
    return f"{setting.period}{OF_SECTION}{title}" if setting.period else "said nowhere"
