"""How much of a release is accounted for: tokens by section, as facts, inferred, explained, or not mapped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from iij_xbrl.facts import Outcome, Status
from iij_xbrl.report.model import Report


@dataclass(frozen=True, slots=True)
class Coverage:
    """The numeric tokens of a part of a release by what they became; a token that is two facts counts twice."""

    section: str
    counts: Mapping[Status, int]

    @property
    def tokens(self) -> int:
        """All tokens."""
        return sum(self.counts.values())

    @property
    def percent(self) -> Decimal:
        """The share of tokens that are facts or explained, in percent; 100 where there are none."""
        if not self.tokens:
            return Decimal(100)
        unmapped = self.counts.get("unmapped", 0)
        return (Decimal(100) * (self.tokens - unmapped) / self.tokens).quantize(Decimal("0.1"))


def coverage(report: Report) -> tuple[Coverage, ...]:
    """The coverage of each section, in the order of the page, and of the whole release last (its section is empty)."""
    items: list[Outcome] = [item for fact in report.facts for item in fact.occurrences]
    items += [*report.undetermined, *report.leftovers]
    sections: defaultdict[str, Counter[Status]] = defaultdict(Counter)
    total: Counter[Status] = Counter()
    for item in sorted(items, key=lambda item: item.span.order):
        sections[item.section][item.status] += 1
        total[item.status] += 1
    return (*(Coverage(section, counts) for section, counts in sections.items()), Coverage("", total))
