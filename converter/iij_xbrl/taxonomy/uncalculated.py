"""Why a line of a statement is in no calculation of it, as sentences that its documentation ends with.

Calculations add and subtract amounts of one date or period and one set of dimensions. What else binds a line is an
assertion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from iij_xbrl.relations.language import Relation, Sum, Term
from iij_xbrl.taxonomy.model import Place

Why = Literal["columns", "quotient", "parts", "nothing"]
_SENTENCES: Mapping[Why, Mapping[str, str]] = {
    "columns": {
        "en": "It is in no calculation of {titles}, since what it adds up with is of other dates or columns; "
        "assertions check it.",
        "ja": "{titles}では、他の日付又は他の列の金額と合計されるため計算リンクに含まれず、アサーションで検証する。",
    },
    "quotient": {
        "en": "It is in no calculation of {titles}, since it does not follow from others by adding and subtracting; "
        "assertions check it.",
        "ja": "{titles}では、加減算以外で算定されるため計算リンクに含まれず、アサーションで検証する。",
    },
    "parts": {
        "en": "It is in no calculation of {titles}, since not every release prints all that it adds up with; "
        "assertions check it.",
        "ja": "{titles}では、合計の内訳がすべて記載されるとは限らないため計算リンクに含まれず、"
        "アサーションで検証する。",
    },
    "nothing": {
        "en": "It is in no calculation of {titles}, since it adds up with no other line.",
        "ja": "{titles}では、他の項目と合計されないため計算リンクに含まれない。",
    },
}
_QUOTED = {"en": '"{}"', "ja": "「{}」"}
_BETWEEN = {"en": " and ", "ja": ""}


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
    between = "" if language == "ja" else " "
    added = (
        _SENTENCES[why][language].format(
            titles=_BETWEEN[language].join(_QUOTED[language].format(place.title[language]) for place in places)
        )
        for why, places in missing.items()
    )
    return between.join((text, *added))
