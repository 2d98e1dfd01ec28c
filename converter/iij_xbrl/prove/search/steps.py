"""How long the search for wrong figures goes on: in steps, not in seconds, so that a page always gives the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Steps:
    """What is left of a search; a step looks at one constraint, with the figures of it as they might be."""

    left: int

    def take(self, number: int = 1) -> None:
        """Count steps that are made."""
        self.left -= number

    @property
    def are_spent(self) -> bool:
        """Whether the search stops, and what it has found by then does not count."""
        return self.left <= 0
