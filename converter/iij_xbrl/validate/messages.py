"""What validation says, as values; nothing here knows the validator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

Severity = Literal["error", "warning", "inconsistency", "info"]

_RANK: dict[Severity, int] = {"error": 0, "inconsistency": 1, "warning": 2, "info": 3}


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that the validator found.

    `code` is that of the specification or of the validator, such as `calc11e:inconsistentCalculationUsingRounding`.
    `fact_ids` names the facts concerned in document order; the facts of a calculation's total come before its items.
    """

    code: str
    severity: Severity
    text: str
    fact_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validation:
    """The outcome of one validation: `Validation.of` puts its messages in order.

    `calculations` counts the sums that were bound, that is those whose total and at least one item are reported, once
    for each link role, period, dimensions and unit. `facts` counts the facts that were loaded. `assertions` tells of
    each assertion by its id how often it was satisfied and how often it was not; 0 and 0 where it was not bound.
    """

    messages: tuple[Message, ...]
    calculations: int
    facts: int
    assertions: tuple[tuple[str, int, int], ...] = ()

    @classmethod
    def of(
        cls,
        messages: Iterable[Message],
        *,
        calculations: int = 0,
        facts: int = 0,
        assertions: Iterable[tuple[str, int, int]] = (),
    ) -> Self:
        """A validation whose messages are sorted: the gravest first, then by code, text and facts."""
        return cls(tuple(sorted(messages, key=_order)), calculations, facts, tuple(sorted(assertions)))

    @property
    def is_valid(self) -> bool:
        """Whether there is no error. Inconsistencies and warnings leave a report valid XBRL."""
        return not any(message.severity == "error" for message in self.messages)


def _order(message: Message) -> tuple[int, str, str, tuple[str, ...]]:
    return _RANK[message.severity], message.code, message.text, message.fact_ids
