"""prove: what contradicts what in a release, where, and why."""

from iij_xbrl.prove.findings import CATALOGUE, Finding
from iij_xbrl.prove.proof import prove

__all__ = ["CATALOGUE", "Finding", "prove"]
