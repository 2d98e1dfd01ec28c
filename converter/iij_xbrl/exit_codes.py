"""The exit codes that the documentation promises, and what leads to which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from iij_xbrl.errors import IijXbrlError, InputError, MalformedError, ValidatorError

if TYPE_CHECKING:
    from iij_xbrl.validate.messages import Message, Validation

FINE, FINDINGS, USAGE, INVALID, UNREADABLE = range(5)
CRASH = 70  # sysexits.h: an internal software error
_GRAVEST_FIRST = (CRASH, USAGE, UNREADABLE, INVALID, FINDINGS)


def code_of_error(error: IijXbrlError) -> int:
    """The exit code for an error of this package."""
    if isinstance(error, InputError):
        return UNREADABLE
    if isinstance(error, MalformedError):
        return INVALID
    return CRASH if isinstance(error, ValidatorError) else USAGE


def code_of_validation(validation: Validation | None, fail_on: str) -> int:
    """The exit code for what the validator says."""
    if validation is None:
        return FINE
    if not validation.is_valid:
        return INVALID
    return FINDINGS if failures(validation, fail_on) else FINE


def failures(validation: Validation | None, fail_on: str) -> tuple[Message, ...]:
    """The messages of the validator that fail a run: errors, and others of a severity or a graver one."""
    order = ["error", "inconsistency", "warning"]
    failing = set(order[: order.index(fail_on) + 1])
    return tuple(message for message in validation.messages if message.severity in failing) if validation else ()


def gravest(codes: Iterable[int]) -> int:
    """The one exit code for several releases."""
    found = set(codes)
    return next((code for code in _GRAVEST_FIRST if code in found), FINE)
