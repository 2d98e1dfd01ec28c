"""Sets a release that is written as Markdown or TAB separated text into HTML, from which its other forms are made."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from iij_xbrl.extract.cells.numbers import is_dash, numbers

_SUP = re.compile(r"&lt;(/?)(sup|b)&gt;")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^][]*)\]\([^()\s]*\)")
_DELIMITER = re.compile(r"\|?(\s*:?-+:?\s*\|)+\s*:?-*:?\s*")
_WIDE = 5  # columns of a table that no column of text holds
_FIGURE = re.compile(r"[\s$¥()\d.,%△▲+-]*\d[\s()\d.,%]*(?:Gbps|shares)?")


@dataclass(frozen=True)
class Style:
    """How a page looks: `rules` are `ruled`, `half` (a line above and below each head and total) or `none`."""

    rules: str = "none"
    font: str = "Liberation Sans, DejaVu Sans, sans-serif"
    size: float = 10
    paper: str = "A4"
    columns: int = 1
    heads: str = "center"
    vertical: str = "middle"
    width: str = "100%"
    padding: str = "1pt 4pt"
    hyphens: bool = False
    justified: bool = False
    repeated_heads: bool = True
    extra: str = ""

    @property
    def css(self) -> str:
        """The style sheet."""
        lines = {
            "ruled": "td, th { border: 0.5pt solid #333 }",
            "half": "thead th { border-bottom: 0.75pt solid black } tr:last-child td { border-bottom: 1pt solid }",
            "none": "",
        }[self.rules]
        return f"""
@page {{ size: {self.paper}; margin: 18mm 16mm 20mm; @bottom-center {{ content: counter(page) }} }}
body {{ font-family: {self.font}; font-size: {self.size}pt; line-height: 1.25; columns: {self.columns}; margin: 0 }}
h1 {{ font-size: 1.6em; column-span: all }} h2 {{ font-size: 1.3em }} h3 {{ font-size: 1.12em }} h4 {{ font-size: 1em }}
h1, h2, h3, h4 {{ break-after: avoid }}
p {{ margin: 0.5em 0; text-align: {"justify" if self.justified else "left"};
    hyphens: {"auto" if self.hyphens else "manual"} }}
table {{ border-collapse: collapse; width: {self.width}; margin: 0.6em 0 1em; font-size: 0.9em }}
td, th {{ padding: {self.padding}; vertical-align: {self.vertical}; text-align: left; font-weight: normal }}
th {{ text-align: {self.heads} }}
td.n {{ text-align: right; white-space: nowrap }}
tr {{ break-inside: avoid }}
thead {{ display: {"table-header-group" if self.repeated_heads else "table-row-group"} }}
sup {{ font-size: 0.65em; line-height: 0 }}
.wide {{ column-span: all }}
{lines}
{self.extra}"""


def as_html(source: str, style: Style | None = None) -> str:
    """A page of a text or Markdown source."""
    style = style or Style()
    body = "\n".join(_blocks(source.replace("\r", "").split("\n")))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Release</title><style>{style.css}</style>'
        f"</head><body>\n{body}\n</body></html>\n"
    )


def _blocks(lines: list[str]) -> Iterator[str]:
    position = 0
    while position < len(lines):
        line = lines[position]
        kind = _kind(line)
        end = position + 1
        while end < len(lines) and kind not in ("heading", "nothing") and _kind(lines[end]) == kind:
            end += 1
        held = lines[position:end]
        if heading := re.match(r"(#{1,6})\s+(.*)", line):
            yield f"<h{len(heading[1])}>{_inline(heading[2])}</h{len(heading[1])}>"
        elif kind == "tabs":
            yield _table([row.split("\t") for row in held])
        elif kind == "pipes":
            yield _table([re.split(r"(?<!\\)\|", row)[1:-1] for row in held if not _DELIMITER.fullmatch(row)])
        elif kind == "list":
            yield "<ul>" + "".join(f"<li>{_inline(item[2:])}</li>" for item in held) + "</ul>"
        elif kind == "text":
            text = "".join(_inline(part.strip()) + ("<br>" if part.endswith("  ") else " ") for part in held)
            yield f"<p>{text.strip()}</p>"
        position = end


def _kind(line: str) -> str:
    """What a line of the source is a part of."""
    if not line.strip():
        return "nothing"
    if "\t" in line:
        return "tabs"
    starts = {"#": "heading", "|": "pipes"}
    return "list" if line.startswith("- ") else starts.get(line[0], "text")


def _inline(text: str) -> str:
    text = re.sub(r"\\(.)", r"\1", _LINK.sub(r"\1", text))
    escaped = html.escape(html.unescape(text), quote=False)
    return _SUP.sub(r"<\1\2>", _BOLD.sub(r"<b>\1</b>", escaped))


def _table(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    cells = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]
    first = next((at for at, row in enumerate(cells) if _is_body(row)), 0)
    head = "".join(_head_row(cells, at) for at in range(first) if any(cells[at]))
    body = "".join(
        "<tr>" + "".join(f"<td{_class(at, cell)}>{_inline(cell)}</td>" for at, cell in enumerate(row)) + "</tr>\n"
        for row in cells[first:]
    )
    wide = ' class="wide"' if width > _WIDE else ""
    return f"<table{wide}><thead>\n{head}</thead><tbody>\n{body}</tbody></table>"


def _is_body(row: list[str]) -> bool:
    return any(map(_is_figure, row[1:])) or (bool(row[0]) and not any(row[1:]))


def _is_figure(cell: str) -> bool:
    plain = re.sub(r"<[^<>]*>|\*\*|\\", "", cell)
    figure = _FIGURE.fullmatch(plain) or re.match(r"JPY[\d,]{3,}", plain)
    return is_dash(plain) or (bool(figure) and any(True for _ in numbers(plain)))


def _class(at: int, cell: str) -> str:
    return ' class="n"' if at and _is_figure(cell) else ""


def _head_row(rows: list[list[str]], at: int) -> str:
    """A row of heads; a text stretches over the empty cells behind it below which no head of an upper row ends."""
    row, found, position = rows[at], "", 0
    while position < len(row):
        end = position + 1
        while position and row[position] and end < len(row) and not row[end] and not any(up[end] for up in rows[:at]):
            end += 1
        span = f' colspan="{end - position}"' if end > position + 1 else ""
        found += f"<th{span}>{_inline(row[position])}</th>"
        position = end
    return f"<tr>{found}</tr>\n"
