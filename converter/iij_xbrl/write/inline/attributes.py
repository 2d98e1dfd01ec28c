"""The attributes of a fact's tag, which templates print as they are: one page has more than a thousand of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from iij_xbrl.facts import DataPoint
from iij_xbrl.write.inline.tags import TaggedFact


@dataclass(frozen=True, slots=True)
class FactAttributes:
    """Gives templates the attributes of a fact (Inline XBRL 1.1, part 1, 10.1).

    `contexts` and `units` are the ids of those of each data point, `apart` is the target of repeats that stand apart.
    """

    prefix: str
    contexts: Mapping[DataPoint, str]
    units: Mapping[DataPoint, str]
    apart: str

    def __call__(self, fact: TaggedFact, *, is_hidden: bool = False) -> Markup:
        """The attributes of a fact that is tagged where it is printed, or of one that is hidden, with its own value."""
        occurrence = fact.occurrence
        point = occurrence.point
        named = {
            "id": fact.id,
            "name": f"{self.prefix}:{point.concept}",
            "contextRef": self.contexts[point],
            "unitRef": self.units[point],
            "decimals": str(occurrence.reported_decimals),
        }
        if fact.reading and not is_hidden:
            named["format"] = fact.reading.format
            if fact.reading.scale:
                named["scale"] = str(fact.reading.scale)
        if fact.is_negative:
            named["sign"] = "-"
        if occurrence.is_apart:
            named["target"] = self.apart
        return Markup(" ".join([f'{name}="{escape(value)}"' for name, value in named.items()]))
