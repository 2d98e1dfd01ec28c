"""What gave each part of a fact that a sentence tells: its subject, its time, what its change is measured against."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.passages import Setting
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.sources import Concept, Listed, Phrase, Piece, Quoted, Source


def told(claim: Claim, words: Sequence[Token], text: str, setting: Setting) -> tuple[Source, ...]:
    """The sources of a claim; `words` are those of its sentence, `text` is that of its passage."""
    found: list[Source] = [("subject", _subject(claim, words, text))]
    if claim.measure == "change":
        found.append(("change", Listed((Phrase("up" if claim.direction > 0 else "down"), _against(claim)))))
    found.append(("time", _time(claim, setting)))
    if claim.qualifier:
        found.append(("qualifier", claim.qualifier))
    if claim.forecast or setting.forecast:
        titled = Phrase("the section is {title}", (("title", Quoted(setting.titles[-1])),)) if setting.titles else ""
        found.append(("forecast", Phrase(claim.forecast) if claim.forecast else titled))
    return tuple(found)


def _subject(claim: Claim, words: Sequence[Token], text: str) -> Piece:
    inside = words[claim.subject.start : claim.subject.end]
    said = text[inside[0].start : inside[-1].end] if inside else ""
    names = sorted({item.concept for item in claim.phrases})
    concepts = Listed(tuple(map(Concept, names)), " or ")
    return Phrase("{said}, a phrase of {concepts}", (("said", Quoted(" ".join(said.split()))), ("concepts", concepts)))


def _against(claim: Claim) -> Piece:
    if claim.basis:
        return Phrase(claim.basis)
    told = claim.base or claim.against
    return Phrase("against {base}", (("base", str(told) if told else Phrase("what the tables tell")),))


def _time(claim: Claim, setting: Setting) -> Piece:
    if claim.stated:
        return Phrase("{time}, said of the figure", (("time", str(claim.stated)),))
    if claim.period or claim.as_of:
        return Phrase("{time}, said in the sentence or its paragraph", (("time", str(claim.period or claim.as_of)),))
    if not setting.period:
        return Phrase("said nowhere")
    if not setting.titles:
        return Phrase("{time}, that of the section", (("time", str(setting.period)),))
    title = Quoted(setting.titles[-1])
    return Phrase("{time}, that of the section {title}", (("time", str(setting.period)), ("title", title)))
