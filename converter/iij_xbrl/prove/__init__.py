"""prove: what contradicts what, and which of the validator's messages have an explanation."""

from iij_xbrl.prove.incomplete import explain_incomplete

__all__ = ["explain_incomplete"]
