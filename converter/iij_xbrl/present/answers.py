"""The answer to a query, for a person and for programs. Numbers of releases are written in full, never rounded."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from iij_xbrl.borders import csv_cell, json_text
from iij_xbrl.write.columns import Schema

Rows = Sequence[Sequence[Any]]


def show_answer(out: Console, columns: Sequence[str], rows: Rows) -> None:
    """The answer as a table, numbers to the right."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for at, name in enumerate(columns):
        numeric = all(isinstance(row[at], int | Decimal) or row[at] is None for row in rows)
        table.add_column(escape(name), justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(escape(_shown(value)) for value in row))
    out.print(table)


def show_columns(out: Console, schemas: Sequence[Schema]) -> None:
    """The columns of tables and what they say."""
    for schema in schemas:
        table = Table(box=None, pad_edge=False, show_header=False, title=schema.name, title_justify="left")
        for column in schema.columns:
            table.add_row(column.name, f"[dim]{column.kind}[/dim]", escape(column.says))
        out.print(table)
        out.print()


def answer_csv(columns: Sequence[str], rows: Rows) -> str:
    """The answer as CSV."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(map(csv_cell, columns))
    writer.writerows([csv_cell(_text(value)) for value in row] for row in rows)
    return buffer.getvalue()


def answer_json(columns: Sequence[str], rows: Rows) -> str:
    """The answer as JSON, a list of objects; decimals and days are strings."""
    content = [dict(zip(columns, map(_json, row), strict=True)) for row in rows]
    return json_text(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _shown(value: object) -> str:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return f"{Decimal(_number(Decimal(value))):,}"
    return _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Mapping):
        return ";".join(f"{key}={member}" for key, member in value.items())
    if isinstance(value, list | tuple):
        return ";".join(map(_text, value))
    return str(value)


def _number(value: Decimal) -> str:
    """A decimal without the zeros that its column adds."""
    return f"{value.normalize():f}" if value else "0"


def _json(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json(item) for item in value]
    return value if value is None or isinstance(value, bool | int) else _text(value)
