"""The arithmetic of relations as XPath 2.0, exact: a figure of n decimals is an interval of half a unit to either side.

Half a unit is made from text, since XPath has no power operator, and as `xs:decimal`, since floating point would round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iij_xbrl.relations.language import Expression, Number, Parameter, Product, Relation, Sum, Term

_ZEROS = "000000000000000"
_DECIMALS = "$d in xfi:decimals($f)"
_HALF = (
    f"xs:decimal(if ($d ge 0) then concat('0.', substring('{_ZEROS}', 1, $d), '5') "
    f"else concat('5', substring('{_ZEROS}', 1, -$d - 1)))"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """The expressions of a relation, with `$v0`, `$v1` ... for its figures.

    Attributes:
        holds: whether the interval of the target meets that of the expression.
        computed: the expression between the figures themselves.
        figures: the target and the other figures, for messages.
        conditions: what must be true for the relation to be evaluated.
        parameters: names of parameters that the expressions use.
    """

    holds: str
    computed: str
    figures: str
    conditions: tuple[str, ...]
    parameters: tuple[str, ...]

    @classmethod
    def of(cls, relation: Relation, terms: Sequence[Term], prefix: str) -> Shape:
        """The shape of a relation whose distinct terms are `terms`."""
        return _Writer(terms, prefix).shape(relation.expression)


class _Writer:
    def __init__(self, terms: Sequence[Term], prefix: str) -> None:
        self._numbers = {term: number for number, term in enumerate(terms)}
        self._prefix = prefix

    def shape(self, expression: Expression) -> Shape:
        parts = ((1, expression),) if isinstance(expression, Term) else getattr(expression, "parts", ())
        is_linear = bool(parts) and all(isinstance(part, Term) for _, part in parts)
        every = ", ".join(f"$v{number}" for number in self._numbers.values())
        return Shape(
            holds=self._linear(expression, every) if is_linear else self._general(expression),
            computed=self._value(expression),
            figures=f"string-join(for $f in ({every}) return string($f), ' | ')",
            conditions=tuple(self._conditions(expression)),
            parameters=tuple(dict.fromkeys(_parameters(expression))),
        )

    def _linear(self, expression: Expression, every: str) -> str:
        """The figures alone, and half a unit of each as the tolerance."""
        return f"abs($v0 - ({self._value(expression)})) le sum(for $f in ({every}), {_DECIMALS} return {_HALF})"

    def _general(self, expression: Expression) -> str:
        """Both ends of both intervals; `$h1` is half a unit of `$v1`."""
        halves = ", ".join(
            f"$h{number} in (for $f in $v{number}, {_DECIMALS} return {_HALF})" for number in self._numbers.values()
        )
        low, high = self._ends(expression)
        return f"for {halves} return ($v0 - $h0 le {high}) and ({low} le $v0 + $h0)"

    def _ends(self, expression: Expression) -> tuple[str, str]:
        match expression:
            case Term():
                number = self._numbers[expression]
                return f"($v{number} - $h{number})", f"($v{number} + $h{number})"
            case Sum(parts):
                lows, highs = [], []
                for sign, part in parts:
                    low, high = self._ends(part)
                    lows.append(f"+ {low}" if sign > 0 else f"- {high}")
                    highs.append(f"+ {high}" if sign > 0 else f"- {low}")
                return f"({' '.join(lows).removeprefix('+ ')})", f"({' '.join(highs).removeprefix('+ ')})"
            case Product(operator, left, right):
                sign = "*" if operator == "*" else "div"
                ends = dict.fromkeys(f"{one} {sign} {other}" for one in self._ends(left) for other in self._ends(right))
                return f"min(({', '.join(ends)}))", f"max(({', '.join(ends)}))"
            case Number() | Parameter():
                text = self._value(expression)
                return text, text

    def _value(self, expression: Expression) -> str:
        match expression:
            case Term():
                name = f"$v{self._numbers[expression]}"
                return f"sum(({name}, 0))" if expression.optional else name
            case Number(value):
                return str(value)
            case Parameter(name):
                return f"${self._prefix}:{name}"
            case Sum(parts):
                words = " ".join(f"{'+' if sign > 0 else '-'} {self._value(part)}" for sign, part in parts)
                return f"({words.removeprefix('+ ')})"
            case Product(operator, left, right):
                return f"({self._value(left)} {'*' if operator == '*' else 'div'} {self._value(right)})"

    def _conditions(self, expression: Expression) -> Iterator[str]:
        """A relation that divides by what may be zero is not evaluated."""
        for divisor in _divisors(expression):
            figures = ", ".join(f"$v{number}" for term, number in self._numbers.items() if term in _terms(divisor))
            if figures:
                tolerance = f"sum(for $f in ({figures}), {_DECIMALS} return {_HALF})"
                yield f"abs({self._value(divisor)}) gt {tolerance}"


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Sum(parts):
            return tuple(part for _, part in parts)
        case Product(_, left, right):
            return left, right
        case _:
            return ()


def _parameters(expression: Expression) -> Iterator[str]:
    if isinstance(expression, Parameter):
        yield expression.name
    for part in _parts(expression):
        yield from _parameters(part)


def _divisors(expression: Expression) -> Iterator[Expression]:
    for part in _parts(expression):
        yield from _divisors(part)
    if isinstance(expression, Product) and expression.operator == "/":
        yield expression.right


def _terms(expression: Expression) -> frozenset[Term]:
    if isinstance(expression, Term):
        return frozenset((expression,))
    return frozenset().union(*(_terms(part) for part in _parts(expression)))
