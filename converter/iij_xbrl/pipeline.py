"""The pipeline as functions: a release becomes a report, and a report becomes files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from iij_xbrl.extract.tables import FigureTable, extract
from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.extract.times.publication import published
from iij_xbrl.facts import Leftover, Occurrence, Undetermined
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.map import MappedTable, Prose, leftovers, map_prose, map_tables, map_texts, suggestions
from iij_xbrl.map.issuer import check_issuer, doubt_of_issuer, is_of_another
from iij_xbrl.map.names import with_names_known
from iij_xbrl.map.prose.redefined import without_doubtful
from iij_xbrl.map.scopes.tables.notes import with_notes
from iij_xbrl.map.scopes.tables.tables import with_closed_corner, with_closed_title
from iij_xbrl.map.scopes.terms.statements import Statement
from iij_xbrl.map.scopes.terms.terms import statements, with_terms
from iij_xbrl.map.scopes.titles.closings import Closings, closings
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.map.scopes.words.standards import standards_of, standards_of_titles, standards_printed
from iij_xbrl.map.scopes.words.vocabulary import vocabulary_of
from iij_xbrl.map.tables.unread import marks, unread
from iij_xbrl.map.text_facts import reporting_period
from iij_xbrl.read import Document, read
from iij_xbrl.read.document import At, Span
from iij_xbrl.reasons.scopes import SetApart
from iij_xbrl.reasons.written import AsGiven
from iij_xbrl.reconcile import reconcile, settle_prose
from iij_xbrl.report import Report, build_report
from iij_xbrl.report.footnotes import with_footnotes
from iij_xbrl.report.misdated import misdated
from iij_xbrl.resources import taxonomy_folder
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.loaded import load


def load_taxonomy(folder: Path | None = None) -> Taxonomy:
    """The taxonomy of a folder, or the shipped one. Raises ResourceError."""
    return load(folder or taxonomy_folder())


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the figures of a document became: those of its tables, and those of its running text."""

    tables: tuple[MappedTable, ...]
    prose: Prose


@dataclass(frozen=True, slots=True)
class _Scoped:
    """The tables of a document with what its texts close of them, and what told it."""

    tables: tuple[FigureTable, ...]
    accountant: Accountant
    closed: Closings
    said: tuple[Statement, ...]


def mapped_figures(document: Document, taxonomy: Taxonomy) -> Mapped:
    """Read the figures of a document: extract, map, reconcile."""
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    standards = standards_of(document)
    scoped = _scoped(document, taxonomy, standards)
    accountant, day = scoped.accountant, published(document, calendar)
    reconciled = reconcile(map_tables(scoped.tables, taxonomy, accountant, day, standards), taxonomy)
    prose = map_prose(document, taxonomy, _occurrences(reconciled), scoped.closed, accountant, day, standards)
    prose = without_doubtful(prose, scoped.said, calendar)
    return Mapped(reconciled, settle_prose(prose, reconciled, taxonomy))


def _scoped(document: Document, taxonomy: Taxonomy, standards: Set[str]) -> _Scoped:
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    accountant = Accountant(vocabulary_of(taxonomy), calendar, standards or standards_printed(taxonomy))
    closed = closings(document, accountant)
    tables = extract(document, calendar, taxonomy.entity.currency)
    tables = tuple(_closed(table, closed) for table in tables)
    tables = with_notes(tables, document, accountant, calendar)
    said = statements(document, accountant, calendar)
    return _Scoped(with_terms(tables, said, calendar), accountant, closed, said)


def tables_of(document: Document, taxonomy: Taxonomy) -> tuple[FigureTable, ...]:
    """The figures of a document's tables, not mapped, with what its texts close of them.

    All are closed in a document that may be another company's.
    """
    entity = taxonomy.entity
    doubt = doubt_of_issuer(document, entity)
    if doubt:
        calendar = Calendar(*entity.fiscal_year, is_known=not is_of_another(document, entity))
        closed = AsGiven(f"the document may be another company's: {doubt}")
        return tuple(replace(table, closed=closed) for table in extract(document, calendar, entity.currency))
    scoped = _scoped(document, taxonomy, standards_of(document))
    return tuple(with_closed_corner(table, scoped.accountant) for table in scoped.tables)


def _closed(table: FigureTable, closed: Closings) -> FigureTable:
    """A table with what texts above it, and how its rows are set, close of it."""
    apart = (closed.of_line(row.span) for row in table.rows)
    whole = closed.tables.get(table.block)
    rows = tuple(
        replace(row, closed=reason) if isinstance(reason, SetApart) else row
        for row, reason in zip(table.rows, apart, strict=True)
    )
    return replace(table, closed=whole, rows=rows)


def report_of(document: Document, taxonomy: Taxonomy) -> Report:
    """Read the facts of a document: extract, map, reconcile, report."""
    return report_from(mapped_figures(document, taxonomy), document, taxonomy)


def report_from(mapped: Mapped, document: Document, taxonomy: Taxonomy) -> Report:
    """The report of a document whose figures are mapped."""
    tables, prose = mapped.tables, mapped.prose
    told = {at for fact in prose.facts for at in _places(fact.span)}  # a span of a table has the marks beside as well
    around = (*leftovers(tables), *marks(tables), *unread(document, tables))
    others: tuple[Leftover, ...] = (*(item for item in around if told.isdisjoint(_places(item.span))), *prose.leftovers)
    others = with_names_known(others, document, vocabulary_of(taxonomy))
    lacking = suggestions(tables, taxonomy)
    in_tables = _occurrences(tables)
    report = build_report(document.name, (*in_tables, *prose.facts), others, _undetermined(tables), lacking)
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    period = reporting_period(in_tables, calendar, taxonomy)
    report = replace(
        report,
        texts=map_texts(document, taxonomy, period, prose.facts),
        misdated=tuple(misdated(document, calendar, period)),
        left_out=document.left_out,
        issuer_doubt=doubt_of_issuer(document, taxonomy.entity),
    )
    return with_footnotes(report, document, taxonomy)


def _places(span: Span) -> Iterator[At]:
    """The places of its characters."""
    return ((*span.text_key, at) for at in range(span.start, span.end))


def report_of_tables(name: str, tables: Sequence[FigureTable], taxonomy: Taxonomy) -> Report:
    """The report of figures that were extracted before: map, reconcile, report."""
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    standards = standards_of_titles(title for table in tables for title in table.section.titles)
    accountant = Accountant(vocabulary_of(taxonomy), calendar, standards or standards_printed(taxonomy))
    tables = tuple(with_closed_title(table, accountant) for table in tables)
    mapped = reconcile(map_tables(tables, taxonomy, accountant, standards=standards), taxonomy)
    lacking = suggestions(mapped, taxonomy)
    return build_report(name, _occurrences(mapped), leftovers(mapped), _undetermined(mapped), lacking)


def _occurrences(mapped: Sequence[MappedTable]) -> list[Occurrence]:
    return [
        *(reading.fact for table in mapped for reading in table.readings if reading.fact),
        *(fact for table in mapped for fact in table.in_labels),
    ]


def _undetermined(mapped: Sequence[MappedTable]) -> list[Undetermined]:
    readings = (reading.result for table in mapped for reading in table.readings)
    return [result for result in readings if isinstance(result, Undetermined)]


def read_report(
    path: Path, taxonomy: Taxonomy | None = None, input_format: str = "", *, any_issuer: bool = False
) -> Report:
    """The report of a release.

    Raises InputError where the file is no release that can be read, or, without `any_issuer`, not one of the issuer.
    """
    taxonomy = taxonomy or load_taxonomy()
    return report_of(read_release(path, taxonomy, input_format, any_issuer=any_issuer), taxonomy)


def read_release(
    path: Path, taxonomy: Taxonomy, input_format: str = "", limits: Limits = LIMITS, *, any_issuer: bool = False
) -> Document:
    """The document of a release. Raises InputError as `read_report` does."""
    document = read(path, input_format, limits)
    if not any_issuer:
        check_issuer(document, taxonomy, path)
    return document
