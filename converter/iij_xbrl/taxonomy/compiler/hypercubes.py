"""Which hypercubes a taxonomy needs (XBRL Dimensions 1.0, section 2.2), so that each printed figure is valid in one.

All are closed and in the scenario. A figure is valid where one hypercube holds its concept and exactly its axes, apart
from those with a default. A concept in no hypercube could take any member, so that those printed without members share
one hypercube without axes.
"""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.taxonomy.source.model import Model, Place


@dataclass(frozen=True, slots=True)
class Hypercube:
    """A closed hypercube in the extended link role `role`: its axes and the concepts that it holds.

    `title_of` is the role of the place whose figures it holds, or None where they are of many places.
    """

    role: str
    axes: tuple[str, ...]
    concepts: tuple[str, ...]
    title_of: str | None


CHANGES_ROLE = "Changes"
UNDIMENSIONED_ROLE = "Undimensioned"


def plan(model: Model) -> tuple[Hypercube, ...]:
    """The hypercubes of all places, then that of all changes, then that of what has no member."""
    mandatory = frozenset(name for name, axis in model.axes.items() if axis.default is None)
    found: dict[str, Hypercube] = {}
    bare: dict[str, None] = {}
    for place in model.places:
        for (axes, role), concepts in _groups(place, mandatory, model.change_axis).items():
            if not role:
                bare |= concepts
                continue
            known = found[role].concepts if role in found else ()
            ordered = tuple(axis for axis in model.axes if axis in axes)
            title_of = None if role == CHANGES_ROLE else place.role
            found[role] = Hypercube(role, ordered, tuple(dict.fromkeys((*known, *concepts))), title_of)
    open_to_none = {name for cube in found.values() if not mandatory & set(cube.axes) for name in cube.concepts}
    plain = tuple(name for name in bare if name not in open_to_none)
    cubes = sorted(found.values(), key=lambda cube: cube.role == CHANGES_ROLE)
    return (*cubes, Hypercube(UNDIMENSIONED_ROLE, (), plain, None)) if plain else tuple(cubes)


def _groups(
    place: Place, mandatory: frozenset[str], change_axis: str
) -> dict[tuple[frozenset[str], str], dict[str, None]]:
    """Concepts of a place by the axes and the role of their hypercube; no role for those that need none."""
    optional = frozenset(place.axes) - mandatory
    always = frozenset(place.axes) & mandatory
    signatures: dict[frozenset[str], dict[str, None]] = {}
    for concept, axes, _ in place.cells(change_axis):
        signatures.setdefault(axes & mandatory, {})[concept] = None
    groups: dict[tuple[frozenset[str], str], dict[str, None]] = {}
    for signature, concepts in signatures.items():
        change = change_axis in signature and change_axis not in always
        own = signature - {change_axis} if change else signature
        if not optional and not always:
            role = CHANGES_ROLE if change else ""
        else:
            missing = "".join(sorted(f"Without{axis.removesuffix('Axis')}" for axis in always - own))
            role = f"{place.role}{missing}{CHANGES_ROLE if change else ''}"
        groups[(optional | signature, role)] = concepts
    return groups
