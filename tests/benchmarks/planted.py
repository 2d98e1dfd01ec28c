"""Errors planted in a report, one at a time: what a slip of the hand does to a printed figure."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from iij_xbrl.facts import Occurrence


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


KINDS: dict[str, Callable[[Occurrence, random.Random], Occurrence | None]] = {
    "one digit": one_digit,
    "digits transposed": transposed,
    "sign dropped": sign_dropped,
    "thousand-fold": thousand_fold,
}


def plant(
    occurrences: Sequence[Occurrence], where: Callable[[Occurrence], bool], kind: str, seed: int
) -> Iterator[tuple[Occurrence, tuple[Occurrence, ...]]]:
    """Each fitting occurrence in turn with an error in it: the wrong occurrence, and all occurrences with it."""
    rng = random.Random(seed)
    for at, occurrence in enumerate(occurrences):
        if not where(occurrence) or not occurrence.value:
            continue
        wrong = KINDS[kind](occurrence, rng)
        if wrong is not None:
            yield wrong, (*occurrences[:at], wrong, *occurrences[at + 1 :])
