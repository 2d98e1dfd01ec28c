"""YAML with places: every value knows its file and line, and mistakes are gathered and shown together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from iij_xbrl.errors import SourceError

Scalar = str | int | bool | None
Plain = dict[str, "Plain"] | list["Plain"] | Scalar


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in the source: file and 1-based line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Located:
    """A YAML value with its place. A value of a mapping stands where its key stands."""

    value: Scalar | tuple[Located, ...] | Mapping[str, Located]
    where: Where

    @property
    def mapping(self) -> Mapping[str, Located] | None:
        """The value if it is a mapping."""
        return self.value if isinstance(self.value, Mapping) else None

    @property
    def items(self) -> tuple[Located, ...] | None:
        """The value if it is a list."""
        return self.value if isinstance(self.value, tuple) else None

    def plain(self) -> Plain:
        """The value without places: dict, list, str, int, bool or None."""
        if isinstance(self.value, Mapping):
            return {key: item.plain() for key, item in self.value.items()}
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        return self.value

    def at(self, path: Sequence[str | int]) -> Where:
        """Where the value at `path` stands, or the innermost value on the way to it that exists."""
        here = self
        for step in path:
            if isinstance(here.value, Mapping) and step in here.value:
                here = here.value[str(step)]
            elif isinstance(here.value, tuple) and isinstance(step, int) and step < len(here.value):
                here = here.value[step]
            else:
                break
        return here.where


@dataclass(slots=True)
class Mistakes:
    """Mistakes found so far; a reader goes on after each, so that all are shown at once."""

    found: list[tuple[Where, str]] = field(default_factory=list)

    def add(self, where: Where, wrong: str, allowed: str = "") -> None:
        """Note what is wrong at `where`, and what would be allowed."""
        text = f"{wrong}; {allowed}" if allowed else wrong
        if (where, text) not in self.found:
            self.found.append((where, text))

    def stop_if_any(self) -> None:
        """Raise SourceError with one line per mistake, in the order of the source."""
        if self.found:
            raise SourceError("\n".join(f"{where}: {text}" for where, text in sorted(self.found)))


def nearest(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Up to three known names that `name` may be a slip for, best first."""
    by_fold = {item.lower(): item for item in known}
    return tuple(by_fold[item] for item in get_close_matches(name.lower(), list(by_fold), n=3, cutoff=0.6))


def suggest(name: str, known: Sequence[str]) -> str:
    """What is allowed instead of an unknown name: the nearest ones, or all where they are few."""
    near = nearest(name, known)
    if near:
        return "did you mean " + " or ".join(near) + "?"
    return "allowed: " + ", ".join(sorted(known)) if 0 < len(known) <= 40 else ""


def _scalar(node: ScalarNode) -> Scalar:
    """YAML 1.2 core schema, but dates and floats stay text: the source has neither as a number."""
    text = str(node.value)
    kind = str(node.tag).rsplit(":", 1)[-1]
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int" and not (text.startswith("0") and len(text) > 1):
        return int(text.replace("_", ""))
    return text


def _located(node: Node, file: str, mistakes: Mistakes, where: Where | None = None) -> Located:
    where = where or Where(file, node.start_mark.line + 1)
    if isinstance(node, ScalarNode):
        return Located(_scalar(node), where)
    if isinstance(node, SequenceNode):
        return Located(tuple(_located(item, file, mistakes) for item in node.value), where)
    if not isinstance(node, MappingNode):
        raise TypeError(f"unexpected YAML node {node!r}")
    values: dict[str, Located] = {}
    for key, item in node.value:
        place = Where(file, key.start_mark.line + 1)
        name = str(key.value) if isinstance(key, ScalarNode) else ""
        if not name:
            mistakes.add(place, "a key must be a word")
        elif name in values:
            mistakes.add(place, f"'{name}' is given twice; first on line {values[name].where.line}", "keep one")
        else:
            values[name] = _located(item, file, mistakes, place)
    return Located(values, where)


def read_yaml(path: Path, mistakes: Mistakes) -> Located | None:
    """The one YAML document in `path`, or None (with a mistake noted) where it is not YAML or empty."""
    file = str(path)
    try:
        node = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(str(error.problem or error.context).split())
        start = f", in what begins on line {error.context_mark.line + 1}" if error.context_mark else ""
        mistakes.add(Where(file, mark.line + 1 if mark else 1), f"not YAML: {problem}{start}")
        return None
    except UnicodeDecodeError as error:
        mistakes.add(Where(file, 1), f"not UTF-8: {error.reason} at byte {error.start}")
        return None
    if node is None:
        mistakes.add(Where(file, 1), "the file is empty", "allowed: a place, `places`, or no file at all")
        return None
    return _located(node, file, mistakes)
