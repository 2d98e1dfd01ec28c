"""Elements of inline XBRL around words: footnotes, and their continuations (Inline XBRL 1.1, sections 5 and 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iij_xbrl.read.document import TextKey
from iij_xbrl.report.model import Footnote


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An element around the words of a text from `start` to `end` of it.

    `gap` tells that a space is written at its end, where its words go on in another element.
    """

    start: int
    end: int
    element: str
    attributes: tuple[tuple[str, str], ...]
    gap: bool = False


def around_notes(notes: Iterable[Footnote]) -> Mapping[TextKey, list[Enclosure]]:
    """The elements of the footnotes that stand on the page, by text: one for each line or cell of a note."""
    found: defaultdict[TextKey, list[Enclosure]] = defaultdict(list)
    for note in notes:
        for number, span in enumerate(note.spans):
            first, last = number == 0, number == len(note.spans) - 1
            own = (("id", note.id), ("xml:lang", note.language)) if first else (("id", f"{note.id}.{number}"),)
            more = () if last else (("continuedAt", f"{note.id}.{number + 1}"),)
            element = "footnote" if first else "continuation"
            found[span.text_key].append(Enclosure(span.start, span.end, element, (*own, *more), gap=not last))
    return found
