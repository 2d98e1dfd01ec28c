"""Validates what was written. Arelle stays behind `validate.arelle`, and is imported when it is first needed."""

from iij_xbrl.validate.arelle import validate_instance, validate_taxonomy
from iij_xbrl.validate.messages import Message, Validation

__all__ = ["Message", "Validation", "validate_instance", "validate_taxonomy"]
