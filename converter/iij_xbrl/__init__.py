"""Turns an earnings release, as it was published, into validated XBRL.

The pipeline is the folder listing: read -> extract -> map -> reconcile -> report -> write -> validate -> prove ->
present. Start at `iij_xbrl.convert.convert`.
"""

__version__ = "0.1.0"
