"""The sign convention of a table: costs in parentheses, or outflows and decreases without.

A table may print `Total cost (36,800,150)` and mean a cost, or `Net cash used in investing activities 2,881,200` and
mean what its label says; an elimination without a sign may go either way. Its own sums tell: figures whose sign is
doubtful are turned together, and count as what closes. Where they do not tell, the other rows may: all costs in
parentheses, or all outflows without, are a convention, and so are outflows without beside inflows in parentheses; or
another place that prints the same. Else they are unmapped; a decrease goes with the table's outflows, which say their
direction in words as it does, and stays as printed where nothing tells of them, which proof-reading doubts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.withdrawn import SignUnsettled
from iij_xbrl.reconcile.damage.blocks import Block, blocks, closes
from iij_xbrl.reconcile.damage.damage import withdrawn
from iij_xbrl.reconcile.known import Known
from iij_xbrl.reconcile.signs.directions import is_against_label
from iij_xbrl.reconcile.signs.free_signs import has_signs, is_free, sign_turned, with_others_turned
from iij_xbrl.reconcile.signs.kinds import Kind, bracketed, doubt_of_kind, is_flow, told_by_rows, turns_flows
from iij_xbrl.relations.binding import Binding, bind
from iij_xbrl.relations.evaluate import evaluate_one
from iij_xbrl.relations.index import relations_with
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.taxonomy.index import Taxonomy

# What stays as it is read where nothing proves its sign; a label's own direction may be borne out elsewhere
# (see `iij_xbrl.reconcile.signs.directions`), and parentheses are the signs of changes unless all of a column rise.
_STAYS = ("decrease", "direction", "bracketed")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Proof:
    """A sum: the doubtful figures in it, and whether it holds as they are read and with their signs turned."""

    positions: frozenset[int]
    as_read: bool
    turned: bool


def settle_conventions(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with the signs of its costs and outflows as its sums prove them; without those that nothing proves."""
    doubtful = _doubtful(table, taxonomy)
    if not doubtful:
        return table
    proofs = [*_block_proofs(table, doubtful), *_relation_proofs(table, doubtful, others, taxonomy)]
    by_kind = {kind: _convention(proofs, {at for at in doubtful if doubtful[at] == kind}) for kind in doubtful.values()}
    changed: dict[int, Reading] = {}
    for at, kind in doubtful.items():
        turned = ("" if kind == "bracketed" else _convention(proofs, {at})) or by_kind[kind]
        if kind == "turned flow" or not (turned or _fails(proofs, at)):
            turned = told_by_rows(table, at, kind, taxonomy)
        if kind == "decrease" and not turned and "outflow" in by_kind:  # both say their direction in words
            turned = by_kind["outflow"] or told_by_rows(table, at, "outflow", taxonomy)
        reading = table.readings[at]
        assert reading.fact is not None
        if turned == "turned":
            changed[at] = replace(reading, result=sign_turned(reading.fact))
        elif turned != "as read" and kind not in _STAYS and not _elsewhere(reading.fact, table, others):
            changed[at] = withdrawn(reading, SignUnsettled())
    return with_others_turned(table.with_readings(changed), {at for at in changed if doubtful[at] == "outflow"})


def _doubtful(table: MappedTable, taxonomy: Taxonomy) -> dict[int, Kind]:
    """The figures whose sign is in doubt, by their position, each with its kind."""
    found: dict[int, Kind] = {
        at: kind
        for at, reading in enumerate(table.readings)
        if reading.fact and (kind := _doubt(reading.fact, taxonomy))
    }
    if "receipt" in found.values():  # what is printed with its sign beside it is in doubt as it is
        for at, item in enumerate(table.readings):
            if item.fact and item.fact.printed < 0:
                found.setdefault(at, "receipt")
    if turns_flows(table, taxonomy):
        found |= {at: "turned flow" for at, item in enumerate(table.readings) if item.fact and is_flow(item.fact)}
    found |= dict.fromkeys(bracketed(table, taxonomy), "bracketed")
    against = {table.readings[at].row for at, kind in found.items() if kind == "direction"}
    for at, item in enumerate(table.readings):  # `Less: net income` without parentheses, and a loss in them beside it
        if item.row in against and item.fact and item.fact.value != item.fact.printed:
            found.setdefault(at, "direction")
    return found


def _doubt(fact: Occurrence, taxonomy: Taxonomy) -> Kind | None:
    """What may be a convention of a table, of a figure's kind or of its label's direction."""
    return doubt_of_kind(fact, taxonomy) or ("direction" if is_against_label(fact, taxonomy) else None)


def _convention(proofs: Sequence[_Proof], positions: set[int]) -> str:
    """What the sums with some of the figures prove: `turned`, `as read`, or nothing."""
    told = {
        "turned" if proof.turned else "as read"
        for proof in proofs
        if proof.as_read != proof.turned and proof.positions & positions
    }
    return told.pop() if len(told) == 1 else ""


def _fails(proofs: Sequence[_Proof], at: int) -> bool:
    """Whether a sum with a figure holds neither way."""
    return any(at in proof.positions and not (proof.as_read or proof.turned) for proof in proofs)


def _block_proofs(table: MappedTable, doubtful: Mapping[int, Kind]) -> Iterator[_Proof]:
    for block in blocks(table):
        if block.damaged:
            continue
        for column in table.table.columns:
            yield from _block_proof(table, block, column.index, doubtful, exact=column.role == "value")


def _block_proof(
    table: MappedTable, block: Block, column: int, doubtful: Mapping[int, Kind], *, exact: bool
) -> Iterator[_Proof]:
    places = [at for at, item in enumerate(table.readings) if item.row in block.rows and item.column == column]
    inside = frozenset(at for at in places if at in doubtful)
    if not inside or len(places) != len(block.lines) or len(places) < _SEVERAL:
        return
    figures = [table.readings[at].figure for at in places]
    is_of_outflows = {doubtful[at] for at in inside} == {"outflow"} and not has_signs(table, places, inside)
    if is_of_outflows and closes(block, figures, exact=exact):
        return  # so does it with all signs turned
    turned = [
        replace(figure, value=-figure.value) if at in inside else figure
        for at, figure in zip(places, figures, strict=True)
    ]
    yield _Proof(inside, closes(block, figures, exact=exact), closes(block, turned, exact=exact))


def _relation_proofs(
    table: MappedTable, doubtful: Mapping[int, Kind], others: Known, taxonomy: Taxonomy
) -> Iterator[_Proof]:
    """Relations with figures of the table: all of them, as a table may not print a block whole."""
    facts = {at: item.fact for at, item in enumerate(table.readings) if item.fact}
    places = {facts[at].point: at for at in doubtful}
    here = {fact.point: fact for fact in facts.values()}
    concepts = {point.concept for point in places}
    relations = relations_with(concepts, taxonomy)
    needed = {term.concept for item in relations for term in item.terms}
    values = {point: Interval.of(found[0]) for point, found in others.points.items() if point.concept in needed}
    values |= {point: Interval.of(fact) for point, fact in here.items() if point.concept in needed}
    for binding in bind(relations, values, only_whole=True).all:
        inside = frozenset(places[point] for point in binding.points if point in places)
        beside = [here.get(point) for point in binding.points if point in values and point not in places]
        is_open = {doubtful[at] for at in inside} == {"outflow"} and all(fact and is_free(fact) for fact in beside)
        if inside:
            of_inside = {facts[at].point: facts[at] for at in inside}
            yield from _relation_proof(binding, inside, values, of_inside, is_open=is_open)


def _relation_proof(
    binding: Binding,
    inside: frozenset[int],
    values: Mapping[DataPoint, Interval],
    facts: Mapping[DataPoint, Occurrence],
    *,
    is_open: bool,
) -> Iterator[_Proof]:
    """What a relation proves; as it is read nothing, if it `is_open` whether it holds with all signs turned, too."""
    printed = {point: values[point] for point in binding.points if point is not None and point in values}
    turned = printed | {point: Interval.of(replace(fact, value=-fact.value)) for point, fact in facts.items()}
    as_read, other = evaluate_one(binding, printed).state, evaluate_one(binding, turned).state
    if {as_read, other} <= {"open", "closed"} and not (is_open and as_read == "closed"):
        yield _Proof(inside, as_read == "closed", other == "closed")


def _elsewhere(fact: Occurrence, table: MappedTable, others: Known) -> bool:
    """Whether another table prints the figure with the same sign."""
    blocks_here = {row.span.block for row in table.table.rows}
    return any(
        other.span.block not in blocks_here and (other.value > 0) == (fact.value > 0)
        for other in others.points.get(fact.point, ())
    )
