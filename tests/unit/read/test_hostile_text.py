"""Text that breaks readers: line ends, encodings, runs of one character, what is larger than any release."""

import time

import pytest

from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.read import parse, read
from iij_xbrl.read.document import Paragraph
from iij_xbrl.read.markup import plain

TABLE = "| | 1H11 |\n|---|---|\n| Operating income | 2,448 |\n"


def lines_of(text: str) -> list[str]:
    return [line.raw for block in parse(text, "r").blocks if isinstance(block, Paragraph) for line in block.lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end):
    assert lines_of(f"one{end}two") == ["one", "two"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "iso2022_jp"])
def test_encodings_that_are_told_by_the_file_are_read(tmp_path, codec):
    path = tmp_path / "release.md"
    path.write_bytes(("営業利益\n\n" + TABLE).encode(codec))
    assert read(path).texts[0].raw == "営業利益"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("売上\n高\n".encode() + b"\xff", ":3: not valid UTF-8 (byte 11)"),
        ("売上\n高".encode("utf-16") + b"\0", ":2: not valid UTF-16 (byte 10)"),
        ("ひらがな\n".encode("cp932"), "it may be Shift_JIS"),
        ("ひらがな\n".encode("euc_jp"), "it may be EUC-JP"),
        ("a".encode("utf-32")[:-1], "not valid UTF-32"),
    ],
)
def test_an_encoding_that_is_damaged_or_unknown_is_named_with_its_line(tmp_path, data, words):
    path = tmp_path / "release.md"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(path)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["<Investing Activities> 5", "x < 5 and y > 3", "costs <JPY1,000 million>", "a <b and c> d", "$5.0 and \\ $6.0 $"],
)
def test_angle_brackets_and_dollars_that_are_no_markup_are_text(text):
    assert [char for char in plain(text) if char in "<>$0123456789"] == [
        char for char in text if char in "<>$0123456789"
    ]


@pytest.mark.parametrize("text", ["<b>5</b>", '<td align="right" nowrap>5</td>', "<br/>5", "$ 5\\ 000 $"])
def test_markup_is_blanked(text):
    assert not set(plain(text)) & set("<>$")


@pytest.mark.parametrize("row", ["|", "||", "| |", "\\|", "|\\", "\t"])
def test_a_table_of_a_lone_bar_is_read(row):
    parse(f"{row}\n", "r")
    parse(f"{TABLE}{row}\n", "r")


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "#",
        "|",
        "-",
        ":",
        "<sup> ",
        "<a ",
        "^{",
        "*",
        "**",
        "\\",
        "(",
        "1(",
        "[",
        "](",
        "&",
        "&#1",
        "<",
        "note",
        "$",
    ],
)
@pytest.mark.parametrize("pattern", ["{}", "# {}", "|{}", "<sup>{}", "a{}"])
def test_runs_of_one_thing_take_linear_time(piece, pattern):
    """Forty thousand characters, in well under a second each where time is linear."""
    text = pattern.format(piece * (40_000 // len(piece)))
    start = time.process_time()
    parse(f"{text}x\n{text}\n", "r")
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("limits", "text", "words"),
    [
        (Limits(bytes=100), TABLE + " " * 100, "a file of 150 bytes; no more than 100 are read (--limit bytes=150)"),
        (Limits(lines=3), TABLE, "a file of 4 lines; no more than 3 are read (--limit lines=4)"),
        (Limits(line=20), TABLE, ":3: a line of 28 characters; no more than 20 are read (--limit line=28)"),
        (
            Limits(run=19),
            TABLE + "x" + "." * 20,
            " 20 times one after the other; no more than 19 are read (--limit run=20)",
        ),
        (Limits(rows=1), TABLE, ": tables of 2 rows; no more than 1 are read (--limit rows=2)"),
        (
            Limits(blocks=2),
            TABLE + "\n# A\n\n# B\n",
            ": 3 headings, lines of text and tables; no more than 2 are read (--limit blocks=3)",
        ),
        (
            Limits(blocks=2),
            TABLE + "\nA text\nof two lines\n",
            ": 3 headings, lines of text and tables; no more than 2 are read (--limit blocks=3)",
        ),
        (Limits(grid=3), TABLE, ": tables of 4 places for cells; no more than 3 are read (--limit grid=4)"),
        (Limits(text=40), TABLE, ": 50 characters of text; no more than 40 are read (--limit text=50)"),
        (Limits(cells=2), TABLE + "| a | b | c |", ":4:3: a row of 3 cells; no more than 2 are read (--limit cells=3)"),
    ],
)
def test_what_is_beyond_a_limit_is_refused_in_one_line_with_the_option(tmp_path, limits, text, words):
    path = tmp_path / "release.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path, limits=limits)
    assert str(caught.value).startswith(str(path))
    assert str(caught.value).endswith(words)


def test_limits_are_set_by_name():
    assert LIMITS.with_settings(("line=5", "cells=7")) == Limits(line=5, cells=7)


@pytest.mark.parametrize("setting", ["line", "line=", "line=x", "line=-1", "lines=٣", "tables=3"])
def test_a_setting_that_is_no_limit_is_a_wrong_argument(setting):
    with pytest.raises(UsageError, match="write name=number, of bytes, yaml, lines, line, run, cells"):
        LIMITS.with_settings((setting,))
