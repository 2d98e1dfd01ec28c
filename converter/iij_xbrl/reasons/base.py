"""What a reason is: a kind from the catalogue with its arguments, never a sentence.

Stages ask for kinds (`said(item.reason, PointForComma)`); `render` alone knows how they are worded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a token is what it is. Each subclass is a kind; its fields are what the sentence is about."""

    def parts(self) -> Iterator[Reason]:
        """The reason itself, and the reasons that it is made of."""
        yield self
        for field in fields(self):
            value = getattr(self, field.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Reason):
                    yield from item.parts()


@dataclass(frozen=True, slots=True)
class Joint(Reason):
    """Several reasons that hold together, in the order in which they are told."""

    reasons: tuple[Reason, ...]


K = TypeVar("K", bound=Reason)


def both(*reasons: Reason | None) -> Reason:
    """Reasons as one, what is None left out. At least one must be there."""
    found = tuple(reason for reason in reasons if reason is not None)
    if not found:
        raise ValueError("no reason given")
    return found[0] if len(found) == 1 else Joint(found)


def part(reason: Reason | None, kind: type[K]) -> K | None:
    """The first part of a reason that is of a kind."""
    return next((item for item in reason.parts() if isinstance(item, kind)), None) if reason else None


def said(reason: Reason | None, *kinds: type[Reason]) -> bool:
    """Whether a reason, or what it is made of, is of one of the kinds."""
    return reason is not None and any(isinstance(item, kinds) for item in reason.parts())
