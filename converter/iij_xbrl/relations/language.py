"""The language of relations: one equation in one line, as a person from finance would write it.

    OperatingIncome = Revenues - CostsAndExpenses
    BasicNetIncomePerShare = NetIncomeAttributableToParent / BasicWeightedAverageShares
    TotalEquity[closing] = TotalEquity[opening] + NetIncome? + DividendsPaid?
    Revenues = Revenues[SegmentAxis=RetailMember] + Revenues[SegmentAxis=OtherMember]
    RevenuesChangePercent[YearOnYearMember] = Revenues / Revenues[prior] - 1
    Revenues[USD] = Revenues[JPY] / ExchangeRate[release]

All figures of a relation are of one period, currency and set of dimensions, save for what brackets say: `opening` and
`closing` are the balances at the two ends of the period, `prior` is the same period a year before, `release` is the one
figure of its kind in the whole release, `USD` another currency, a member another member of its axis (and no member of
that axis where none is named). A summand with `?` counts as absent where it is not printed. A name in lower case is a
parameter, a number that the issuer's data states (`ads_ratio`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Time = Literal["", "opening", "closing", "prior", "release"]
Kind = Literal["sum", "equation", "change", "share", "translation"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Term:
    """A figure of a relation: a concept, and what its brackets say. `unit` holds `{currency}` where it takes one."""

    concept: str
    time: Time
    members: tuple[tuple[str, str], ...]
    currency: str | None
    optional: bool
    unit: str

    def __str__(self) -> str:
        words = [self.time, self.currency or "", *(f"{axis}={member}" for axis, member in self.members)]
        inside = ", ".join(word for word in words if word)
        return f"{self.concept}{f'[{inside}]' if inside else ''}{'?' if self.optional else ''}"


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: Decimal

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that is no figure of the release."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that are added (1) or subtracted (-1)."""

    parts: tuple[tuple[int, Expression], ...]

    def __str__(self) -> str:
        (sign, first), *rest = self.parts
        start = f"{'' if sign > 0 else '-'}{_factor(first, Sum)}"
        return start + "".join(f" {'+' if sign > 0 else '-'} {_factor(part, Sum)}" for sign, part in rest)


@dataclass(frozen=True, slots=True)
class Product:
    """`left * right` or `left / right`."""

    operator: Literal["*", "/"]
    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_factor(self.left, Sum)} {self.operator} {_factor(self.right, Sum, Product)}"


Expression = Term | Number | Parameter | Sum | Product


def _factor(part: Expression, *bracketed: type) -> str:
    return f"({part})" if isinstance(part, bracketed) else str(part)


@dataclass(frozen=True, slots=True)
class Relation:
    """`target = expression`. `place` is the role of the table beside whose lines it is declared, if any.

    Attributes:
        terms: the target, then the other terms in order.
        axes: the axes that the relation names; on these a term has the members that it says and no others.
        takes_currency: whether the relation holds once for each currency.
        parameters: the names of the parameters in its expression, in order.
    """

    id: str
    kind: Kind
    place: str
    severity: Severity
    target: Term
    expression: Expression

    terms: tuple[Term, ...] = field(init=False, repr=False, compare=False)
    axes: frozenset[str] = field(init=False, repr=False, compare=False)
    takes_currency: bool = field(init=False, repr=False, compare=False)
    parameters: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        terms = (self.target, *terms_of(self.expression))
        known = {
            "terms": terms,
            "axes": frozenset(axis for term in terms for axis, _ in term.members),
            "takes_currency": any("{currency}" in term.unit and term.currency is None for term in terms),
            "parameters": tuple(item.name for item in _leaves(self.expression) if isinstance(item, Parameter)),
        }
        for name, value in known.items():
            object.__setattr__(self, name, value)

    @property
    def relative_change(self) -> Product | None:
        """The quotient of a relative change, `now / before - 1`; None of other relations."""
        match self.expression:
            case Sum(((1, Product("/") as quotient), (-1, Number(value)))) if value == 1:
                return quotient
        return None

    @property
    def is_binding(self) -> bool:
        """Whether figures that break it cannot all be right: all but equations that the taxonomy calls suspicious only.

        What a change, a share or a translation is, is arithmetic as much as a sum.
        """
        return self.kind != "equation" or self.severity == "error"

    def __str__(self) -> str:
        return f"{self.target} = {self.expression}"


def terms_of(expression: Expression) -> Iterator[Term]:
    """The terms of an expression in order, as often as they occur."""
    return (item for item in _leaves(expression) if isinstance(item, Term))


def _leaves(expression: Expression) -> Iterator[Term | Number | Parameter]:
    """What an expression is made of, in order, as often as it occurs."""
    match expression:
        case Sum(parts):
            for _, part in parts:
                yield from _leaves(part)
        case Product(_, left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case _:
            yield expression
