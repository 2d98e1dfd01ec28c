"""Mutations of a text as mistakes, conversions and attackers make them; the same seed gives the same text."""

from __future__ import annotations

from random import Random

ODD = (
    "|",
    "||",
    "\t",
    "\n",
    "\r",
    "\x0b",
    "\x1b[2J",
    "\x00",
    "\x85",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\U0001f600",
    "<",
    ">",
    "<b>",
    "</td>",
    "<sup>",
    "</sup>",
    "<script>",
    "&",
    "&amp;",
    "&#0;",
    "]]>",
    "<!--",
    "*",
    "**",
    "_",
    "$",
    "\\",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{{",
    "#",
    "%",
    "=",
    "@",
    "'",
    '"',
    ",",
    ".",
    "-",
    "△",
    "▲",
    "−",
    "０",
    "²",
    "١",
    "１２",
    "JPY",
    "US$",
    "n/a",
    "Note 1",
    "*1",
    "※",
    "Sep. 31, 2011",
    "0000-00-00",
    "9999-12-31",
    "1H99",
    "12345678901234567890",
    "1,2,3",
    "0.0000000000001",
    "1e999",
    "NaN",
    "Infinity",
    "-0",
    "&a",
    "*a",
    "!!int",
    "---",
    "? :",
    "- - - -",
)
_MOST_LINES = 40


def mutated(text: str, random: Random) -> str:
    """The text with one to eight mutations."""
    for _ in range(random.randint(1, 8)):
        text = random.choice(_MUTATIONS)(text, random)
    return text


def excerpt(text: str, random: Random) -> str:
    """Some lines of a text that stand together, so that a run is short."""
    lines = text.split("\n")
    start = random.randrange(max(1, len(lines) - _MOST_LINES))
    return "\n".join(lines[start : start + random.randint(5, _MOST_LINES)])


def _place(text: str, random: Random) -> int:
    return random.randrange(len(text) + 1)


def _insert(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + random.choice(ODD) + text[at:]


def _repeat(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + random.choice(ODD) * random.randint(2, 300) + text[at:]


def _delete(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + text[at + random.randint(1, 40) :]


def _replace_digit(text: str, random: Random) -> str:
    places = [at for at, char in enumerate(text) if char.isdigit()]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + random.choice("0123456789OlS,. -") + text[at + 1 :]


def _swap_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def _double_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _join_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]])


def _cut(text: str, random: Random) -> str:
    return text[: _place(text, random)]


def _flip(text: str, random: Random) -> str:
    at = _place(text, random)
    return text[:at] + chr(random.choice((random.randrange(128), random.randrange(0xD7FF)))) + text[at + 1 :]


_MUTATIONS = (
    _insert,
    _insert,
    _repeat,
    _delete,
    _replace_digit,
    _replace_digit,
    _swap_lines,
    _double_line,
    _join_lines,
    _cut,
    _flip,
)
