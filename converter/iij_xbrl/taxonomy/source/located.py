"""YAML with places: every value knows its file and line, and mistakes are gathered and shown together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer, MaxDepthExceededError
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from iij_xbrl.borders import xml_text
from iij_xbrl.errors import SourceError
from iij_xbrl.limits import LIMITS, Limits

Scalar = str | int | bool | None
_MOST_SHOWN = 50  # mistakes
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

    found: dict[tuple[Where, str], None] = field(default_factory=dict)

    def add(self, where: Where, wrong: str, allowed: str = "") -> None:
        """Note what is wrong at `where`, and what would be allowed."""
        text = f"{wrong}; {allowed}" if allowed else wrong
        self.found[where, text] = None

    def stop_if_any(self) -> None:
        """Raise SourceError with one line per mistake, in the order of the source, and how many more there are."""
        if self.found:
            told = [f"{where}: {text}" for where, text in sorted(self.found)]
            more = len(told) - _MOST_SHOWN
            raise SourceError("\n".join([*told[:_MOST_SHOWN], *([f"and {more:,} more mistakes"] if more > 0 else [])]))


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
            raise _TooMuchError(where, _too_many(self.limits))
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


class _Bounded(Composer):
    """Composes the nodes of a file, and stops while it is parsed where they are too many."""

    def __init__(self, most: int, loader: YAML) -> None:
        super().__init__(loader=loader)
        self.warn_double_anchors = False
        self._most = most
        self._count = 0

    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401 - the parser's own signature
        """A node, with those in it."""
        self._count += 1
        if self._count > self._most:
            raise _TooManyError(self.parser.peek_event().start_mark.line + 1)
        return super().compose_node(parent, index)


class _TooManyError(Exception):
    """A file has more nodes than are read; with the line of the next."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _too_many(limits: Limits) -> str:
    return (
        f"more than {limits.nodes:,} keys and values, with what aliases stand for; no more are read (--limit nodes=...)"
    )


def _too_large(text: str, limits: Limits) -> tuple[int, str] | None:
    """The line from which on a text is more than is read, and why; None where it is not."""
    if len(text) > limits.yaml:
        return 1, f"a YAML file of more than {limits.yaml:,} characters; no more are read (--limit yaml=...)"
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > limits.line:
            told = f"a line of {len(line):,} characters; no more than {limits.line:,} are read"
            return number, f"{told} (--limit line={len(line)})"
    return None


def _too_deep(limits: Limits) -> str:
    return f"nested more than {limits.depth} levels deep, or holds itself; no more are read (--limit depth=...)"


def read_text(path: Path, limits: Limits) -> str:
    """The text of a YAML file, read once and hardly further than the limit. Raises OSError and UnicodeDecodeError."""
    with path.open(encoding="utf-8") as stream:
        return stream.read(limits.yaml + 1)


def read_yaml(path: Path, mistakes: Mistakes, limits: Limits = LIMITS, text: str | None = None) -> Located | None:
    """The one YAML document in `path`, or None (with a mistake noted) where it is not YAML, empty or too much of it.

    `text` is what `read_text` gave, where the file was read already.
    """
    file = str(path)
    try:
        text = read_text(path, limits) if text is None else text
        large = _too_large(text, limits)
        if large:
            mistakes.add(Where(file, large[0]), large[1])
            return None
        yaml = YAML(typ="safe", pure=True)
        yaml.Composer = partial(_Bounded, limits.nodes)  # type: ignore[assignment]
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
        line = (text or "").count("\n", 0, error.position) + 1
        mistakes.add(Where(file, line), f"not YAML: a character that no text has (U+{error.character:04X})")
    except UnicodeDecodeError as error:
        mistakes.add(Where(file, 1), f"not UTF-8: {error.reason} at byte {error.start}")
    except _TooManyError as error:
        mistakes.add(Where(file, error.line), _too_many(limits))
    except _TooMuchError as error:
        mistakes.add(error.where, str(error))
    except RecursionError:  # where the limit was raised beyond what the parser can do
        mistakes.add(Where(file, 1), _too_deep(limits))
    return None
