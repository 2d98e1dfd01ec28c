"""What to add to the taxonomy for rows that it does not know: the file, the line above, and the words to add there.

Nothing is added by itself: whether a row is a new line item or a known one under a new name, a person decides.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iij_xbrl.languages import language_of
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.read.document import Span
from iij_xbrl.taxonomy.index import Place, Taxonomy

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"\w[\w ./&'-]*")
_BRACKETS = re.compile(r"\([^)]*\)")
_NO_NAME = "NewLineItem"  # a concept is named in English, and a label in another language gives no name


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row whose label the taxonomy lacks.

    Attributes:
        label: the label as printed; `span` is where its first figure stands.
        file: the source file of the place that the table prints, below `source/`.
        role: the place's role.
        behind: the concept of the row above, behind which the new line belongs; empty at the start of the table.
        add: the YAML of the new line.
        renamed: the line that is named most alike, with the label to add to its `printed`; empty if none is.
    """

    label: str
    span: Span
    file: str
    role: str
    behind: str
    add: str
    renamed: str = ""


def suggestions(tables: Sequence[MappedTable], taxonomy: Taxonomy) -> tuple[Suggestion, ...]:
    """One suggestion for each unknown label of a known table, in the order of the page."""
    found: dict[tuple[str, str], Suggestion] = {}
    for table in tables:
        for item in _of_table(table, taxonomy):
            found.setdefault((item.role, key(item.label)), item)
    return tuple(found.values())


def _of_table(table: MappedTable, taxonomy: Taxonomy) -> Iterator[Suggestion]:
    if not table.table.has_labels:
        return
    above: Match | None = None
    first = next((match for match in table.matches if match.line is not None), None)
    for row, match in zip(table.table.rows, table.matches, strict=True):
        if match.line is not None:
            above = match
        elif first is not None and match.place is None and row.label and row.figures:
            place = (above or first).place
            if place is not None:
                behind = _concept(above) if above else ""
                yield _suggestion(row.printed_label, row.figures[0].figure.span, place, behind, taxonomy)


def _concept(match: Match) -> str:
    """The concept of a row, or for a heading the label that it has in the source."""
    assert match.place is not None and match.line is not None
    line = match.place.lines[match.line]
    return line.concept or (line.labels[0] if line.labels else "")


def _suggestion(label: str, span: Span, place: Place, behind: str, taxonomy: Taxonomy) -> Suggestion:
    name = "".join(word[:1].upper() + word[1:] for word in _WORD.findall(_BRACKETS.sub(" ", label).casefold()))
    printed = label if _PLAIN.fullmatch(label) else '"' + label.replace("\\", "\\\\").replace('"', '\\"') + '"'
    english = label.isascii() or language_of(label) == "en"
    if not english:
        add = f'- {_NO_NAME}: {{en: "...", ja: {printed}}}'
    elif name in taxonomy.concepts:
        add = f"- {name}: {{printed: [{printed}]}}"
    else:
        add = f'- {name}: {{en: {printed}, ja: "..."}}'
    known = {key(text): line.concept for line in place.lines for text in line.labels if line.concept}
    close = difflib.get_close_matches(key(label), known, n=1, cutoff=0.7)
    printed_as = "printed" if english else "printed_ja"
    renamed = f"{known[close[0]]}: {{{printed_as}: [..., {printed}]}}" if close else ""
    return Suggestion(label, span, place.source, place.role, behind, add, renamed)
