"""Amounts alone in brackets on Japanese pages: losses, where sums of the document prove that others are.

A page that marks no loss with △ may print it as `(4,263)`. What brackets mean elsewhere, a part of the line above or a
figure for comparison, is not told by their shape: one is a loss only where the sums of a table prove that another
amount in brackets is one, and none the opposite. A share of something has the sign of the amount in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.japanese_brackets import is_marked_as_loss, stands_in_brackets
from iij_xbrl.extract.widths import narrow
from iij_xbrl.facts import Leftover
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.read.origins import Origin
from iij_xbrl.reasons.evidence import AsOtherBrackets
from iij_xbrl.reasons.written import TextBeside
from iij_xbrl.reconcile.damage.damage import withdrawn
from iij_xbrl.reconcile.damage.matrices import told_brackets
from iij_xbrl.reconcile.signs.kinds import doubt_of_kind
from iij_xbrl.taxonomy.index import Taxonomy

_BESIDE_LINES, _LOSS = (JAPANESE.patterns[f"labels.{name}"] for name in ("beside_lines", "loss"))


def settle_brackets(tables: Sequence[MappedTable], taxonomy: Taxonomy) -> list[MappedTable]:
    """The tables with amounts in brackets as losses where others are proven to be, and the shares with them."""
    proof = _proof(tables)
    if proof:
        tables = [table.with_readings(dict(_losses(table, proof, taxonomy))) for table in tables]
    return [table.with_readings(dict(_shares(table, taxonomy))) for table in tables]


def _proof(tables: Sequence[MappedTable]) -> Origin | None:
    """Where an amount in brackets is a loss, if sums prove it of some and of none that it is not."""
    readings = [reading for table in tables for reading in table.readings]
    if any(is_marked_as_loss(reading.figure) for reading in readings):
        return None
    proven = [(item, item.figure.value <= 0) for item in readings if item.fact and _is_in_brackets(item)]
    proven += [told for table in tables for told in told_brackets(table)]
    if not proven or not all(is_loss for _, is_loss in proven):
        return None
    return proven[0][0].figure.span.origin


def _is_in_brackets(reading: Reading) -> bool:
    return stands_in_brackets(reading.figure) and not reading.figure.percent


def _losses(table: MappedTable, proof: Origin, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    set_apart = _set_apart(table)
    for at, reading in enumerate(table.readings):
        column, row = table.table.column(reading.column), table.table.rows[reading.row]
        is_open = isinstance(reading.result, Leftover) and isinstance(reading.figure.problem, TextBeside)
        if not is_open or not _is_in_brackets(reading) or reading.column in set_apart:
            continue
        if column is None or column.role != "value" or _BESIDE_LINES.match(narrow(row.printed_label)):
            continue
        figure = replace(reading.figure, value=-abs(reading.figure.value), problem=None)
        found = infer(table.table, reading, figure, reading.match, AsOtherBrackets(proof), taxonomy)
        is_twice_lost = found is not None and _LOSS.search(row.printed_label) and _is_turned(found)
        if found and found.fact and not is_twice_lost and doubt_of_kind(found.fact, taxonomy) is None:
            yield at, found


def _set_apart(table: MappedTable) -> frozenset[int]:
    """The columns in which all figures stand in brackets, and no sum across columns tells why."""
    plain = {item.column for item in table.readings if not item.figure.dash and not stands_in_brackets(item.figure)}
    told = {item.column for item, is_loss in told_brackets(table) if is_loss}
    return frozenset(item.column for item in table.readings) - plain - told


def _is_turned(reading: Reading) -> bool:
    """Whether what is printed as a loss is none, as its line is a deduction: `純損失 (1,234)`."""
    return reading.fact is not None and reading.fact.value > 0


def _shares(table: MappedTable, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    """Shares in brackets, with the sign of the amount in front of them where that stands in brackets too."""
    for at, reading in enumerate(table.readings):
        column = table.table.column(reading.column)
        is_share = column is not None and column.role == "share" and reading.fact is not None
        if not is_share or not stands_in_brackets(reading.figure) or reading.figure.value <= 0:
            continue
        front = [item for item in table.readings if item.row == reading.row and item.column < reading.column]
        if not front or not _is_in_brackets(front[-1]):
            continue
        lost = replace(reading.figure, value=-reading.figure.value)
        is_loss = front[-1].fact is not None and front[-1].figure.value < 0
        found = infer(table.table, reading, lost, reading.match, None, taxonomy) if is_loss else None
        yield at, found or withdrawn(reading, TextBeside("()"))
