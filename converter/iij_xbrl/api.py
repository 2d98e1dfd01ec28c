"""What a person needs in Python, and in a notebook: `import iij_xbrl` gives all of it.

Paths are given as text or as `Path`. Values are immutable, and figures are decimals.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from iij_xbrl.convert import Conversion, Options
from iij_xbrl.convert import convert as _convert
from iij_xbrl.errors import ResourceError, UsageError
from iij_xbrl.facts import Leftover
from iij_xbrl.pipeline import load_taxonomy, read_release, report_of
from iij_xbrl.present.notebook import html_table
from iij_xbrl.prove.check import Check, Checked, Release
from iij_xbrl.prove.check import check as _check
from iij_xbrl.prove.errata import errata_beside, read_errata
from iij_xbrl.report import Fact
from iij_xbrl.report import Report as _Report
from iij_xbrl.report.coverage import Coverage, coverage
from iij_xbrl.tables import tables_of
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.columns import to_arrow

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from iij_xbrl.prove.errata import Errata

__all__ = ["Conversion", "Findings", "Options", "Report", "Taxonomy", "check", "convert", "load_taxonomy", "read"]

File = str | os.PathLike[str]
TableName = Literal["facts", "findings", "coverage"]


@dataclass(frozen=True, slots=True, repr=False)
class Report(Sequence[Fact]):
    """A release as facts: a sequence of them, in the order of the page.

    Attributes:
        source: the release's file.
        taxonomy: what it is mapped to.
        check: the release as it was checked, with its findings and corrections; None where it was only read.
    """

    source: Path
    content: _Report
    taxonomy: Taxonomy
    check: Check | None = None

    @property
    def name(self) -> str:
        """What results of the release are called."""
        return self.content.name

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Each data point once, with all its occurrences."""
        return self.content.facts

    @property
    def unmapped(self) -> tuple[Leftover, ...]:
        """The numbers that are not mapped, each with its reason."""
        return tuple(item for item in self.content.leftovers if item.status == "unmapped")

    @property
    def coverage(self) -> Coverage:
        """How much of the release is accounted for."""
        return coverage(self.content)[-1]

    def to_arrow(self, table: TableName = "facts") -> pyarrow.Table:
        """The facts, the findings or the coverage as an Arrow table, with columns that are those of every release.

        Raises:
            UsageError: the release was only read, and has no findings; `check` it.
            ResourceError: the library is not installed.
        """
        for item in tables_of(self.content, self.taxonomy, self.check):
            if item.schema.name == table:
                return to_arrow(item.schema, item.rows)
        raise UsageError(f"{self.source}: there is no table {table!r} of a release that was not checked; use check()")

    def to_dataframe(self, table: TableName = "facts") -> pandas.DataFrame:
        """As `to_arrow`, for pandas: figures are decimals, days are dates.

        Raises:
            UsageError: as `to_arrow`.
            ResourceError: a library is not installed.
        """
        return _dataframe(self.to_arrow(table))

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fact]: ...
    def __getitem__(self, index: int | slice) -> Fact | Sequence[Fact]:
        return self.content.facts[index]

    def __len__(self) -> int:
        return len(self.content.facts)

    def __repr__(self) -> str:
        return f"<Report of {self.source}: {len(self):,} facts, {self.coverage.percent} % of the numbers accounted for>"

    def _repr_html_(self) -> str:
        return html_table(repr(self), ("concept", "period", "unit", "value", "status"), map(_fact, self), len(self))


def _fact(fact: Fact) -> tuple[object, ...]:
    point, shown = fact.point, fact.occurrence
    return point.concept, point.period, point.unit, shown.value, shown.status


@dataclass(frozen=True, slots=True, repr=False)
class Findings(Sequence[Checked]):
    """The contradictions of a release that are open, the gravest first; `report` has the corrections of the errata."""

    report: Report
    check: Check

    def to_dataframe(self) -> pandas.DataFrame:
        """The findings, open and decided, for pandas. Raises ResourceError where a library is not installed."""
        return self.report.to_dataframe("findings")

    @overload
    def __getitem__(self, index: int) -> Checked: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Checked]: ...
    def __getitem__(self, index: int | slice) -> Checked | Sequence[Checked]:
        return self.check.found[index]

    def __len__(self) -> int:
        return len(self.check.found)

    def __repr__(self) -> str:
        counts = (f"{self.check.count(severity)} by {severity}" for severity in ("error", "rounding", "warning"))
        return f"<Findings of {self.report.source}: {', '.join(counts)}, {len(self.check.decided)} decided>"

    def _repr_html_(self) -> str:
        return html_table(repr(self), ("severity", "code", "what is wrong", "where"), map(_finding, self), len(self))


def _finding(item: Checked) -> tuple[object, ...]:
    where = str(item.places[0]) if item.places else ""
    return item.finding.severity, item.finding.code, item.finding.message, where


def read(release: File, *, taxonomy: Taxonomy | None = None, any_issuer: bool = False) -> Report:
    """Read a release: every figure as a fact, or with the reason why it is none.

    Raises:
        InputError: the release cannot be read, or does not name the issuer and `any_issuer` is not set.
    """
    path, taxonomy = Path(release), taxonomy or load_taxonomy()
    return Report(path, report_of(read_release(path, taxonomy, any_issuer=any_issuer), taxonomy), taxonomy)


def check(
    release: File,
    *,
    errata: File | None = None,
    taxonomy: Taxonomy | None = None,
    today: date | None = None,
    any_issuer: bool = False,
) -> Findings:
    """Proof-read a release.

    Args:
        release: its file.
        errata: the decisions on its findings; by default errata.yaml beside it, if there is one.
        taxonomy: by default the shipped one.
        today: the day on which decisions must hold; by default they all do.
        any_issuer: read a release that does not name the issuer, or names another author.

    Raises:
        InputError: the release cannot be read, or is another company's.
        SourceError: mistakes in the errata.
    """
    path, taxonomy = Path(release), taxonomy or load_taxonomy()
    document = read_release(path, taxonomy, any_issuer=any_issuer)
    checked = _check(Release(path, document, report_of(document, taxonomy)), taxonomy, _errata(path, errata), today)
    return Findings(Report(path, checked.report, taxonomy, checked), checked)


def convert(
    release: File,
    output: File = "out",
    *,
    errata: File | None = None,
    taxonomy: Taxonomy | None = None,
    today: date | None = None,
    **options: Any,  # noqa: ANN401 - those of `Options`
) -> Conversion:
    """Convert a release into XBRL, validate it, and write the results into a folder.

    Args:
        release: its file.
        output: the folder; it is made where it is missing.
        errata: the decisions on its findings; by default errata.yaml beside it, if there is one.
        taxonomy: by default the shipped one.
        today: the day on which decisions must hold; by default they all do.
        options: what to write, see `Options`: `formats`, `validate`, `viewer`, ...

    Raises:
        InputError: the release cannot be read; nothing was written.
        OutputError: the folder cannot be written; nothing was changed.
        SourceError: mistakes in the errata.
    """
    path = Path(release)
    return _convert(
        path,
        Path(output),
        taxonomy=taxonomy,
        options=Options(**options),
        errata=_errata(path, errata),
        today=today,
    )


def _errata(release: Path, named: File | None) -> Errata | None:
    path = Path(named) if named is not None else errata_beside(release)
    return read_errata(path) if named is not None or path.exists() else None


def _dataframe(table: pyarrow.Table) -> pandas.DataFrame:
    try:
        import pandas
    except ImportError as error:
        raise ResourceError("data frames need a library: pip install 'iij-xbrl[notebook]'") from error
    return table.to_pandas(types_mapper=pandas.ArrowDtype)
