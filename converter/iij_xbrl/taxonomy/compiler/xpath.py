"""The arithmetic of relations as XPath 2.0, exact: a figure of n decimals is an interval of half a unit to either side.

Half a unit is made from text, since XPath has no power operator, and as `xs:decimal`, since floating point would round.
A variable `$v0`, `$v1` ... holds every place where its data point is printed; the finest speaks for it, `$f0`, `$f1`.
Expressions build on each other by name, so that a processor compiles each only once: `$all` are the figures of a
relation, `$halves` half a unit of each, `$computed` what the target should be, `$gap` how far from it the target is
beyond rounding, `$holds` whether it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from iij_xbrl.relations.language import Expression, Number, Parameter, Product, Relation, Sum, Term

_ZEROS = "000000000000000"
_HALVES = (
    "for $f in $all, $d in xfi:decimals($f) return xs:decimal("
    f"if ($d ge 0) then concat('0.', substring('{_ZEROS}', 1, $d), '5') "
    f"else concat('5', substring('{_ZEROS}', 1, -$d - 1)))"
)
_FINEST = "(for $d in max(for $f in $v{n} return xfi:decimals($f)) return $v{n}[xfi:decimals(.) eq $d] | ())[1]"
_FIGURES = (
    "concat(string($f0), ' <> ', string($computed), ' (', "
    "string-join(for $f in subsequence($all, 2) return string($f), ', '), '; ', string($f0/@contextRef), ')')"
)
SINGLE = frozenset(("computed", "gap", "holds", "figures"))
"""The variables that are single values; the others are sequences, which may be empty."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The expressions of a relation, with `$v0`, `$v1` ... for the places of its figures.

    Attributes:
        variables: expressions by name, those that others build on first.
        conditions: what must be true for the relation to be evaluated.
        parameters: names of parameters that the expressions use.
        rounding: how much of `$gap` rounding may have forced: a unit of the coarsest figure, or of the target where the
            figures are of several kinds.
    """

    variables: Mapping[str, str]
    conditions: tuple[str, ...]
    parameters: tuple[str, ...]
    rounding: str

    @classmethod
    def of(cls, relation: Relation, terms: Sequence[Term], prefix: str) -> Shape:
        """The shape of a relation whose distinct terms are `terms`."""
        return _Writer(terms, prefix).shape(relation)


class _Writer:
    def __init__(self, terms: Sequence[Term], prefix: str) -> None:
        self._numbers = {term: number for number, term in enumerate(terms)}
        self._prefix = prefix
        self._variables: dict[str, str] = {}

    def shape(self, relation: Relation) -> Shape:
        expression = relation.expression
        for number in self._numbers.values():
            self._variables[f"f{number}"] = _FINEST.replace("{n}", str(number))
        self._variables["all"] = f"({', '.join(f'$f{number}' for number in self._numbers.values())})"
        self._variables["halves"] = _HALVES
        self._variables["computed"] = self._value(expression)
        self._variables["gap"] = self._linear(expression) or self._general(relation)
        self._variables["holds"] = "$gap le 0"
        self._variables["figures"] = _FIGURES
        parameters = tuple(dict.fromkeys(_parameters(expression)))
        units = {(term.unit, term.currency) for term in self._numbers}
        rounding = "2 * max($halves)" if len(units) == 1 else "2 * $halves[1]"
        return Shape(self._variables, tuple(self._conditions(expression)), parameters, rounding)

    def _linear(self, expression: Expression) -> str:
        """Where figures are only added and subtracted, half a unit of each is the tolerance."""
        parts = ((1, expression),) if isinstance(expression, Term) else getattr(expression, "parts", ())
        if not parts or not all(isinstance(part, Term) for _, part in parts):
            return ""
        return "abs($f0 - $computed) - sum($halves)"

    def _general(self, relation: Relation) -> str:
        """How far the target is from both ends; of a change against what was negative, its size is."""
        low, high = self._bounds(relation.expression)
        distance = f"max(({low} - $f0, $f0 - {high}))"
        if relation.relative_change:
            turned = f"if ({self._value(relation.relative_change.right)} lt 0) then max(({low} + $f0, - $f0 - {high}))"
            distance = f"min(({distance}, {turned} else ()))"
        return f"{distance} - $halves[1]"

    def _bounds(self, expression: Expression) -> tuple[str, str]:
        """Both ends of an expression's interval. Each product is a variable: all products of the ends of its sides."""
        match expression:
            case Term():
                number = self._numbers[expression]
                return f"($f{number} - $halves[{number + 1}])", f"($f{number} + $halves[{number + 1}])"
            case Sum(parts):
                lows, highs = [], []
                for sign, part in parts:
                    low, high = self._bounds(part)
                    lows.append(f"+ {low}" if sign > 0 else f"- {high}")
                    highs.append(f"+ {high}" if sign > 0 else f"- {low}")
                return f"({' '.join(lows).removeprefix('+ ')})", f"({' '.join(highs).removeprefix('+ ')})"
            case Product(operator, left, right):
                sides = [", ".join(dict.fromkeys(self._bounds(side))) for side in (left, right)]
                name = f"products{sum(known.startswith('products') for known in self._variables) + 1}"
                word = "*" if operator == "*" else "div"
                self._variables[name] = f"for $a in ({sides[0]}), $b in ({sides[1]}) return $a {word} $b"
                return f"min(${name})", f"max(${name})"
            case Number() | Parameter():
                text = self._value(expression)
                return text, text

    def _value(self, expression: Expression) -> str:
        match expression:
            case Term():
                return f"$f{self._numbers[expression]}"
            case Number(value):
                return str(value)
            case Parameter(name):
                return f"${self._prefix}:{name}"
            case Sum(parts):
                if any(isinstance(part, Term) and part.optional for _, part in parts):
                    return " - ".join(filter(None, (self._group(parts, 1), self._group(parts, -1))))
                words = " ".join(f"{'+' if sign > 0 else '-'} {self._value(part)}" for sign, part in parts)
                return f"({words.removeprefix('+ ')})"
            case Product(operator, left, right):
                return f"({self._value(left)} {'*' if operator == '*' else 'div'} {self._value(right)})"

    def _group(self, parts: Sequence[tuple[int, Expression]], sign: int) -> str:
        """The sum of what is there of the parts with one sign."""
        values = [self._value(part) for own, part in parts if own == sign]
        return f"sum(({', '.join(values)}))" if values or sign > 0 else ""

    def _conditions(self, expression: Expression) -> Iterator[str]:
        """A relation that divides by what may be zero is not evaluated."""
        for divisor in _divisors(expression):
            halves = [f"$halves[{number + 1}]" for term, number in self._numbers.items() if term in _terms(divisor)]
            if halves:
                yield f"abs({self._value(divisor)}) gt {' + '.join(halves)}"


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
