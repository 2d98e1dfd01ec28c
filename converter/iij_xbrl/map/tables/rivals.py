"""Figures of one row that would be one data point with several values: what tells their columns apart is not read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.facts import Leftover, Occurrence, agree
from iij_xbrl.map.tables.readings import Reading
from iij_xbrl.reasons.tables import Rivals


def without_rivals(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of a table, those of a row withdrawn that claim one data point and cannot round one number.

    Not where the taxonomy says itself what the columns are: in a statement of equity two of them print one data point.
    """
    claims: defaultdict[tuple[int, object], list[Occurrence]] = defaultdict(list)
    for reading in readings:
        fact, place = reading.fact, reading.match.place
        if fact and not (place and place.columns):
            claims[reading.row, fact.point].append(fact)
    return tuple(
        replace(reading, result=_withdrawn(fact))
        if (fact := reading.fact) and not all(agree(fact, other) for other in claims[reading.row, fact.point])
        else reading
        for reading in readings
    )


def _withdrawn(fact: Occurrence) -> Leftover:
    return Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", Rivals())
