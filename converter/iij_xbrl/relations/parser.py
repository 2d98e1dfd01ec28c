"""Reads relations: text to values. Mistakes say what is wrong and at which column, and what would be allowed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from iij_xbrl.relations.language import Expression, Number, Parameter, Product, Sum, Term, Time, terms_of

_TIMES: Mapping[str, Time] = {time: time for time in get_args(Time) if time}
_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<sign>[-+*/()=?\[\],]))")


class RelationError(ValueError):
    """A text that is no relation. `column` is the 0-based place of what is wrong; `name` an unknown name, if any."""

    def __init__(self, wrong: str, column: int, name: str = "", allowed: tuple[str, ...] = ()) -> None:
        super().__init__(wrong)
        self.column = column
        self.name = name
        self.allowed = allowed


class ConceptKind(NamedTuple):
    """What a relation needs to know of a concept: instant or duration, and its unit with `{currency}` left open."""

    period: Literal["instant", "duration"]
    unit: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that relations may use. `axes` gives the axis of each member; None: an axis is always written."""

    concepts: Mapping[str, ConceptKind]
    axes: Mapping[str, str] | None = None
    parameters: frozenset[str] = frozenset(("ads_ratio",))


def parse(text: str, vocabulary: Vocabulary) -> tuple[Term, Expression]:
    """Target and expression of a relation.

    Raises:
        RelationError: the text is no relation, names something unknown, or mixes what cannot be compared.
    """
    return _Parser(text, vocabulary).relation()


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


def _tokens(text: str) -> list[_Token]:
    found, position = [], 0
    text = text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            column = position + len(text[position:]) - len(text[position:].lstrip())
            raise RelationError(f"'{text[column]}' has no meaning here", column)
        found.append(_Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        position = match.end()
    found.append(_Token("end", "the end", len(text)))
    return found


_MOST_BRACKETS = 20


class _Parser:
    """Recursive descent; brackets of a term are read with it."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._tokens = _tokens(text)
        self._position = self._depth = 0
        self._vocabulary = vocabulary

    def relation(self) -> tuple[Term, Expression]:
        start = self._here
        target = self._factor()
        if not isinstance(target, Term):
            raise RelationError("a relation starts with one figure, its target", start.column)
        self._expect("=")
        expression = self._sum()
        if self._here.kind != "end":
            raise RelationError(f"'{self._here.text}' after a complete relation", self._here.column)
        self._check(target, expression)
        return target, expression

    @property
    def _here(self) -> _Token:
        return self._tokens[self._position]

    def _next(self) -> _Token:
        token = self._tokens[self._position]
        if token.kind != "end":
            self._position += 1
        return token

    def _take(self, *signs: str) -> str:
        here = self._tokens[self._position]
        if here.kind != "sign" or here.text not in signs:
            return ""
        self._position += 1
        return here.text

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise RelationError(f"expected '{sign}', found {self._here.text}", self._here.column)

    def _sum(self) -> Expression:
        sign = -1 if self._take("-") else 1
        parts = [(sign, self._product())]
        while operator := self._take("+", "-"):
            parts.append((1 if operator == "+" else -1, self._product()))
        return parts[0][1] if len(parts) == 1 and sign == 1 else Sum(tuple(parts))

    def _product(self) -> Expression:
        left = self._factor()
        while operator := self._take("*", "/"):
            column = self._here.column
            right = self._factor()
            if any(isinstance(side, Term) and side.optional for side in (left, right)):
                raise RelationError("only a summand may be absent ('?')", column)
            left = Product("*" if operator == "*" else "/", left, right)
        return left

    def _factor(self) -> Expression:
        token = self._next()
        if token.kind == "number":
            return Number(Decimal(token.text))
        if token.text == "(":
            return self._bracketed(token)
        if token.kind != "name":
            raise RelationError(f"expected a concept or a number, found {token.text}", token.column)
        if token.text[0].islower():
            if token.text not in self._vocabulary.parameters:
                allowed = tuple(sorted(self._vocabulary.parameters))
                raise RelationError(f"unknown parameter {token.text}", token.column, token.text, allowed)
            return Parameter(token.text)
        return self._term(token)

    def _bracketed(self, token: _Token) -> Expression:
        if self._depth == _MOST_BRACKETS:
            raise RelationError(f"more than {_MOST_BRACKETS} brackets in one another", token.column)
        self._depth += 1
        inner = self._sum()
        self._expect(")")
        self._depth -= 1
        return inner

    def _term(self, token: _Token) -> Term:
        kind = self._vocabulary.concepts.get(token.text)
        if kind is None:
            known = tuple(self._vocabulary.concepts)
            raise RelationError(f"unknown concept {token.text}", token.column, token.text, known)
        time: Time = ""
        currency: str | None = None
        members: dict[str, str] = {}
        if self._take("["):
            while True:
                word = self._next()
                if word.text in _TIMES:
                    time = _time(word, kind, token.text)
                elif re.fullmatch("[A-Z]{3}", word.text):
                    currency = _currency(word, kind, token.text)
                else:
                    axis, member = self._member(word)
                    members[axis] = member
                if not self._take(","):
                    break
            self._expect("]")
        return Term(token.text, time, tuple(sorted(members.items())), currency, bool(self._take("?")), kind.unit)

    def _member(self, word: _Token) -> tuple[str, str]:
        axes = self._vocabulary.axes
        axis, member = "", word
        if self._take("="):
            axis, member = word.text, self._next()
        if axes is None:
            return axis, member.text
        if member.text not in axes:
            allowed = (*axes, *sorted(_TIMES))
            raise RelationError(f"unknown member {member.text}", member.column, member.text, allowed)
        if axis not in ("", axes[member.text]):
            wrong = f"{member.text} is no member of {axis}"
            raise RelationError(wrong, word.column, axis, (axes[member.text],))
        return axes[member.text], member.text

    def _check(self, target: Term, expression: Expression) -> None:
        terms = (target, *terms_of(expression))
        if len(terms) == 1:
            raise RelationError("nothing to compare the target with", 0)
        if target.optional:
            raise RelationError("the target cannot be absent ('?')", 0)
        if target in terms[1:]:
            raise RelationError(f"{target} is on both sides", 0)
        kinds = [self._vocabulary.concepts[term.concept].period for term in terms if term.time in ("", "prior")]
        if not any(not term.time and not term.optional for term in terms):
            wrong = "no figure of the period itself: one must stand without opening, closing, prior and without '?'"
            raise RelationError(wrong, 0)
        ends = any(term.time in ("opening", "closing") for term in terms)
        if len(set(kinds)) > 1 or (ends and "instant" in kinds):
            instants = sorted({term.concept for term in terms if self._is_loose(term)})
            raise RelationError(f"say [opening] or [closing] of {', '.join(instants)} beside figures of a period", 0)

    def _is_loose(self, term: Term) -> bool:
        return term.time in ("", "prior") and self._vocabulary.concepts[term.concept].period == "instant"


def _time(word: _Token, kind: ConceptKind, concept: str) -> Time:
    time = _TIMES[word.text]
    if time in ("opening", "closing") and kind.period == "duration":
        raise RelationError(f"{concept} is a duration and cannot be {time}", word.column)
    return time


def _currency(word: _Token, kind: ConceptKind, concept: str) -> str:
    if "{currency}" not in kind.unit:
        raise RelationError(f"{concept} is in {kind.unit}, not in a currency", word.column)
    return word.text
