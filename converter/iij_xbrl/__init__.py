"""Turns an earnings release, as it was published, into validated XBRL.

    import iij_xbrl
    report = iij_xbrl.read("release.md")            # facts: report.to_dataframe(), report.to_arrow()
    findings = iij_xbrl.check("release.md")         # contradictions, each with its places
    iij_xbrl.convert("release.md", "out")           # XBRL, validated

The pipeline is the folder listing: read -> extract -> map -> reconcile -> report -> write -> validate -> prove ->
present.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iij_xbrl.api import Conversion, Findings, Options, Report, Taxonomy, check, convert, load_taxonomy, read

__version__ = "0.1.0"
__all__ = ["Conversion", "Findings", "Options", "Report", "Taxonomy", "check", "convert", "load_taxonomy", "read"]


class _Lazy(ModuleType):
    """This package: exports are imported when they are first asked for, and no module of their name hides them."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever is exported
        if name in __all__:
            value = getattr(import_module("iij_xbrl.api"), name)
            super().__setattr__(name, value)
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Lazy
