"""A tree of HTML as one of XHTML, which inline XBRL is written in, with tags in its texts (Inline XBRL 1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from iij_xbrl.borders import xml_text
from iij_xbrl.read.html.safe import drops_attribute, drops_element, safe_css
from iij_xbrl.read.html.source import Page

X = "{http://www.w3.org/1999/xhtml}"
IX = "{http://www.xbrl.org/2013/inlineXBRL}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_BLOCKS = frozenset(
    {"address", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "div", "dl", "dt", "fieldset", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "li", "menu", "ol", "p", "pre", "table", "tbody", "td"}
    | {"tfoot", "th", "thead", "title", "tr", "ul", "style", "meta"}
)
_WORDS = frozenset(
    {"a", "abbr", "acronym", "b", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins"}
    | {"kbd", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var"}
)
_OTHER_NAMES = {"menu": "ul", "nobr": "span", "label": "span", "mark": "span", "time": "span", "data": "span"}
_NO_CONTENT = frozenset({"head", "style", "title", "ix:header", "xbrli:xbrl"})
_ID = re.compile(r"[^\W\d][\w.-]*")
_EVERYWHERE = frozenset({"id", "class", "style", "title", "dir", "lang"})
_OF = {
    "a": {"href", "name", "rel", "target"}, "img": {"src", "alt", "width", "height", "border", "align"},
    "td": {"colspan", "rowspan", "align", "valign", "width", "height", "bgcolor", "nowrap", "headers", "scope"},
    "th": {"colspan", "rowspan", "align", "valign", "width", "height", "bgcolor", "nowrap", "headers", "scope"},
    "table": {"border", "cellpadding", "cellspacing", "width", "align", "bgcolor", "summary"},
    "tr": {"align", "valign", "bgcolor"},
    "font": {"color", "face", "size"}, "p": {"align"}, "div": {"align"}, "hr": {"align", "size", "width", "noshade"},
    "body": {"bgcolor", "text", "link", "vlink", "alink"},
    "ol": {"type", "start"}, "ul": {"type"}, "li": {"type", "value"},
    "col": {"span", "width", "align", "valign"}, "colgroup": {"span", "width", "align", "valign"}, "br": {"clear"},
    "style": {"type", "media"},
    **{name: {"align"} for name in ("h1", "h2", "h3", "h4", "h5", "h6", "tbody", "thead", "tfoot", "caption")},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """Elements, one in the other, around a part of a piece of the page; behind it where the part is empty."""

    start: int
    end: int
    element: etree._Element


@dataclass(slots=True)
class Copied:
    """A page as XHTML: its head and body, and of each element the first and the last piece that it holds.

    `named` are the elements of the page by their ids; another element with the same id loses it, as XML asks for.
    """

    head: list[etree._Element]
    body: etree._Element
    held: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    named: dict[str, etree._Element] = field(default_factory=dict)
    root: etree._Element = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.body


def copied(page: Page, tags: Mapping[int, Sequence[Tag]]) -> Copied:
    """A page as XHTML, its pieces written out with their tags."""
    copy = Copied([], etree.Element(f"{X}body"), named=_named(page.root))
    body = page.root.find("body")
    head = page.root.find("head")
    if head is not None:
        copy.head = [made for child in head if (made := _head(child, copy.named)) is not None]
    if body is None:
        body = page.root
    _attributes(body, copy.body, "body", copy.named)
    todo: list[tuple[etree._Element, etree._Element]] = [(body, copy.body)]
    order = []
    while todo:
        source, target = todo.pop()
        order.append(target)
        numbers, last = _write(page, source.text, target, None, tags)
        for child in source:
            made = _made(child, target, copy.named)
            if made is not None:
                todo.append((child, made))
                last = made
            more, last = _write(page, child.tail, target, last, tags)
            numbers += more
        if numbers:
            copy.held[target] = (min(numbers), max(numbers))
    for target in reversed(order):
        parent = target.getparent()
        if target in copy.held and parent is not None:
            low, high = copy.held[target]
            known = copy.held.get(parent, (low, high))
            copy.held[parent] = (min(low, known[0]), max(high, known[1]))
    return copy


def _named(root: etree._Element) -> dict[str, etree._Element]:
    """The elements of a page by their ids, the first where several have the same; no id that XML does not know."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        name = element.get("id", "")
        if _ID.fullmatch(name):
            found.setdefault(name, element)
    return found


def _head(child: etree._Element, named: Mapping[str, etree._Element]) -> etree._Element | None:
    tag = child.tag
    if not isinstance(tag, str) or tag not in ("style", "title", "meta"):
        return None
    if drops_element(child, tag):
        return None
    made = etree.Element(f"{X}{tag}")
    _attributes(child, made, tag, named)
    if tag == "style":
        made.set("type", "text/css")
    made.text = xml_text(safe_css(child.text or "") if tag == "style" else (child.text or ""))
    return made


def _made(child: etree._Element, parent: etree._Element, named: Mapping[str, etree._Element]) -> etree._Element | None:
    """The element of XHTML for one of a page, in its parent; None where it is left out with what is in it."""
    tag = child.tag
    if not isinstance(tag, str) or drops_element(child, tag) or tag in _NO_CONTENT:
        return None
    name = _OTHER_NAMES.get(tag, tag)
    if name not in _BLOCKS and name not in _WORDS:
        name = "span" if ":" in tag else "div"
    made = etree.SubElement(parent, f"{X}{name}")
    _attributes(child, made, name, named)
    return made


def _attributes(source: etree._Element, target: etree._Element, name: str, named: Mapping[str, etree._Element]) -> None:
    allowed = _EVERYWHERE | _OF.get(name, set())
    for key, value in source.items():
        key = key.lower()
        if key not in allowed or drops_attribute(key, value) or (key == "id" and named.get(value) is not source):
            continue
        text = xml_text(safe_css(value) if key == "style" else value)
        if key == "lang":
            key = f"{XML}lang"
        target.set(key, text)
    if name == "img":
        target.set("alt", target.get("alt") or "")


def _write(
    page: Page,
    text: str | None,
    target: etree._Element,
    last: etree._Element | None,
    tags: Mapping[int, Sequence[Tag]],
) -> tuple[list[int], etree._Element | None]:
    """Write a text of the page at the end of an element; the numbers of its pieces, and its last child then.

    The last child is handed on, since to look for it takes time in the number of them.
    """
    if not text:
        return [], last
    numbers = list(page.texts(text))
    if not numbers:
        return [], _append(target, last, [text])
    for number in numbers:
        piece = page.pieces[number]
        content = list(_content(piece.text, 0, len(piece.text), sorted(tags.get(number, ()), key=_outermost)))
        last = _append(target, last, content)
    return numbers, last


def _outermost(tag: Tag) -> tuple[int, int]:
    return tag.start, -tag.end


def _content(text: str, start: int, end: int, tags: Sequence[Tag]) -> Iterator[str | etree._Element]:
    """What a part of a piece says, with its tags, one in the other."""
    position, at = start, 0
    while at < len(tags):
        tag = tags[at]
        at += 1
        if tag.start < position or tag.end > end:
            continue
        inner = []
        while at < len(tags) and tags[at].start < tag.end:
            if tags[at].end <= tag.end:
                inner.append(tags[at])
            at += 1
        yield xml_text(text[position : tag.start])
        deepest = tag.element
        while len(deepest):
            deepest = deepest[0]
        _append(deepest, None, list(_content(text, tag.start, tag.end, inner)))
        yield tag.element
        position = tag.end
    yield xml_text(text[position:end])


def _append(
    target: etree._Element, last: etree._Element | None, content: Sequence[str | etree._Element]
) -> etree._Element | None:
    """Add texts and elements to an element whose last child is `last`; its last child then."""
    for item in content:
        if not isinstance(item, str):
            item.tail = None
            target.append(item)
            last = item
        elif last is None:
            target.text = (target.text or "") + item
        else:
            last.tail = (last.tail or "") + item
    return last
