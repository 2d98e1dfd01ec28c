"""What the style sheets of a page say of classes, as far as it says something of a text (CSS 2.2).

Only rules for one class count, `.c5` or `span.c5`, and none that hold for some media alone, as those for print do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?\.([-\w]+)", re.IGNORECASE)
_SAYS = re.compile(
    r"(?<![\w-])(?:font-weight|text-decoration(?:-line)?|vertical-align|display|visibility|float"
    r"|grid-(?:template-columns|auto-flow|column|row|area)(?:-start|-end)?|order|(?:page-)?break-(?:before|after))"
    r"\s*:[^;]*",
    re.IGNORECASE,
)

Classes = Mapping[tuple[str, str], Sequence["Rule"]]
"""The rules for a class by the tag that they are for, empty for any, and its name."""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """What a rule says: one for a tag counts more than one for any, and a later one more than one before."""

    is_for_tag: bool
    order: int
    style: str


def classes_of(root: etree._Element) -> Classes:
    """The rules for classes in all style sheets of a page."""
    found: dict[tuple[str, str], list[Rule]] = {}
    order = 0
    for sheet in root.iter("style"):
        for selectors, body in _rules(_COMMENT.sub(" ", sheet.text or "")):
            style = ";".join(match.group() for match in _SAYS.finditer(body))
            for selector in selectors.split(",") if style else ():
                if match := _SELECTOR.fullmatch(selector.strip()):
                    tag = (match[1] or "").lower()
                    order += 1
                    found.setdefault((tag, match[2]), []).append(Rule(bool(tag), order, style))
    return found


def style_by_class(tag: str, names: str, classes: Classes) -> str:
    """What the classes of an element say, what counts most at the end."""
    rules = (rule for name in names.split() for own in ("", tag) for rule in classes.get((own, name), ()))
    return ";".join(rule.style for rule in sorted(set(rules)))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of the rules of a style sheet, without those within `@media` and its like."""
    depth = start = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        if brace.group() == "{":
            if depth == 0:
                selectors = sheet[start : brace.start()].rsplit(";", 1)[-1].strip()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not selectors.startswith("@"):
                yield selectors, sheet[start : brace.start()]
        start = brace.end()
