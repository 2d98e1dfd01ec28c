"""The three tables of a release, facts, findings and coverage, with columns that are the same for every release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iij_xbrl.present.findings.table import FINDINGS, finding_rows
from iij_xbrl.prove.check import Check
from iij_xbrl.report import Report
from iij_xbrl.report.coverage import coverage
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.columns import Row, Schema, to_csv, to_parquet
from iij_xbrl.write.coverage_table import COVERAGE, coverage_rows
from iij_xbrl.write.facts_table import fact_rows, facts_schema


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns and its rows."""

    schema: Schema
    rows: Sequence[Row]


def schemas(taxonomy: Taxonomy) -> tuple[Schema, ...]:
    """The columns of the tables of any release of a taxonomy."""
    return facts_schema(taxonomy), FINDINGS, COVERAGE


def tables_of(report: Report, taxonomy: Taxonomy, check: Check | None = None, document: str = "") -> tuple[Table, ...]:
    """The tables of a report: facts, findings where it was checked, and coverage; `document` names it in them."""
    name = document or report.name
    tables = [Table(facts_schema(taxonomy), fact_rows(report, taxonomy, name))]
    if check is not None:
        tables.append(Table(FINDINGS, finding_rows(check, name)))
    tables.append(Table(COVERAGE, coverage_rows(coverage(report), name)))
    return tuple(tables)


def table_files(name: str, tables: Sequence[Table], *, parquet: bool) -> dict[str, bytes]:
    """The tables as `<name>.facts.csv` and so on, and as Parquet too where that is wanted.

    Raises:
        ResourceError: the library that writes Parquet is not installed.
    """
    files = {f"{name}.{table.schema.name}.csv": to_csv(table.schema, table.rows) for table in tables}
    if parquet:
        files |= {f"{name}.{table.schema.name}.parquet": to_parquet(table.schema, table.rows) for table in tables}
    return files
