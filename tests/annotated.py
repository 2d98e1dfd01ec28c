"""Pages with the fact of each figure written beside it: what a reader of the page knows, and a program must find.

An annotated page is Markdown with three notations that no release has, and which are taken off before it is read:

- `@c 2011-04-01/2011-09-30` names a period, before the page begins;
- `@cols - Revenues:m ChangeOf:%` above a table says what its columns hold, `@@ c` behind a row what its row adds;
- `2,448[OperatingIncome c m]` says it of one figure, `[-]` that it is no fact.

What is said of a figure: the concept, members with `@`, a period by its name or its days, `end` for its last day, the
unit in which it is printed (`1`, `k`, `m`, `%` for percent), and `neg` where the sign is not the printed one.
`[%]` is the percentage of the figure before it in its row; a column of `%` holds such percentages, one of `yoy%` the
changes of the rows on the year before in percent, and one of `yoy` these as amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from iij_xbrl.extract.widths import narrow
from iij_xbrl.facts import Occurrence

_SPEC = re.compile(r"\[([^\]\[]*)\]")
_FIGURE = re.compile(r"[△▲-]?\d[\d,]*(?:\.\d+)?")
_PERIOD = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")
_SCALES = {"1": 0, "k": 3, "m": 6, "%": -2}
_DERIVED = {"yoy%": "ChangePercent", "yoy": "ChangeAmount"}
_LOSS = "△▲-"

Fact = tuple[str, tuple[str, ...], str, Decimal]


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure of a page as it is printed, and its fact; None where it is none."""

    printed: str
    fact: Fact | None


@dataclass(slots=True)
class _Reader:
    periods: dict[str, str] = field(default_factory=dict)
    columns: list[list[str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)

    def line(self, line: str) -> None:
        if line.startswith("@cols"):
            self.columns = [entry.split(":") for entry in line.split()[1:]]
        elif line.startswith("@"):
            name, period = line[1:].split()
            self.periods[name] = period
        elif line.startswith("|"):
            self.row(line)
        else:
            self.columns = [] if line else self.columns
            self.lines.append(self.plain(line, []))

    def row(self, line: str) -> None:
        printed, _, said = line.partition("@@")
        cells = printed.strip().strip("|").split("|")
        columns = self.columns or [["-"]] * len(cells)
        is_rows = bool(said) or not self.columns or all(column == ["-"] for column in columns)
        concept = next((word for word in said.split() if word[0].isupper()), "")
        kept = [
            self.plain(cell, [*column, *said.split()] if is_rows and column != ["-"] else ["-"], concept)
            for cell, column in zip(cells, [["-"], *columns[1:]] if self.columns else columns, strict=False)
        ]
        self.lines.append(f"|{'|'.join(kept)}|")

    def plain(self, text: str, words: list[str], concept: str = "") -> str:
        """A text without its notes, which are kept."""
        for match in re.finditer(rf"({_FIGURE.pattern})(?:{_SPEC.pattern})?", narrow(text)):
            said = match[2].split() if match[2] else words
            if said and (match[2] or said != ["-"]):
                self.expected.append(Expected(match[1], self.fact(match[1], said, concept)))
        return _SPEC.sub("", text)

    def fact(self, printed: str, words: list[str], concept: str) -> Fact | None:
        if words == ["-"]:
            return None
        value = Decimal(printed.lstrip(_LOSS).replace(",", "")) * (-1 if printed[0] in _LOSS else 1)
        if words == ["%"]:
            return (f"{concept}%", (), "", value.scaleb(-2))
        if words[0] == "%" and len(words) > 1:
            return self.fact(printed, ["%"], concept)
        name = next(word for word in words if word[0].isupper()) + _DERIVED.get(words[0], "")
        words = ["%" if words[0] == "yoy%" else words[0], *words[1:]]
        members = tuple(sorted(word[1:] for word in words if word.startswith("@")))
        period = next(self.periods.get(word, word) for word in words if word in self.periods or _PERIOD.fullmatch(word))
        scale = next(_SCALES[word] for word in words if word in _SCALES)
        if name.endswith(("ChangePercent", "ChangeAmount")) and "PreviousTargetMember" not in members:
            members = tuple(sorted((*members, "YearOnYearMember")))
        period = period[-10:] if "end" in words else period
        return (name, members, period, (-value if "neg" in words else value).scaleb(scale))


def annotated(source: str) -> tuple[str, list[Expected]]:
    """The page of an annotated page, and what its figures are."""
    reader = _Reader()
    for line in source.split("\n"):
        reader.line(line)
    return "\n".join(reader.lines).lstrip("\n"), reader.expected


def fact_of(item: Occurrence) -> Fact:
    """An occurrence as annotations write it."""
    point = item.point
    return (point.concept, tuple(sorted(member for _, member in point.dimensions)), str(point.period), item.value)


def missing(expected: list[Expected], found: list[Occurrence]) -> Iterator[Expected]:
    """The facts of a page that were not found."""
    left = [fact_of(item) for item in found]
    for item in expected:
        if item.fact is None:
            continue
        match = next((fact for fact in left if _same(item.fact, fact)), None)
        if match is None:
            yield item
        else:
            left.remove(match)


def wrong(expected: list[Expected], found: list[Occurrence]) -> Iterator[Occurrence]:
    """The facts that are not what the page says; a dash is none."""
    left = [item.fact for item in expected if item.fact]
    for item in found:
        match = next((fact for fact in left if _same(fact, fact_of(item))), None)
        if match is not None:
            left.remove(match)
        elif any(char.isdigit() for char in item.text):
            yield item


def _same(said: Fact, found: Fact) -> bool:
    if said[0].endswith("%"):
        return found[0].startswith(f"{said[0][:-1]}PercentOf") and abs(said[3]) == abs(found[3])
    return said == found
