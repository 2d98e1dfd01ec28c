"""Model to files: schema, linkbases, package metadata and the run-time index. The same model gives the same bytes.

Markup is in the templates; this module decides what stands in them. Specifications: XBRL 2.1 section 5, XBRL
Dimensions 1.0, Calculations 1.1, Taxonomy Packages 1.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from iij_xbrl.taxonomy.compiler.formula import FORMULA_SCHEMAS, ads_ratios_of, formulas_of
from iij_xbrl.taxonomy.compiler.indexed import index_of
from iij_xbrl.taxonomy.compiler.labels import LabelBook
from iij_xbrl.taxonomy.compiler.networks import Role, roles_of
from iij_xbrl.taxonomy.compiler.xpath import SINGLE
from iij_xbrl.taxonomy.source.documentation import grouped
from iij_xbrl.taxonomy.source.mapping import arcs_of, mapping_table
from iij_xbrl.taxonomy.source.model import LANGUAGES, Model

INDEX = "index.json"
PACKAGE = "package"
MAPPING = "mapping.csv"

_NEGATED_ROLES = "http://www.xbrl.org/2009/role/"
_ARCROLES = {
    "summation-item": "https://xbrl.org/2023/arcrole/summation-item",
    "parent-child": "http://www.xbrl.org/2003/arcrole/parent-child",
    "essence-alias": "http://www.xbrl.org/2003/arcrole/essence-alias",
    "wider-narrower": "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower",
}


@dataclass(frozen=True, slots=True)
class _Linkbase:
    """A linkbase of an entry point: its file, its kind for `linkbaseRef` (a standard one or none), and its template."""

    file: str
    kind: str
    template: str
    values: Mapping[str, Any]


def compile_taxonomy(model: Model, templates: Path) -> dict[str, bytes]:
    """All files of a compiled taxonomy by path relative to the taxonomy folder.

    Args:
        model: the resolved taxonomy.
        templates: the folder of templates that holds `taxonomy/`.

    Returns:
        `package/...`, a taxonomy package with META-INF, and `index.json`.
    """
    environment = environment_of(templates)
    book = LabelBook(model)
    book.declare_model()
    roles = roles_of(model, book)
    common = {
        "model": model,
        "settings": model.settings,
        "prefix": model.settings.prefix,
        "roles": roles,
        "arcroles": _ARCROLES,
        "languages": LANGUAGES,
    }
    linkbases, references = _linkbases(model, book), _references(model)
    own, more = _formula(model, "formula", is_own=True), _formula(model, "formula-more", is_own=False)
    calculations = _calculations(model, roles)
    schema = {
        "declarations": tuple(book.declarations.values()),
        "linkbases": linkbases,
        "ads_ratios": ads_ratios_of(model.settings),
    }
    files: dict[str, bytes] = {}

    def write(path: str, template: str, values: Mapping[str, Any]) -> None:
        text = environment.get_template(template).render(**common, **values)
        files[f"{PACKAGE}/{path}"] = text.encode("utf-8")

    write(model.entry_point, "schema.xsd.j2", schema)
    mapping = _mapping(model)
    for linkbase in (*linkbases, *references, *calculations, *own, *more, *mapping):
        write(linkbase.file, linkbase.template, linkbase.values)
    entry_points = (
        *_entry_points(model, own, more, calculations, references),
        *_entry_point_of_mapping(model, (*references, *mapping) if mapping else ()),
    )
    for entry in (*entry_points, *(_of_calculation(model, item) for item in calculations)):
        write(entry.file, "entry-point.xsd.j2", {"entry": entry})
    write("META-INF/catalog.xml", "catalog.xml.j2", {})
    write("META-INF/taxonomyPackage.xml", "taxonomyPackage.xml.j2", {"entry_points": entry_points})
    if model.mappings:
        files[f"{PACKAGE}/{MAPPING}"] = mapping_table(model)
    files[INDEX] = (json.dumps(index_of(model), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return files


def environment_of(templates: Path) -> Environment:
    """The templates of a taxonomy, in the folder of templates that holds `taxonomy/`."""
    return Environment(
        loader=FileSystemLoader(templates / "taxonomy"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@dataclass(frozen=True, slots=True)
class _EntryPoint:
    """A schema that adds linkbases to the core: its name in its namespace, its title, and the schemas that it needs."""

    file: str
    name: str
    title: Mapping[str, str]
    linkbases: tuple[_Linkbase, ...]
    schemas: Mapping[str, str]


_ADDED = {
    "references": {"en": "with references", "ja": "参照を含む"},
    "assertions": {"en": "with assertions", "ja": "アサーションを含む"},
    "assertions-all": {
        "en": "with all assertions, those of changes, shares and translations too",
        "ja": "増減、構成比及び換算を含むすべてのアサーションを含む",
    },
    "all": {
        "en": "everything, the calculations of all layouts too",
        "ja": "全様式の計算リンクを含むすべて",
    },
}


def _entry_points(
    model: Model,
    own: tuple[_Linkbase, ...],
    more: tuple[_Linkbase, ...],
    calculations: tuple[_Linkbase, ...],
    references: tuple[_Linkbase, ...],
) -> tuple[_EntryPoint, ...]:
    """The entry points beside the core that add anything.

    Reports refer to the calculations of what they print whole, one by one: with those of all layouts a sum would bind
    on some of its items. References are apart, since a validator reads every part of each.
    """
    assertions = (*own, *more)
    added = {
        "references": references,
        "assertions": own,
        "assertions-all": assertions if more else (),
        "all": (*references, *calculations, *assertions),
    }
    return tuple(
        _EntryPoint(
            *(model.entry_point_with(name), name, _ADDED[name], linkbases),
            FORMULA_SCHEMAS if any(linkbase in assertions for linkbase in linkbases) else {},
        )
        for name, linkbases in added.items()
        if linkbases
    )


def _calculations(model: Model, roles: Iterable[Role]) -> tuple[_Linkbase, ...]:
    """The calculation linkbases: one for each layout of a place, since a report refers to some of them."""
    return tuple(
        _Linkbase(model.calculation_file(role.name, ".xml"), "calculation", "calculation.xml.j2", {"role": role})
        for role in roles
        if role.calculation.arcs
    )


def _mapping(model: Model) -> tuple[_Linkbase, ...]:
    """The linkbase that relates our concepts to elements of other taxonomies, which are needed to load it."""
    arcs = arcs_of(model)
    name = f"{model.entry_point.removesuffix('.xsd')}-mapping.xml"
    return (_Linkbase(name, "definition", "mapping.xml.j2", {"arcs": arcs}),) if arcs else ()


def _entry_point_of_mapping(model: Model, mapping: tuple[_Linkbase, ...]) -> tuple[_EntryPoint, ...]:
    title = {
        "en": f"with relations to {', '.join(model.others)}",
        "ja": f"他タクソノミ（{', '.join(model.others)}）との対応関係を含む",
    }
    return (_EntryPoint(model.entry_point_with("mapping"), "mapping", title, mapping, {}),) if mapping else ()


def _of_calculation(model: Model, linkbase: _Linkbase) -> _EntryPoint:
    """The schema by which a report refers to a calculation; the Open Information Model has no `linkbaseRef` there."""
    role = linkbase.values["role"]
    file = model.calculation_file(role.name, ".xsd")
    return _EntryPoint(file, f"calculation-{role.name}", role.title, (linkbase,), {})


def _linkbases(model: Model, book: LabelBook) -> tuple[_Linkbase, ...]:
    stem = model.entry_point.removesuffix(".xsd")
    negated = sorted(role for role in book.roles if role.startswith(_NEGATED_ROLES))
    tags = model.settings.languages.model_dump()
    labels = tuple(
        _Linkbase(
            f"{stem}-label-{language}.xml",
            "label",
            "label.xml.j2",
            {"labels": book.labels[language], "language": tags[language], "negated": negated},
        )
        for language in LANGUAGES
    )
    return (
        *labels,
        _Linkbase(f"{stem}-presentation.xml", "presentation", "presentation.xml.j2", {"negated": negated}),
        _Linkbase(f"{stem}-label-roles.xml", "", "role-label.xml.j2", {"tags": tags}),
        _Linkbase(f"{stem}-definition.xml", "definition", "definition.xml.j2", {}),
    )


def _references(model: Model) -> tuple[_Linkbase, ...]:
    """The linkbase that says where meanings are laid down; none where nothing does."""
    name = f"{model.entry_point.removesuffix('.xsd')}-reference.xml"
    values = {"groups": grouped(model.references)}
    return (_Linkbase(name, "reference", "reference.xml.j2", values),) if model.references else ()


def _formula(model: Model, name: str, *, is_own: bool) -> tuple[_Linkbase, ...]:
    """The assertions of relations that have a message of their own, or of those in families; none without relations."""
    formulas = formulas_of(model, is_own=is_own)
    if not formulas.assertions:
        return ()
    values = {"formulas": formulas, "single": SINGLE, "tags": model.settings.languages.model_dump()}
    return (_Linkbase(f"{model.entry_point.removesuffix('.xsd')}-{name}.xml", "", "formula.xml.j2", values),)
