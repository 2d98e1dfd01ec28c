"""Explains calculation messages that rest on an incomplete set (Calculations 1.1 binds on a total and one item)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.read.origins import in_words
from iij_xbrl.relations.missing import Unread, unread_items, unread_rows
from iij_xbrl.relations.partial_sums import Halves
from iij_xbrl.report import Report
from iij_xbrl.report.ids import occurrence_ids
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.validate.messages import Message, Validation


def explain_incomplete(validation: Validation, report: Report, taxonomy: Taxonomy) -> Validation:
    """The validation with those inconsistencies turned into information that rest on an incomplete sum.

    A sum is incomplete where, among the rows of its items or beside them, the release prints a figure that could not be
    mapped, and where it prints a part of the sum only.
    """
    places = {name: item for item, name in occurrence_ids(_occurrences(report)).items()}
    unread = unread_rows(report.leftovers)
    halves, printed = Halves(taxonomy), {fact.point: fact.occurrences for fact in report.facts}
    messages = (_half(_explained(message, places, unread), places, printed, halves) for message in validation.messages)
    return replace(validation, messages=Validation.of(messages).messages)


def _half(
    message: Message,
    places: Mapping[str, Occurrence],
    printed: Mapping[DataPoint, Sequence[Occurrence]],
    halves: Halves,
) -> Message:
    facts = [printed[places[name].point] for name in message.fact_ids if name in places]
    if not message.code.startswith("calc11e:") or not facts or not halves.is_half(facts[0], facts[1:]):
        return message
    text = f"not checked: the release prints a part of the sum only. {message.text}"
    return replace(message, severity="info", text=text)


def _occurrences(report: Report) -> Iterable[Occurrence]:
    return (occurrence for fact in report.facts for occurrence in fact.occurrences)


def _explained(message: Message, places: dict[str, Occurrence], unread: Unread) -> Message:
    facts = [places[name] for name in message.fact_ids if name in places]
    if not message.code.startswith("calc11e:") or not facts:
        return message
    missing = unread_items(facts, unread)
    if not missing:
        return message
    text = f"not checked: figures of the same rows could not be read ({in_words(missing)}). {message.text}"
    return replace(message, severity="info", text=text)
