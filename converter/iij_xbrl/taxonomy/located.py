"""YAML with places: every value knows its file and line, and mistakes are gathered and shown together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.composer import MaxDepthExceededError
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from iij_xbrl.borders import xml_text
from iij_xbrl.errors import SourceError
from iij_xbrl.limits import LIMITS, Limits

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


class _TooMuchError(Exception):
    """A file is nested deeper, or has more values, than is read; aliases count as what they stand for."""

    def __init__(self, where: Where, wrong: str) -> None:
        super().__init__(wrong)
        self.where = where


@dataclass(slots=True)
class _Reading:
    """Turns the nodes of a file into values with their places; what is wrong with one is noted."""

    file: str
    mistakes: Mistakes
    limits: Limits
    count: int = 0

    def value(self, node: Node, depth: int, where: Where | None = None) -> Located:
        """The value of a node. Raises _TooMuchError, for a node that holds itself too."""
        where = where or Where(self.file, node.start_mark.line + 1)
        self.count += 1
        if self.count > self.limits.nodes:
            told = f"more than {self.limits.nodes:,} values, with what aliases stand for; no more are read"
            raise _TooMuchError(where, f"{told} (--limit nodes=...)")
        if depth > self.limits.depth:
            raise _TooMuchError(where, _too_deep(self.limits))
        if isinstance(node, ScalarNode):
            return Located(self._scalar(node, where), where)
        if isinstance(node, SequenceNode):
            return Located(tuple(self.value(item, depth + 1) for item in node.value), where)
        if not isinstance(node, MappingNode):
            raise TypeError(f"unexpected YAML node {node!r}")
        return Located(self._mapping(node, depth), where)

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Located]:
        values: dict[str, Located] = {}
        for key, item in node.value:
            place = Where(self.file, key.start_mark.line + 1)
            name = str(key.value) if isinstance(key, ScalarNode) else ""
            if not name:
                self.mistakes.add(place, "a key must be a word")
            elif name in values:
                wrong = f"'{name}' is given twice; first on line {values[name].where.line}"
                self.mistakes.add(place, wrong, "keep one")
            else:
                values[name] = self.value(item, depth + 1, place)
        return values

    def _scalar(self, node: ScalarNode, where: Where) -> Scalar:
        """YAML 1.2 core schema, but dates and floats stay text: the source has neither as a number."""
        text = str(node.value)
        if xml_text(text) != text:
            self.mistakes.add(where, f"{text[:40]!r} holds a control character, which no text has", "take it out")
        kind = str(node.tag).rsplit(":", 1)[-1]
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind == "int" and not (text.startswith("0") and len(text) > 1):
            try:
                return int(text.replace("_", ""))
            except ValueError:
                self.mistakes.add(where, f"'{text[:40]}' is no whole number", "write it with digits, or in quotes")
        return text


def _too_deep(limits: Limits) -> str:
    return f"nested more than {limits.depth} levels deep, or holds itself; no more are read (--limit depth=...)"


def read_yaml(path: Path, mistakes: Mistakes, limits: Limits = LIMITS) -> Located | None:
    """The one YAML document in `path`, or None (with a mistake noted) where it is not YAML, empty or too much of it."""
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8")
        yaml = YAML(typ="safe", pure=True)
        yaml.max_depth = limits.depth  # told while it is parsed: what is nested takes the parser quadratic time
        node = yaml.compose(text)
        if node is None:
            mistakes.add(Where(file, 1), "the file is empty", "allowed: a place, `places`, or no file at all")
            return None
        return _Reading(file, mistakes, limits).value(node, 1)
    except MaxDepthExceededError as error:
        mistakes.add(Where(file, error.problem_mark.line + 1), _too_deep(limits))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(str(error.problem or error.context).split())
        start = f", in what begins on line {error.context_mark.line + 1}" if error.context_mark else ""
        mistakes.add(Where(file, mark.line + 1 if mark else 1), f"not YAML: {problem}{start}")
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        mistakes.add(Where(file, line), f"not YAML: a character that no text has (U+{error.character:04X})")
    except UnicodeDecodeError as error:
        mistakes.add(Where(file, 1), f"not UTF-8: {error.reason} at byte {error.start}")
    except _TooMuchError as error:
        mistakes.add(error.where, str(error))
    except RecursionError:  # where the limit was raised beyond what the parser can do
        mistakes.add(Where(file, 1), _too_deep(limits))
    return None
