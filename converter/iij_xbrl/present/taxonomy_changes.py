"""The differences between two versions of a taxonomy, as text and as a page that needs no network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from iij_xbrl.borders import markup_text, terminal_text, xml_text
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.versions import Change, Kind
from iij_xbrl.write.markup import environment

TEMPLATE = "taxonomy-changes.html.j2"
_SIGNS: Mapping[Kind, str] = {"added": "+", "removed": "-", "changed": "~"}


def as_text(found: Sequence[Change], old: Taxonomy, new: Taxonomy) -> str:
    """One line for what was added or removed, three for what was changed, and a summary first."""
    lines = [_summary(found, old, new)]
    for change in found:
        lines.append(f"{_SIGNS[change.kind]} {change.subject} {change.name}")
        if change.kind == "changed":
            lines += [f"    was {change.before}", f"    is  {change.after}"]
    return "".join(f"{terminal_text(line)}\n" for line in lines)


def as_html(found: Sequence[Change], old: Taxonomy, new: Taxonomy) -> str:
    """The same as a page with a table."""
    page = environment().get_template(TEMPLATE).render(changes=found, summary=_summary(found, old, new))
    return markup_text(xml_text(page))


def _summary(found: Sequence[Change], old: Taxonomy, new: Taxonomy) -> str:
    counted = Counter(change.kind for change in found)
    numbers = ", ".join(f"{counted[kind]:,} {kind}" for kind in _SIGNS)
    return f"{old.entry_point} {old.version} -> {new.entry_point} {new.version}: {numbers}"
