"""Reads a taxonomy source into typed values, each with its file and line.

A source folder holds `taxonomy.yaml` (settings), `dimensions.yaml` (axes), `prose.yaml` (phrases), `documentation.yaml`
(sentences and references), `tdnet.yaml` (the summary form as it is filed), `other-taxonomies.yaml` (elements that lines
refer to) and files of places. Reading checks shapes and spelling only; what names refer to is for `resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from iij_xbrl.errors import ResourceError
from iij_xbrl.taxonomy.source.language import (
    Attributes,
    AxisBody,
    DocumentationBody,
    HeadingAttributes,
    OtherTaxonomyBody,
    PlaceBody,
    Settings,
    Strict,
    TotalAttributes,
)
from iij_xbrl.taxonomy.source.located import Located, Mistakes, Where, read_yaml, suggest
from iij_xbrl.taxonomy.source.prose import PhraseBody, ProseBody
from iij_xbrl.taxonomy.source.summary_form import FILE as FORM
from iij_xbrl.taxonomy.source.summary_form import SummaryForm

Kind = Literal["line", "total", "heading"]
_M = TypeVar("_M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: `children` are a heading's lines or a total's items, `including` its of-which lines."""

    kind: Kind
    name: str
    attributes: TotalAttributes
    where: Where
    children: tuple[Line, ...] = ()
    including: tuple[Line, ...] = ()


def walk(lines: tuple[Line, ...]) -> Iterator[Line]:
    """All lines, each before those below it."""
    for line in lines:
        yield line
        yield from walk(line.children)
        yield from walk(line.including)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the source."""

    body: PlaceBody
    lines: tuple[Line, ...]
    where: Where
    node: Located


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of the source."""

    name: str
    body: AxisBody
    where: Where
    node: Located


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a concept in the source."""

    concept: str
    body: PhraseBody
    where: Where


@dataclass(frozen=True, slots=True)
class Prose:
    """`prose.yaml`."""

    body: ProseBody
    where: Where
    phrases: tuple[Phrases, ...]


@dataclass(frozen=True, slots=True)
class Documentation:
    """What `documentation.yaml` says about a name."""

    name: str
    body: DocumentationBody
    where: Where


@dataclass(frozen=True, slots=True)
class Form:
    """`tdnet.yaml`."""

    body: SummaryForm
    node: Located


@dataclass(frozen=True, slots=True)
class OtherTaxonomy:
    """A taxonomy of `other-taxonomies.yaml`, by the prefix of its namespace."""

    prefix: str
    body: OtherTaxonomyBody
    where: Where
    node: Located


@dataclass(frozen=True, slots=True)
class Source:
    """A whole taxonomy source. `settings_node` and the nodes of the parts tell where each value stands."""

    settings: Settings
    settings_node: Located
    axes: tuple[Axis, ...]
    places: tuple[Place, ...]
    prose: Prose | None = None
    documentation: tuple[Documentation, ...] = ()
    form: Form | None = None
    others: tuple[OtherTaxonomy, ...] = ()


def _nested(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The model that the last step of `path` is a key of."""
    for step in path[:-1]:
        for name, info in model.model_fields.items():
            if step in (name, info.alias):
                kinds = [info.annotation, *get_args(info.annotation)]
                model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), model)
    return model


def _explain(model: type[BaseModel], error: ErrorDetails, others: tuple[str, ...]) -> tuple[str, str]:
    """What is wrong and what is allowed, from one of pydantic's errors; `others` are keys read elsewhere."""
    path, kind, context = error["loc"], error["type"], error.get("ctx", {})
    key = str(path[-1]) if path else ""
    fields = _nested(model, path).model_fields
    keys = [info.alias or name for name, info in fields.items()]
    if kind == "extra_forbidden":
        return f"unknown key '{key}'", suggest(key, [*keys, *(others if len(path) == 1 else ())])
    if kind == "missing":
        required = [name for name, info in zip(keys, fields.values(), strict=True) if info.is_required()]
        return f"'{key}' is missing", f"required: {', '.join(required)}"
    if kind == "literal_error":
        return f"'{error['input']}' is not allowed for '{_key(path)}'", f"allowed: {context['expected']}"
    if kind == "string_pattern_mismatch":
        return f"'{error['input']}' is not allowed for '{_key(path)}'", f"it must match {context['pattern']}"
    return f"'{_key(path)}': {error['msg']}", ""


def _key(path: tuple[str | int, ...]) -> str:
    return ".".join(str(step) for step in path if step != "[key]")


def _check(model: type[_M], node: Located, mistakes: Mistakes, without: tuple[str, ...] = ()) -> _M | None:
    """`node` as a `model`, or None with the mistakes noted."""
    if node.mapping is None:
        allowed = f"allowed: {', '.join(model.model_fields)}"
        mistakes.add(node.where, f"expected keys and values, found {node.plain()!r}", allowed)
        return None
    try:
        return model.model_validate({key: item.plain() for key, item in node.mapping.items() if key not in without})
    except ValidationError as error:
        for item in error.errors():
            wrong, allowed = _explain(model, item, without)
            mistakes.add(node.at(item["loc"]), wrong, allowed)
        return None


def _single(node: Located) -> tuple[str, Located] | None:
    """Name and body of a mapping with one key."""
    if node.mapping is None or len(node.mapping) != 1:
        return None
    name, body = next(iter(node.mapping.items()))
    return name, Located({}, body.where) if body.value is None else body


_FORMS = "allowed: ConceptName, ConceptName: {..}, total: ConceptName, or heading: NameAbstract"


class _LineReader:
    """Reads lines in their four forms; mistakes are gathered."""

    def __init__(self, mistakes: Mistakes) -> None:
        self._mistakes = mistakes

    def lines(self, node: Located | None) -> tuple[Line, ...]:
        """The lines of a list."""
        if node is None:
            return ()
        if node.items is None:
            self._mistakes.add(node.where, "expected a list of lines", _FORMS)
            return ()
        return tuple(line for item in node.items if (line := self._line(item)) is not None)

    def _line(self, node: Located) -> Line | None:
        if isinstance(node.value, str):
            return self._checked("line", node.value, Located({}, node.where), node.where)
        fields = node.mapping
        if fields is not None and "total" in fields:
            return self._checked("total", fields["total"].value, node, node.where)
        if fields is not None and "heading" in fields:
            return self._checked("heading", fields["heading"].value, node, node.where)
        single = _single(node)
        if single is None:
            found = ", ".join(fields) if fields else node.plain()
            self._mistakes.add(node.where, f"not a line: {found}", _FORMS)
            return None
        return self._checked("line", single[0], single[1], single[1].where)

    def _checked(self, kind: Kind, name: object, node: Located, where: Where) -> Line | None:
        if not isinstance(name, str) or not name[:1].isupper() or not name.isascii() or not name.isalnum():
            wrong = f"'{name}' is not a concept name"
            self._mistakes.add(where, wrong, "allowed: letters and digits, the first a capital")
            return None
        model, below, others = _FORMS_OF[kind]
        fields = node.mapping if node.mapping is not None else {}
        attributes = _check(model, node, self._mistakes, without=others)
        children = self.lines(fields.get(below)) if below else ()
        including = self.lines(fields.get("including")) if "including" in others else ()
        if kind == "total" and not children:
            self._mistakes.add(where, f"{kind} {name} has no '{below}'", f"allowed: {below}: [lines]")
        if attributes is None:
            return None
        full = TotalAttributes.model_construct(**{**TotalAttributes().__dict__, **attributes.__dict__})
        return Line(kind, name, full, where, children, including)


# kind: attributes, the key of the lines below, and all keys that are not attributes
_FORMS_OF: Mapping[str, tuple[type[Strict], str, tuple[str, ...]]] = {
    "line": (Attributes, "", ("including",)),
    "total": (TotalAttributes, "of", ("total", "of", "including")),
    "heading": (HeadingAttributes, "lines", ("heading", "lines")),
}


def _axes(node: Located | None, mistakes: Mistakes) -> tuple[Axis, ...]:
    if node is None:
        return ()
    for key in node.mapping or {}:
        if key != "axes":
            mistakes.add(node.at([key]), f"unknown key '{key}'", "allowed: axes")
    listed = node.mapping.get("axes") if node.mapping else None
    if listed is None or listed.items is None:
        mistakes.add(node.where, "no list 'axes'", "allowed: axes: [NameAxis: {en, ja, domain, members, default}]")
        return ()
    axes = []
    for item in listed.items:
        single = _single(item)
        if single is None:
            mistakes.add(item.where, "not an axis", "allowed: NameAxis: {en, ja, domain, members, default}")
            continue
        body = _check(AxisBody, single[1], mistakes)
        if body is not None:
            axes.append(Axis(single[0], body, single[1].where, single[1]))
    return tuple(axes)


def _places(node: Located | None, mistakes: Mistakes) -> tuple[Place, ...]:
    if node is None:
        return ()
    nodes: tuple[Located, ...] = (node,)
    if node.mapping and "places" in node.mapping:
        for key in node.mapping:
            if key != "places":
                mistakes.add(node.at([key]), f"unknown key '{key}'", "allowed beside 'places': nothing")
        nodes = node.mapping["places"].items or ()
    places = []
    for item in nodes:
        body = _check(PlaceBody, item, mistakes, without=("lines",))
        lines = _LineReader(mistakes).lines(item.mapping.get("lines") if item.mapping else None)
        if body is not None:
            if not lines:
                mistakes.add(item.where, f"place {body.role} has no lines", "list them under 'lines'")
            places.append(Place(body, lines, item.at(["role"]), item))
    return tuple(places)


def _prose(node: Located | None, mistakes: Mistakes) -> Prose | None:
    if node is None:
        return None
    body = _check(ProseBody, node, mistakes, without=("phrases",))
    listed = node.mapping.get("phrases") if node.mapping else None
    phrases = []
    for item in (listed.items or ()) if listed else ():
        single = _single(item)
        if single is None:
            mistakes.add(
                item.where, "not the phrases of a concept", "allowed: ConceptName: [phrases], or {printed: ..}"
            )
            continue
        name, value = single
        fields = Located({"printed": value}, value.where) if value.items is not None else value
        checked = _check(PhraseBody, fields, mistakes)
        if checked is not None:
            phrases.append(Phrases(name, checked, value.where))
    return Prose(body, node.where, tuple(phrases)) if body is not None else None


def _documentation(node: Located | None, mistakes: Mistakes) -> tuple[Documentation, ...]:
    if node is None:
        return ()
    if node.mapping is None:
        mistakes.add(node.where, "expected names", "allowed: ConceptName: {en, ja, asc, tse}")
        return ()
    checked = ((name, _check(DocumentationBody, item, mistakes), item.where) for name, item in node.mapping.items())
    return tuple(Documentation(name, body, where) for name, body, where in checked if body is not None)


def _form(node: Located | None, mistakes: Mistakes) -> Form | None:
    body = _check(SummaryForm, node, mistakes) if node is not None else None
    return Form(body, node) if body is not None and node is not None else None


def _others(node: Located | None, mistakes: Mistakes) -> tuple[OtherTaxonomy, ...]:
    if node is None:
        return ()
    if node.mapping is None:
        mistakes.add(node.where, "expected prefixes", "allowed: prefix: {name, publisher, date, namespace, ...}")
        return ()
    checked = ((prefix, _check(OtherTaxonomyBody, item, mistakes), item) for prefix, item in node.mapping.items())
    return tuple(OtherTaxonomy(prefix, body, item.where, item) for prefix, body, item in checked if body is not None)


def read(folder: Path) -> Source:
    """Read a source folder.

    Raises:
        SourceError: all mistakes of shape and spelling, one `file:line: what is wrong; what is allowed` per line.
        ResourceError: the folder holds no `taxonomy.yaml`.
    """
    settings_path = folder / "taxonomy.yaml"
    if not settings_path.is_file():
        raise ResourceError(f"{settings_path}: no taxonomy source here; name the folder that holds taxonomy.yaml")
    mistakes = Mistakes()
    node = read_yaml(settings_path, mistakes)
    settings = _check(Settings, node, mistakes) if node is not None else None
    dimensions = folder / "dimensions.yaml"
    axes = _axes(read_yaml(dimensions, mistakes), mistakes) if dimensions.is_file() else ()
    sentences = folder / "prose.yaml"
    prose = _prose(read_yaml(sentences, mistakes), mistakes) if sentences.is_file() else None
    documents = folder / "documentation.yaml"
    documentation = _documentation(read_yaml(documents, mistakes), mistakes) if documents.is_file() else ()
    summary = folder / FORM
    form = _form(read_yaml(summary, mistakes), mistakes) if summary.is_file() else None
    elsewhere = folder / "other-taxonomies.yaml"
    others = _others(read_yaml(elsewhere, mistakes), mistakes) if elsewhere.is_file() else ()
    special = (settings_path, dimensions, sentences, documents, summary, elsewhere)
    files = [path for path in sorted(folder.glob("*.yaml")) if path not in special]
    places = tuple(place for path in files for place in _places(read_yaml(path, mistakes), mistakes))
    if not places and not mistakes.found:
        mistakes.add(Where(str(folder), 1), "no places", "add a file that holds a place, with role, title and lines")
    mistakes.stop_if_any()
    assert settings is not None and node is not None, "a missing one is a mistake"
    return Source(settings, node, axes, places, prose, documentation, form, others)
