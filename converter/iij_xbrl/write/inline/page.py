"""The page of a release as inline XBRL: its own markup, style and order, with tags where its figures stand.

The page is read as `read.html` reads it, so that each text of its tree is a piece of the source; a tag encloses a part
of one piece. What runs or fetches something is left out, and what XHTML does not have is written as what it has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from iij_xbrl.read.document import Document, Text, TextKey
from iij_xbrl.read.html.source import Page, parse_page
from iij_xbrl.read.origins import SourceOrigin
from iij_xbrl.report.ids import text_id
from iij_xbrl.report.model import TextFact
from iij_xbrl.write.inline.enclosures import Enclosure
from iij_xbrl.write.inline.tags import Region
from iij_xbrl.write.inline.xhtml import IX, XML, Copied, Tag, X, copied

_NEVER_AROUND = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "col", "colgroup", "li", "dt", "dd"})
Part = tuple[int, int, int]
"""A part of a piece of the page: its number, and from where to where in what it says."""


class PagePlaces:
    """Where the texts of a document stand in its page."""

    def __init__(self, document: Document) -> None:
        self.page: Page = parse_page(document.markup, document.name)
        self._starts = [piece.start for piece in self.page.pieces]
        self._texts = {text.span.text_key: text for text in document.texts}

    def printed(self) -> dict[TextKey, list[tuple[int, str]]]:
        """The runs of each text that stand in one piece, each with its offset in the text: what a tag can enclose."""
        return {key: list(self._runs(text)) for key, text in self._texts.items()}

    def parts(self, key: TextKey, start: int, end: int) -> list[Part]:
        """The parts of pieces that are characters of a text; those of one piece as one."""
        text = self._texts[key]
        origin = text.span.within(start - text.span.start, end - text.span.start).origin
        found: list[Part] = []
        for first, last in origin.ranges if isinstance(origin, SourceOrigin) else ():
            if first == last:
                continue
            number, low, high = self._part(first, last)
            if found and found[-1][0] == number:
                found[-1] = (number, found[-1][1], high)
            else:
                found.append((number, low, high))
        return found

    def ranges(self, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The first and the last piece of each range of the document's blocks."""
        found = []
        for first, behind in blocks:
            numbers = [
                part[0]
                for key, text in self._texts.items()
                if first <= key[0] < behind
                for part in self.parts(key, text.span.start, text.span.end)
            ]
            if numbers:
                found.append((min(numbers), max(numbers)))
        return found

    def _runs(self, text: Text) -> Iterator[tuple[int, str]]:
        origin = text.span.origin
        if not isinstance(origin, SourceOrigin):
            return
        places = origin.places
        run: tuple[int, int, int] | None = None  # the piece, and from where to where in the text
        for at, offset in enumerate(places.offsets):
            behind = places.offsets[at + 1] if at + 1 < len(places.offsets) else places.length
            low, high = max(offset, origin.first) - origin.first, min(behind, origin.last) - origin.first
            if low >= high:
                continue
            number = bisect_right(self._starts, places.starts[at]) - 1
            if run is not None and run[0] == number and run[2] == low:
                run = (number, run[1], high)
            else:
                if run is not None:
                    yield run[1], text.plain[run[1] : run[2]]
                run = (number, low, high)
        if run is not None:
            yield run[1], text.plain[run[1] : run[2]]

    def _part(self, first: int, last: int) -> Part:
        number = bisect_right(self._starts, first) - 1
        piece = self.page.pieces[number]
        if piece.places is None:
            return number, first - piece.start, last - piece.start
        return number, bisect_left(piece.places, first), bisect_left(piece.places, last)


@dataclass(frozen=True, slots=True)
class Chain:
    """Parts of the page that are one fact in words, or one note: the first has the element, the others continue it."""

    element: str
    id: str
    attributes: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


def write_page(
    shell: bytes,
    places: PagePlaces,
    regions: Mapping[TextKey, Sequence[Region]],
    rendered: Mapping[int, etree._Element],
    chains: Iterable[Chain],
    blocks: Iterable[tuple[TextFact, tuple[tuple[str, str], ...], Sequence[tuple[int, int]]]],
) -> bytes:
    """The page as XHTML, with its tags.

    Args:
        shell: a page of inline XBRL with a header and no content, whose namespaces and header are taken.
        places: the page, and where the texts of its document stand in it.
        regions: what is tagged in each text.
        rendered: the elements of each region, by its `id()`: one in the other, the innermost empty.
        chains: notes and facts in words.
        blocks: text blocks, each with its attributes and the pieces that it consists of (first and last).
    """
    tags: defaultdict[int, list[Tag]] = defaultdict(list)
    for key, found in regions.items():
        for region in found:
            part = next(iter(places.parts(key, region.start, region.end)), None)
            if part is not None:
                number, start, end = part
                start = end if region.left_open else start
                tags[number].append(Tag(start, end, rendered[id(region)]))
    for chain in chains:
        for number, tag in _links(chain):
            tags[number].append(tag)
    root = etree.fromstring(shell)
    copy = copied(places.page, tags)
    _put_into(root, copy)
    for fact, attributes, ranges in blocks:
        _enclose(copy, fact, attributes, ranges)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _links(chain: Chain) -> Iterator[tuple[int, Tag]]:
    for at, (number, start, end) in enumerate(chain.parts):
        own = chain.attributes if at == 0 else (("id", f"{chain.id}.{at}"),)
        more = (("continuedAt", f"{chain.id}.{at + 1}"),) if at + 1 < len(chain.parts) else ()
        yield number, Tag(start, end, _element(chain.element if at == 0 else "continuation", (*own, *more)))


def _element(name: str, attributes: Iterable[tuple[str, str]]) -> etree._Element:
    element = etree.Element(f"{IX}{name}")
    for key, value in attributes:
        element.set(key.replace("xml:", XML), value)
    return element


def chains_of(enclosures: Iterable[tuple[TextKey, Enclosure]], places: PagePlaces) -> Iterator[Chain]:
    """Elements around words as chains of parts; an element and its continuations are one chain."""
    started: dict[str, tuple[str, dict[str, str], list[Part]]] = {}
    for key, enclosure in enclosures:
        attributes = {name: value for name, value in enclosure.attributes if name != "continuedAt"}
        parts = places.parts(key, enclosure.start, enclosure.end)
        if enclosure.element == "continuation":
            started[attributes["id"].rpartition(".")[0]][2].extend(parts)
        else:
            started[attributes["id"]] = (enclosure.element, attributes, parts)
    for name, (element, attributes, parts) in started.items():
        if parts:
            yield Chain(element, name, tuple(attributes.items()), tuple(parts))


def _put_into(root: etree._Element, copy: Copied) -> None:
    """The head and the body of a page into the shell; its hidden header comes first in the body."""
    head, body = root.find(f"{X}head"), root.find(f"{X}body")
    assert head is not None and body is not None
    own = [child for child in copy.head if child.tag != f"{X}meta"]
    if any(child.tag == f"{X}title" for child in own):
        for title in head.findall(f"{X}title"):
            head.remove(title)
    for style in head.findall(f"{X}style"):
        head.remove(style)
    head.extend(own)
    header, content = body[0], body[1]
    body.remove(content)
    for name, value in copy.body.items():
        body.set(name, value)
    header.tail = copy.body.text
    for child in list(copy.body):
        body.append(child)
    copy.root = body


def _enclose(
    copy: Copied, fact: TextFact, attributes: Sequence[tuple[str, str]], ranges: Sequence[tuple[int, int]]
) -> None:
    """Put a text block around what of the page is in ranges of pieces, continued where the page has it in parts."""
    runs = [run for first, last in ranges for run in _runs(copy, first, last)]
    name = text_id(fact)
    for number, run in enumerate(runs):
        own = (*attributes, ("escape", "true")) if number == 0 else (("id", f"{name}.{number}"),)
        more = (("continuedAt", f"{name}.{number + 1}"),) if number + 1 < len(runs) else ()
        _wrap(run, _element("nonNumeric" if number == 0 else "continuation", (*own, *more)))


def _runs(copy: Copied, first: int, last: int) -> Iterator[list[etree._Element]]:
    """Neighbouring elements that hold pieces of a range and no others, the largest that do."""
    todo = [copy.root]
    while todo:
        parent = todo.pop()
        run: list[etree._Element] = []
        inner: list[etree._Element] = []
        for child in parent:
            low, high = copy.held.get(child, (0, -1))
            if low <= high and first <= low and high <= last and str(child.tag).removeprefix(X) not in _NEVER_AROUND:
                run.append(child)
                continue
            if run and low <= high:
                yield run
                run = []
            if low <= last and first <= high:
                inner.append(child)
        if run:
            yield run
        todo.extend(reversed(inner))


def _wrap(run: Sequence[etree._Element], wrapper: etree._Element) -> None:
    first, last = run[0], run[-1]
    parent = first.getparent()
    assert parent is not None
    at = parent.index(first)
    moved = list(parent)[at : parent.index(last) + 1]
    wrapper.tail, last.tail = last.tail, None
    parent.insert(at, wrapper)
    wrapper.extend(moved)
