"""A release as facts: each data point once, with all its occurrences."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.extract.periods import Period
from iij_xbrl.facts import DataPoint, Leftover, Occurrence, Status
from iij_xbrl.read.document import Span

__all__ = ["DataPoint", "Fact", "Leftover", "Occurrence", "Period", "Report", "Span", "Status"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A data point in a report: its id, the occurrence that is written, and every occurrence, finest first."""

    id: str
    point: DataPoint
    occurrence: Occurrence
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A release as facts. `facts` holds each data point once; `ids` names every occurrence by its span and point."""

    name: str
    facts: tuple[Fact, ...]
    leftovers: tuple[Leftover, ...]
