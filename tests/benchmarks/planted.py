"""Errors planted in a report, one at a time: what a slip of the hand does to printed figures."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from iij_xbrl.facts import Occurrence

Wrong = dict[int, Occurrence]
"""The wrong occurrences of one error, by the position of the right one."""


def _scaled(occurrence: Occurrence, digits: str) -> Occurrence:
    """The occurrence with other digits, as many as before."""
    unit = Decimal(1).scaleb(-occurrence.decimals)
    value = Decimal(int(digits)) * unit
    return _with(occurrence, value if occurrence.value >= 0 else -value)


def _with(occurrence: Occurrence, value: Decimal) -> Occurrence:
    same = occurrence.printed == occurrence.value
    return replace(occurrence, value=value, printed=value if same else -value)


def _digits(occurrence: Occurrence) -> str:
    return str(int(abs(occurrence.value) / Decimal(1).scaleb(-occurrence.decimals)))


def one_digit(occurrence: Occurrence, rng: random.Random) -> Occurrence | None:
    digits = _digits(occurrence)
    at = rng.randrange(len(digits))
    other = rng.choice([digit for digit in "0123456789" if digit != digits[at] and (at or digit != "0")])
    return _scaled(occurrence, digits[:at] + other + digits[at + 1 :])


def transposed(occurrence: Occurrence, rng: random.Random) -> Occurrence | None:
    digits = _digits(occurrence)
    places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and (at or digits[1] != "0")]
    if not places:
        return None
    at = rng.choice(places)
    return _scaled(occurrence, digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def sign_dropped(occurrence: Occurrence, rng: random.Random) -> Occurrence | None:
    return _with(occurrence, -occurrence.value) if occurrence.printed < 0 else None


def thousand_fold(occurrence: Occurrence, rng: random.Random) -> Occurrence | None:
    return _with(occurrence, occurrence.value * 1000)


SLIPS: dict[str, Callable[[Occurrence, random.Random], Occurrence | None]] = {
    "one digit": one_digit,
    "digits transposed": transposed,
    "sign dropped": sign_dropped,
    "thousand-fold": thousand_fold,
}
MOVES = ("cells swapped", "column shifted")
KINDS = (*SLIPS, *MOVES)


def plant(
    occurrences: Sequence[Occurrence], where: Callable[[Occurrence], bool], kind: str, seed: int
) -> Iterator[tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]]:
    """Each fitting place in turn with an error in it: the wrong occurrences, and all occurrences with them."""
    rng = random.Random(seed)
    errors = _moves(occurrences, where, kind) if kind in MOVES else _slips(occurrences, where, SLIPS[kind], rng)
    for wrong in errors:
        yield tuple(wrong.values()), tuple(wrong.get(at, item) for at, item in enumerate(occurrences))


def _slips(
    occurrences: Sequence[Occurrence],
    where: Callable[[Occurrence], bool],
    slip: Callable[[Occurrence, random.Random], Occurrence | None],
    rng: random.Random,
) -> Iterator[Wrong]:
    for at, occurrence in enumerate(occurrences):
        if where(occurrence) and occurrence.value:
            wrong = slip(occurrence, rng)
            if wrong is not None:
                yield {at: wrong}


def _moves(occurrences: Sequence[Occurrence], where: Callable[[Occurrence], bool], kind: str) -> Iterator[Wrong]:
    """Figures that take each other's places: two, one above the other; or all of a row, each one column on."""
    lines: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, item in enumerate(occurrences):
        if where(item):
            column = (item.section, item.place, item.point.period, item.point.dimensions)
            lines[(item.span.origin.line,) if kind == "column shifted" else column].append(at)
    for places in lines.values():
        if kind == "column shifted":
            yield from _moved(occurrences, places, [*places[-1:], *places[:-1]])
        else:
            for one, other in pairwise(places):
                yield from _moved(occurrences, [one, other], [other, one])


def _moved(occurrences: Sequence[Occurrence], places: Sequence[int], figures: Sequence[int]) -> Iterator[Wrong]:
    pairs = [(place, occurrences[place], occurrences[figure]) for place, figure in zip(places, figures, strict=True)]
    wrong = {
        place: _with(item, other.printed if item.printed == item.value else -other.printed)
        for place, item, other in pairs
        if other.printed != item.printed
    }
    if wrong:
        yield wrong
