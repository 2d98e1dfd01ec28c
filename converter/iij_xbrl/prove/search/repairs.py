"""Which figure of failed constraints is probably wrong: the one whose change makes them hold and lets no other fail.

The values that a figure may have are those with which all constraints that bind it hold: the intersection of a range
for each. Where a value in there is one slip away from the printed one, it is taken; else the middle. Suspects rank by
the constraints that they explain, by how small the slip is, by how many places would be wrong, then the coarser first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.facts import Occurrence, last_digit
from iij_xbrl.prove.search.causes import EDITS, Cause, Edit, cause_of, edits, rank_of
from iij_xbrl.prove.search.graph import NOTHING, Agreement, Changes, Constraint, Figure, Graph, Range

_MOST_FIGURES = 60  # of one contradiction that are tried; those in most of its constraints first
_MOST_CONSTRAINTS = 100  # of one figure, the first ones, of which its values are looked for


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure that may be wrong, what it would have to be, and which failed constraints that explains.

    `interval` are the least and the greatest value, at the figure's precision, with which its constraints hold.
    `against` counts the other places that agree with what is printed and not with the value, `confirming` those that
    agree with the value only. `disputed` says that another figure of its data point contradicts it.
    """

    figure: Figure
    value: Decimal
    interval: tuple[Decimal, Decimal]
    cause: Cause
    explained: frozenset[int]
    against: int
    confirming: int
    disputed: bool
    is_target: bool

    @property
    def occurrence(self) -> Occurrence:
        """The finest place of the figure."""
        return self.figure[0]

    @property
    def likelihood(self) -> tuple[int, bool, int, int, int, int]:
        """How likely it is, the likeliest first; equal for figures that nothing tells apart."""
        coarse = self.occurrence.decimals if self.disputed else 0
        return -len(self.explained), self.against > 0, -self.confirming, rank_of(self.cause), self.against, coarse

    @property
    def rank(self) -> tuple[object, ...]:
        """The likelihood; then what the others add up to, where no slip tells; then the shorter figure, and the first.

        The shorter a figure, the fewer digits it has to go wrong elsewhere.
        """
        digits = sum(map(str.isdigit, self.occurrence.text))
        last = not self.is_target or self.cause in EDITS
        return self.likelihood, last, digits, self.occurrence.span


def repairs(graph: Graph, failed: Sequence[Constraint], changes: Changes = NOTHING) -> list[Repair]:
    """The figures whose change explains all of the failed constraints, or as many of them as one can.

    `changes` are other figures' values, taken as given. The likeliest come first. Where the steps of the graph end
    before, it is not all of them.
    """
    binding: defaultdict[Figure, list[int]] = defaultdict(list)
    for at, item in enumerate(failed):
        for figure in graph.figures(item):
            if figure not in changes:
                binding[figure].append(at)
    everywhere = [figure for figure, places in binding.items() if len(places) == len(failed)]
    found = [repair for figure in everywhere for repair in _of(graph, figure, failed, binding[figure], changes)]
    if not any(len(repair.explained) == len(failed) for repair in found):
        most = sorted(binding, key=lambda figure: -len(binding[figure]))[:_MOST_FIGURES]
        rest = [figure for figure in most if len(binding[figure]) < len(failed)]
        found += [repair for figure in rest for repair in _of(graph, figure, failed, binding[figure], changes)]
    return sorted(found, key=lambda repair: repair.rank)


def _of(
    graph: Graph, figure: Figure, failed: Sequence[Constraint], binding: Sequence[int], changes: Changes
) -> Iterator[Repair]:
    """The repairs of one figure: for each set of constraints that one value explains, unless another explains more.

    `binding` are the places among the failed constraints of those that bind it.
    """
    if graph.steps.are_spent:
        return
    done: list[frozenset[int]] = []
    wanted: dict[int, Range] = {}
    for at in binding[:_MOST_CONSTRAINTS]:
        if found := graph.range_of(failed[at], figure, changes):
            wanted[at] = found
    for low, high, explained in _overlaps(wanted):
        if any(explained <= known for known in done):
            continue
        here = [failed[at] for at in sorted(explained)]
        edited = _edit(graph, figure, (low, high), here, changes)
        if edited:
            edit, interval = edited
            first, places = figure[0], figure[1:]
            against = sum(not _still_near(edit.value, first, other) for other in places)
            confirming = sum(
                _near(edit.value, first, other) and not _near(first.value, first, other) for other in places
            )
            disputed = any(isinstance(item, Agreement) for item in here)
            is_target = all(item.points[0] == first.point for item in here)
            done.append(explained)
            yield Repair(figure, edit.value, interval, edit.cause, explained, against, confirming, disputed, is_target)


def _overlaps(ranges: dict[int, Range]) -> Iterator[tuple[Fraction, Fraction, frozenset[int]]]:
    """Where ranges overlap, the most at a time first."""
    found: dict[tuple[int, ...], Range] = {}
    for low in {low for low, _ in ranges.values()}:
        inside = tuple(at for at, (start, end) in ranges.items() if start <= low <= end)
        found[inside] = max(ranges[at][0] for at in inside), min(ranges[at][1] for at in inside)
    for inside in sorted(found, key=lambda inside: (-len(inside), inside)):
        yield *found[inside], frozenset(inside)


def _edit(
    graph: Graph, figure: Figure, within: Range, wanted: Sequence[Constraint], changes: Changes
) -> tuple[Edit, tuple[Decimal, Decimal]] | None:
    """The simplest value of a figure in a range with which the wanted constraints hold, and all that held before.

    With it comes what is left of the range.
    """
    first = figure[0]
    held = graph.held(figure)
    low, high = within
    for item in held:
        found = graph.range_of(item, figure, changes)
        if found:
            low, high = max(low, found[0]), min(high, found[1])
        if low > high:
            return None
    unit = Fraction(last_digit(first))
    start, end = -(-low // unit), high // unit
    if start > end:
        return None
    middle = Decimal(min(max(round((low + high) / 2 / unit), start), end)) * last_digit(first)
    least, most = (Decimal(at) * last_digit(first) for at in (start, end))
    slips = edits(first.value, first.decimals, least, most)
    choices = [*slips, Edit(middle, cause_of(first.text, first.value, middle))]
    for edit in sorted(choices, key=lambda edit: (edit.rank, abs(edit.value - middle))):
        if edit.value != first.value and _fits(graph, figure, edit.value, [*wanted, *held], changes):
            return edit, (least, most)
    return None


def is_slip(repair: Repair) -> bool:
    """Whether one slip explains the figure, and no other place speaks against that."""
    return repair.cause in EDITS and not repair.against


def _fits(graph: Graph, figure: Figure, value: Decimal, items: Sequence[Constraint], changes: Changes) -> bool:
    changed = {**changes, figure: value}
    return all(graph.holds(item, changed) for item in items)


def _still_near(value: Decimal, first: Occurrence, other: Occurrence) -> bool:
    """Whether another place would agree with the value, cut off perhaps, as it does with what is printed."""
    room = max(last_digit(first), last_digit(other), abs(first.value - other.value))
    return abs(value - other.value) <= room


def _near(value: Decimal, first: Occurrence, other: Occurrence) -> bool:
    return abs(value - other.value) <= (last_digit(first) + last_digit(other)) / 2
