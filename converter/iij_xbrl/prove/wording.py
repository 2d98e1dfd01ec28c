"""What is wrong, in a sentence: the labels and figures as printed first, then the relation between concepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.extract.cells.numbers import numbers
from iij_xbrl.facts import DataPoint, Occurrence, last_digit
from iij_xbrl.languages import JAPANESE
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.language import Expression, Sum, terms_of
from iij_xbrl.report import Fact

_FEW = 6  # items that are named one by one
_LOSS = "△▲"

Facts = Mapping[DataPoint, Fact]


def named(point: DataPoint) -> str:
    """A data point in words."""
    members = "".join(f", {member}" for _, member in point.dimensions)
    return f"{point.concept}{members}, {point.period}"


def labelled(occurrence: Occurrence) -> str:
    """A figure with the label beside it; one of a sentence, whose words run on, with its concept."""
    label = " ".join(occurrence.label.split())
    is_in_row = bool(occurrence.place) or occurrence.span.cell > 0
    return f"{label!r} {occurrence.text}" if is_in_row and label else f"{occurrence.point.concept} {occurrence.text}"


def broken(item: Evaluation, facts: Facts) -> str:
    """That a relation does not hold, in the words of the page, and which one it is."""
    target, *others = [facts[point].occurrence for point in item.points]
    told = _told(item, target, others)
    computed = computed_as_printed(item, target)
    gives = f": that is {computed}" if computed else ""
    return f"{labelled(target)} is not {told}{gives} ({relation_in_words(item)})"


def _told(item: Evaluation, target: Occurrence, others: Sequence[Occurrence]) -> str:
    """What a target should be: the sum of its lines, the change between two figures, a share, a translation."""
    figures = [labelled(other) for other in others]
    match item.relation.kind:
        case "change" if len(others) > 1:
            return f"the change from {others[-1].text} to {others[0].text}"
        case "share" if len(others) > 1:
            return f"the share of {others[0].text} in {others[-1].text}"
        case "translation" if len(others) > 1:
            return f"{others[0].text} at the rate of {others[-1].text}"
        case "sum" if len(others) > _FEW:
            return f"the sum of its {len(others)} items"
        case "sum":
            return f"the sum of {_listed(figures)}"
    return f"what follows from {_listed(figures) if len(figures) <= _FEW else f'{len(figures)} other figures'}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def coarsest(item: Evaluation, facts: Facts) -> Occurrence:
    """The figure of a relation that is printed least exactly: the one that is off by what rounding may explain."""
    target, *others = [facts[point].occurrence for point in item.points]
    alike = [other for other in others if other.point.unit == target.point.unit]
    return max((target, *alike), key=last_digit)


def how_far_off(item: Evaluation, facts: Facts) -> str:
    """By how much a relation is off, in the last digit of the figure that is printed least exactly."""
    target, figure = facts[item.points[0]].occurrence, coarsest(item, facts)
    units = _decimal(abs(item.difference) / Fraction(last_digit(figure)))
    whose = f"the last digit of {labelled(figure)}" if last_digit(figure) > last_digit(target) else "its last digit"
    return f"off by {units} in {whose}"


def _decimal(number: Fraction) -> str:
    return f"{Decimal(number.numerator) / Decimal(number.denominator):.3g}"


def relation_in_words(item: Evaluation) -> str:
    """A relation in one period, without the items that the release does not print."""
    relation, target = item.relation, f"{item.relation.target}".removesuffix("?")
    expression = relation.expression
    if isinstance(expression, Sum):
        points = iter(item.binding.points[1:])
        printed = tuple(part for part in expression.parts if _is_printed(part[1], points, item))
        expression = Sum(printed)
    return f"{target} = {expression}, {item.binding.frame.period}".replace("?", "")


def _is_printed(part: Expression, points: Iterator[DataPoint | None], item: Evaluation) -> bool:
    its_own = [next(points) for _ in terms_of(part)]
    return not its_own or any(point in item.points for point in its_own)


def computed_as_printed(item: Evaluation, target: Occurrence) -> str:
    """What the other figures of a relation give, as the target would print it."""
    if item.computed is None:
        return ""
    unit = Fraction(last_digit(target))
    return as_printed(target, Decimal(round(item.computed.middle / unit)) * last_digit(target))


def as_printed(occurrence: Occurrence, value: Decimal) -> str:
    """A value as the place of an occurrence would print it: in its scale, a negative one in parentheses.

    A Japanese place marks it as it marks a loss.
    """
    places = next((number.places for number in numbers(occurrence.text)), 0)
    shown = value.scaleb(occurrence.decimals - places)
    turned = occurrence.value * occurrence.printed < 0
    text = f"{abs(shown):,.{places}f}"
    if (shown < 0) == turned or not shown:
        return text
    mark = occurrence.text.strip()[:1]
    if mark in _LOSS or JAPANESE.script.search(occurrence.label):
        return f"{mark if mark in _LOSS else _LOSS[0]}{text}"
    return f"({text})"
