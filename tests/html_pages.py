"""Releases set into HTML by a small writer: clean, as filing agents set it, and as word processors export it."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from typing import Literal

from iij_xbrl.read import parse
from iij_xbrl.read.document import Heading, Paragraph, Table, Text
from iij_xbrl.read.runs import runs

Style = Literal["clean", "agent", "word"]
_FIGURE = re.compile(r"(?P<front>[($]?)(?P<digits>[\d.,]*\d)(?P<behind>[)%]?)")
_STYLES = {"plain": "{}", "aside": "{}", "bold": "<b>{}</b>", "mark": "<sup>{}</sup>", "break": "<br>"}
_FIRST_ROW = re.compile(r"<table>\n<tr><td>[^<\d]*</td>.*</tr>")
_HEAD = re.compile(r"<td>([^<]+(?:<br>[^<]*)*)</td>((?:<td></td>)+)")
_FONTS = ("Noto Sans CJK JP", "IPAGothic", "IPAexGothic", "TakaoGothic", "VL Gothic")  # made for Japanese


def html_of(source: str, style: Style = "clean") -> str:
    """The page of a release that is written as text or Markdown."""
    body = "\n".join(_block(block, style) for block in parse(source, "release").blocks)
    head = '<meta charset="utf-8">\n<title>Release</title>\n<style>td { text-align: right }</style>'
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def with_spans(page: str) -> str:
    """A page of HTML whose first header rows reach over the empty cells behind them, as forms are published."""
    return _FIRST_ROW.sub(lambda row: _HEAD.sub(_spanned, row.group()), page)


def _spanned(match: re.Match[str]) -> str:
    width = 1 + match[2].count("<td>")
    return f'<td colspan="{width}">{match[1]}</td>'


def japanese_font() -> str:
    """A font of this machine that is made for Japanese; empty where it has none."""
    if not shutil.which("fc-list"):
        return ""
    families = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, check=True, text=True).stdout
    return next((name for name in _FONTS if name in families), "")


def _block(block: Heading | Paragraph | Table, style: Style) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_text(block.text, style)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return "<p>" + "<br>\n".join(_text(line, style) for line in block.lines) + "</p>"
    rows = "\n".join(f"<tr>{''.join(_cell(text, style) for text in row.texts)}</tr>" for row in block.rows)
    return f"<table>\n{rows}\n</table>"


def _cell(text: Text, style: Style) -> str:
    if style == "word":
        return f'<td><p class="MsoNormal"><span style="font-size:9.0pt">{_text(text, style)}</span></p></td>'
    if style == "clean":
        return f"<td>{_text(text, style)}</td>"
    figure = _FIGURE.fullmatch(text.raw.strip())
    spacer = '<td style="padding:0 1pt"></td>'
    if figure is None:
        return f'<td colspan="2">{_text(text, style)}</td><td></td>{spacer}'
    front = "(" if figure["front"] == "(" else ""
    return f'<td colspan="2">{front}{figure["digits"]}&#160;</td><td>{figure["behind"]}</td>{spacer}'


def _text(text: Text, style: Style) -> str:
    pieces = (_STYLES[run.style].format(html.escape(run.text, quote=False)) for run in runs(text))
    words = "".join(pieces)
    return words.replace("  ", "&nbsp; ") if style == "word" else words
