"""Figures without a sign whose label says another direction than the line does.

`Interest expense 118,348` where the line is printed in parentheses, or `Foreign exchange losses 17,448` among gains:
the sign may be the issuer's style or lost. It counts only where the block adds up with it, or another place agrees.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from iij_xbrl.facts import Occurrence
from iij_xbrl.languages import ENGLISH, JAPANESE
from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.reasons.withdrawn import SignUnsettled
from iij_xbrl.reconcile.damage.anchors import Anchors
from iij_xbrl.reconcile.damage.damage import withdrawn
from iij_xbrl.reconcile.known import Known
from iij_xbrl.taxonomy.index import Taxonomy

_GAIN = ENGLISH.patterns["labels.gain"]
_LOSS = ENGLISH.patterns["labels.loss"]


def settle_directions(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with figures withdrawn whose sign nothing settles."""
    doubtful = {
        (reading.row, reading.column)
        for reading in table.readings
        if reading.fact and is_against_label(reading.fact, taxonomy)
    }
    anchors = Anchors(table, others)
    anchored = {column: anchors.of_column(column) for column in {column for _, column in doubtful}}
    doubtful = {(row, column) for row, column in doubtful if row not in anchored[column]}
    if not doubtful:
        return table
    readings = tuple(
        withdrawn(reading, SignUnsettled() if (reading.row, reading.column) in doubtful else None)
        for reading in table.readings
    )
    return replace(table, readings=readings)


def is_against_label(fact: Occurrence, taxonomy: Taxonomy) -> bool:
    """Whether a figure without a sign stands beside a label that says the other direction than its line does."""
    concept = taxonomy.concepts[fact.point.concept]
    if fact.printed <= 0 or concept.derived_from:
        return False
    said, meant = _direction(fact.label), _first_direction(concept.labels.get("en", ""))
    return bool(said and meant) and (fact.value > 0) != (said == meant)


@lru_cache(maxsize=4096)  # of the same few labels it is asked again and again
def _direction(label: str) -> int:
    """1 for a gain, -1 for a loss, 0 where the words say neither or both."""
    language = JAPANESE if JAPANESE.script.search(label) else ENGLISH
    gain, loss = (language.patterns[f"labels.{side}"].search(label) for side in ("gain", "loss"))
    return 0 if bool(gain) == bool(loss) else 1 if gain else -1


@lru_cache(maxsize=4096)  # as above
def _first_direction(label: str) -> int:
    gain, loss = _GAIN.search(label), _LOSS.search(label)
    if gain and loss:
        return 1 if gain.start() < loss.start() else -1
    return 1 if gain else -1 if loss else 0
