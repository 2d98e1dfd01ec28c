"""A fact as a processor loaded it, whatever the syntax of its report; nothing here knows the processor."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iij_xbrl.validate.messages import Message


@dataclass(frozen=True, slots=True)
class LoadedFact:
    """A numeric fact of a loaded report, in the notation of `facts.DataPoint`; `value` is None where it is nil.

    `printed` is the text that an inline tag encloses; elsewhere it is the value's own text.
    """

    id: str
    concept: str
    dimensions: tuple[tuple[str, str], ...]
    period: str
    unit: str
    value: Decimal | None
    decimals: str
    printed: str


@dataclass(frozen=True, slots=True)
class LoadedFootnote:
    """A footnote of a loaded report: its words with single spaces between them, and the ids of its facts, sorted."""

    id: str
    text: str
    language: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadedText:
    """A fact in words of a loaded report. `value` is what its transformation and its continuations give."""

    id: str
    concept: str
    period: str
    value: str
    language: str


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """A report as loaded: numeric facts in the order in which they are loaded, footnotes and texts by their ids.

    `messages` is what the validator said of it; it calculated nothing.
    """

    facts: tuple[LoadedFact, ...]
    footnotes: tuple[LoadedFootnote, ...]
    texts: tuple[LoadedText, ...] = ()
    messages: tuple[Message, ...] = ()
