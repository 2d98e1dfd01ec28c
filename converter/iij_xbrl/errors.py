"""The tree of exceptions. Each message is one line: where, what is wrong, what to do.

IijXbrlError
├── InputError        the release cannot be read (exit code 4)
├── UsageError        a wrong argument (exit code 2)
├── SourceError       a mistake in the taxonomy source, with file and line (exit code 2)
├── ResourceError     the taxonomy or the templates are missing or of another version (exit code 2)
├── OutputError       the results cannot be put where they should go (exit code 2)
│   └── MalformedError  the results are no XML (exit code 3)
└── ValidatorError    the validator's process ended before it answered (exit code 70)
"""

from __future__ import annotations


class IijXbrlError(Exception):
    """Anything that this package reports to its user as one line."""


class InputError(IijXbrlError):
    """The input cannot be read as a release; nothing was written."""


class SourceError(IijXbrlError):
    """A mistake in the taxonomy source."""


class UsageError(IijXbrlError):
    """A wrong argument."""


class ResourceError(IijXbrlError):
    """The compiled taxonomy or a template cannot be found or is of another version."""


class OutputError(IijXbrlError):
    """The results cannot be written; what was there before is unchanged."""


class ValidatorError(IijXbrlError):
    """The validator's process ended before it answered; nothing was written."""


class MalformedError(OutputError):
    """What would be written is not well-formed; nothing was written."""
