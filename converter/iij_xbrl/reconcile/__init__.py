"""reconcile: confirms, recovers or withdraws occurrences on evidence."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.map.mapper import MappedTable
from iij_xbrl.reconcile.blocks import read_again
from iij_xbrl.reconcile.damage import withdraw
from iij_xbrl.reconcile.elsewhere import known, recover
from iij_xbrl.reconcile.labels import correct_totals
from iij_xbrl.taxonomy.index import Taxonomy


def reconcile(tables: Sequence[MappedTable], taxonomy: Taxonomy) -> tuple[MappedTable, ...]:
    """The tables with unsafe facts withdrawn, and damaged figures recovered where evidence allows one reading only."""
    settled = [correct_totals(read_again(withdraw(table), taxonomy), taxonomy) for table in tables]
    others = known(settled)
    return tuple(recover(table, others, taxonomy) for table in settled)


__all__ = ["reconcile"]
