"""The summary form as it is filed: which element of another taxonomy each concept is, and with which members.

The table stands in `tdnet.yaml` of a source; a source without one has no such form. It is held against the concepts:
each must exist, and its item type, period type and balance must be those of the element.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from iij_xbrl.taxonomy.source.language import Strict
from iij_xbrl.taxonomy.source.located import Located, Mistakes, suggest
from iij_xbrl.taxonomy.source.model import Axis, Concept
from iij_xbrl.taxonomy.source.texts import Name, Text

FILE = "tdnet.yaml"
Standard = Literal["us", "ifrs"]
_ITEM_TYPES = {"percentage1": "percent", "perShare": "pershare"}  # theirs, as ours are called


class ElementBody(Strict):
    """A concept's element under each accounting standard, what it is (`monetary duration credit`), and its members."""

    us: Name | None = None
    ifrs: Name | None = None
    is_: Annotated[str, Field(alias="is", pattern=r"^[A-Za-z0-9]+ (instant|duration)( debit| credit)?$")]
    with_: Annotated[Mapping[Name, Name], Field(alias="with")] = {}


class SummaryForm(Strict):
    """The table. `always` are the members of every fact, `members` what ours stand for, by axis."""

    name: Text
    publisher: Text
    date: Text
    prefix: Text
    namespace: Text
    location: Text
    always: Mapping[Name, Name]
    members: Mapping[Name, Mapping[Name, Mapping[Name, Name]]]
    elements: Annotated[Mapping[Name, ElementBody], Field(min_length=1)]

    def element(
        self, concept: str, standard: Standard, members: Mapping[str, str]
    ) -> tuple[str, Mapping[str, str]] | None:
        """The element and the members of a fact, given ours by axis; None where the form has no such figure."""
        body = self.elements.get(concept)
        name = None if body is None else body.us if standard == "us" else body.ifrs
        if body is None or name is None:
            return None
        said = dict(self.always)
        for axis, member in members.items():
            theirs = self.members.get(axis, {}).get(member)
            if theirs is None:
                return None
            said |= theirs
        return name, said | dict(body.with_)


def check_form(
    form: SummaryForm,
    node: Located,
    concepts: Mapping[str, Concept],
    axes: Mapping[str, Axis],
    types: Mapping[str, str],
    mistakes: Mistakes,
) -> None:
    """Hold the table against the concepts and axes; `types` are the item types of ours by the names of kinds."""
    for name, body in form.elements.items():
        where = node.at(["elements", name])
        concept = concepts.get(name)
        if concept is None:
            mistakes.add(where, f"unknown concept {name}", suggest(name, list(concepts)))
            continue
        if body.us is None and body.ifrs is None:
            mistakes.add(where, f"{name} names no element", "give 'us', 'ifrs' or both")
        kind, period, balance = (*body.is_.split(" "), "")[:3]
        own = (types.get(concept.type, ""), concept.period, concept.balance or "")
        for what, theirs, ours in zip(
            ("item type", "period", "balance"), (_ITEM_TYPES.get(kind, kind), period, balance), own, strict=True
        ):
            if theirs.casefold() != ours.casefold() and (what != "balance" or (theirs and ours)):
                mistakes.add(where, f"{what} {theirs} of the element is {ours or 'none'} of {name}", "name another one")
    for axis, members in form.members.items():
        known = (axes[axis].domain, *axes[axis].members) if axis in axes else ()
        if not known:
            mistakes.add(node.at(["members", axis]), f"unknown axis {axis}", suggest(axis, list(axes)))
        for member in members:
            if known and member not in known:
                mistakes.add(node.at(["members", axis, member]), f"unknown member {member} of {axis}", ", ".join(known))
