"""reconcile: confirms, recovers or withdraws occurrences on evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.reconcile.damage.blocks import read_again
from iij_xbrl.reconcile.damage.copies import settle_copies
from iij_xbrl.reconcile.damage.damage import withdraw
from iij_xbrl.reconcile.damage.elsewhere import recover
from iij_xbrl.reconcile.dashes import settle_dashes
from iij_xbrl.reconcile.known import known
from iij_xbrl.reconcile.labels import correct_totals
from iij_xbrl.reconcile.lookalikes import settle_lookalikes
from iij_xbrl.reconcile.periods import correct_columns, correct_rows
from iij_xbrl.reconcile.points import settle_points
from iij_xbrl.reconcile.scales import find_scales
from iij_xbrl.reconcile.sentences import settle_prose
from iij_xbrl.reconcile.signs.brackets import settle_brackets
from iij_xbrl.reconcile.signs.conventions import settle_conventions
from iij_xbrl.reconcile.signs.directions import settle_directions
from iij_xbrl.reconcile.signs.movements import settle_movements
from iij_xbrl.taxonomy.index import Taxonomy

_ROUNDS = 2


def reconcile(tables: Sequence[MappedTable], taxonomy: Taxonomy) -> tuple[MappedTable, ...]:
    """The tables with unsafe facts withdrawn, and damaged figures recovered where evidence allows one reading only."""
    printed = known(_without_doubled(tables))
    tables = [settle_copies(table, printed, taxonomy) for table in tables]
    tables = [settle_points(withdraw(table, printed), printed, taxonomy) for table in tables]
    tables = [settle_movements(settle_conventions(table, printed, taxonomy)) for table in tables]
    safe = [settle_directions(table, printed, taxonomy) for table in tables]
    settled = [correct_totals(read_again(table, taxonomy), taxonomy) for table in safe]
    settled = settle_lookalikes(settle_brackets(settled, taxonomy), taxonomy)
    for _ in range(_ROUNDS):  # what is recovered may confirm more
        others = known(settled)
        settled = [find_scales(recover(table, others, taxonomy), others, taxonomy) for table in settled]
    everything = known(settled)
    settled = [correct_columns(table, everything) for table in settled]
    everything = known(settled)
    return settle_dashes([correct_rows(table, everything) for table in settled], everything, taxonomy)


def _without_doubled(tables: Sequence[MappedTable]) -> tuple[MappedTable, ...]:
    """The tables without rows that are printed twice: they are no witnesses of each other."""
    return tuple(
        replace(table, readings=tuple(item for item in table.readings if not table.table.rows[item.row].copies))
        for table in tables
    )


__all__ = ["reconcile", "settle_prose"]
