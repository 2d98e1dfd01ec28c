"""Tables that a page sets without the elements for them: by their roles (WAI-ARIA 1.2) or by `display` (CSS 2.2, 17.2).

They are named in the tree as the tables that they are shown as, where each cell stands in a row and each row in a
table, and two rows have two cells; anything less only arranges the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from iij_xbrl.read.html.style_sheets import Classes, style_by_class
from iij_xbrl.read.html.styles import declared

_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}
_DISPLAYS = {
    "table": "table",
    "inline-table": "table",
    "table-row-group": "tbody",
    "table-header-group": "thead",
    "table-footer-group": "tfoot",
    "table-row": "tr",
    "table-cell": "td",
}
_TABLE_TAGS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"})
_CELLS = frozenset({"td", "th"})
_AROUND = {"td": {"tr"}, "th": {"tr"}, "tr": {"table", "tbody", "thead", "tfoot"}}
_SPANS = (("aria-colspan", "colspan"), ("aria-rowspan", "rowspan"))
_SETS = re.compile(r"\bdisplay\s*:\s*(?:inline-)?table", re.IGNORECASE)
_FEWEST = 2  # rows, and cells of a row


def name_tables(root: etree._Element, classes: Classes) -> None:
    """Give the elements of such tables the names of what they are shown as."""
    setting = {key: rules for key, rules in classes.items() if any(_SETS.search(rule.style) for rule in rules)}
    found = {element: name for element in root.iter() if (name := _name(element, classes, setting))}
    for table in [element for element, name in found.items() if name == "table"]:
        parts = {table: "table", **dict(_parts(table, found))}
        rows = [element for element, name in parts.items() if name == "tr"]
        if sum(sum(parts.get(cell) in _CELLS for cell in row) >= _FEWEST for row in rows) >= _FEWEST:
            for element, name in parts.items():
                _rename(element, name)


def _rename(element: etree._Element, name: str) -> None:
    element.tag = name
    for own, meant in _SPANS:
        if own in element.attrib:
            element.set(meant, element.get(own, ""))


def _name(element: etree._Element, classes: Classes, setting: Classes) -> str:
    """What an element that is none of a table is shown as; empty where it is no part of one.

    `setting` are those classes that set anything as a table or a part of one.
    """
    tag = element.tag
    if not isinstance(tag, str) or tag in _TABLE_TAGS:
        return ""
    role = element.get("role", "").strip().lower()
    if role:
        return _ROLES.get(role, "")
    own, names = element.get("style", ""), element.get("class", "") if setting else ""
    is_set = any((of, name) in setting for name in names.split() for of in ("", tag))
    if not is_set and not _SETS.search(own):
        return ""
    return _DISPLAYS.get(declared(";".join((style_by_class(tag, names, classes), own))).display, "")


def _parts(table: etree._Element, found: dict[etree._Element, str]) -> Iterator[tuple[etree._Element, str]]:
    """The groups, rows and cells of a table, each directly within what it is a part of."""
    open_elements = [table]
    while open_elements:
        around = open_elements.pop()
        for element in around:
            name = found.get(element, "")
            if not name or name == "table":
                continue
            is_placed = found[around] in _AROUND.get(name, {"table"})
            if is_placed:
                yield element, name
                if name not in _CELLS:
                    open_elements.append(element)
