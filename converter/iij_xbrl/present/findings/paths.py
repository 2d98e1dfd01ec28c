"""How outputs for other programs name files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def posix(path: Path) -> str:
    """A path with forward slashes; below the current folder it is relative to it, as CI services want it."""
    current = Path.cwd()
    return (path.relative_to(current) if path.is_relative_to(current) else path).as_posix()


def uri(path: Path) -> str:
    """A path as a URI reference (RFC 3986)."""
    name = posix(path)
    return Path(name).as_uri() if Path(name).is_absolute() else quote(name)
