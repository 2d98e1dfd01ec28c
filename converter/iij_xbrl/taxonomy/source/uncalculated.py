"""Why a line of a statement is in no calculation of it, as sentences that its documentation ends with.

Calculations add and subtract amounts of one date or period and one set of dimensions. What else binds a line is an
assertion.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from iij_xbrl.relations.language import Relation, Sum, Term
from iij_xbrl.taxonomy.source.model import Place

Why = Literal["columns", "quotient", "parts", "nothing"]
_WORDS: Mapping[str, Mapping[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def with_reasons(
    documentation: Mapping[str, Mapping[str, str]], places: Sequence[Place], relations: Iterable[Relation]
) -> Mapping[str, Mapping[str, str]]:
    """The documentation, with why a line of a statement is in none of the statement's calculations.

    Args:
        documentation: by name and language.
        places: all places.
        relations: all relations.
    """
    equations = [relation for relation in relations if relation.kind == "equation"]
    missing: dict[str, dict[Why, list[Place]]] = {}
    for place in places:
        for name in _uncalculated(place):
            why = _why(name, place, equations)
            missing.setdefault(name, {}).setdefault(why, []).append(place)
    return MappingProxyType(
        {
            name: MappingProxyType(
                {language: _text(text, language, missing.get(name, {})) for language, text in of.items()}
            )
            for name, of in documentation.items()
        }
    )


def _uncalculated(place: Place) -> Iterator[str]:
    """The lines of a statement that are in no calculation of it."""
    if place.kind == "statement":
        calculated = {name for item in place.calculations for arc in item.arcs for name in (arc.total, arc.item)}
        yield from dict.fromkeys(
            line.concept for line in place.lines if line.concept and line.concept not in calculated
        )


def _why(name: str, place: Place, equations: Iterable[Relation]) -> Why:
    """What binds a line: equations of its place, or else those of others."""
    bound = [relation for relation in equations if any(term.concept == name for term in relation.terms)]
    own = [relation for relation in bound if relation.place == place.role] or bound
    if any(term.time or term.members for relation in own if _is_sum(relation) for term in relation.terms):
        return "columns"
    if any(_is_sum(relation) for relation in own):
        return "parts"
    return "quotient" if own else "nothing"


def _is_sum(relation: Relation) -> bool:
    expression = relation.expression
    parts = [part for _, part in expression.parts] if isinstance(expression, Sum) else [expression]
    return all(isinstance(part, Term) for part in parts)


def _text(text: str, language: str, missing: Mapping[Why, Sequence[Place]]) -> str:
    words = _WORDS[language]
    added = (
        words[why].format(
            titles=words["between_titles"].join(words["quoted"].format(place.title[language]) for place in places)
        )
        for why, places in missing.items()
    )
    return words["between_sentences"].join((text, *added))
