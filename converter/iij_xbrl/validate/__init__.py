"""Validates what was written. Arelle stays behind `validate.arelle`, and is imported when it is first needed.

What is exported is imported when it is first asked for: what the validator said is written without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iij_xbrl.validate.arelle import validate_instance, validate_taxonomy
    from iij_xbrl.validate.messages import Message, Validation

__all__ = ["Message", "Validation", "validate_instance", "validate_taxonomy"]
_HOMES = {
    "Message": "messages",
    "Validation": "messages",
    "validate_instance": "arelle",
    "validate_taxonomy": "arelle",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is exported
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
