"""The networks of a taxonomy as plain data: roles, with locators and arcs for each kind of linkbase.

Two arcs with the same from and to labels in one extended link are an error (`xlink:dupArcs`), so that each use of a
concept has a locator label of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from iij_xbrl.taxonomy.compiler.hypercubes import Hypercube, plan
from iij_xbrl.taxonomy.compiler.labels import LabelBook, root_labels
from iij_xbrl.taxonomy.source.language import RoleKind
from iij_xbrl.taxonomy.source.model import Arc, Line, Model, Place

DIMENSIONS = "http://xbrl.org/int/dim/arcrole/"
Attributes = Mapping[str, str]
_KINDS: Mapping[RoleKind, Mapping[str, str]] = {
    "document": {"en": "Document", "ja": "文書情報"},
    "statement": {"en": "Statement", "ja": "財務諸表"},
    "disclosure": {"en": "Disclosure", "ja": "開示"},
    "dimensions": {"en": "Dimensions", "ja": "ディメンション"},
}


@dataclass(frozen=True, slots=True)
class LinkArc:
    """An arc between two locator labels with its further attributes."""

    arcrole: str
    start: str
    end: str
    order: int
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Role:
    """An extended link role and its content in each linkbase; a linkbase without arcs has no link.

    `title` is its definition in each language.
    """

    name: str
    kind: RoleKind
    title: Mapping[str, str]
    presentation: Link
    calculation: Link
    definitions: Link


@dataclass(slots=True)
class Link:
    """An extended link being built: locators (label to concept) and arcs."""

    locators: dict[str, str] = field(default_factory=dict)
    arcs: list[LinkArc] = field(default_factory=list)
    _uses: dict[str, int] = field(default_factory=dict)
    _orders: dict[str, int] = field(default_factory=dict)

    def locate(self, concept: str) -> str:
        """A new locator for `concept`; its label."""
        self._uses[concept] = use = self._uses.get(concept, 0) + 1
        label = f"{concept}_{use}"
        self.locators[label] = concept
        return label

    def arc(self, arcrole: str, start: str, concept: str, attributes: Attributes | None = None) -> str:
        """An arc from the locator `start` to a new locator for `concept`; its label."""
        self._orders[start] = order = self._orders.get(start, 0) + 1
        end = self.locate(concept)
        self.arcs.append(LinkArc(arcrole, start, end, order, attributes or {}))
        return end


def roles_of(model: Model, book: LabelBook) -> tuple[Role, ...]:
    """All roles: of places, of their further layouts, of further hypercubes. Declares what they need in `book`."""
    cubes = {cube.role: cube for cube in plan(model)}
    roles = []
    for place in model.places:
        roles.append(_place_role(model, place, cubes.pop(place.role, None), book))
        further = (item for item in place.calculations if item.role != place.role)
        roles += [Role(item.role, place.kind, item.title, Link(), _sums(item.arcs), Link()) for item in further]
    titles = {place.role: place.title for place in model.places}
    for cube in cubes.values():
        title = titles.get(cube.title_of or "")
        labels = root_labels(cube.role, title)
        roles.append(_cube_role(model, cube, labels, book))
    return tuple(_numbered(roles))


def _numbered(roles: list[Role]) -> Iterable[Role]:
    """Viewers sort by definition: number the titles in printed order, `number - kind - title`."""
    width = len(str(len(roles)))
    for number, role in enumerate(roles, start=1):
        title = {
            language: f"{number:0{width}d} - {_KINDS[role.kind][language]} - {text}"
            for language, text in role.title.items()
        }
        yield replace(role, title=title)


def _place_role(model: Model, place: Place, cube: Hypercube | None, book: LabelBook) -> Role:
    presentation, definitions = Link(), Link()
    root = presentation.locate(book.root(place.role, place.title))
    if cube is not None:
        root = _cube_presentation(model, cube, presentation, root, book, place.title)
        _cube_definition(model, cube, definitions, book, place.title)
    _lines(place, presentation, root, book)
    sums = (item.arcs for item in place.calculations if item.role == place.role)
    return Role(place.role, place.kind, place.title, presentation, _sums(next(sums, ())), definitions)


def _cube_role(model: Model, cube: Hypercube, labels: Mapping[str, str], book: LabelBook) -> Role:
    """The role of a hypercube that is not simply a place."""
    presentation, definitions = Link(), Link()
    if cube.axes:  # without axes there is nothing to see that the places do not show
        root = presentation.locate(book.root(cube.role, labels))
        line_items = _cube_presentation(model, cube, presentation, root, book, labels)
        for concept in cube.concepts:
            presentation.arc("", line_items, concept)
    _cube_definition(model, cube, definitions, book, labels)
    return Role(cube.role, "dimensions", labels, presentation, Link(), definitions)


def _cube_presentation(
    model: Model, cube: Hypercube, link: Link, root: str, book: LabelBook, title: Mapping[str, str]
) -> str:
    """Table, axes and members below `root`; the locator of the line items."""
    table = link.arc("", root, book.table(cube.role, title))
    for name in cube.axes:
        axis = model.axes[name]
        domain = link.arc("", link.arc("", table, name), axis.domain)
        for member in axis.members:
            link.arc("", domain, member)
    return link.arc("", table, book.line_items(cube.role, title))


def _cube_definition(model: Model, cube: Hypercube, link: Link, book: LabelBook, title: Mapping[str, str]) -> None:
    line_items = link.locate(book.line_items(cube.role, title))
    closed = {"xbrldt:closed": "true", "xbrldt:contextElement": "scenario"}
    table = link.arc(f"{DIMENSIONS}all", line_items, book.table(cube.role, title), closed)
    for name in cube.axes:
        axis = model.axes[name]
        here = link.arc(f"{DIMENSIONS}hypercube-dimension", table, name)
        usable = {} if axis.default == axis.domain else {"xbrldt:usable": "false"}
        domain = link.arc(f"{DIMENSIONS}dimension-domain", here, axis.domain, usable)
        if axis.default is not None:
            link.arc(f"{DIMENSIONS}dimension-default", here, axis.default)
        for member in axis.members:
            link.arc(f"{DIMENSIONS}domain-member", domain, member)
    for concept in cube.concepts:
        link.arc(f"{DIMENSIONS}domain-member", line_items, concept)


def _sums(arcs: tuple[Arc, ...]) -> Link:
    link = Link()
    totals: dict[str, str] = {}
    for arc in arcs:
        if arc.total not in totals:
            totals[arc.total] = link.locate(arc.total)
        link.arc("", totals[arc.total], arc.item, {"weight": str(arc.weight)})
    return link


@dataclass(slots=True)
class _Shown:
    """The arcs of a presentation, in which a concept has each of its labels once."""

    link: Link
    book: LabelBook
    _preferred: set[tuple[str, str]] = field(default_factory=set)

    def arc(self, start: str, concept: str, role: str = "") -> str:
        """An arc to a concept with a preferred label role, or another where it is shown with that one; its locator."""
        if (concept, role) in self._preferred:
            role = self.book.again(concept, role, self.link.locators[start])
        self._preferred.add((concept, role))
        return self.link.arc("", start, concept, {"preferredLabel": role} if role else {})


def _lines(place: Place, link: Link, root: str, book: LabelBook) -> None:
    """The rows of a place. A total stands last among its items, or above them where it is printed first."""
    children: dict[int | None, list[int]] = {}
    for position, line in enumerate(place.lines):
        children.setdefault(_enclosing(place.lines, line), []).append(position)
    expanded: set[str] = set()
    shown: set[tuple[str, str, str]] = set()
    show = _Shown(link, book).arc

    def add(above: int | None, start: str, path: tuple[str, ...]) -> None:
        for position in children.get(above, ()):
            line = place.lines[position]
            role = book.use(line)
            if line.name in path:  # a total and its segments are one concept, which cannot stand below itself
                add(position, start, path)
            elif (start, line.name, role) not in shown:  # not the same line at another position in another year
                shown.add((start, line.name, role))
                here = show(start, line.name, role)
                for derived in line.derived.values():
                    show(start, derived)
                if line.name not in expanded and position in children:
                    expanded.add(line.name)
                    add(position, here, (*path, line.name))

    add(None, root, ())
    placed = {line.name for line in place.lines}
    for concept in dict.fromkeys(column.concept for column in place.columns if column.concept is not None):
        if concept not in placed:
            show(root, concept)


def _enclosing(lines: tuple[Line, ...], line: Line) -> int | None:
    """The row that `line` stands below in the tree: a heading, a total printed first, or an including line."""
    if line.heading is not None:
        return line.heading
    parent = line.parent
    while parent is not None:
        above = lines[parent]
        of_which = line.partition is None and above.kind != "heading"
        if above.kind == "heading" or above.first or of_which:
            return parent
        parent = above.parent
    return None
