"""Declarations of the schema and their labels (XBRL 2.1, 5.2.2.2.2): which label roles a concept needs, and their text.

A label role is written only where a presentation arc prefers it. Suffixes such as [abstract] follow the custom of the
US GAAP, IFRS and EDINET taxonomies and keep standard labels unique.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iij_xbrl.taxonomy.source.model import LANGUAGES, Concept, Line, Model

STANDARD = "http://www.xbrl.org/2003/role/label"
TERSE = "http://www.xbrl.org/2003/role/terseLabel"
TOTAL = "http://www.xbrl.org/2003/role/totalLabel"
VERBOSE = "http://www.xbrl.org/2003/role/verboseLabel"
OPENING = "http://www.xbrl.org/2003/role/periodStartLabel"
CLOSING = "http://www.xbrl.org/2003/role/periodEndLabel"
DOCUMENTATION = "http://www.xbrl.org/2003/role/documentation"
_NEGATED = "http://www.xbrl.org/2009/role/negated"
NEGATED_OF = {
    STANDARD: f"{_NEGATED}Label",
    TERSE: f"{_NEGATED}TerseLabel",
    TOTAL: f"{_NEGATED}TotalLabel",
    OPENING: f"{_NEGATED}PeriodStartLabel",
    CLOSING: f"{_NEGATED}PeriodEndLabel",
}
_PATTERNS: Mapping[str, Mapping[str, str]] = {
    "abstract": {"en": "{} [abstract]", "ja": "{} [タイトル項目]"},
    "table": {"en": "{} [table]", "ja": "{} [表]"},
    "line items": {"en": "{} [line items]", "ja": "{} [項目]"},
    "axis": {"en": "{} [axis]", "ja": "{} [軸]"},
    "domain": {"en": "{} [domain]", "ja": "{} [ドメイン]"},
    "member": {"en": "{} [member]", "ja": "{} [メンバー]"},
    OPENING: {"en": "{}, beginning of period", "ja": "{}、期首"},
    CLOSING: {"en": "{}, end of period", "ja": "{}、期末"},
    VERBOSE: {"en": "{}: {}", "ja": "{}：{}"},
    "Changes": {"en": "{}, changes", "ja": "{}、増減"},
    "other dimensions": {"en": "{}, other dimensions", "ja": "{}、その他の次元"},
}
_CHANGES_TITLE = {"en": "Changes", "ja": "増減"}
_PLAIN_TITLE = {"en": "Without members", "ja": "メンバーなし"}


@dataclass(frozen=True, slots=True)
class Declaration:
    """An element of the schema. `kind` is item, abstract, table, axis, domain or member."""

    name: str
    kind: str
    type: str
    period: str
    balance: str | None


class LabelBook:
    """Collects what the schema declares and which label each concept is shown with, in order of first use."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.declarations: dict[str, Declaration] = {}
        self.labels: dict[str, dict[str, dict[str, str]]] = {language: {} for language in LANGUAGES}
        self.roles: set[str] = set()
        self._headings: dict[str, Mapping[str, str]] = {}

    def _declare(self, name: str, kind: str, text: Mapping[str, str], pattern: str = "") -> str:
        if name not in self.declarations:
            self.declarations[name] = Declaration(name, kind, "", "duration", None)
            self._headings[name] = text
            for language in LANGUAGES:
                shape = _PATTERNS[pattern][language] if pattern else "{}"
                self._label(name, language, STANDARD, shape.format(text[language]))
        return name

    def _label(self, name: str, language: str, role: str, text: str) -> None:
        self.labels[language].setdefault(name, {}).setdefault(role, text)
        self.roles.add(role)

    def abstract(self, name: str, text: Mapping[str, str]) -> str:
        """Declare an abstract concept."""
        return self._declare(name, "abstract", text, "abstract")

    def root(self, role: str, text: Mapping[str, str]) -> str:
        """Declare the root of a role's presentation; another name where a heading of the source has its name."""
        suffix = "PlaceAbstract" if f"{role}Abstract" in self._model.abstracts else "Abstract"
        return self.abstract(f"{role}{suffix}", text)

    def table(self, role: str, text: Mapping[str, str]) -> str:
        """Declare the hypercube of a role."""
        return self._declare(f"{role}Table", "table", text, "table")

    def line_items(self, role: str, text: Mapping[str, str]) -> str:
        """Declare the line items of a role's hypercube."""
        return self._declare(f"{role}LineItems", "abstract", text, "line items")

    def declare_model(self) -> None:
        """Declare headings, axes, domains, members and concepts, with their standard labels and documentation."""
        model = self._model
        for heading in model.abstracts.values():
            self.abstract(heading.name, heading.labels)
        for axis in model.axes.values():
            self._declare(axis.name, "axis", axis.labels, "axis")
            self._declare(axis.domain, "domain", model.member_labels[axis.domain], "domain")
            for member in axis.members:
                self._declare(member, "member", model.member_labels[member], "member")
        for concept in model.concepts.values():
            item = Declaration(concept.name, "item", concept.type, concept.period, concept.balance)
            self.declarations[concept.name] = item
            for language in LANGUAGES:
                self._label(concept.name, language, STANDARD, concept.labels[language])

        for name, texts in model.documentation.items():
            for language, text in texts.items():
                self._label(name, language, DOCUMENTATION, text)

    def use(self, line: Line) -> str:
        """The label role that a line prefers, or '' for the standard label; its text is added to the labels."""
        if line.concept is None:
            return ""
        concept = self._model.concepts[line.concept]
        role = _preferred(line, concept)
        negated = line.verb in ("opposite", "minus-magnitude")
        for language in LANGUAGES:
            text = _text(role, concept, language)
            self._label(concept.name, language, NEGATED_OF[role] if negated else role, text)
        if negated:
            return NEGATED_OF[role]
        return "" if role == STANDARD else role

    def again(self, name: str, role: str, above: str) -> str:
        """The label role of a concept that its presentation shows once more, below another heading that it names.

        There is none for a negated label, nor for a second heading: then it is the one that would be preferred.
        """
        if role in NEGATED_OF.values() or name not in self._model.concepts:
            return role
        texts = {}
        for language in LANGUAGES:
            headed = self._headings[above] if above in self._headings else self._model.concepts[above].labels
            label = self._model.concepts[name].labels[language]
            texts[language] = _PATTERNS[VERBOSE][language].format(headed[language], label)
            self._label(name, language, VERBOSE, texts[language])
        known = all(self.labels[language][name][VERBOSE] == text for language, text in texts.items())
        return VERBOSE if known else role


def _preferred(line: Line, concept: Concept) -> str:
    if line.instant is not None:
        return OPENING if line.instant == "opening" else CLOSING
    if line.kind == "total":
        return TOTAL
    return TERSE if line.terse and concept.terse else STANDARD


def _text(role: str, concept: Concept, language: str) -> str:
    if role == TERSE:
        return concept.terse.get(language, concept.labels[language])
    if role in (OPENING, CLOSING):
        return _PATTERNS[role][language].format(concept.labels[language])
    return concept.labels[language]


def root_labels(role: str, title: Mapping[str, str] | None) -> Mapping[str, str]:
    """The title of a hypercube that is not simply a place."""
    if title is None:
        return _CHANGES_TITLE if role == "Changes" else _PLAIN_TITLE
    pattern = _PATTERNS["Changes" if role.endswith("Changes") else "other dimensions"]
    return {language: pattern[language].format(title[language]) for language in LANGUAGES}
