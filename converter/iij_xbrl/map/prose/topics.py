"""What the statements of a text named so far, and what words mean that say too little without it.

`Cost of SI revenues was JPY81 million. Gross profit was JPY14 million.` tells of the gross profit of SI; behind `Total
revenues were JPY226 million` it is that of the whole. Behind both, or behind a figure of which nothing is known, it may
be either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from iij_xbrl.extract.passages import Passage
from iij_xbrl.extract.title_lines import are_entries
from iij_xbrl.map.prose.lines.items import ITEM
from iij_xbrl.map.scopes.titles.parts import wholes_of
from iij_xbrl.read.document import indent_of
from iij_xbrl.taxonomy.index import Taxonomy

_UNKNOWN = frozenset({""})


@dataclass(frozen=True, slots=True)
class Families:
    """What belongs together: the concept that a text names first, those told by few words behind it, what they take.

    `wholes` are concepts that a line of business has too, `parts` the lines of business.
    """

    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wholes: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()

    @property
    def heads(self) -> Collection[str]:
        """The concepts that words of a few letters follow."""
        return self.members.keys()

    def is_apart(self, named: frozenset[str], head: str) -> bool:
        """Whether what was named may lead to another family, or to the whole."""
        others = (family for other, family in self.members.items() if other != head)
        return not named <= self.members[head] and not (
            named.isdisjoint(self.wholes | self.parts | _UNKNOWN) and all(named.isdisjoint(other) for other in others)
        )


@lru_cache(maxsize=4)
def families_of(taxonomy: Taxonomy) -> Families:
    """The families of a taxonomy, found once."""
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in taxonomy.prose.phrases:
        if phrase.after and not phrase.under:
            behind[phrase.after].add(phrase.concept)
    members = {}
    for head, concepts in behind.items():
        made_of = (
            {term.concept for term in relation.terms}
            for relation in taxonomy.relations
            if relation.kind == "equation" and relation.target.concept in concepts
        )
        members[head] = frozenset({head}.union(concepts, *made_of))
    wholes = wholes_of(taxonomy)
    return Families(members, wholes.measures, wholes.parts)


@dataclass(slots=True)
class Topics:
    """What was named, and in the items `above` of a list: an item that tells results begins anew."""

    families: Families = field(default_factory=Families)
    named: set[frozenset[str]] = field(default_factory=set)
    above: set[frozenset[str]] = field(default_factory=set)
    indent: int | None = None
    is_item: bool = False

    def begin_sentence(self, passage: Passage, start: int, end: int) -> None:
        """A sentence begins behind one that ends at a place; an item that is set further right is one of that above."""
        _, line_end, mark = passage.text[end:start].rpartition("\n")
        if end and not (line_end and (ITEM.fullmatch(mark) or are_entries(*passage.lines_at(start)))):
            return
        line = passage.text[passage.text.rfind("\n", 0, start) + 1 : start]
        indent = indent_of(line)
        is_below = self.indent is not None and indent > self.indent
        if self.indent is not None and not is_below:
            self.above |= self.named
            self.named.clear()
            self.is_item = True
        self.indent = self.indent if is_below else indent

    def add(self, concepts: Collection[str]) -> None:
        """A statement named concepts."""
        self.named.add(frozenset(concepts))
        self.is_item = False

    def add_unknown(self) -> None:
        """A sentence told a figure of which nothing was read."""
        self.add(_UNKNOWN)

    def hold(self, concept: str) -> bool:
        """Whether a concept was named."""
        return any(concept in named for named in (*self.above, *self.named))

    def lead_to(self, head: str) -> bool:
        """Whether few words are about what a concept that was named is about, and nothing else was."""
        is_clear = not any(self.families.is_apart(named, head) for named in self.named)
        return is_clear and any(head in named for named in self.named)

    def lead_to_whole(self) -> bool:
        """Whether they are about the whole: nothing named is a part. Items of a list stand beside each other."""
        if self.is_item:
            return not any(map(self.hold, self.families.heads))
        return all(named <= self.families.wholes for named in self.named)
