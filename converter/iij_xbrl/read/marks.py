"""Footnote marks: `service<sup>2</sup>`, `service*2`, `service ²`, `service ^2`, `^{*2.}`, `service (Note 2)`, `9*`.

A mark is glued to the words or the figure that it qualifies, or begins the note that says so. It is never a figure.
A star in front of digits that are set high is part of the mark: `service*²`. Those of Markdown are `[^2]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from iij_xbrl.languages import words_of_all
from iij_xbrl.read.document import Text

_NOTE = words_of_all("note")
# Not at the start of a line, where a bracketed word is part of the note as it is read.
_GLUED = r"(?<=[^\W_])[%.,)]?\ ?"
_MARK = re.compile(
    rf"""
    (?=[<^⁰¹²³⁴⁵⁶⁷⁸⁹*※†‡(（\[%.,)\s])  # most characters begin no mark
    (?:<sup>(?P<sup>[^<]*(?:<(?!/?sup\b)[^<]*)*)</sup>
    | \^\{{(?P<tex>[^{{}}]*)\}}
    | (?<![\d^])\ ?\^(?P<caret>\d{{1,2}})(?![\w^{{.,])
    | (?P<unicode>(?:(?<![*※])[*※])?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
    | (?:(?<=[\w%)）,、])\ ?|^\s*)(?P<star>[*※]\d{{1,2}})(?!\d|\*(?!\*)|[.,]\d|[A-Za-z]\d)
    | {_GLUED}(?P<note>[(（\[](?:{_NOTE}\.?\s?\d{{0,2}}|[*※†‡]\s?\d{{0,2}}|(?<=\[)\^\d{{1,2}})[)）\]])
    | (?:(?<=[\w%)）¥￥$€])|(?<=[\w%)）]\ )(?!\*{{1,3}}(?![*\s]*$)))
      (?P<sign>(?<!\*)\*{{1,3}}(?!\*)|[†‡※]{{1,3}})(?=\s|[,;:|]|$))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = frozenset("<^⁰¹²³⁴⁵⁶⁷⁸⁹*※†‡")
_NOTES = re.compile(_NOTE)
_OPENS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])")  # of `*words in italics*`, `**words in bold**`
_LISTED = re.compile(r"(?<=[^\W_])\s?(\(\d{1,2}\)|\[\d{1,2}\]|(?<=\s)(?:\d{1,2}|[a-z])\))\s*$")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_KEY = re.compile(rf"(?P<sign>[*※†‡]*)\s?(?P<note>{_NOTE}\.?)?\s?(?P<number>\d{{0,2}})\s?[.:)]?", re.IGNORECASE)
_LETTER = re.compile("[a-z]")
_LISTED_START = re.compile(r"\s*\(?(?P<mark>[a-z]|\d{1,2})[.:)]{0,2}\s+(?=[A-Z(])")
_START = re.compile(
    rf"""\s*(?:
        [(⁽（\[]\s*(?P<bracket>{_NOTE}\.?\s?\d{{0,2}}|[*※†‡]\s?\d{{0,2}}|(?<=\[)\^\d{{1,2}})\s*[)）\]]\s*:?
        | (?P<word>{_NOTE}\s?\d{{1,2}})\s*[.:)]
        | (?P<listed>\(\d{{1,2}}\)|\[\d{{1,2}}\])(?=\s)
        | (?P<sign>\*(?!\*)|[†‡※]{{1,3}})(?=\s*[^\W\d]|\s+\d)
        | (?P<stars>\*{{2,3}}(?!\*))(?=\s+[^\W\d])
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text, from `start` to `end` of it.

    `key` is the same for a mark and its note: `2`, `*2`, `note2`, `a`. It is empty where the text is set high and is no
    mark, as in `2<sup>nd</sup>`.
    """

    start: int
    end: int
    shown: str
    key: str


@lru_cache(maxsize=4096)  # the reader, the mapper and the writer ask for those of the same texts
def marks(raw: str) -> tuple[Mark, ...]:
    """The marks of a text as it is written, in order; those in high or bracketed print, and stars."""
    if _SIGNS.isdisjoint(raw) and not _NOTES.search(raw.casefold()):
        return ()  # most texts: what is looked for is known by few characters
    return tuple(_found(raw))


def _found(raw: str) -> Iterator[Mark]:
    opens = _OPENS.search(raw)
    for match in _MARK.finditer(raw):
        kind = match.lastgroup or ""
        shown = match[kind].strip().translate(_DIGITS)
        if kind == "sign" and opens and shown == opens.group() and opens.end() < match.start(kind):
            continue  # it closes words in italics or in bold
        start = match.start(kind) if kind in ("star", "note", "sign") else match.start()
        yield Mark(start, match.end(), shown, key(shown))


def digits(raw: str) -> Iterator[tuple[int, int]]:
    """Where the digits of marks stand."""
    for mark in marks(raw):
        for match in re.finditer(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+", raw[mark.start : mark.end]):
            yield mark.start + match.start(), mark.start + match.end()


def keys_of(text: Text) -> list[str]:
    """The keys of the marks of a text, those of a listed one at the end of its words, `(1)`, with brackets and bare."""
    found = [mark.key for mark in marks(text.raw) if mark.key]
    listed = _LISTED.search(text.plain) if text.plain.rstrip().endswith((")", "]")) else None
    return [*found, key(listed[1]), listed[1].strip("()[]")] if listed else found


def note_start(raw: str) -> Mark | None:
    """The mark with which a text begins that is a note; `end` is where the note's words begin."""
    lead = len(raw) - len(raw.lstrip())
    first = next(iter(marks(raw)), None)
    if first and first.start <= lead and first.key:
        rest = raw[first.end :]
        return replace(first, end=first.end + len(rest) - len(rest.lstrip(" .:")))
    match = _START.match(raw)
    if not match:
        return None
    kind = match.lastgroup or ""
    shown = match[kind]
    return Mark(match.start(), match.end(), shown, key(shown))


def listed_start(raw: str) -> Mark | None:
    """The letter or number, set like the words behind it, with which a line begins that may be a note: `a Budget`."""
    match = _LISTED_START.match(raw)
    return Mark(match.start(), match.end(), match["mark"], key(match["mark"])) if match else None


def key(shown: str) -> str:
    """The key of what a mark shows; empty where it is no mark."""
    words = shown.strip()
    inner = words.strip("()（）[]").strip().removeprefix("^")
    if _LETTER.fullmatch(inner):
        return inner
    match = _KEY.fullmatch(inner)
    if not match or not inner:
        return ""
    if inner.isdigit() and inner != words and "^" not in words:
        return f"({inner})"
    note = "note" if match["note"] else ""
    return f"{match['sign']}{note}{match['number'].lstrip('0')}"
