"""Limits of this process, where the system has them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

_PAGES = Path("/proc/self/statm")


def lower(name: Literal["AS", "CORE", "CPU", "DATA"], most: int) -> Callable[[], None]:
    """Lower the soft limit of a resource (`setrlimit(2)`, `RLIMIT_AS`); what is returned sets it back."""
    if sys.platform == "win32":
        return lambda: None
    import resource

    what = getattr(resource, f"RLIMIT_{name}")
    soft, hard = resource.getrlimit(what)
    resource.setrlimit(what, (min([most, *(at for at in (soft, hard) if at >= 0)]), hard))
    return lambda: resource.setrlimit(what, (soft, hard))


def address_space() -> int | None:
    """The bytes of addresses that this process has; None where the system does not tell."""
    if sys.platform == "win32" or not _PAGES.exists():
        return None
    import resource

    return int(_PAGES.read_text().split()[0]) * resource.getpagesize()
