"""Relations as value assertions (Formula 1.0, Variables 1.0, Validation 1.0): what stands in the formula linkbase.

One assertion per relation, with a fact variable per term. Aspects that the relation leaves open match implicitly; what
the brackets of a term say becomes a filter that covers its aspect. Tests are exact: a figure of n decimals is an
interval of half a unit of its last digit to either side, made with decimals, not with floating point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iij_xbrl.relations.language import Expression, Number, Parameter, Product, Relation, Severity, Sum, Term
from iij_xbrl.taxonomy.model import Axis, Concept, Model

_ZEROS = "000000000000000"
_HALF = (
    f"xs:decimal(if ($d ge 0) then concat('0.', substring('{_ZEROS}', 1, $d), '5') "
    f"else concat('5', substring('{_ZEROS}', 1, -$d - 1)))"
)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a fact variable. `kind` is the template's name for it; `values` are what it takes."""

    kind: str
    values: tuple[str, ...]
    complement: bool = False

    @property
    def label(self) -> str:
        """A locator label that equal filters share."""
        words = "-".join((self.kind, *self.values))
        return "".join(char if char.isalnum() else "-" for char in words).strip("-")


@dataclass(frozen=True, slots=True)
class Variable:
    """A fact variable of an assertion."""

    name: str
    filters: tuple[Filter, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Assertion:
    """A value assertion with its unsatisfied messages by language."""

    id: str
    test: str
    precondition: str
    variables: tuple[Variable, ...]
    parameters: tuple[str, ...]
    severity: Severity
    messages: Mapping[str, str]


def is_sum_of_items(relation: Relation) -> bool:
    """Whether calculation arcs say this relation: then no assertion repeats it."""
    return relation.kind == "sum" and not relation.axes


def assertions_of(model: Model) -> tuple[Assertion, ...]:
    """The assertions of all relations that are no calculation arcs, in the order of the taxonomy."""
    return tuple(
        _Compiler(model, relation).assertion() for relation in model.relations if not is_sum_of_items(relation)
    )


def ads_ratio_select(model: Model) -> str:
    """The ADS ratio as XPath: that of the day after the last period without dimensions, when publication is due."""
    ratios = sorted(model.settings.entity.ads_ratios, key=lambda item: item.start, reverse=True)
    days = (
        "max(for $p in //xbrli:context[not(xbrli:scenario)]/xbrli:period/*[last()] "
        "return xs:date(string($p)) + xs:dayTimeDuration('P1D'))"
    )
    cases = "".join(f"if ($day ge xs:date('{item.start}')) then {item.ratio} else " for item in ratios)
    return f"for $day in {days} return {cases}()"


class _Compiler:
    def __init__(self, model: Model, relation: Relation) -> None:
        self._concepts: Mapping[str, Concept] = model.concepts
        self._axes: Mapping[str, Axis] = model.axes
        self._titles = {place.role: place.title for place in model.places}
        self._prefix = model.settings.prefix
        self._relation = relation
        self._names: dict[Term, str] = {}
        for term in relation.terms:
            self._names.setdefault(term, self._name(term))
        here = [term for term in self._names if not term.time]
        self._anchor = here[0]
        money = [term for term in here if "{currency}" in term.unit and term.currency is None]
        self._currency_anchor = money[0] if money else None

    def assertion(self) -> Assertion:
        """The assertion of the relation."""
        relation = self._relation
        return Assertion(
            id=f"{self._prefix}_{relation.id}",
            test=self._linear() or self._general(),
            precondition=" and ".join((*self._currencies(), *self._divisors())),
            variables=tuple(
                Variable(name, tuple(self._filters(term)), term.optional) for term, name in self._names.items()
            ),
            parameters=tuple(dict.fromkeys(_parameters(relation.expression))),
            severity=relation.severity,
            messages={language: self._message(language) for language in ("en", "ja")},
        )

    def _name(self, term: Term) -> str:
        words = (term.concept, term.time, term.currency or "", *(member for _, member in term.members))
        return ".".join(word for word in words if word)

    # -- filters

    def _filters(self, term: Term) -> Iterator[Filter]:
        yield Filter("concept", (f"{self._prefix}:{term.concept}",))
        if term.time == "release":
            yield Filter("cover", ("period", "unit", "dimensions"))
            return
        yield from self._dimension_filters(term)
        if term.time in ("opening", "closing"):
            yield Filter("boundary", (self._names[self._anchor], "start" if term.time == "opening" else "end"))
        elif term.time == "prior":
            yield Filter("prior", (self._names[self._anchor], self._concepts[term.concept].period))
        if term.currency is not None:
            yield Filter("currency", (term.currency,))
        elif self._currency_anchor is None or term.unit != self._currency_anchor.unit:
            yield Filter("cover", ("unit",))

    def _dimension_filters(self, term: Term) -> Iterator[Filter]:
        members = dict(term.members)
        for axis in sorted(self._relation.axes):
            qname = f"{self._prefix}:{axis}"
            default = self._axes[axis].default
            member = members.get(axis, default)
            if member is not None:
                yield Filter("member", (qname, f"{self._prefix}:{member}"))
            else:
                yield Filter("dimension", (qname,), complement=True)

    def _currencies(self) -> Iterator[str]:
        """Figures of other types than the first in a currency must be in the same currency."""
        anchor = self._currency_anchor
        if anchor is None:
            return
        for term, name in self._names.items():
            if "{currency}" in term.unit and term.currency is None and term.unit != anchor.unit:
                yield f"{_measure(name)} eq {_measure(self._names[anchor])}"

    # -- tests

    def _linear(self) -> str:
        """The test of a relation that only adds and subtracts figures."""
        expression = self._relation.expression
        parts = ((1, expression),) if isinstance(expression, Term) else getattr(expression, "parts", ())
        if not parts or not all(isinstance(part, Term) for _, part in parts):
            return ""
        target = self._names[self._relation.target]
        figures = ", ".join(f"${name}" for name in self._names.values())
        return f"abs(${target} - ({self._value(expression)})) le sum(for $f in ({figures}), {_DECIMALS} return {_HALF})"

    def _general(self) -> str:
        halves = ", ".join(
            f"$h{number} in (for $f in ${name}, {_DECIMALS} return {_HALF})"
            for number, name in enumerate(self._names.values())
        )
        target = self._names[self._relation.target]
        low, high = self._ends(self._relation.expression)
        return f"for {halves} return (${target} - $h0 le {high}) and ({low} le ${target} + $h0)"

    def _ends(self, expression: Expression) -> tuple[str, str]:
        match expression:
            case Term():
                name = self._names[expression]
                number = list(self._names).index(expression)
                return f"(${name} - $h{number})", f"(${name} + $h{number})"
            case Number(value):
                return f"{value}", f"{value}"
            case Parameter(name):
                return (f"${self._prefix}:{name}",) * 2
            case Sum(parts):
                lows, highs = [], []
                for sign, part in parts:
                    low, high = self._ends(part)
                    lows.append(f"+ {low}" if sign > 0 else f"- {high}")
                    highs.append(f"+ {high}" if sign > 0 else f"- {low}")
                return f"({' '.join(lows)[2:]})", f"({' '.join(highs)[2:]})"
            case Product(operator, left, right):
                word = "*" if operator == "*" else "div"
                ends = [f"{one} {word} {other}" for one in self._ends(left) for other in self._ends(right)]
                ends = list(dict.fromkeys(ends))
                return f"min(({', '.join(ends)}))", f"max(({', '.join(ends)}))"

    def _divisors(self) -> Iterator[str]:
        """A relation that divides by what may be zero is not evaluated."""
        for divisor in _divisors(self._relation.expression):
            terms = [term for term in self._names if term in _terms(divisor)]
            if not terms:
                continue
            text = self._value(divisor)
            figures = ", ".join(f"${self._names[term]}" for term in terms)
            yield f"abs({text}) gt sum(for $f in ({figures}), {_DECIMALS} return {_HALF})"

    # -- messages

    def _value(self, expression: Expression) -> str:
        """The expression between the figures themselves; what is absent counts as nothing."""
        match expression:
            case Term():
                name = self._names[expression]
                return f"sum((${name}, 0))" if expression.optional else f"${name}"
            case Number(value):
                return str(value)
            case Parameter(name):
                return f"${self._prefix}:{name}"
            case Sum(parts):
                words = [f"{'+' if sign > 0 else '-'} {self._value(part)}" for sign, part in parts]
                text = " ".join(words)
                return f"({text[2:] if parts[0][0] > 0 else text})"
            case Product(operator, left, right):
                return f"({self._value(left)} {'*' if operator == '*' else 'div'} {self._value(right)})"

    def _message(self, language: str) -> str:
        """The figures with their labels, what the target would have to be, and the place."""
        shown = [f"{self._label(term, language)} {{${name}}}" for term, name in self._names.items()]
        target, others = shown[0], "; ".join(shown[1:])
        value = f"{{{self._value(self._relation.expression)}}}"
        title = self._titles.get(self._relation.place)
        if language == "ja":
            place = f"（{title['ja']}）" if title else ""
            return f"{target} は {value} であるべきです{place}。{others}"
        place = f" ({title['en']})" if title else ""
        return f"{target} should be {value}{place}: {others}"

    def _label(self, term: Term, language: str) -> str:
        label = self._concepts[term.concept].labels[language]
        said = ", ".join((*filter(None, (term.time, term.currency)), *(member for _, member in term.members)))
        text = f"{label} [{said}]" if said else label
        return text.replace("{", "{{").replace("}", "}}")


_DECIMALS = "$d in xfi:decimals($f)"


def _measure(name: str) -> str:
    return f"xfi:measure-name(xfi:unit-numerator(xfi:unit(${name}))[1])"


def _parameters(expression: Expression) -> Iterator[str]:
    match expression:
        case Parameter(name):
            yield name
        case Sum(parts):
            for _, part in parts:
                yield from _parameters(part)
        case Product(_, left, right):
            yield from _parameters(left)
            yield from _parameters(right)
        case _:
            pass


def _divisors(expression: Expression) -> Iterator[Expression]:
    match expression:
        case Sum(parts):
            for _, part in parts:
                yield from _divisors(part)
        case Product(operator, left, right):
            yield from _divisors(left)
            yield from _divisors(right)
            if operator == "/":
                yield right
        case _:
            pass


def _terms(expression: Expression) -> frozenset[Term]:
    match expression:
        case Term():
            return frozenset((expression,))
        case Sum(parts):
            return frozenset().union(*(_terms(part) for _, part in parts))
        case Product(_, left, right):
            return _terms(left) | _terms(right)
        case _:
            return frozenset()
