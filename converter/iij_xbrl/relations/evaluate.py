"""Evaluates relations over figures, each of which is an interval: closed, open, or not evaluable, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import DataPoint
from iij_xbrl.relations.binding import Binding, Bindings, bind
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.relations.language import Expression, Number, Parameter, Product, Relation, Sum, Term, terms_of

State = Literal["closed", "open", "not evaluable"]
Slot = tuple[str, Period, str]
"""Concept, period and unit of a figure that is printed but cannot be read."""

_NOTHING: Mapping[str, Interval] = {}
_ZERO = Interval.exactly(0)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a bound relation says of the figures.

    Attributes:
        printed: the target as printed, where it is printed.
        computed: what the other figures give, where they can be evaluated. Without `printed` it tells what the target
            would have to be.
        points: the figures that take part: those that are printed, the target first.
        missing: the figures without which the relation cannot be evaluated.
        reason: why it cannot be evaluated, else empty.
    """

    binding: Binding
    state: State
    printed: Interval | None
    computed: Interval | None
    points: tuple[DataPoint, ...]
    missing: tuple[DataPoint, ...] = ()
    reason: str = ""

    @property
    def relation(self) -> Relation:
        """The relation."""
        return self.binding.relation

    @property
    def difference(self) -> Fraction:
        """Printed less computed, between the figures themselves."""
        if self.printed is None or self.computed is None:
            return Fraction(0)
        return self.printed.middle - self.computed.middle

    @property
    def gap(self) -> Fraction:
        """What rounding does not explain, in units of the target's last digit; 0 where the relation closes."""
        if self.printed is None or self.computed is None:
            return Fraction(0)
        return self.printed.distance(self.computed) / (self.printed.width or 1)

    @property
    def is_rounding(self) -> bool:
        """Whether an open relation would close if figures were cut off rather than rounded: each a whole unit off."""
        if self.state != "open" or self.printed is None or self.computed is None:
            return False
        return abs(self.difference) <= self.printed.width + self.computed.width


def evaluate(
    relations: Iterable[Relation] | Bindings,
    values: Mapping[DataPoint, Interval],
    *,
    unread: Set[Slot] = frozenset(),
    parameters: Mapping[str, Interval] = _NOTHING,
) -> tuple[Evaluation, ...]:
    """Evaluate relations in every frame in which one of their figures has a value.

    Args:
        relations: relations, or relations that are bound already (`bind`), which other values then need not repeat.
        values: the figures.
        unread: what is known to be printed, but could not be read. A relation with such a figure is not evaluable, even
            where the figure counts as absent otherwise.
        parameters: the numbers that relations name in lower case.
    """
    bindings = relations if isinstance(relations, Bindings) else bind(relations, values)
    return tuple(evaluate_one(binding, values, unread=unread, parameters=parameters) for binding in bindings.all)


def evaluate_one(
    binding: Binding,
    values: Mapping[DataPoint, Interval],
    *,
    unread: Set[Slot] = frozenset(),
    parameters: Mapping[str, Interval] = _NOTHING,
) -> Evaluation:
    """Evaluate one bound relation."""
    relation = binding.relation
    figures = [None if point is None else values.get(point) for point in binding.points]
    printed = figures[0]
    known = tuple(point for point, value in zip(binding.points, figures, strict=True) if point and value is not None)
    problem = _problem(binding, figures, unread, parameters)
    try:
        computed = None if problem else _Computation(figures, parameters).of(relation.expression)
    except ZeroDivisionError:
        computed, problem = None, ((), "divides by a figure that may be zero")
    if printed is None and not problem:
        target = binding.points[0]
        problem = ((target,) if target else ()), "the target is not printed"
    if problem:
        return Evaluation(binding, "not evaluable", printed, computed, known, *problem)
    assert printed is not None and computed is not None, "no problem"
    if not printed.meets(computed) and _is_against_loss(relation, figures, parameters):
        computed = min((computed, -computed), key=lambda either: abs(printed.distance(either)))
    return Evaluation(binding, "closed" if printed.meets(computed) else "open", printed, computed, known)


def _is_against_loss(relation: Relation, figures: list[Interval | None], parameters: Mapping[str, Interval]) -> bool:
    """Whether a relation is a relative change of what was negative before.

    Of such a change, a loss that shrinks by half, one page prints `50.0` and another `(50.0)`: its size alone is told.
    """
    change = relation.relative_change
    if change is None:
        return False
    now = sum(1 for _ in terms_of(change.left))
    return _Computation(figures[now:], parameters).of(change.right).high < 0


def _problem(
    binding: Binding,
    figures: list[Interval | None],
    unread: Set[Slot],
    parameters: Mapping[str, Interval],
) -> tuple[tuple[DataPoint, ...], str] | None:
    """Why the expression has no value: what is missing, and a sentence."""
    terms = binding.relation.terms
    absent = [
        (term, point)
        for term, point, value in zip(terms[1:], binding.points[1:], figures[1:], strict=True)
        if value is None
    ]
    if absent:
        missing = tuple(point for term, point in absent if not term.optional and point is not None)
        vague = [term.concept for term, point in absent if not term.optional and point is None]
        if vague:
            return missing, f"the release has no, or more than one, {vague[0]}"
        if missing:
            return missing, "not printed: " + ", ".join(dict.fromkeys(point.concept for point in missing))
        if unread:
            held = tuple(point for _, point in absent if point and (point.concept, point.period, point.unit) in unread)
            if held:
                return held, "printed, but not read: " + ", ".join(point.concept for point in held)
        if len(absent) == len(terms) - 1:
            return tuple(point for _, point in absent if point is not None), "none of the items is printed"
    for name in binding.relation.parameters:
        if name not in parameters:
            return (), f"{name} is not known"
    return None


class _Computation:
    """Computes an expression; terms take the figures in order, after the target."""

    def __init__(self, figures: list[Interval | None], parameters: Mapping[str, Interval]) -> None:
        self._figures = iter(figures[1:])
        self._parameters = parameters

    def of(self, expression: Expression) -> Interval:
        match expression:
            case Term():
                return next(self._figures) or _ZERO
            case Sum(parts):
                (start, leading), *others = parts
                total = self.of(leading) if start > 0 else -self.of(leading)
                for sign, part in others:
                    total = total + self.of(part) if sign > 0 else total - self.of(part)
                return total
            case Product(operator, left, right):
                first, second = self.of(left), self.of(right)
                return first * second if operator == "*" else first / second
            case Parameter(name):
                return self._parameters[name]
            case Number(value):
                return Interval.exactly(value)
