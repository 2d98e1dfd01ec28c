"""Sentences with a second figure: of another time, a change, a forecast."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.figures import FORECAST, Figure
from drawn.page import Prose, Text
from drawn.prose import Trap, named
from drawn.world import PHRASES, World

_BASES = (
    *("compared with the plan", "over two years", "from the budget", "on a like-for-like basis", "for hi-ho"),
    *("per year since 2005", "at constant exchange rates", "on the consensus", "QoQ annualized"),
)


def _known(world: World) -> str:
    return world.draw.choice(_of_both(world))


def _of_both(world: World) -> list[str]:
    """What there was some of in both years."""
    spans = (world.now, world.now.before())
    return [item for item in PHRASES if min(world.amount(item, span) for span in spans) > 0]


def _set(prose: Prose, text: str, *figures: Figure) -> None:
    prose.texts = [Text(text[0].upper() + text[1:])]
    prose.figures = list(figures)


def _two_years(world: World, prose: Prose) -> None:
    concept = _known(world)
    figures = world.yen(concept, world.now), world.yen(concept, world.now.before())
    now, then = (f"JPY{figure.text} million" for figure in figures)
    what, when, before = PHRASES[concept], world.now.name, world.now.before().name
    how = (
        f"{what} grew from {then} in {before} to {now} in {when}.",
        f"{what} came to {now} ({before}: {then}).",
        f"{what} was {now}, compared to {then} in {before}.",
        f"{what} was {now} against {then} a year ago.",
        f"{what} reached {now}, from {then}.",
        f"in {before} {what} was {then}, and in {when} {now}.",
        f"{what} was {now} and {then} in {when} and {before}, respectively.",
    )
    _set(prose, world.draw.choice(how), *figures)


def _with_change(world: World, prose: Prose) -> None:
    concept = _known(world)
    now, change = world.yen(concept, world.now), world.change(concept, world.now)
    is_down = change.text.startswith("(")
    change.text = change.text.strip("()")
    word = "down" if is_down else "up"
    verb = "decreased" if is_down else "increased"
    how = (
        f"{PHRASES[concept]} was JPY{now.text} million, {word} {change.text}% YoY.",
        f"{PHRASES[concept]} was JPY{now.text} million ({word} {change.text}% YoY).",
        f"{PHRASES[concept]} {verb} by {change.text}% YoY to JPY{now.text} million.",
        f"{PHRASES[concept]} {verb} {change.text}% year on year and reached JPY{now.text} million.",
    )
    _set(prose, world.draw.choice(how), now, change)


def _with_other_change(world: World, prose: Prose) -> None:
    concept = _known(world)
    now, change = world.yen(concept, world.now), world.percentage()
    text = f"{PHRASES[concept]} was JPY{now.text} million, up {change.text}% {world.draw.choice(_BASES)}."
    _set(prose, text, now, change)


def _part_of(world: World, prose: Prose) -> None:
    concept = _known(world)
    now, part = world.yen(concept, world.now), world.strange(concept)
    words = world.other()
    how = (
        f"{PHRASES[concept]} was JPY{now.text} million, of which JPY{part.text} million was from {words}.",
        f"{PHRASES[concept]} was JPY{now.text} million, including JPY{part.text} million of {words}.",
        f"{PHRASES[concept]} was JPY{now.text} million; {words} contributed JPY{part.text} million.",
        f"excluding {words}, {PHRASES[concept]} was JPY{part.text} million; with it, JPY{now.text} million.",
        f"{words} {PHRASES[concept]} was JPY{part.text} million. It rose by JPY{now.text} million.",
    )
    text = world.draw.choice(how)
    if not text.startswith(PHRASES[concept]):
        now.close()
    _set(prose, text, now, part)


def _expected(world: World, prose: Prose) -> None:
    concept = _known(world)
    year = world.now.within(0, 4)
    figure = world.yen(concept, year, dimensions=FORECAST)
    how = (
        f"we expect {PHRASES[concept]} of JPY{figure.text} million for {year.name}.",
        f"for {year.name}, {PHRASES[concept]} is expected to be JPY{figure.text} million.",
        f"our target for {year.name} {PHRASES[concept]} is JPY{figure.text} million.",
        f"{PHRASES[concept]} may reach JPY{figure.text} million in {year.name}.",
        f"{PHRASES[concept]} would have been JPY{figure.text} million.",
    )
    _set(prose, world.draw.choice(how), figure)


def _times_apart(world: World, prose: Prose) -> None:
    """A time that holds for one statement of two."""
    if len(_of_both(world)) == 1:
        return
    concepts = world.draw.sample(_of_both(world), 2)
    figures = world.yen(concepts[0], world.now.before()), world.yen(concepts[1], world.now)
    then, now = (f"JPY{figure.text} million" for figure in figures)
    (first, second), when, before = (PHRASES[item] for item in concepts), world.now.name, world.now.before().name
    how = (
        f"in {before}, {first} was {then}. In {when}, {second} was {now}.",
        f"{first} was {then} in {before}. {second[0].upper()}{second[1:]} was {now} in {when}.",
        f"{first} for {before} was {then}, and {second} for {when} was {now}.",
    )
    _set(prose, world.draw.choice(how), *figures)


COMPARISONS: Mapping[str, Trap] = named(
    *(_two_years, _with_change, _with_other_change, _part_of, _expected, _times_apart),
)
"""Sentences with more figures than one."""
