"""What gave a part of a fact, in the words of a language."""

from __future__ import annotations

from iij_xbrl.map.sources import Concept, Listed, Phrase, Piece, Quoted
from iij_xbrl.messages.words import Words

_QUOTED = "{text!r}"


def source_in_words(piece: Piece, words: Words) -> str:
    """A piece of an explanation, as it is printed."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Quoted):
        return words(_QUOTED, text=piece.text)
    if isinstance(piece, Concept):
        return words.concept(piece.name)
    if isinstance(piece, Listed):
        return words(piece.between).join(source_in_words(item, words) for item in piece.pieces)
    if isinstance(piece, Phrase):
        return words(piece.text, **{name: source_in_words(part, words) for name, part in piece.parts})
    return words.concept(piece.role)
