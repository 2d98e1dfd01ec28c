"""Templates as Jinja2 compiles them, kept while the process runs: each is compiled once, not once a release."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """What templates are compiled to, by their names and places; a template that has changed is compiled again."""

    def __init__(self) -> None:
        self._compiled: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what a template is compiled to, if it is here; its checksum is that of the text."""
        checksum, code = self._compiled.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template is compiled to."""
        if bucket.code is not None:
            self._compiled[bucket.key] = bucket.checksum, bucket.code


@lru_cache(maxsize=1)
def compiled_templates() -> CompiledTemplates:
    """Those of this process."""
    return CompiledTemplates()
