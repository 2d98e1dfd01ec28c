"""Writes a report as files: syntaxes here, markup in the templates."""

from iij_xbrl.write.files import publish
from iij_xbrl.write.instance import write_instance

__all__ = ["publish", "write_instance"]
