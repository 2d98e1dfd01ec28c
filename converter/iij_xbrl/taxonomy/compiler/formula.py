"""Relations as value assertions (Formula 1.0, Variables 1.0, Validation 1.0): what stands in the formula linkbase.

One assertion per relation, with a fact variable per term: `v0` is the target, the others follow in order. A variable is
bound to all places of a data point as one sequence, so that a relation is evaluated once a data point, however often a
release repeats its figures. Aspects that the relation leaves open match implicitly; what the brackets of a term say
becomes a filter that covers its aspect. What rounding forces is a warning, the rest an error.

Compiling an expression is what a processor is slowest at: assertions of one shape share their expressions, as general
variables (see `xpath`), and the test of each is just `$holds`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iij_xbrl.relations.language import Expression, Kind, Number, Parameter, Product, Relation, Severity, Sum, Term
from iij_xbrl.taxonomy.compiler.xpath import Shape
from iij_xbrl.taxonomy.source.language import Settings
from iij_xbrl.taxonomy.source.model import LANGUAGES, Axis, Concept, Model

FAMILIES: frozenset[Kind] = frozenset(("change", "share", "translation"))
"""Kinds of relations that every concept of some sort has; they share a message."""

FORMULA_SCHEMAS: Mapping[str, str] = {
    "http://xbrl.org/2008/generic": "http://www.xbrl.org/2008/generic-link.xsd",
    "http://xbrl.org/2008/variable": "http://www.xbrl.org/2008/variable.xsd",
    "http://xbrl.org/2008/label": "http://www.xbrl.org/2008/generic-label.xsd",
    "http://xbrl.org/2008/validation": "http://www.xbrl.org/2008/validation.xsd",
    "http://xbrl.org/2008/assertion/value": "http://www.xbrl.org/2008/value-assertion.xsd",
    "http://xbrl.org/2008/filter/concept": "http://www.xbrl.org/2008/concept-filter.xsd",
    "http://xbrl.org/2008/filter/dimension": "http://www.xbrl.org/2008/dimension-filter.xsd",
    "http://xbrl.org/2008/filter/period": "http://www.xbrl.org/2008/period-filter.xsd",
    "http://xbrl.org/2008/filter/unit": "http://www.xbrl.org/2008/unit-filter.xsd",
    "http://xbrl.org/2010/filter/aspect-cover": "http://www.xbrl.org/2010/aspect-cover-filter.xsd",
    "http://xbrl.org/2010/message": "http://www.xbrl.org/2010/generic-message.xsd",
    "http://xbrl.org/2022/assertion-severity": "http://www.xbrl.org/2022/assertion-severity.xsd",
}
"""The schemas of what formula linkbases hold, by namespace. An entry point imports them: a processor that adds it to a
report loads no schema that only a linkbase locates."""

_FAMILY_TITLES = {
    "change": {"en": "Changes", "ja": "増減"},
    "share": {"en": "Shares", "ja": "構成比"},
    "translation": {"en": "Convenience translation", "ja": "外貨換算"},
}
_TIMES = {
    "en": {"opening": "opening balance", "closing": "closing balance", "prior": "a year before", "release": ""},
    "ja": {"opening": "期首残高", "closing": "期末残高", "prior": "前年同期", "release": ""},
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a fact variable. `kind` is the template's name for it; `values` are what it takes."""

    kind: str
    values: tuple[str, ...]
    complement: bool = False

    @property
    def label(self) -> str:
        """A label that no other filter has."""
        return "-".join((self.kind, *self.values)).replace(":", "-")


@dataclass(frozen=True, slots=True)
class Assertion:
    """A value assertion.

    Attributes:
        precondition: the label of its precondition, if any.
        general: its general variables, name and label of the resource.
        variables: the filters of each fact variable.
        optional: which of the fact variables may be absent.
        severity: the label of its severity, or of the expression that gives it.
        family: what its message is shared with, where it has none of its own.
        set: the assertion set that it is in: the table that declares it, or its family.
    """

    id: str
    precondition: str
    general: tuple[tuple[str, str], ...]
    variables: tuple[tuple[Filter, ...], ...]
    optional: frozenset[int]
    parameters: tuple[str, ...]
    severity: str
    messages: Mapping[str, str]
    family: str
    set: str


@dataclass(frozen=True, slots=True)
class Formulas:
    """All that a formula linkbase holds: general variables (name, expression), preconditions, severities by label.

    `sets` are the titles of assertion sets by name, in each language.
    """

    assertions: tuple[Assertion, ...]
    filters: tuple[Filter, ...]
    general: Mapping[str, tuple[str, str]]
    preconditions: Mapping[str, str]
    severities: Mapping[str, str]
    sets: Mapping[str, Mapping[str, str]]
    ads_ratio: str

    @property
    def families(self) -> tuple[str, ...]:
        """The families that share a message."""
        return tuple(sorted({item.family for item in self.assertions if item.family}))


def is_sum_of_items(relation: Relation) -> bool:
    """Whether calculation arcs say this relation: then no assertion repeats it."""
    return relation.kind == "sum" and not relation.axes


def formulas_of(model: Model, *, is_own: bool) -> Formulas:
    """The assertions of relations that are no calculation arcs, in the order of the taxonomy.

    Args:
        model: the taxonomy.
        is_own: those of relations that somebody wrote, or else those that follow for every concept: changes, shares and
            translations. These are many and tell less, so that they are left to who asks for them.
    """
    compiler = _Compiler(model)
    wanted = (item for item in model.relations if (item.kind not in FAMILIES) == is_own and not is_sum_of_items(item))
    assertions = tuple(compiler.assertion(relation) for relation in wanted)
    filters = {found.label: found for item in assertions for variable in item.variables for found in variable}
    has_ratio = any("ads_ratio" in item.parameters for item in assertions)
    return Formulas(
        assertions,
        tuple(filters.values()),
        {label: named for named, label in compiler.general.items()},
        {label: text for text, label in compiler.preconditions.items()},
        {label: text for text, label in compiler.severities.items()},
        {item.set: compiler.title_of(item.set) for item in assertions},
        _ads_ratio(model) if has_ratio else "",
    )


def _ads_ratio(model: Model) -> str:
    """The ADS ratio as XPath: that of the day after the last period without dimensions, when publication is due.

    The ratios and their days are data, beside their concept in the schema (`ads_ratios_of`).
    """
    names = (f"QName('{model.namespace}', '{name}')" for name in (model.settings.entity.ads_ratio_concept, "ratios"))
    days = (
        "max(for $p in //xbrli:context[not(xbrli:scenario)]/xbrli:period/(xbrli:endDate | xbrli:instant) "
        "return xs:date(string($p)) + xs:dayTimeDuration('P1D'))"
    )
    ratios = f"tokenize(xfi:concept-custom-attribute({', '.join(names)}), ' ')"
    then = f"(for $ratio in {ratios} return if (xs:date(substring-before($ratio, '/')) le $day) then $ratio else ())[1]"
    return f"for $day in {days} return for $last in {then} return xs:decimal(substring-after($last, '/'))"


def ads_ratios_of(settings: Settings) -> str:
    """The ADS ratios as an attribute of their concept says them: `day/ratio`, the latest first."""
    ratios = sorted(settings.entity.ads_ratios, key=lambda item: item.start, reverse=True)
    return " ".join(f"{item.start}/{item.ratio}" for item in ratios)


class _Compiler:
    def __init__(self, model: Model) -> None:
        self._concepts: Mapping[str, Concept] = model.concepts
        self._axes: Mapping[str, Axis] = model.axes
        self._members = model.member_labels
        self._titles = {place.role: place.title for place in model.places}
        self._prefix = model.settings.prefix
        self.general: dict[tuple[str, str], str] = {}
        self.preconditions: dict[str, str] = {}
        self.severities: dict[str, str] = {}

    def assertion(self, relation: Relation) -> Assertion:
        """The assertion of a relation."""
        terms = list(dict.fromkeys(relation.terms))
        shape = Shape.of(relation, terms, self._prefix)
        conditions = " and ".join((*_alone(terms), *shape.conditions))
        is_one_of_many = relation.kind in FAMILIES
        return Assertion(
            id=f"{self._prefix}_{relation.id}",
            precondition=self._precondition(conditions),
            general=tuple((name, self._general(name, text)) for name, text in shape.variables.items()),
            variables=tuple(tuple(self._filters(relation, term, terms)) for term in terms),
            optional=frozenset(number for number, term in enumerate(terms) if term.optional),
            parameters=shape.parameters,
            severity=self._severity(relation.severity, shape.rounding),
            messages={} if is_one_of_many else {name: self._message(relation, name) for name in LANGUAGES},
            family=relation.kind if is_one_of_many else "",
            set=relation.kind if is_one_of_many else relation.place,
        )

    def title_of(self, name: str) -> Mapping[str, str]:
        """The title of an assertion set: that of its table, or what its family says."""
        return self._titles.get(name) or _FAMILY_TITLES[name]

    def _general(self, name: str, text: str) -> str:
        return self.general.setdefault((name, text), f"{name}{len(self.general) + 1}")

    def _precondition(self, text: str) -> str:
        return self.preconditions.setdefault(text, f"condition{len(self.preconditions) + 1}") if text else ""

    def _severity(self, declared: Severity, rounding: str) -> str:
        """An error where the gap is more than rounding forces, unless the relation only warns."""
        if declared == "warning":
            return declared
        text = f"if ($gap le {rounding}) then 'WARNING' else 'ERROR'"
        return self.severities.setdefault(text, f"severity{len(self.severities) + 1}")

    def _filters(self, relation: Relation, term: Term, terms: list[Term]) -> Iterator[Filter]:
        anchor = next(n for n, other in enumerate(terms) if not other.time and not other.optional)
        yield Filter("concept", (f"{self._prefix}:{term.concept}",))
        if term.time == "release":
            yield Filter("cover", ("period", "unit", "dimensions"))
            return
        yield from self._dimension_filters(relation, term)
        if term.time in ("opening", "closing"):
            yield Filter("boundary", (f"v{anchor}", "start" if term.time == "opening" else "end"))
        elif term.time == "prior":
            yield Filter("prior", (f"v{anchor}", self._concepts[term.concept].period))
        money = _money(terms)
        if term.currency is not None:
            yield Filter("currency", (term.currency,))
        elif money is not None and _takes_currency(term) and term.unit != terms[money].unit:
            yield Filter("same-currency", (f"v{money}",))
        elif money is None or term.unit != terms[money].unit:
            yield Filter("cover", ("unit",))

    def _dimension_filters(self, relation: Relation, term: Term) -> Iterator[Filter]:
        """A term without a member of an axis that the relation names has the default, or else no member at all."""
        members = dict(term.members)
        for axis in sorted(relation.axes):
            member = members.get(axis, self._axes[axis].default)
            if member is not None:
                yield Filter("member", (f"{self._prefix}:{axis}", f"{self._prefix}:{member}"))
            else:
                yield Filter("dimension", (f"{self._prefix}:{axis}",), complement=True)

    def _message(self, relation: Relation, language: str) -> str:
        """The place, and the relation in the labels of its concepts; the template adds the figures."""
        title = self._titles.get(relation.place, {}).get(language, "")
        target, expression = self._words(relation.target, language), self._words(relation.expression, language)
        text = f"{target} = {expression}".replace("{", "{{").replace("}", "}}")
        return f"{title}: {text}" if title else text

    def _words(self, expression: Expression, language: str) -> str:
        match expression:
            case Term():
                members = (self._members[member][language] for _, member in expression.members)
                said = (_TIMES[language].get(expression.time, ""), expression.currency or "", *members)
                inside = ", ".join(filter(None, said))
                return self._concepts[expression.concept].labels[language] + (f" [{inside}]" if inside else "")
            case Sum(parts):
                signs = (f"{'+' if sign > 0 else '-'} {self._words(part, language)}" for sign, part in parts)
                return f"({' '.join(signs).removeprefix('+ ')})"
            case Product(operator, left, right):
                return f"{self._words(left, language)} {operator} {self._words(right, language)}"
            case Number() | Parameter():
                return str(expression)


def _money(terms: list[Term]) -> int | None:
    """The first term that takes the currency of the frame, at best one of the period itself."""
    found = [n for n, term in enumerate(terms) if _takes_currency(term) and not term.optional]
    return min(found, key=lambda n: (bool(terms[n].time), n), default=None)


def _takes_currency(term: Term) -> bool:
    return "{currency}" in term.unit and term.currency is None


def _alone(terms: list[Term]) -> Iterator[str]:
    """The one figure of its kind in a release must be one: all its places are of one data point."""
    for number, term in enumerate(terms):
        if term.time == "release":
            yield f"count(distinct-values($v{number}/@contextRef)) eq 1"
