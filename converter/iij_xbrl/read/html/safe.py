"""What of a page runs or fetches something, and is left out of what is made of it: the page alone, as it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

SCRIPTS = frozenset({"script", "noscript", "template"})
EMBEDDED = frozenset({"iframe", "frame", "frameset", "object", "embed", "applet", "audio", "video", "source", "track"})
FORMS = frozenset({"form", "input", "button", "select", "option", "textarea", "base", "param", "canvas", "svg", "math"})
_REFERS = frozenset(
    {"src", "background", "srcset", "data", "action", "poster", "codebase", "cite", "longdesc", "usemap"}
)
_BLANK = re.compile(r"[\s\x00-\x20]+")
_IN_PAGE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif);)", re.IGNORECASE)
_OPENS = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_CSS = re.compile(
    r"@import[^;]*;?|url\(\s*[\"']?(?!\s*[\"']?(?:data:image/|#))[^)]*\)|expression\([^)]*\)", re.IGNORECASE
)


def drops_element(element: etree._Element, tag: str) -> str:
    """What an element is that is left out with all that is in it; empty where it stays."""
    if tag in SCRIPTS:
        return "script"
    if tag in EMBEDDED or tag in FORMS:
        return "embedded object"
    if tag == "link" or (tag == "meta" and (element.get("http-equiv") or "").lower() not in ("", "content-type")):
        return "external resource"
    return ""


def drops_attribute(name: str, value: str) -> str:
    """What an attribute is that is left out; empty where it stays."""
    name = name.lower()
    if name.startswith("on"):
        return "event handler"
    if name in _REFERS and not _IN_PAGE.match(value):
        return "external resource"
    if name in ("href", "xlink:href"):
        scheme = _SCHEME.match(_BLANK.sub("", value).lower())
        return "link that runs or opens something" if scheme and scheme[1] not in _OPENS else ""
    return ""


def safe_css(css: str) -> str:
    """Style without what it fetches or runs."""
    return _CSS.sub("", css)


def left_out(root: etree._Element) -> tuple[str, ...]:
    """What is left out of a page, in sentences."""
    counted = Counter(_found(root))
    return tuple(
        f"{count} {what}{'s' if count > 1 else ''} of the page left out of the inline report"
        for what, count in sorted(counted.items())
    )


def _found(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if what := drops_element(element, tag):
            yield what
            continue
        for name, value in element.items():
            if what := drops_attribute(name, value):
                yield what
            elif name == "style" and _CSS.search(value):
                yield "external resource"
        if tag == "style" and element.text and _CSS.search(element.text):
            yield "external resource"
