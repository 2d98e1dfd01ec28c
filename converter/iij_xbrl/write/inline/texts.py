"""Facts in words on the page: around words of a line, around blocks, or hidden (Inline XBRL 1.1, sections 4 and 12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from iij_xbrl.read.document import TextKey
from iij_xbrl.report.ids import text_id
from iij_xbrl.report.model import Report, TextFact
from iij_xbrl.write.inline.enclosures import Enclosure

_IX = "{http://www.xbrl.org/2013/inlineXBRL}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", '"': "&quot;"})

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """An element that opens in front of a block of the page, or closes behind it."""

    element: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Frames:
    """The elements around blocks, by the position of the block that they open before or close behind."""

    opens: Mapping[int, list[Frame]]
    closes: Mapping[int, list[Frame]]


def around_words(
    texts: Iterable[TextFact], attributes: Callable[[TextFact], Attributes]
) -> Iterator[tuple[TextKey, Enclosure]]:
    """The elements of facts whose words stand in a text, each with the text; `attributes` gives name and context."""
    for fact in texts:
        if fact.spans and not fact.blocks:
            span = fact.spans[0]
            own = (*attributes(fact), *((("format", fact.format),) if fact.format else ()))
            yield span.text_key, Enclosure(span.start, span.end, "nonNumeric", own)


def frames(texts: Iterable[TextFact], attributes: Callable[[TextFact], Attributes]) -> Frames:
    """The elements of text blocks: one around each run of blocks, the further ones continuing the first."""
    opens: defaultdict[int, list[Frame]] = defaultdict(list)
    closes: defaultdict[int, list[Frame]] = defaultdict(list)
    for fact in texts:
        for number, (first, behind) in enumerate(fact.blocks):
            last = number == len(fact.blocks) - 1
            more = () if last else (("continuedAt", f"{text_id(fact)}.{number + 1}"),)
            own = (*attributes(fact), ("escape", "true")) if number == 0 else (("id", f"{text_id(fact)}.{number}"),)
            frame = Frame("nonNumeric" if number == 0 else "continuation", (*own, *more))
            opens[first].append(frame)
            closes[behind - 1].insert(0, frame)
    return Frames(opens, closes)


def with_blocks(report: Report, page: bytes) -> Report:
    """The report with the values of its text blocks: the markup that they enclose on a page (section 4.1.1, escape)."""
    if not any(fact.blocks for fact in report.texts):
        return report
    root = etree.fromstring(page)
    by_id = {element.get("id"): element for element in root.iter(f"{_IX}nonNumeric", f"{_IX}continuation")}
    texts = tuple(replace(fact, value=_value(fact, by_id)) if fact.blocks else fact for fact in report.texts)
    return replace(report, texts=texts)


def _value(fact: TextFact, by_id: Mapping[str | None, etree._Element]) -> str:
    parts, following = [], text_id(fact)
    while following:
        element = by_id[following]
        parts.append(_inner(element))
        following = element.get("continuedAt") or ""
    return "".join(parts)


def _inner(element: etree._Element) -> str:
    """The markup inside an element, elements of inline XBRL left out and their content kept."""
    parts = [(element.text or "").translate(_TEXT)]
    for child in element:
        parts += [_outer(child), (child.tail or "").translate(_TEXT)]
    return "".join(parts)


def _outer(element: etree._Element) -> str:
    tag = str(element.tag)
    inner = _inner(element)
    if not tag.startswith(_XHTML):
        return inner
    name = tag.removeprefix(_XHTML)
    attributes = "".join(f' {key}="{str(value).translate(_ATTRIBUTE)}"' for key, value in sorted(element.items()))
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"
