"""A compiled taxonomy as its index says it: converting a release reads `index.json` and never the YAML source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from iij_xbrl.relations.language import Relation
from iij_xbrl.relations.parser import ConceptKind, Vocabulary, parse
from iij_xbrl.taxonomy.index import (
    Calculation,
    ColumnMember,
    Concept,
    Entity,
    ItemType,
    Line,
    Note,
    Phrase,
    Place,
    Prose,
    Taxonomy,
    Words,
)
from iij_xbrl.taxonomy.index_file import index_of, read_index, read_packaged_index


def load(folder: Path) -> Taxonomy:
    """Read `folder/index.json`; as long as nobody changes it, what was made of it before is the same value.

    Raises ResourceError where it is missing, damaged or of another format version.
    """
    return read_index(folder, partial(_of_text, folder=folder))


def load_packaged(path: Path) -> Taxonomy:
    """A taxonomy to compare with another: its folder, or the zip of its package with the index in it.

    Raises ResourceError where it is missing, damaged, of another format version, or has no index.
    """
    return read_packaged_index(path, partial(_of_text, folder=path)) if path.is_file() else load(path)


@lru_cache(maxsize=2)  # whoever converts one release after another has all that is made of a taxonomy once
def _of_text(text: str, folder: Path) -> Taxonomy:
    return _taxonomy(index_of(text), folder)


def _taxonomy(raw: Mapping[str, Any], folder: Path) -> Taxonomy:
    types = {name: ItemType(name, unit) for name, unit in raw["types"].items()}
    concepts = {
        name: Concept(
            name,
            item["type"],
            item["period"],
            item.get("balance"),
            item["labels"],
            item.get("derived_from"),
            item.get("derivation"),
            item.get("documentation", {}),
            tuple(item.get("references", ())),
            {prefix: (name, sign) for prefix, (name, sign) in item.get("same_as", {}).items()},
            item.get("without_balance", ""),
        )
        for name, item in raw["concepts"].items()
    }
    return Taxonomy(
        prefix=raw["prefix"],
        namespace=raw["namespace"],
        schema_ref=raw["schema_ref"],
        entity=_entity(raw["entity"]),
        types=types,
        concepts=concepts,
        places=tuple(_place(place) for place in raw["places"]),
        default_members=raw.get("default_members", {}),
        version=raw["version"],
        folder=folder,
        relations=_relations(raw.get("relations", ()), concepts, types),
        prose=_prose(raw.get("prose", {})),
        members={axis: tuple(members) for axis, members in raw.get("members", {}).items()},
        title=raw.get("title", {}),
        sign_policy=raw.get("sign_policy", {}),
        axis_roles=raw.get("roles", {}).get("axes", {}),
        names=raw.get("names", {}),
        member_roles={role: (tuple(at),) for role, at in raw.get("roles", {}).get("members", {}).items()},
    )


def _line(raw: Mapping[str, Any]) -> Line:
    return Line(
        concept=raw.get("concept"),
        kind=raw["kind"],
        parent=raw.get("parent"),
        partition=raw.get("partition"),
        labels=tuple(raw["labels"]),
        verb=raw.get("verb", "same"),
        weight=raw.get("weight", 1),
        effect=raw.get("effect", False),
        instant=raw.get("instant"),
        members=tuple((axis, member) for axis, member in raw.get("members", {}).items()),
        derived=raw.get("derived", {}),
        within=raw.get("within", {}),
        standard=raw.get("standard", ""),
    )


def _place(raw: Mapping[str, Any]) -> Place:
    columns = tuple(
        ColumnMember(
            tuple(column["labels"]),
            tuple(column.get("members", {}).items()),
            column.get("concept"),
            column.get("skip", False),
        )
        for column in raw.get("columns", ())
    )
    lines = tuple(_line(line) for line in raw["lines"])
    return Place(
        raw["role"],
        tuple(raw["titles"]),
        lines,
        columns,
        raw.get("rows", "lines"),
        raw.get("titled_only", False),
        raw.get("undated", False),
        raw["source"],
        tuple(map(_calculation, raw.get("calculations", ()))),
        raw.get("kind", "disclosure"),
        raw.get("standard", ""),
    )


def _calculation(raw: Mapping[str, Any]) -> Calculation:
    sums: dict[str, list[tuple[str, int]]] = {}
    for total, item, weight in raw["arcs"]:
        sums.setdefault(total, []).append((item, weight))
    return Calculation(raw["role"], {total: tuple(items) for total, items in sums.items()})


def _entity(raw: Mapping[str, Any]) -> Entity:
    month, day = raw["fiscal_year_start"].split("-")
    return Entity(
        raw["name"],
        raw["scheme"],
        raw["identifier"],
        raw["currency"],
        (int(month), int(day)),
        tuple((item["from"], item["ratio"]) for item in raw.get("ads_ratios", ())),
        tuple(raw.get("names", (raw["name"],))),
        tuple(raw.get("codes", ())),
        raw.get("fiscal_year_named_by", "start") == "end",
        tuple(raw.get("group", ())),
    )


def _relations(
    raw: Sequence[Mapping[str, Any]], concepts: Mapping[str, Concept], types: Mapping[str, ItemType]
) -> tuple[Relation, ...]:
    kinds = {name: ConceptKind(item.period, types[item.type].unit) for name, item in concepts.items()}
    vocabulary = Vocabulary(kinds)
    return tuple(
        Relation(
            item["id"],
            item["kind"],
            item.get("place", ""),
            item.get("severity", "error"),
            *parse(item["relation"], vocabulary),
        )
        for item in raw
    )


def _prose(raw: Mapping[str, Any]) -> Prose:
    phrases = tuple(
        Phrase(
            item["concept"],
            tuple(item["printed"]),
            item.get("verb", "same"),
            tuple(sorted(item.get("members", {}).items())),
            item.get("after"),
            item.get("part_of"),
            item.get("use", "subject"),
            item.get("fiscal_year", False),
            item.get("year_end", False),
            tuple(item.get("under", ())),
            item.get("unless"),
        )
        for item in raw.get("phrases", ())
    )
    words = tuple(
        Words(item["concept"], tuple(item.get("printed", ())), item.get("value", ""), item.get("says"))
        for item in raw.get("words", ())
    )
    notes = tuple(Note(item["concept"], tuple(item["titles"])) for item in raw.get("notes", ()))
    return Prose(
        phrases,
        tuple(raw.get("topics", ())),
        raw.get("spellings", {}),
        words,
        notes,
        tuple(raw.get("headings", ())),
    )
