"""Explains calculation messages that rest on an incomplete set (Calculations 1.1 binds on a total and one item)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from iij_xbrl.facts import DataPoint
from iij_xbrl.relations.report import list_relations
from iij_xbrl.report import Report
from iij_xbrl.report.ids import ids_of
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.validate.messages import Message, Validation

_INCONSISTENT = "calc11e:"


def explain_incomplete(validation: Validation, report: Report, taxonomy: Taxonomy) -> Validation:
    """The validation with those inconsistencies turned into information that rest on an incomplete sum.

    A sum is incomplete where our own evaluation says so: a figure among its rows, or beside them, could not be mapped,
    or the release prints a part of it only.
    """
    if not any(message.code.startswith(_INCONSISTENT) for message in validation.messages):
        return validation
    points = {name: item.point for item, name in ids_of(report).items()}
    why = {
        frozenset(item.points): item.reason
        for item in list_relations(report, taxonomy)
        if item.relation.kind == "sum" and item.state == "not evaluable"
    }
    messages = (_explained(message, points, why) for message in validation.messages)
    return replace(validation, messages=Validation.of(messages).messages)


def _explained(message: Message, points: Mapping[str, DataPoint], why: Mapping[frozenset[DataPoint], str]) -> Message:
    reason = why.get(frozenset(points[name] for name in message.fact_ids if name in points))
    if reason is None or not message.code.startswith(_INCONSISTENT):
        return message
    return replace(message, severity="info", text=f"not checked: {reason}. {message.text}")
