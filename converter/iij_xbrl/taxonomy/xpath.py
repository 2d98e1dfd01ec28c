"""The arithmetic of relations as XPath 2.0, exact: a figure of n decimals is an interval of half a unit to either side.

Half a unit is made from text, since XPath has no power operator, and as `xs:decimal`, since floating point would round.
Expressions build on each other by name, so that a processor compiles each only once: `$all` are the figures of a
relation, `$halves` half a unit of each, `$computed` what the target should be, `$holds` whether it is.
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
_FIGURES = (
    "concat(string($v0), ' <> ', string($computed), ' (', "
    "string-join(for $f in subsequence($all, 2) return string($f), ', '), '; ', string($v0/@contextRef), ')')"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """The expressions of a relation, with `$v0`, `$v1` ... for its figures.

    Attributes:
        variables: expressions by name, those that others build on first; `all` and `halves` are sequences.
        conditions: what must be true for the relation to be evaluated.
        parameters: names of parameters that the expressions use.
    """

    variables: Mapping[str, str]
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
        low, high = ("", "") if is_linear else self._ends(expression)
        variables = {
            "all": f"({', '.join(f'$v{number}' for number in self._numbers.values())})",
            "halves": _HALVES,
            "computed": self._value(expression),
            "holds": "abs($v0 - $computed) le sum($halves)"
            if is_linear
            else f"($v0 - $halves[1] le {high}) and ({low} le $v0 + $halves[1])",
            "figures": _FIGURES,
        }
        parameters = tuple(dict.fromkeys(_parameters(expression)))
        return Shape(variables, tuple(self._conditions(expression)), parameters)

    def _ends(self, expression: Expression) -> tuple[str, str]:
        match expression:
            case Term():
                number = self._numbers[expression]
                return f"($v{number} - $halves[{number + 1}])", f"($v{number} + $halves[{number + 1}])"
            case Sum(parts):
                lows, highs = [], []
                for sign, part in parts:
                    low, high = self._ends(part)
                    lows.append(f"+ {low}" if sign > 0 else f"- {high}")
                    highs.append(f"+ {high}" if sign > 0 else f"- {low}")
                return f"({' '.join(lows).removeprefix('+ ')})", f"({' '.join(highs).removeprefix('+ ')})"
            case Product(operator, left, right):
                word = "*" if operator == "*" else "div"
                ends = dict.fromkeys(f"{one} {word} {other}" for one in self._ends(left) for other in self._ends(right))
                return f"min(({', '.join(ends)}))", f"max(({', '.join(ends)}))"
            case Number() | Parameter():
                text = self._value(expression)
                return text, text

    def _value(self, expression: Expression) -> str:
        match expression:
            case Term():
                return f"$v{self._numbers[expression]}"
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
