"""Lists and sentences that tell results, and the traps that are set in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from drawn.figures import Figure
from drawn.page import Heading, Prose, Text
from drawn.world import PHRASES, World

Trap = Callable[[World, Prose], None]


def _concepts(world: World) -> list[str]:
    """A few that sentences tell without parentheses: those of which there was some in every year."""
    spans = (world.now, world.now.before(), world.now.within(world.now.first + world.now.quarters - 1, 1))
    known = [concept for concept in PHRASES if min(world.amount(concept, span) for span in spans) > 0]
    return world.draw.sample(known, min(len(known), world.draw.randint(2, 3)))


def items(world: World) -> Prose:
    """A list of amounts."""
    drawn = [(concept, world.yen(concept, world.now)) for concept in _concepts(world)]
    texts = [Text(f"{_capital(PHRASES[concept])}: JPY{figure.text} million", "item") for concept, figure in drawn]
    return Prose([Heading(3, _title(world))], texts, [figure for _, figure in drawn])


def sentences(world: World) -> Prose:
    """A paragraph of statements."""
    drawn = [(concept, world.yen(concept, world.now)) for concept in _concepts(world)]
    text = " ".join(_statement(concept, figure) for concept, figure in drawn)
    return Prose([Heading(3, _title(world))], [Text(text)], [figure for _, figure in drawn])


def _title(world: World) -> str:
    return world.draw.choice((f"{world.now.name} Results", f"Highlights of {world.now.name}"))


def _statement(concept: str, figure: Figure, lead: str = "", rest: str = "") -> str:
    phrase = PHRASES[concept]
    verb = "were" if phrase.endswith("s") else "was"
    words = f"{lead}{phrase} {verb} JPY{figure.text} million{rest}."
    return _capital(words)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _each(world: World, prose: Prose, how: str, phrase: str) -> None:
    """Say words within each of the texts: in front of the amount, or behind it."""
    texts = []
    for text in prose.texts:
        front, colon, amount = text.text.partition(": ")
        if colon and text.style == "item":
            texts.append(Text(how.format(front=front, amount=amount, other=phrase), "item"))
        else:
            texts.append(text)
    prose.texts = texts


# ---- lists


def _heading_over(world: World, prose: Prose) -> None:
    words = world.other()
    prose.above = [prose.above[0], world.draw.choice((Heading(4, words), Text(words, "bold"), Text(f"{words}:")))]
    prose.close()


def _title_of_other(world: World, prose: Prose) -> None:
    words = world.draw.choice(("{0} ({1})", "{0}: {1}", "{1} {0}", "{0} - {1}"))
    (title, *_) = prose.above
    assert isinstance(title, Heading)
    prose.above = [Heading(3, words.format(title.text, world.other()))]
    prose.close()


def _section_of_company(world: World, prose: Prose) -> None:
    prose.above = [Heading(2, world.draw.choice(world.language.companies)), *prose.above]
    prose.close()


def _items_of_other(world: World, prose: Prose) -> None:
    how = ("{front} ({other}): {amount}", "{front} - {other}: {amount}", "{front}: {amount} ({other})",
           "{other} {front}: {amount}", "{front}, {other}: {amount}")  # fmt: skip
    _each(world, prose, world.draw.choice(how), world.other())
    prose.close()


def _damaged_items(world: World, prose: Prose) -> None:
    prose.texts = [
        Text(
            text.text.replace(" million", world.draw.choice(("E million", "x million", " mn?", " million shares"))),
            "item",
        )
        for text in prose.texts
    ]
    prose.close()


def _other_currency(world: World, prose: Prose) -> None:
    sign, currency = world.draw.choice((("EUR", "EUR"), ("GBP", "GBP"), ("€", "EUR"), ("£", "GBP")))
    prose.texts = [Text(text.text.replace("JPY", sign), "item") for text in prose.texts]
    for figure in prose.figures:
        figure.said = tuple(replace(said, unit=f"iso4217:{currency}") for said in figure.said)


# ---- sentences


def _rewrite(world: World, prose: Prose, lead: str = "", rest: str = "", *, first: str = "") -> None:
    drawn = [(concept, world.yen(concept, world.now)) for concept in _concepts(world)]
    text = " ".join(_statement(concept, figure, lead, rest) for concept, figure in drawn)
    prose.texts = [Text(f"{first}{text}")]
    prose.figures = [figure for _, figure in drawn]


def _run_in(world: World, prose: Prose) -> None:
    _rewrite(world, prose, first=world.draw.choice(("{}. ", "{}: ", "{} - ")).format(world.other()))
    prose.close()


def _subject_of_other(world: World, prose: Prose) -> None:
    words = world.other()
    how = (
        f"{words} ",
        f"on a {world.language.inside(words)} basis, ",
        f"for {world.language.inside(words)}, ",
        f"at {words}, ",
        f"the {world.language.inside(words)} ",
    )
    _rewrite(world, prose, world.draw.choice(how))
    prose.close()


def _behind_amount(world: World, prose: Prose) -> None:
    words = world.language.inside(world.other())
    how = (f" for {words}", f" ({words})", f" in {words}", f" excluding {words}", f" on a {words} basis")
    beside = f", {world.language.inside(world.draw.choice(world.language.bases))}"
    _rewrite(world, prose, rest=world.draw.choice((*how, beside)))
    prose.close()


def _other_time(world: World, prose: Prose) -> None:
    """A time that the sentence says."""
    year = world.now.end.year
    times = (
        f"in the month of May {year}, ", f"in the twelve months to June {year}, ", "over the past eighteen months, ",
        f"in calendar {year}, ", "per month, ", "on average, ", "in the week after, ", "since 1992, ",
    )  # fmt: skip
    _rewrite(world, prose, world.draw.choice(times))
    prose.close()


def _year_ago(world: World, prose: Prose) -> None:
    """What was a year ago, said of the same lines."""
    drawn = [(concept, world.yen(concept, world.now.before())) for concept in _concepts(world)]
    lead = world.draw.choice(
        ("a year ago, ", f"in {world.now.before().name}, ", "in the same period of the previous year, ")
    )
    prose.texts = [Text(" ".join(_statement(concept, figure, lead) for concept, figure in drawn))]
    prose.figures = [figure for _, figure in drawn]


def _quarter(world: World, prose: Prose) -> None:
    """What was in the last quarter."""
    span = world.now.within(world.now.first + world.now.quarters - 1, 1)
    drawn = [(concept, world.yen(concept, span)) for concept in _concepts(world)]
    prose.texts = [Text(" ".join(_statement(concept, figure, f"in {span.name}, ") for concept, figure in drawn))]
    prose.figures = [figure for _, figure in drawn]


def _said_by_others(world: World, prose: Prose) -> None:
    who = (
        "Analysts said that ",
        "The newspaper wrote that ",
        "Our plan was that ",
        "If the merger closes, ",
        "It was rumored that ",
    )
    _rewrite(world, prose, world.draw.choice(who))
    prose.close()


def _denied(world: World, prose: Prose) -> None:
    _rewrite(
        world,
        prose,
        rest=world.draw.choice(
            (", which is wrong", ", as was wrongly stated", ", subject to audit changes", " less than planned")
        ),
    )
    prose.close()


def _sentence_before(world: World, prose: Prose) -> None:
    words = world.language.inside(world.other())
    first = (
        "The following is about {}. ",
        "This section describes {}. ",
        "We now turn to {}. ",
        "Here are figures of {}. ",
        "{} is described here. ",
    )
    _rewrite(world, prose, first=_capital(world.draw.choice(first).format(words)))
    prose.close()


def named(*traps: Trap) -> Mapping[str, Trap]:
    """Traps by what they are called."""
    return {trap.__name__.strip("_").replace("_", " "): trap for trap in traps}


OF_LISTS = named(_heading_over, _title_of_other, _section_of_company, _items_of_other, _damaged_items, _other_currency)
OF_SENTENCES = named(
    *(_heading_over, _title_of_other, _section_of_company, _run_in, _subject_of_other, _behind_amount, _other_time),
    *(_year_ago, _quarter, _said_by_others, _denied, _sentence_before),
)
