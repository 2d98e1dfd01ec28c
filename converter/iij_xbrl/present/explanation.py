"""How an explained figure looks in the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from iij_xbrl.explain import PRINTED_AS, Explanation
from iij_xbrl.facts import Leftover, Occurrence, Undetermined
from iij_xbrl.languages import language_of
from iij_xbrl.map.prose.claim_sources import OF_FIGURE, OF_SECTION, OF_SENTENCE, OR, PHRASE_OF
from iij_xbrl.messages.words import ENGLISH, Words
from iij_xbrl.present.finding_words import IN_ENGLISH, in_words
from iij_xbrl.present.relations import number
from iij_xbrl.present.terminal import console
from iij_xbrl.read.origins import place_in
from iij_xbrl.reasons.render import sentence
from iij_xbrl.relations import Evaluation
from iij_xbrl.taxonomy.index import Taxonomy

_NAME = re.compile(r"\b[A-Z][A-Za-z0-9]+")  # of a concept in a relation


def show_explanations(
    found: Sequence[Explanation], release: Path, taxonomy: Taxonomy, words: Words = IN_ENGLISH
) -> None:
    """Each explanation: the row with the figure marked, the fact, its sources, its other places."""
    out = console()
    for explanation in found:
        item = explanation.item
        out.print(f"[dim]{escape(place_in(release, item.span.origin))}[/dim]")
        quoted = Text(explanation.quoted.line.plain)
        quoted.stylize("reverse", explanation.quoted.start, explanation.quoted.end)
        out.print(quoted)
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        why = ((name, _source(name, value, taxonomy, words)) for name, value in explanation.why)
        for name, value in [*_fact(explanation, taxonomy, words), *why]:
            table.add_row(words(name), escape(value))
        out.print(table)
        _show_relations(out, explanation.relations, words)
        for other in explanation.others:
            place = place_in(release, other.span.origin)
            out.print(f"  {words('also')} {escape(place)}  {escape(other.text)}  {escape(other.label)}")
        _show_findings(out, explanation, words)
        out.print()


def _show_findings(out: Console, explanation: Explanation, words: Words) -> None:
    """The contradictions that a figure takes part in, and what was decided on it."""
    for item in explanation.findings:
        decided = f"  [dim]{words(item.entry.decision)}: {escape(item.entry.because)}[/dim]" if item.entry else ""
        finding = item.finding
        told = escape(in_words(finding, words))
        out.print(f"  [bold red]{words(finding.severity)}[/bold red]  {finding.code}  {told}{decided}")
    if explanation.correction:
        out.print(f"  {words('by the errata')}  {escape(explanation.correction.told(words))}")


def _show_relations(out: Console, relations: Sequence[Evaluation], words: Words) -> None:
    """Each relation in a line: whether it holds, and by how much it does not."""
    for found in relations:
        closed = found.state == "closed"
        state = f"[green]{words('holds')}[/green]" if closed else f"[bold red]{words('open ')}[/bold red]"
        gap = "" if closed else f"  [dim]{words('off by {gap}', gap=number(found.difference))}[/dim]"
        told = _NAME.sub(lambda match: words.concept(match.group()), str(found.relation))
        out.print(f"  {state}  {escape(told)}{gap}")


def _source(name: str, value: str, taxonomy: Taxonomy, words: Words) -> str:
    """What gave a part of the fact: kinds of columns, signs and lines in words, a place by its title."""
    if name == "place":
        titles = (title for place in taxonomy.places if place.role == value for title in place.titles)
        return next((title for title in titles if language_of(title) == words.language != ENGLISH), value)
    if name == "line":
        line, _, labels = value.partition(PRINTED_AS)
        return words("{line}, printed as {labels}", line=words(words.concept(line)), labels=labels)
    if name in ("column is", "sign"):
        first, comma, rest = value.partition(", ")
        return words(first) + comma + rest
    if name == "subject":
        said, of, concepts = value.partition(PHRASE_OF)
        return said + words(of) + words(OR).join(words.concept(concept) for concept in concepts.split(OR))
    if name == "change":
        direction, comma, against = value.partition(", ")
        return words(direction) + words(comma) + words(against)
    if name == "time":
        how = next((part for part in (OF_FIGURE, OF_SENTENCE, OF_SECTION) if part in value), "")
        said, _, rest = value.partition(how) if how else (words(value), "", "")
        return said + words(how) + rest
    return value


def _fact(explanation: Explanation, taxonomy: Taxonomy, words: Words) -> list[tuple[str, str]]:
    item = explanation.item
    reason = sentence(item.reason, words.language)
    rows = [("status", words(item.status) + (f": {reason}" if reason else ""))]
    if not isinstance(item, Leftover):
        labels = taxonomy.concepts[item.point.concept].labels
        named = sorted(labels, key=lambda language: language != words.language)
        told = "  ".join(labels[language] for language in named)
        rows += [
            ("fact", explanation.fact_id),
            ("concept", f"{taxonomy.prefix}:{item.point.concept}  {told}"),
            *((axis, member) for axis, member in item.point.dimensions),
            ("period", str(item.point.period)),
            ("value", _value(item, words)),
        ]
    return rows


def _value(item: Occurrence | Undetermined, words: Words) -> str:
    if isinstance(item, Undetermined):
        return words("none yet (nil), in {unit}", unit=item.point.unit)
    told = "{value} {unit}, decimals {decimals}"
    return words(told, value=f"{item.value:,f}", unit=item.point.unit, decimals=item.decimals)
