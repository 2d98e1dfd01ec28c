"""Findings as workflow commands, which GitHub Actions turns into annotations of the file."""

from __future__ import annotations

from iij_xbrl.borders import terminal_text
from iij_xbrl.present.findings.paths import posix
from iij_xbrl.prove.check import Check, Checked
from iij_xbrl.prove.findings import Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "rounding": "notice", "warning": "warning"}


def github(check: Check) -> str:
    """One line for each open finding, at its first place; the other places are told in the message."""
    return "".join(f"{_line(item)}\n" for item in check.found)


def _line(item: Checked) -> str:
    first, *rest = item.places
    origin = first.origin
    properties = {"file": posix(first.file)}
    if origin.line is not None and origin.start is not None and origin.end is not None:
        properties |= {"line": str(origin.line), "col": str(origin.start + 1), "endColumn": str(origin.end + 1)}
    properties["title"] = item.finding.code
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    text = item.finding.message if origin.line is not None else f"{first}: {item.finding.message}"
    if item.finding.cause:
        text += f"\nlikely cause: {item.finding.cause}"
    if item.finding.expected:
        text += f"\nexpected: {item.finding.expected}"
    text += "".join(f"\nsee {place}" for place in rest)
    return f"::{_COMMANDS[item.finding.severity]} {listed}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return terminal_text(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
