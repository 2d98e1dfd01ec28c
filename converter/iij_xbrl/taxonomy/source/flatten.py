"""The nested lines of a place as a flat list in printed order, with positions for parents and partitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from iij_xbrl.taxonomy.index import Derivation, Verb
from iij_xbrl.taxonomy.source import files as src
from iij_xbrl.taxonomy.source import language as lang
from iij_xbrl.taxonomy.source.model import Abstract, Concept, Line

_NO_MEMBERS: Mapping[str, str] = {}


@dataclass(slots=True, eq=False)
class _Row:
    """A line whose position is not known before all lines are read: a total is printed after its items."""

    line: Line
    parent: _Row | None
    partition: _Row | None
    heading: _Row | None = None
    position: int = field(default=-1)


class _Flattener:
    def __init__(
        self,
        defaults: lang.Defaults,
        concepts: Mapping[str, Concept],
        abstracts: Mapping[str, Abstract],
        patterns: Mapping[Derivation, lang.DerivationPattern],
    ) -> None:
        self._defaults = defaults
        self._concepts = concepts
        self._abstracts = abstracts
        self._patterns = patterns
        self.rows: list[_Row] = []

    def add(
        self,
        lines: tuple[src.Line, ...],
        parent: _Row | None = None,
        partition: _Row | None = None,
        members: Mapping[str, str] = _NO_MEMBERS,
    ) -> None:
        """Append `lines` and all that is below them; `members` are those of the headings around them."""
        for line in lines:
            own = {**members, **line.attributes.members}
            row = _Row(self._line(line, own), parent, None if line.kind == "heading" else partition)
            if line.kind == "heading":
                self.rows.append(row)
                self.add(line.children, row, partition, own)
            elif line.kind == "total":
                self._add_total(line, row, members)
            else:
                self.rows.append(row)
            self.add(line.including, row, None, own)

    def _add_total(self, line: src.Line, row: _Row, members: Mapping[str, str]) -> None:
        if line.attributes.heading is not None:
            heading = _Row(self._heading_row(line, line.attributes.heading), row.parent, None)
            row.heading = heading
            self.rows.append(heading)
        if line.attributes.first:
            self.rows.append(row)
        self.add(line.children, row.heading or row, row, members)
        if not line.attributes.first:
            self.rows.append(row)

    def _line(self, line: src.Line, members: Mapping[str, str]) -> Line:
        text = line.attributes
        labels: tuple[str | None, ...] = (*text.printed, text.en, text.terse_en)
        japanese: tuple[str | None, ...] = (*text.printed_ja, text.ja)
        derived: dict[str, str] = {}
        if line.kind == "heading":
            labels = (*labels, self._abstracts[line.name].labels["en"])
            japanese = (*japanese, self._abstracts[line.name].labels["ja"])
        else:
            concept = self._concepts[line.name]
            labels = (*labels, concept.labels["en"], concept.terse.get("en"))
            japanese = (*japanese, concept.labels["ja"], text.terse_ja, concept.terse.get("ja"))
            derivations = self._defaults.derive if text.derive is None else text.derive
            derived = {item: self._patterns[item].name.format(name=line.name) for item in derivations}
        is_figure = line.kind != "heading"
        if is_figure and text.members and text.printed:
            labels = text.printed  # the concept's own label is that of all members together
            japanese = text.printed_ja
        verb: Verb = (text.verb or self._defaults.verb) if is_figure else "same"
        effect = (self._defaults.effect if text.effect is None else text.effect) if is_figure else False
        if verb == "opposite":
            japanese = text.printed_ja  # whether the Japanese label says the opposite too, only the printed one tells
        return Line(
            name=line.name,
            kind=line.kind,
            parent=None,
            partition=None,
            labels=_unique((*labels, *japanese)),
            verb=verb,
            weight=text.weight,
            effect=effect,
            instant=text.instant,
            members=tuple(sorted(members.items())),
            derived=derived,
            where=line.where,
            terse=text.terse_en is not None or text.terse_ja is not None,
            first=text.first,
            within=dict(text.within),
            standard=text.standard,
        )

    def _heading_row(self, line: src.Line, row: lang.HeadingRow) -> Line:
        abstract = self._abstracts[f"{line.name}Abstract"]
        labels = _unique((*row.printed, row.en, abstract.labels["en"], *row.printed_ja, row.ja, abstract.labels["ja"]))
        return Line(abstract.name, "heading", None, None, labels, "same", 1, False, None, (), {}, line.where)


def _unique(labels: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for label in labels if label is not None))


def flatten(
    place: src.Place,
    concepts: Mapping[str, Concept],
    abstracts: Mapping[str, Abstract],
    patterns: Mapping[Derivation, lang.DerivationPattern],
) -> tuple[Line, ...]:
    """The rows of a place in printed order: heading row, items, total last unless it says `first`."""
    flattener = _Flattener(place.body.defaults, concepts, abstracts, patterns)
    flattener.add(place.lines)
    for position, row in enumerate(flattener.rows):
        row.position = position
    return tuple(
        replace(
            row.line,
            parent=None if row.parent is None else row.parent.position,
            partition=None if row.partition is None else row.partition.position,
            heading=None if row.heading is None else row.heading.position,
        )
        for row in flattener.rows
    )
