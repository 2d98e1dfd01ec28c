"""What of a page's style says something: what is bold, set high, not shown, a sign, or begins a new page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lxml import etree

from iij_xbrl.read.html.insets import inset_of

_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]*)", re.IGNORECASE)
# As filing agents set marks of notes.
_RAISED = re.compile(r"\bposition\s*:\s*relative\b.*(?<![\w-])top\s*:\s*-[\d.]", re.IGNORECASE)
_SIGNS = re.compile(r"symbol|(?:wing|web)dings", re.IGNORECASE)  # fonts whose letters are signs
_RAISED_BY = re.compile(r"\+?(?:[1-9]|0*\.0*[1-9])")
_STRUCK = frozenset({"s", "del", "strike"})
_NOT_AT_ALL = Decimal(0)
_ONE_TEXT = 2  # characters of the number of a text, see `source`
_MOST = 4, 5  # of five letters of a page four
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_LEANING = frozenset({"i", "em", "u"})
_NOT_SHOWN = frozenset(
    {
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "textarea",
        "select",
        "option",
        "object",
        "svg",
        "math",
    }
    | {"iframe", "audio", "video", "canvas", "ix:header", "xbrli:xbrl"}
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks, as far as it matters here; `leaning` is set apart, but not bold."""

    bold: bool = False
    high: bool = False
    as_is: bool = False
    struck: bool = False
    quoted: bool = False
    signs: bool = False
    leaning: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """What an element's own style says; None where it says nothing of it. `inset` is how far it sets its text in."""

    bold: bool | None = None
    high: bool | None = None
    as_is: bool | None = None
    signs: bool | None = None
    struck: bool = False
    hidden: bool = False
    invisible: bool = False
    breaks_page: bool = False
    display: str = ""
    inset: Decimal = _NOT_AT_ALL


def declared(style: str) -> Declared:
    """What a `style` attribute says."""
    declarations = _DECLARATION.findall(style)
    found = Declared(inset=inset_of(declarations))
    for name, value in declarations:
        word = value.strip().lower()
        match name.lower():
            case "font-weight":
                found = replace(found, bold=word in ("bold", "bolder") or word in ("600", "700", "800", "900"))
            case "font" | "font-family":
                found = replace(found, signs=bool(_SIGNS.search(word)))
            case "text-decoration" | "text-decoration-line":
                found = replace(found, struck="line-through" in word)
            case "vertical-align":
                found = replace(found, high=_raised(word))
            case "display":
                found = replace(found, hidden=word == "none", display=word)
            case "visibility":
                found = replace(found, invisible=word == "hidden")
            case "white-space":
                found = replace(found, as_is=word.startswith("pre"))
            case "page-break-before" | "page-break-after" | "break-before" | "break-after":
                found = replace(found, breaks_page=found.breaks_page or word in ("always", "page"))
            case _:
                pass
    return replace(found, high=True) if _RAISED.search(style) else found


def _raised(alignment: str) -> bool | None:
    """Whether a vertical alignment sets a text high; None where it does not say: the top is also that of the line."""
    if alignment in ("top", "middle", "bottom", "inherit"):
        return None
    return alignment in ("super", "text-top") or bool(_RAISED_BY.match(alignment))


def style_of(element: etree._Element, tag: str, around: Style, own: Declared, *, quoted: bool = False) -> Style:
    """The style inside an element, from the one around it; `quoted` says that it is a quotation."""
    bold, high, as_is = around.bold or tag in _BOLD, around.high or tag == "sup", around.as_is or tag == "pre"
    if own.bold is not None:
        bold = own.bold
    if own.high is not None and tag not in ("td", "th", "tr", "table", "img"):
        high = own.high
    if own.as_is is not None:
        as_is = own.as_is
    signs = own.signs if own.signs is not None else around.signs
    if tag == "font" and element.get("face"):
        signs = bool(_SIGNS.search(element.get("face", "")))
    struck, leaning = around.struck or own.struck or tag in _STRUCK, around.leaning or tag in _LEANING
    found = Style(bold, high, as_is, struck, around.quoted or quoted, signs, leaning)
    return around if found == around else found


def quotations_of(root: etree._Element) -> frozenset[etree._Element]:
    """The elements that quote others; where most of a page stands in such elements, they only set it in."""
    found = frozenset(root.iter("blockquote"))
    outer = [element for element in found if not any(around in found for around in element.iterancestors("blockquote"))]
    quoted = sum(_letters(element) for element in outer)
    share, whole = _MOST
    return found if quoted * whole < _letters(root) * share else frozenset()


def is_short(element: etree._Element) -> bool:
    """Whether an element holds one text, as the label of a row is, whose characters stand for it in the tree."""
    return sum(bool(text.strip()) for text in element.itertext()) == 1 and _letters(element) <= _ONE_TEXT


def _letters(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def is_shown(element: etree._Element, tag: str, own: Declared) -> bool:
    """Whether a browser shows an element."""
    return not (tag in _NOT_SHOWN or own.hidden or own.invisible or element.get("hidden") is not None)
