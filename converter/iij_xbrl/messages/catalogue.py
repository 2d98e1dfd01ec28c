"""The catalogue of messages: what each code means, why it matters, a page that provokes it, and what to do.

Codes are those of findings (`open-relation`) and of reasons, whose kinds are named alike (`NoLine` is `no-line`). A new
code needs an entry in the file of its sort; a test provokes each with its own page.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from types import MappingProxyType

SORTS: Mapping[str, str] = {
    "findings": "Findings of `check`",
    "written": "Numbers that are not written as numbers are",
    "tables": "Figures of tables that are no facts",
    "withdrawn": "Figures of tables that are withdrawn beside the rest of the release",
    "scopes": "Words that may change what figures are about",
    "prose": "Figures of sentences that are no facts",
    "no_figures": "Numbers that are no figures",
    "evidence": "What facts rest on that are not read as plainly printed",
}
"""The files of the catalogue, and what they hold."""


@dataclass(frozen=True, slots=True)
class Message:
    """A code, and what a person should know of it. `example` is a page; empty where only a longer one provokes it."""

    code: str
    sort: str
    means: str
    why: str
    do: str
    example: str

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The fixed sections, in order, with their text; none that is empty."""
        found = (
            ("What it means", self.means),
            ("Why it matters", self.why),
            ("Example", self.example),
            ("What to do", self.do),
        )
        return tuple(section for section in found if section[1])


def code_of(kind: type) -> str:
    """The code of a kind of reason: its name in small letters, `NoLine` as `no-line`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


@cache
def messages() -> Mapping[str, Message]:
    """Every message by its code, in the order of the catalogue."""
    found = {}
    for sort in SORTS:
        text = (resources.files(__package__) / f"{sort}.toml").read_text(encoding="utf-8")
        source = tomllib.loads(text)
        pages = source.pop("pages", {})
        common = source.pop("why", "")
        for code, entry in source.items():
            example = entry.get("example", "").format_map(pages) if pages else entry.get("example", "")
            found[code] = Message(code, sort, entry["means"], entry.get("why", common), entry["do"], example)
    return MappingProxyType(found)


@cache
def translated(language: str) -> Mapping[str, Message]:
    """Every message in another language; what its data file, `catalogue_ja.toml`, lacks is as it is in English."""
    text = (resources.files(__package__) / f"catalogue_{language}.toml").read_text(encoding="utf-8")
    source = tomllib.loads(text)
    found = {}
    for code, message in messages().items():
        means, do = source["messages"].get(code, (message.means, message.do))
        found[code] = replace(message, means=means, why=source["why"].get(message.why, message.why), do=do)
    return MappingProxyType(found)


def markdown() -> str:
    """The documentation of all messages."""
    lines = ["# Messages", "", "`iij-xbrl explain CODE` prints each of these. This page is made from the catalogue."]
    for sort, title in SORTS.items():
        lines += ["", f"## {title}"]
        for message in (item for item in messages().values() if item.sort == sort):
            lines += ["", f"### {message.code}"]
            for name, text in message.sections:
                lines += ["", f"**{name}**", ""]
                lines += ["```", text.rstrip("\n"), "```"] if name == "Example" else [text.strip()]
    return "\n".join(lines) + "\n"
