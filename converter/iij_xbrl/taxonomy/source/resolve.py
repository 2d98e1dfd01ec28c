"""Source to model: names to what they mean. Every mistake is reported where it stands, all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from iij_xbrl.taxonomy.index import Derivation, Note, Phrase, Prose, Words
from iij_xbrl.taxonomy.roles import CHANGE_BASIS, MEMBERS, MemberRole
from iij_xbrl.taxonomy.source import files as src
from iij_xbrl.taxonomy.source import language as lang
from iij_xbrl.taxonomy.source.calculations import calculations_of
from iij_xbrl.taxonomy.source.documentation import documentation_of, references_of
from iij_xbrl.taxonomy.source.flatten import flatten
from iij_xbrl.taxonomy.source.located import Mistakes, Where, suggest
from iij_xbrl.taxonomy.source.mapping import mappings_of
from iij_xbrl.taxonomy.source.model import CHANGES, Abstract, Axis, Column, Concept, Model, Place
from iij_xbrl.taxonomy.source.partitions import arcs_of
from iij_xbrl.taxonomy.source.relations import relations_of, vocabulary_of
from iij_xbrl.taxonomy.source.summary_form import check_form
from iij_xbrl.taxonomy.source.uncalculated import with_reasons

_RESERVED = ("Abstract", "Table", "LineItems", "Axis", "Domain", "Member")


def _labels(en: str | None, ja: str | None) -> Mapping[str, str]:
    return MappingProxyType({key: text for key, text in (("en", en), ("ja", ja)) if text is not None})


class _Resolver:
    def __init__(self, source: src.Source) -> None:
        self.source = source
        self.mistakes = Mistakes()
        self.concepts: dict[str, Concept] = {}
        self.abstracts: dict[str, Abstract] = {}
        self.axes: dict[str, Axis] = {}
        self.members: dict[str, Mapping[str, str]] = {}

    # -- dimensions

    def read_axes(self) -> None:
        for axis in self.source.axes:
            body = axis.body
            domain, domain_labels = next(iter(body.domain.items()))
            if axis.name in self.axes:
                self.mistakes.add(axis.where, f"axis {axis.name} is defined twice", "give it another name")
            if not axis.name.endswith("Axis"):
                self.mistakes.add(axis.where, f"axis {axis.name} must end in Axis", f"for instance {axis.name}Axis")
            for name, member in ((domain, domain_labels), *body.members.items()):
                if name in self.members:
                    place = axis.node.at(["members", name] if name in body.members else ["domain", name])
                    self.mistakes.add(place, f"member {name} is defined twice", "give it another name")
                self.members[name] = _labels(member.en, member.ja)
            if body.default is not None and body.default not in (domain, *body.members):
                known = [domain, *body.members]
                wrong = f"default {body.default} is no member of {axis.name}"
                self.mistakes.add(axis.node.at(["default"]), wrong, suggest(body.default, known))
            labels = _labels(body.en, body.ja)
            roles = self._roles(axis)
            self.axes[axis.name] = Axis(axis.name, labels, domain, tuple(body.members), body.default, body.role, roles)

    def _roles(self, axis: src.Axis) -> dict[MemberRole, str]:
        """The members of an axis by their roles, each of which must be one of the axis's role and stand once."""
        if axis.body.role and any(other.role == axis.body.role for other in self.axes.values()):
            self.mistakes.add(axis.node.at(["role"]), f"two axes have the role {axis.body.role}", "remove one")
        allowed = MEMBERS[axis.body.role] if axis.body.role else ()
        found: dict[MemberRole, str] = {}
        for name, member in axis.body.members.items():
            if member.role is None:
                continue
            place = axis.node.at(["members", name])
            if member.role not in allowed:
                known = f"allowed: {', '.join(allowed)}" if allowed else f"give {axis.name} a role too"
                self.mistakes.add(place, f"{member.role} is no role of a member of {axis.name}", known)
            elif member.role in found:
                self.mistakes.add(place, f"two members have the role {member.role}", "remove one")
            found[member.role] = name
        return found

    def check_members(self, members: Mapping[str, str], where: Where) -> None:
        for axis, member in members.items():
            if axis not in self.axes:
                self.mistakes.add(where, f"unknown axis {axis}", suggest(axis, list(self.axes)))
                continue
            known = [self.axes[axis].domain, *self.axes[axis].members]
            if member not in known:
                self.mistakes.add(where, f"unknown member {member} of {axis}", suggest(member, known))

    # -- definitions

    def define_all(self) -> None:
        for place in self.source.places:
            for line in src.walk(place.lines):
                if line.kind == "heading":
                    self._define_heading(line)
                    continue
                if line.attributes.en is not None:
                    self._define(line, place.body.defaults)
                elif line.attributes.ja is not None:
                    self.mistakes.add(line.where, f"{line.name} has 'ja' but no 'en'", "give both, where it is defined")
                if line.attributes.heading is not None:
                    self._define_row(line, line.attributes.heading)

    def _define_heading(self, line: src.Line) -> None:
        name, text = line.name, line.attributes
        if not name.endswith("Abstract"):
            self.mistakes.add(line.where, f"heading {name} must end in Abstract", f"for instance {name}Abstract")
        if text.en is None:
            return
        if text.ja is None:
            self.mistakes.add(line.where, f"heading {name} has no 'ja'", "give both labels")
        if name in self.abstracts:
            first = self.abstracts[name].where
            self.mistakes.add(line.where, f"heading {name} is defined twice; first at {first}", "keep 'en' at one")
            return
        self.abstracts[name] = Abstract(name, _labels(text.en, text.ja or text.en), line.where)

    def _define_row(self, line: src.Line, row: lang.HeadingRow) -> None:
        name = f"{line.name}Abstract"
        if name not in self.abstracts and row.en is not None:
            if row.ja is None:
                self.mistakes.add(line.where, f"heading of {line.name} has no 'ja'", "give both labels")
            self.abstracts[name] = Abstract(name, _labels(row.en, row.ja or row.en), line.where)

    def _define(self, line: src.Line, defaults: lang.Defaults) -> None:
        name, text = line.name, line.attributes
        if name in self.concepts:
            first = self.concepts[name].where
            allowed = "keep 'en' at one and place it at the other by its name"
            self.mistakes.add(line.where, f"concept {name} is defined twice; first at {first}", allowed)
            return
        if name.endswith(_RESERVED):
            wrong = f"concept {name} must not end in {' or '.join(_RESERVED)}"
            self.mistakes.add(line.where, wrong, "choose another name")
        if text.ja is None:
            self.mistakes.add(line.where, f"concept {name} has no 'ja'", "give both labels")
        kind, period = text.type or defaults.type, text.period or defaults.period
        if period is None:
            self.mistakes.add(line.where, f"concept {name} has no 'period'", "allowed: instant, duration")
        balance = text.balance or defaults.balance
        if kind is None or kind not in self.source.settings.types:
            wrong = f"concept {name} has no 'type'" if kind is None else f"unknown type {kind}"
            self.mistakes.add(line.where, wrong, suggest(kind or "", list(self.source.settings.types)))
        elif self.source.settings.types[kind].base != "xbrli:monetaryItemType":
            if text.balance is not None:
                allowed = "only a monetary concept may have one"
                self.mistakes.add(line.where, f"{name} is of type {kind} and has a balance", allowed)
            balance = None
        self.concepts[name] = Concept(
            name, kind or "", period or "duration", balance, _labels(text.en, text.ja or text.en), line.where,
            _labels(text.terse_en, text.terse_ja),
            without_balance=text.without_balance or defaults.without_balance or "",
        )  # fmt: skip

    # -- placements

    def check_placements(self) -> None:
        for place in self.source.places:
            for line in src.walk(place.lines):
                self.check_members(line.attributes.members, line.where)
                if line.kind == "heading":
                    if line.name not in self.abstracts:
                        known = suggest(line.name, list(self.abstracts))
                        self.mistakes.add(line.where, f"heading {line.name} is never defined with 'en' and 'ja'", known)
                elif line.name not in self.concepts:
                    wrong = f"unknown concept {line.name}: no placement defines it with 'en' and 'ja'"
                    self.mistakes.add(line.where, wrong, suggest(line.name, list(self.concepts)))
                else:
                    self._check_placement(line, self.concepts[line.name])
            for number, column in enumerate(place.body.columns):
                where = place.node.at(["columns", number])
                self.check_members(column.members, where)
                if column.concept is not None and column.concept not in self.concepts:
                    known = suggest(column.concept, list(self.concepts))
                    self.mistakes.add(where, f"unknown concept {column.concept}", known)
            for axis in place.body.axes:
                if axis not in self.axes:
                    known = suggest(axis, list(self.axes))
                    self.mistakes.add(place.node.at(["axes"]), f"unknown axis {axis}", known)

    def _check_placement(self, line: src.Line, concept: Concept) -> None:
        text = line.attributes
        for key, said, defined in (
            ("type", text.type, concept.type),
            ("period", text.period, concept.period),
            ("balance", text.balance, concept.balance),
        ):
            if said is not None and said != defined and line.where != concept.where:
                wrong = f"{key} {said} contradicts {defined or 'none'} of {concept.name} at {concept.where}"
                self.mistakes.add(line.where, wrong, "leave it out where the concept is placed again")
        for inside in text.within.values():
            if inside not in self.concepts:
                wrong = f"unknown concept {inside} within the label"
                self.mistakes.add(line.where, wrong, suggest(inside, list(self.concepts)))
        if text.instant is not None and concept.period != "instant":
            wrong = f"{concept.name} is a duration and cannot be '{text.instant}'"
            self.mistakes.add(line.where, wrong, "'instant' is for concepts of period instant")
        if text.heading is not None and f"{concept.name}Abstract" not in self.abstracts:
            self.mistakes.add(line.where, f"the heading of {concept.name} has no labels", "give 'en' and 'ja'")

    # -- derived concepts

    def derive_all(self) -> None:
        for place in self.source.places:
            for line in src.walk(place.lines):
                concept = self.concepts.get(line.name)
                if line.kind == "heading" or concept is None:
                    continue
                for derivation in derivations_of(line, place.body.defaults):
                    self._derive(concept, derivation, line.where)

    def _derive(self, concept: Concept, derivation: Derivation, where: Where) -> None:
        pattern = self.source.settings.derivations.get(derivation)
        if pattern is None:
            known = ", ".join(self.source.settings.derivations)
            self.mistakes.add(where, f"derivation {derivation} has no pattern", f"taxonomy.yaml defines: {known}")
            return
        if derivation in CHANGES and not any(axis.role == CHANGE_BASIS for axis in self.axes.values()):
            wrong = f"{derivation} needs an axis with the role {CHANGE_BASIS}"
            self.mistakes.add(where, wrong, "define it in dimensions.yaml, no default")
        name = pattern.name.format(name=concept.name)
        known_as = self.concepts.get(name)
        if known_as is not None:
            if (known_as.derived_from, known_as.derivation) != (concept.name, derivation):
                wrong = f"derived concept {name} has the name of the concept at {known_as.where}"
                self.mistakes.add(where, wrong, "rename one")
            return
        kind = pattern.type or concept.type
        if kind not in self.source.settings.types:
            known = suggest(kind, list(self.source.settings.types))
            place = self.source.settings_node.at(["derivations", derivation, "type"])
            self.mistakes.add(place, f"unknown type {kind}", known)
        labels = _labels(pattern.en.format(**concept.labels), pattern.ja.format(**concept.labels))
        terse: Mapping[str, str] = MappingProxyType({})
        self.concepts[name] = Concept(
            name, kind, pattern.period or concept.period, None, labels, where, terse, concept.name, derivation
        )  # fmt: skip

    # -- places

    def place(self, place: src.Place) -> Place:
        body = place.body
        lines = flatten(place, self.concepts, self.abstracts, self.source.settings.derivations)
        columns = tuple(
            Column(
                (*column.printed, *column.printed_ja),
                tuple(sorted(column.members.items())),
                column.concept,
                column.skip,
            )
            for column in body.columns
        )
        arcs = arcs_of(lines, self.concepts, self.mistakes)
        titles = tuple(dict.fromkeys((body.title.en, *body.printed, body.title.ja, *body.printed_ja)))
        used = {axis for line in lines for axis, _ in line.members}
        used |= {axis for column in columns for axis, _ in column.members} | set(body.axes)
        axes = tuple(axis for axis in self.axes if axis in used)
        labels = _labels(body.title.en, body.title.ja)
        return Place(
            body.role,
            labels,
            titles,
            lines,
            columns,
            axes,
            arcs,
            place.where,
            body.rows,
            body.titled_only,
            body.undated,
            body.kind,
            body.standard,
        )

    # -- phrases

    def check_prose(self) -> None:
        for phrases in self.source.prose.phrases if self.source.prose else ():
            body = phrases.body
            self.check_members(body.members, phrases.where)
            for name in (phrases.concept, body.after, body.part_of, body.unless):
                if name is not None and name not in self.concepts:
                    known = suggest(name, list(self.concepts))
                    self.mistakes.add(phrases.where, f"unknown concept {name} in prose.yaml", known)
        if self.source.prose:
            sentences, where = self.source.prose.body, self.source.prose.where
            for name in (*sentences.words, *sentences.notes):
                if name not in self.concepts:
                    known = suggest(name, list(self.concepts))
                    self.mistakes.add(where, f"unknown concept {name} in prose.yaml", known)

    def prose(self) -> Prose:
        """The phrases as the index holds them."""
        if self.source.prose is None:
            return Prose()
        phrases = tuple(
            Phrase(
                item.concept,
                item.body.printed,
                item.body.verb,
                tuple(sorted(item.body.members.items())),
                item.body.after,
                item.body.part_of,
                item.body.use,
                item.body.fiscal_year,
                item.body.year_end,
                item.body.under,
                item.body.unless,
            )
            for item in self.source.prose.phrases
        )
        body = self.source.prose.body
        spellings = {damaged: word for word, texts in body.spellings.items() for damaged in texts}
        words = tuple(
            Words(name, item.printed, item.value or "", item.says) for name, item in sorted(body.words.items())
        )
        notes = tuple(Note(name, titles) for name, titles in sorted(body.notes.items()))
        return Prose(phrases, body.topics, spellings, words, notes, body.headings)

    def check_roles(self) -> None:
        seen: dict[str, Where] = {}
        for place in self.source.places:
            role = place.body.role
            if role in seen:
                wrong = f"role {role} is used twice; first at {seen[role]}"
                self.mistakes.add(place.where, wrong, "give each place its own role")
            seen.setdefault(role, place.where)


def derivations_of(line: src.Line, defaults: lang.Defaults) -> tuple[Derivation, ...]:
    """What a line derives: its own list, or its place's."""
    return defaults.derive if line.attributes.derive is None else line.attributes.derive


def resolve(source: src.Source) -> Model:
    """Resolve a source.

    Raises:
        SourceError: unknown or doubly defined names, contradictions of balance, weight or period; all of them.
    """
    resolver = _Resolver(source)
    resolver.check_roles()
    resolver.read_axes()
    resolver.define_all()
    resolver.derive_all()
    resolver.check_placements()
    resolver.check_prose()
    if source.form is not None:
        types = {
            name: kind.base.partition(":")[2].removesuffix("ItemType") for name, kind in source.settings.types.items()
        }
        check_form(source.form.body, source.form.node, resolver.concepts, resolver.axes, types, resolver.mistakes)
    names = (*resolver.concepts, *resolver.abstracts, *resolver.axes, *resolver.members)
    documentation = documentation_of(source, resolver.concepts, names, resolver.mistakes)
    mappings = mappings_of(source, resolver.concepts, resolver.mistakes)
    resolver.mistakes.stop_if_any()
    vocabulary = vocabulary_of(source, resolver.concepts, resolver.axes)
    places = tuple(
        replace(found, calculations=calculations_of(place, found, resolver.concepts, vocabulary, resolver.mistakes))
        for place in source.places
        for found in (resolver.place(place),)
    )
    relations = relations_of(source, resolver.concepts, resolver.axes, places, resolver.mistakes)
    resolver.mistakes.stop_if_any()
    return Model(
        source.settings,
        resolver.concepts,
        resolver.abstracts,
        resolver.axes,
        resolver.members,
        places,
        relations,
        resolver.prose(),
        with_reasons(documentation, places, relations),
        references_of(source, resolver.concepts, mappings),
        MappingProxyType({other.prefix: other.body for other in source.others}),
        mappings,
    )
