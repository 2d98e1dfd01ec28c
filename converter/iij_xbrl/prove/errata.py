"""errata.yaml: what was decided on the findings of a release.

A list of entries, each about one finding, which it names as `check --write-errata` does:

    - finding: inconsistent-duplicate:OperatingIncome:2011-04-01/2011-09-30:2,488:2,448,207
      decision: corrected            # or accepted, or undecided
      figure: {text: "2,488"}
      stands-for: 2,448
      because: the statement of income and the segments have 2,448
      by: A. Reader
      until: 2012-03-31              # optional: the last day on which the decision holds

`accepted`: the finding is known and stays as it is. `corrected`: each figure of the finding that is printed so stands
for another value, or the rows of its suspects for another period, written as `2010-04-01/2010-09-30`; the report
carries what they stand for. An entry that means one place only names it: `figure: {line: 667, text: "2,488"}`, with
`column`, from 1, where the line prints it more than once, or `row: {line: 668}`; in place of line and column,
`place: "Balance!C5"` names a figure or a row as findings print it. `undecided`: the finding is reported as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from iij_xbrl.errors import UsageError
from iij_xbrl.extract.cells.numbers import numbers
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.read.origins import Origin, parse_origin
from iij_xbrl.taxonomy.source.located import Located, Mistakes, Where, read_text, read_yaml, suggest

ERRATA = "errata.yaml"
ERRATA_CATALOGUE = {
    "errata-unknown": "an entry of the errata names a finding, a figure or a row that the tool or the release has not",
    "errata-outdated": "an entry of the errata held until a day that has passed",
    "errata-unused": "an entry of the errata is about a finding that the release no longer has",
}

Decision = Literal["accepted", "corrected", "undecided"]
_DECISIONS = ("accepted", "corrected", "undecided")
_KEYS = ("finding", "decision", "because", "by", "until", "figure", "row", "stands-for")
_PERIOD = re.compile(r"(?:(\d{4}-\d\d-\d\d)/)?(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of the release: its 1-based line, or a place in it."""

    line: int | None
    place: Origin | None = None

    def __str__(self) -> str:
        return f"line {self.line}" if self.place is None else str(self.place)


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """A figure: the text as printed, and for one place of it its row, with the 1-based column where it repeats.

    Without a row: wherever the finding has it.
    """

    row: RowPlace | None
    text: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision. `target` is a figure, or a row; `stands_for` a number as printed, or a period.

    Without a target a period is that of the rows of the finding's suspects.
    """

    line: int
    finding: str
    decision: Decision
    because: str = ""
    by: str = ""
    until: date | None = None
    target: FigurePlace | RowPlace | None = None
    stands_for: str | Period = ""


@dataclass(frozen=True, slots=True)
class Errata:
    """The decisions of a file, in its order, and its lines for quoting."""

    path: Path
    entries: tuple[Entry, ...] = ()
    source: tuple[str, ...] = ()


def errata_beside(release: Path) -> Path:
    """Where the errata of a release stand unless another file is named."""
    return release.parent / ERRATA


def is_period(text: str) -> bool:
    """Whether a text is a period as errata write it: `2010-04-01/2010-09-30`, or a day."""
    return bool(_PERIOD.fullmatch(text))


def read_errata(path: Path, limits: Limits = LIMITS) -> Errata:
    """Read errata.

    Raises:
        UsageError: there is no such file, or it is no text.
        SourceError: mistakes, each with file and line and what is allowed.
    """
    try:
        text = read_text(path, limits)
    except OSError as error:
        raise UsageError(f"{path}: the errata cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the errata are not UTF-8 (byte {error.start}); save the file as UTF-8") from None
    source = tuple(text.splitlines())
    if not any(line.strip() and not line.lstrip().startswith("#") for line in source):
        return Errata(path, (), source)
    mistakes = Mistakes()
    root = read_yaml(path, mistakes, limits, text)
    entries: list[Entry] = []
    if root is not None and root.items is None:
        mistakes.add(root.where, "errata are a list", "each entry starts with '- finding:'")
    for item in (root.items if root else None) or ():
        entry = _Reader(item, mistakes).entry()
        if entry is not None:
            entries.append(entry)
    _no_doubles(entries, path, mistakes)
    mistakes.stop_if_any()
    return Errata(path, tuple(entries), source)


def _no_doubles(entries: list[Entry], path: Path, mistakes: Mistakes) -> None:
    """A finding has one decision, or several corrections of different figures."""
    first: dict[tuple[str, object], Entry] = {}
    for entry in entries:
        known = first.setdefault((entry.finding, entry.target), entry)
        if known is not entry:
            wrong = f"'{entry.finding}' is decided twice; first on line {known.line}"
            mistakes.add(Where(str(path), entry.line), wrong, "keep one")


class _Reader:
    """Reads one entry; what is wrong with it is noted, and the next entry is read all the same."""

    def __init__(self, item: Located, mistakes: Mistakes) -> None:
        self.item = item
        self.mistakes = mistakes
        self.before = len(mistakes.found)

    def entry(self) -> Entry | None:
        """The entry, or None where it has mistakes."""
        values = self.item.mapping
        if values is None:
            self.mistakes.add(self.item.where, "an entry is a mapping", "it starts with '- finding:'")
            return None
        self._known(values, _KEYS)
        finding = self._text(values, "finding", self.item)
        decision = self._text(values, "decision", self.item)
        if decision and decision not in _DECISIONS:
            self.mistakes.add(values["decision"].where, f"unknown decision '{decision}'", suggest(decision, _DECISIONS))
        is_decided = decision in ("accepted", "corrected")
        because, by = (self._text(values, key, self.item, needed=is_decided) for key in ("because", "by"))
        until = self._until(values.get("until"))
        target, stands_for = self._correction(values, decision)
        if len(self.mistakes.found) > self.before:
            return None
        line = self.item.where.line
        return Entry(line, finding, cast(Decision, decision), because, by, until, target, stands_for)

    def _known(self, values: Mapping[str, Located], keys: tuple[str, ...]) -> None:
        for key, value in values.items():
            if key not in keys:
                self.mistakes.add(value.where, f"unknown key '{key}'", suggest(key, keys))

    def _text(self, values: Mapping[str, Located], key: str, owner: Located, *, needed: bool = True) -> str:
        found = values.get(key)
        value = found.value if found else None
        text = "" if value is None else str(value).strip() if isinstance(value, str | int) else ""
        if needed and not text:
            where = found.where if found else owner.where
            self.mistakes.add(where, f"'{key}' is missing or empty", "write it as one line of text")
        return text

    def _until(self, value: Located | None) -> date | None:
        if value is None or value.value is None:
            return None
        try:
            return date.fromisoformat(str(value.value))
        except ValueError:
            self.mistakes.add(value.where, f"'until' is no day: '{value.value}'", "write it as 2012-03-31")
            return None

    def _correction(
        self, values: Mapping[str, Located], decision: str
    ) -> tuple[FigurePlace | RowPlace | None, str | Period]:
        given = [key for key in ("figure", "row", "stands-for") if key in values]
        if decision == "accepted" and given:
            self.mistakes.add(values[given[0]].where, f"'{given[0]}' needs 'decision: corrected'")
        if decision == "accepted" or not (given or decision == "corrected"):
            return None, ""
        is_named = "figure" in given or "row" in given
        text = self._text(values, "stands-for", self.item, needed=is_named)
        if ("figure" in given and "row" in given) or not (is_named or is_period(text)):
            told = "give 'figure', or 'row', or a period that its rows stand for"
            self.mistakes.add(self.item.where, "a correction names what it corrects", told)
            return None, ""
        if "figure" in given:
            return self._figure(values["figure"]), self._number(text, values.get("stands-for"))
        row = self._row(values["row"], ("line", "place")) if "row" in given else None
        return row, self._period(text, values.get("stands-for"))

    def _figure(self, value: Located) -> FigurePlace | None:
        values, keys = value.mapping or {}, ("line", "text", "column", "place")
        text, column = self._text(values, "text", value), values.get("column")
        if column is not None and not isinstance(column.value, int):
            self.mistakes.add(column.where, "'column' is no number", "count from 1")
            return None
        if not {"line", "column", "place"} & set(values):
            self._known(values, keys)
            return FigurePlace(None, text)
        row = self._row(value, keys)
        return FigurePlace(row, text, cast(int, column.value) if column else None) if row else None

    def _row(self, value: Located, keys: tuple[str, ...]) -> RowPlace | None:
        values = value.mapping or {}
        self._known(values, keys)
        line, place = values.get("line"), values.get("place")
        if place is not None:
            origin = parse_origin(str(place.value))
            if origin is None:
                self.mistakes.add(
                    place.where, f"'place' is no place: '{place.value}'", "write it as a finding prints it"
                )
                return None
            return RowPlace(None, origin)
        if line is None or not isinstance(line.value, int):
            example = "{" + ", ".join(f"{key}: ..." for key in keys if key != "place") + "}"
            self.mistakes.add(value.where, "the place has no 'line'", f"write it as {example}")
            return None
        return RowPlace(line.value)

    def _number(self, text: str, value: Located | None) -> str:
        found = list(numbers(text))
        if value and text and (len(found) != 1 or found[0].problem):
            self.mistakes.add(value.where, f"'stands-for' is no number: '{text}'", "write it as it would be printed")
        return text

    def _period(self, text: str, value: Located | None) -> str | Period:
        match = _PERIOD.fullmatch(text)
        try:
            if match:
                start = date.fromisoformat(match[1]) if match[1] else None
                return Period(date.fromisoformat(match[2]), start)
        except ValueError:
            pass
        if value and text:
            wrong = f"'stands-for' is no period: '{text}'"
            self.mistakes.add(value.where, wrong, "write it as 2010-04-01/2010-09-30 or 2010-09-30")
        return text
