"""Tables with fixed columns, the same as CSV, as Arrow and as Parquet.

A `Schema` names its columns and their kinds once; rows are mappings from the names to values. What CSV holds can be
read back as the same values, so that tables of many releases are joined without converting the releases again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any, Literal

from iij_xbrl.borders import csv_row, from_csv_cell
from iij_xbrl.errors import InputError, OutputError, ResourceError
from iij_xbrl.write.aspects import plain

if TYPE_CHECKING:
    import pyarrow

Kind = Literal["text", "day", "decimal", "count", "flag", "texts", "pairs"]
"""`texts` is a list of texts, `pairs` a map from texts to texts."""
Value = str | date | Decimal | int | bool | tuple[str, ...] | tuple[tuple[str, str], ...] | None
Row = Mapping[str, Value]

DIGITS, PLACES = 38, 10
"""Of a decimal in Arrow and Parquet: the widest that data frames and databases read without loss."""
_LIST, _PAIR = ";", "="


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its values, and what it says, in one line."""

    name: str
    kind: Kind
    says: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of a table, in order."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def to_csv(schema: Schema, rows: Iterable[Row]) -> bytes:
    """The rows as CSV (RFC 4180), UTF-8; nothing for what has no value."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = schema.names
    writer.writerow(names)
    writers = [(column.name, _WRITTEN[column.kind]) for column in schema.columns]
    filled = (["" if (value := row.get(name)) is None else write(value) for name, write in writers] for row in rows)
    writer.writerows(map(csv_row, filled))
    return buffer.getvalue().encode("utf-8")


_WRITTEN: Mapping[Kind, Callable[[Any], str]] = {
    "text": str,
    "day": str,
    "decimal": plain,
    "count": str,
    "flag": lambda value: "true" if value else "false",
    "texts": _LIST.join,
    "pairs": lambda pairs: _LIST.join(map(_PAIR.join, pairs)),
}


def from_csv(schema: Schema, content: bytes, name: str) -> Iterator[Row]:
    """The rows that `to_csv` wrote.

    Raises:
        InputError: these are not the schema's columns, or a value is not of its column's kind; `name` says where.
    """
    lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    if tuple(next(lines, ())) != schema.names:
        raise InputError(f"{name}: not the columns of this version's {schema.name}; convert the release again")
    for number, cells in enumerate(lines, 2):
        try:
            yield {
                column.name: _READ[column.kind](from_csv_cell(cell)) if cell else _EMPTY.get(column.kind)
                for column, cell in zip(schema.columns, cells, strict=True)
            }
        except (ValueError, LookupError, ArithmeticError) as error:
            raise InputError(f"{name}:{number}: {error}; convert the release again") from None


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, _, value in (item.partition(_PAIR) for item in text.split(_LIST)))


_READ: Mapping[Kind, Callable[[str], Value]] = {
    "text": str,
    "day": date.fromisoformat,
    "decimal": Decimal,
    "count": int,
    "flag": _flag,
    "texts": lambda text: tuple(text.split(_LIST)),
    "pairs": _pairs,
}
_EMPTY: Mapping[Kind, Value] = {"texts": (), "pairs": ()}


def arrow_schema(schema: Schema) -> pyarrow.Schema:
    """The schema for Arrow and Parquet. Raises ResourceError where the library is not installed."""
    arrow = _pyarrow()
    types: Mapping[Kind, Any] = {
        "text": arrow.string(),
        "day": arrow.date32(),
        "decimal": arrow.decimal128(DIGITS, PLACES),
        "count": arrow.int32(),
        "flag": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
        "pairs": arrow.map_(arrow.string(), arrow.string()),
    }
    return arrow.schema([arrow.field(item.name, types[item.kind]) for item in schema.columns])


def to_arrow(schema: Schema, rows: Iterable[Row]) -> pyarrow.Table:
    """The rows as an Arrow table: days as dates, values as decimals, counts as integers, dimensions as a map.

    Raises:
        ResourceError: the library is not installed.
        OutputError: a value has more digits than the widest decimal.
    """
    arrow = _pyarrow()
    content = [{column.name: _value(column, row.get(column.name)) for column in schema.columns} for row in rows]
    try:
        return arrow.Table.from_pylist(content, schema=arrow_schema(schema))
    except arrow.ArrowInvalid as error:
        raise OutputError(f"{schema.name}: a value does not fit into a decimal of {DIGITS} digits ({error})") from None


def _value(column: Column, value: Value) -> Value:
    """An empty text is no value, as in CSV; an empty list is one."""
    return _EMPTY.get(column.kind) if value in ("", None) else value


def to_parquet(schema: Schema, rows: Iterable[Row]) -> bytes:
    """The rows as Apache Parquet. Raises as `to_arrow` does."""
    table = to_arrow(schema, rows)
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(table, buffer)
    return buffer.getvalue()


def parquet_writer(schema: Schema, target: IO[bytes]) -> Any:  # noqa: ANN401 - of a library which may be absent
    """Writes tables of a schema to one Parquet file; a context manager with `write_table`, see `to_arrow`."""
    columns = arrow_schema(schema)
    from pyarrow import parquet

    return parquet.ParquetWriter(target, columns)


def _pyarrow() -> Any:  # noqa: ANN401 - an extra, which may be absent
    try:
        import pyarrow
    except ImportError as error:
        raise ResourceError("Arrow and Parquet need a library: pip install 'iij-xbrl[parquet]'") from error
    return pyarrow
