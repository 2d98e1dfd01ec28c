"""Patterns of a language that are compiled when they are first used.

No page needs all of them, and few need those of both languages; to compile them all takes longer than to read a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from iij_xbrl.languages.beginnings import from_beginnings

_OWN = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags", "groupindex")


def pattern_of(source: str, flags: int) -> re.Pattern[str]:
    """What is used as a compiled pattern is, and looks first at what its matches begin with; not the `re` of these."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


def compile_all(patterns: Iterable[re.Pattern[str]]) -> None:
    """Compile patterns now: for a process whose copies use them."""
    for pattern in patterns:
        pattern.match("")


class _Uncompiled:
    """A pattern that is asked for something for the first time gets all that the compiled one has, for good."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method, or a text
        """What it has not yet; from then on it is found without this."""
        if name not in _OWN:
            raise AttributeError(name)
        compiled = re.compile(from_beginnings(self._source, self._flags), self._flags)
        vars(self).update({own: getattr(compiled, own) for own in _OWN})
        return vars(self)[name]
