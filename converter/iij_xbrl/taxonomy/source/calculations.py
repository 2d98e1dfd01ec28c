"""The calculations of a place (Calculations 1.1): its partitions and subtotals, a link role for each of its layouts.

Releases of different years print different lines. A total must not stand beside its own parts (other comprehensive
income beside its components), so that each layout leaves out the lines of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from iij_xbrl.relations.language import Sum, Term
from iij_xbrl.relations.parser import RelationError, Vocabulary, parse
from iij_xbrl.taxonomy.source import files as src
from iij_xbrl.taxonomy.source.language import Layout
from iij_xbrl.taxonomy.source.located import Mistakes, suggest
from iij_xbrl.taxonomy.source.model import Arc, Calculation, Concept, Place
from iij_xbrl.taxonomy.source.partitions import check_signs


def calculations_of(
    source: src.Place,
    place: Place,
    concepts: Mapping[str, Concept],
    vocabulary: Vocabulary,
    mistakes: Mistakes,
) -> tuple[Calculation, ...]:
    """The calculations of a place, one for each layout that has any sums.

    Args:
        source: the place as written, with its subtotals and layouts.
        place: the place, with the arcs of its partitions.
        concepts: all concepts.
        vocabulary: what subtotals may name.
        mistakes: where what is wrong with them is noted.
    """
    subtotals = [
        arc
        for number, text in enumerate(source.body.subtotals)
        for arc in _subtotal(text, number, source, concepts, vocabulary, mistakes)
    ]
    arcs = tuple(dict.fromkeys((*place.arcs, *subtotals)))
    lines = {line.name for line in place.lines}
    found = []
    for number, layout in enumerate(source.body.layouts or (None,)):
        for name in layout.without if layout else ():
            if name not in lines:
                where = source.node.at(["layouts", number, "without"])
                mistakes.add(where, f"{name} is no line of {place.role}", suggest(name, sorted(lines)))
        own = tuple(arc for arc in arcs if not layout or not {arc.total, arc.item} & set(layout.without))
        if own:
            found.append(Calculation(f"{place.role}{layout.name if layout else ''}", _title(place, layout), own))
    return tuple(found)


def _title(place: Place, layout: Layout | None) -> Mapping[str, str]:
    if layout is None or layout.title is None:
        return place.title
    added = {"en": layout.title.en, "ja": layout.title.ja}
    return MappingProxyType({language: f"{title}, {added[language]}" for language, title in place.title.items()})


def _subtotal(
    text: str,
    number: int,
    source: src.Place,
    concepts: Mapping[str, Concept],
    vocabulary: Vocabulary,
    mistakes: Mistakes,
) -> Iterator[Arc]:
    """The arcs of a subtotal, which only adds and subtracts lines of one period."""
    where = source.node.at(["subtotals", number])
    try:
        target, expression = parse(text, vocabulary)
    except RelationError as error:
        allowed = suggest(error.name, error.allowed) if error.name else "allowed: Total = Line + Line - Line"
        mistakes.add(where, f"subtotal '{' '.join(text.split())}': {error}", allowed)
        return
    parts = expression.parts if isinstance(expression, Sum) else ((1, expression),)
    for sign, part in parts:
        if not isinstance(part, Term) or part.time or part.members or part.currency:
            mistakes.add(where, f"subtotal of {target}: {part} is no line", "allowed: Total = Line + Line - Line")
            return
        check_signs(concepts[target.concept], concepts[part.concept], sign, where, mistakes)
        yield Arc(target.concept, part.concept, sign)
