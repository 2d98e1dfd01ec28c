"""The run-time index of a model, as JSON values; `taxonomy.loaded` reads them back."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from iij_xbrl.relations.language import Relation
from iij_xbrl.taxonomy.index import Prose
from iij_xbrl.taxonomy.index_file import FORMAT
from iij_xbrl.taxonomy.source.model import Line, Model, Place


def index_of(model: Model) -> dict[str, Any]:
    """The run-time index as JSON values."""
    settings = model.settings
    entity = settings.entity
    same: dict[str, dict[str, list[str | int]]] = {}
    for item in model.mappings:
        if item.relation == "same":
            same.setdefault(item.concept, {})[item.prefix] = [item.element, -1 if item.is_opposite else 1]
    return {
        "format": FORMAT,
        "version": settings.version,
        "prefix": settings.prefix,
        "namespace": model.namespace,
        "schema_ref": model.schema_ref,
        **({"sign_policy": settings.sign_policy.model_dump()} if settings.sign_policy else {}),
        "title": settings.title.model_dump(),
        "entity": {
            "name": entity.name.en,
            "names": list(dict.fromkeys((entity.name.en, entity.name.ja, *entity.names))),
            "codes": list(entity.codes),
            "group": list(entity.group),
            "scheme": entity.scheme,
            "identifier": entity.identifier,
            "currency": entity.currency,
            "fiscal_year_start": entity.fiscal_year_start,
            **({"fiscal_year_named_by": "end"} if entity.fiscal_year_named_by == "end" else {}),
            "ads_ratios": [{"from": item.start, "ratio": item.ratio} for item in entity.ads_ratios],
        },
        "types": {name: kind.unit for name, kind in settings.types.items()},
        "default_members": {name: axis.default for name, axis in sorted(model.axes.items()) if axis.default},
        "members": {name: sorted(axis.members) for name, axis in sorted(model.axes.items())},
        "names": {
            **{name: dict(axis.labels) for name, axis in sorted(model.axes.items())},
            **{
                name: dict(model.member_labels[name])
                for name in sorted({member for axis in model.axes.values() for member in axis.members})
            },
        },
        "roles": {
            "axes": {axis.role: name for name, axis in sorted(model.axes.items()) if axis.role},
            "members": {
                role: [name, member]
                for name, axis in sorted(model.axes.items())
                for role, member in sorted(axis.roles.items())
            },
        },
        "concepts": {
            name: _without_none(
                type=concept.type,
                period=concept.period,
                balance=concept.balance,
                without_balance=concept.without_balance or None,
                labels=dict(concept.labels),
                derived_from=concept.derived_from,
                derivation=concept.derivation,
                documentation=dict(model.documentation.get(name, {})) or None,
                references=[reference.text for reference in model.references.get(name, ())] or None,
                same_as=same.get(name),
            )
            for name, concept in sorted(model.concepts.items())
        },
        "places": [_place(place) for place in model.places],
        "relations": [_relation(relation) for relation in model.relations],
        **_prose(model.prose),
    }


def _prose(prose: Prose) -> dict[str, Any]:
    if not (prose.phrases or prose.words or prose.notes or prose.headings):
        return {}
    phrases = [
        _without_none(
            concept=phrase.concept,
            printed=list(phrase.printed),
            verb=None if phrase.verb == "same" else phrase.verb,
            members=dict(phrase.members) or None,
            after=phrase.after,
            part_of=phrase.part_of,
            use=None if phrase.use == "subject" else phrase.use,
            fiscal_year=phrase.fiscal_year or None,
            year_end=phrase.year_end or None,
            under=list(phrase.under) or None,
            unless=phrase.unless,
        )
        for phrase in prose.phrases
    ]
    words = [
        _without_none(
            concept=item.concept, printed=list(item.printed) or None, value=item.value or None, says=item.says
        )
        for item in prose.words
    ]
    notes = [{"concept": item.concept, "titles": list(item.titles)} for item in prose.notes]
    spellings = dict(prose.spellings)
    said = {"words": words, "notes": notes, "headings": list(prose.headings)}
    return {"prose": {"phrases": phrases, "topics": list(prose.topics), "spellings": spellings, **said}}


def _without_none(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}


def _relation(relation: Relation) -> dict[str, str]:
    """A relation as text, with an axis before every member; what differs from the defaults is left out."""
    place = {"place": relation.place} if relation.place else {}
    severity = {"severity": relation.severity} if relation.severity != "error" else {}
    return {"id": relation.id, "kind": relation.kind, **place, **severity, "relation": str(relation)}


def _place(place: Place) -> dict[str, Any]:
    values: dict[str, Any] = {
        "role": place.role,
        "source": PurePath(place.where.file).name,
        "titles": list(place.titles),
        "lines": [_line(line) for line in place.lines],
    }
    if place.rows != "lines":
        values["rows"] = place.rows
    if place.kind != "disclosure":
        values["kind"] = place.kind
    if place.standard:
        values["standard"] = place.standard
    for name in ("titled_only", "undated"):
        if getattr(place, name):
            values[name] = True
    if place.calculations:
        values["calculations"] = [
            {"role": item.role, "arcs": [[arc.total, arc.item, arc.weight] for arc in item.arcs]}
            for item in place.calculations
        ]
    if place.columns:
        values["columns"] = [
            {
                **_without_none(labels=list(column.labels), members=dict(column.members), concept=column.concept),
                **({"skip": True} if column.skip else {}),
            }
            for column in place.columns
        ]
    return values


def _line(line: Line) -> dict[str, Any]:
    """A line with what differs from the defaults of `index.Line`."""
    values: dict[str, Any] = {
        "concept": line.concept,
        "kind": line.kind,
        "parent": line.parent,
        "partition": line.partition,
        "labels": list(line.labels),
    }
    if line.verb != "same":
        values["verb"] = line.verb
    if line.weight != 1:
        values["weight"] = line.weight
    if line.effect:
        values["effect"] = True
    if line.instant is not None:
        values["instant"] = line.instant
    if line.members:
        values["members"] = dict(line.members)
    if line.derived:
        values["derived"] = dict(line.derived)
    if line.standard:
        values["standard"] = line.standard
    if line.within:
        values["within"] = dict(line.within)
    return values
