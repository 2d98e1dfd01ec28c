"""reconcile: confirms, recovers or withdraws occurrences on evidence."""

from iij_xbrl.reconcile.damage import reconcile

__all__ = ["reconcile"]
