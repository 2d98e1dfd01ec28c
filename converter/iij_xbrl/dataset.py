"""The tables of one release or of many, asked in SQL: the views `facts`, `findings` and `coverage`, by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iij_xbrl.errors import InputError, ResourceError, UsageError
from iij_xbrl.present.findings.table import FINDINGS
from iij_xbrl.write.columns import DIGITS, PLACES, Kind, Schema
from iij_xbrl.write.coverage_table import COVERAGE
from iij_xbrl.write.facts_table import FACTS

if TYPE_CHECKING:
    import duckdb

FOLDER = "dataset"
"""Of a batch: the folder of its results that holds the tables of all its releases, `facts/*.parquet` and so on."""
VIEWS: Sequence[Schema] = (FACTS, FINDINGS, COVERAGE)
_FROM_CSV: Mapping[Kind, str] = {
    "day": "CAST({0} AS DATE)",
    "decimal": f"CAST({{0}} AS DECIMAL({DIGITS}, {PLACES}))",
    "count": "CAST({0} AS INTEGER)",
    "flag": "CAST({0} AS BOOLEAN)",
    "texts": "coalesce(string_split({0}, ';'), [])",
    "pairs": "map([split_part(pair, '=', 1) for pair in string_split(coalesce({0}, ''), ';') if pair <> ''],"
    " [split_part(pair, '=', 2) for pair in string_split(coalesce({0}, ''), ';') if pair <> ''])",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def ask(place: Path, sql: str) -> Answer:
    """Ask the tables of a place: a folder of results, a dataset of a batch, or one Parquet or CSV file.

    Args:
        place: where the tables are. Parquet is preferred where both are there.
        sql: a query in DuckDB's SQL, on `facts`, `findings` and `coverage`, as far as the place has them.

    Raises:
        InputError: there are no tables there.
        UsageError: the query is wrong.
        ResourceError: DuckDB is not installed.
    """
    found = {schema: files for schema in VIEWS if (files := _files(place, schema))}
    if not found:
        raise InputError(f"{place}: no tables of facts here; name the folder that `iij-xbrl convert` wrote to")
    engine = _duckdb()
    with engine.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        for schema, files in found.items():
            try:
                connection.execute(f"CREATE VIEW {schema.name} AS {_select(connection, schema, files)}")
            except engine.Error as error:
                raise InputError(
                    f"{place}: no table of {schema.name} that can be read ({str(error).strip().splitlines()[0]});"
                    " convert again"
                ) from None
        try:
            result = connection.execute(sql)
            columns = tuple(column[0] for column in result.description or ())
            return Answer(columns, tuple(result.fetchall()) if columns else ())
        except engine.Error as error:
            raise UsageError(f"--sql: {str(error).strip().splitlines()[0]}") from None


def _files(place: Path, schema: Schema) -> list[str]:
    """The files of a table: those of a dataset, or of results; all Parquet, or all CSV."""
    if place.is_file():
        holds = next((view for view in VIEWS if f".{view.name}." in place.name), FACTS)
        return [str(place)] if holds is schema and place.suffix in (".parquet", ".csv") else []
    for pattern in (
        f"{schema.name}/*.parquet",
        f"{FOLDER}/{schema.name}/*.parquet",
        f"**/*.{schema.name}.parquet",
        f"**/*.{schema.name}.csv",
    ):
        if files := sorted(str(path) for path in place.glob(pattern)):
            return files
    return []


def _select(connection: duckdb.DuckDBPyConnection, schema: Schema, files: Sequence[str]) -> str:
    listed = "[" + ", ".join(_quoted(file) for file in files) + "]"
    if files[0].endswith(".parquet"):
        return f"SELECT * FROM read_parquet({listed}, union_by_name = true)"
    source = f"read_csv({listed}, header = true, all_varchar = true, union_by_name = true, delim = ',', quote = '\"')"
    present = {row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
    typed = ", ".join(_typed(schema, present))
    return f"SELECT *{f' REPLACE ({typed})' if typed else ''} FROM {source}"


def _typed(schema: Schema, present: set[str]) -> Iterator[str]:
    for column in schema.columns:
        if column.kind in _FROM_CSV and column.name in present:
            name = f'"{column.name}"'
            yield f"{_FROM_CSV[column.kind].format(name)} AS {name}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _duckdb() -> Any:  # noqa: ANN401 - an extra, which may be absent
    try:
        import duckdb
    except ImportError as error:
        raise ResourceError("SQL needs a library: pip install 'iij-xbrl[sql]'") from error
    return duckdb
