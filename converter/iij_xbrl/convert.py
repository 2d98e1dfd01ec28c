"""Converts a release into files: read, extract, map, reconcile, report, write, validate, publish."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from iij_xbrl.errors import UsageError
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.pipeline import load_taxonomy, mapped_figures, read_release, report_from, report_of_tables
from iij_xbrl.prove import Finding, prove
from iij_xbrl.prove.check import Check, Checked, Release, check
from iij_xbrl.prove.corrections import Correction
from iij_xbrl.prove.errata import Errata
from iij_xbrl.prove.repeats import with_repeats_apart
from iij_xbrl.report import Report
from iij_xbrl.report.calculations import with_calculations
from iij_xbrl.report.coverage import coverage
from iij_xbrl.report.translations import without_translations
from iij_xbrl.scratch import scratch
from iij_xbrl.tables import table_files, tables_of
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.validate.messages_json import messages_json
from iij_xbrl.write import (
    publish,
    report_package,
    taxonomy_package,
    write_csv,
    write_inline,
    write_instance,
    write_json,
)
from iij_xbrl.write.aspects import references_of
from iij_xbrl.write.coverage import write_coverage
from iij_xbrl.write.files import settle
from iij_xbrl.write.inline.texts import with_blocks
from iij_xbrl.write.markup import check_look
from iij_xbrl.write.packages import Kind
from iij_xbrl.write.trace import write_trace

if TYPE_CHECKING:
    from iij_xbrl.validate.ahead import Validator
    from iij_xbrl.validate.messages import Validation

FORMATS = ("inline", "xbrl", "json", "csv", "xbri", "xbr", "parquet")
DEFAULT_FORMATS = ("inline", "xbrl", "json", "xbri")


def formats_of(text: str | None) -> tuple[str, ...]:
    """The formats of a list with commas between; those by default where there is none. Raises UsageError."""
    chosen = tuple(text.split(",")) if text else DEFAULT_FORMATS
    if unknown := [name for name in chosen if name not in FORMATS]:
        raise UsageError(f"--formats: {', '.join(unknown)}; allowed are {', '.join(FORMATS)}")
    return chosen


@dataclass(frozen=True, slots=True, repr=False)
class Conversion:
    """What a conversion gave.

    Attributes:
        report: the release as facts.
        files: what was written.
        findings: the contradictions in the release, less those that the errata decide.
        decided: those.
        corrections: the figures that the report carries otherwise than printed.
        validation: what Arelle said; None where it was not asked.
    """

    report: Report
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    validation: Validation | None
    decided: tuple[Finding, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def __repr__(self) -> str:
        state = "not validated" if self.validation is None else "valid" if self.validation.is_valid else "not valid"
        return f"<Conversion of {self.report.name}: {len(self.report.facts):,} facts, {state}, {len(self.files)} files>"


@dataclass(frozen=True, slots=True)
class Options:
    """What to write, and how.

    Attributes:
        formats: some of `FORMATS`.
        all_occurrences: also write `<name>.all.xbrl`, with every printed occurrence.
        validate: have Arelle validate what is written.
        viewer: also write the inline viewer; `single_file` puts its script into the page.
        look: a folder of templates that replace the inline report's own.
        assertions: have Arelle's formula processor evaluate the taxonomy's relations, too.
        taxonomy: put the taxonomy package beside what needs it.
        input_format: how to read the release, whatever it looks like (`read.formats.NAMES`).
        any_issuer: read a release that does not name the issuer, or names another author, as the issuer's; the coverage
            says so.
        translations: report convenience translations too.
        limits: how much of a release is read.
    """

    formats: Collection[str] = DEFAULT_FORMATS
    all_occurrences: bool = False
    validate: bool = True
    viewer: bool = False
    single_file: bool = False
    look: Path | None = None
    assertions: bool = False
    taxonomy: bool = True
    input_format: str = ""
    any_issuer: bool = False
    translations: bool = True
    limits: Limits = LIMITS


def convert(
    release: Path,
    output: Path,
    *,
    taxonomy: Taxonomy | None = None,
    options: Options | None = None,
    errata: Errata | None = None,
    today: date | None = None,
    validator: Validator | None = None,
) -> Conversion:
    """Convert a release and write the results into a folder, all at once when they are complete.

    The trace, the tables (facts, findings, coverage) and the coverage as JSON are always written, and the taxonomy
    package beside what needs it. With `errata`, figures are reported as those correct them, each with a footnote that
    says what was printed; for `today` see `prove.check.check`. `validator` is one that was made ready before; by
    default Arelle starts in this process.

    Raises InputError where the release cannot be read or is not the issuer's, OutputError where the folder cannot be
    written; then nothing is written.
    """
    taxonomy = taxonomy or load_taxonomy()
    settle(output)
    conversion, contents = converted(release, taxonomy, options or Options(), errata, today, validator)
    return replace(conversion, files=publish(output, contents))


def converted(
    release: Path,
    taxonomy: Taxonomy,
    options: Options,
    errata: Errata | None = None,
    today: date | None = None,
    validator: Validator | None = None,
    document_name: str = "",
) -> tuple[Conversion, dict[str, bytes]]:
    """Convert a release without writing anything: the conversion, and the contents of the files by their names.

    `document_name` names the release in the tables; otherwise as `convert`, and raises as that does.
    """
    if options.look is not None:
        check_look(options.look)
    document = read_release(release, taxonomy, options.input_format, options.limits, any_issuer=options.any_issuer)
    mapped = mapped_figures(document, taxonomy)
    told = Release(release, document, report_from(mapped, document, taxonomy))
    checked = check(told, taxonomy, errata, today, options.limits)
    findings, decided = (tuple(item.finding for item in items) for items in (checked.found, checked.decided))
    report = with_repeats_apart(checked.report, findings, decided)
    if not options.translations:
        report = without_translations(report, taxonomy)
    report = with_calculations(report, taxonomy)
    tables = [item.table for item in mapped.tables]
    inline = write_inline(document, report, taxonomy, look=options.look, tables=tables)
    checked = replace(checked, report=with_blocks(report, inline))
    validation = None
    is_asked = options.validate or options.viewer
    shipped = _shipped(checked.report, taxonomy, options, inline) if is_asked else None
    with _validating(shipped, options, taxonomy, validator) if shipped else nullcontext() as begun:
        files = results(checked.report, taxonomy, options, inline, checked, document_name)
        if begun is not None:
            validation = begun.validation()
            files |= begun.viewer_files(checked.found, single_file=options.single_file)
            files[f"{report.name}.arelle.json"] = messages_json(validation)
    return Conversion(checked.report, (), findings, validation, decided, checked.corrections), files


def convert_figures(
    figures: Path, output: Path, *, taxonomy: Taxonomy | None = None, validate: bool = True, limits: Limits = LIMITS
) -> Conversion:
    """Convert a file of figures (see `iij_xbrl.extract.figures.files`); without the page there is no inline report.

    Raises InputError with the place of each mistake, OutputError; then nothing is written.
    """
    from iij_xbrl.extract.figures.tables import read_figures

    taxonomy = taxonomy or load_taxonomy()
    report = report_of_tables(figures.stem, read_figures(figures, limits), taxonomy)
    findings = prove(report, taxonomy, limits=limits)
    report = with_repeats_apart(report, findings)
    options = Options(("xbrl", "json", "xbr"))
    files = results(report, taxonomy, options)
    validation = None
    if validate:
        with _validating(_shipped(report, taxonomy, options), options, taxonomy) as begun:
            validation = begun.validation()
        files[f"{report.name}.arelle.json"] = messages_json(validation)
    return Conversion(report, publish(output, files), findings, validation)


def _shipped(report: Report, taxonomy: Taxonomy, options: Options, inline: bytes | None = None) -> tuple[str, bytes]:
    """What is validated, by name: the inline report where it ships or is viewed, otherwise the instance."""
    if inline is not None and (options.viewer or {"inline", "xbri"} & set(options.formats)):
        return f"{report.name}.xhtml", inline
    return f"{report.name}.xbrl", write_instance(report, taxonomy)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A validation that is under way: `validation` waits for it; `viewer` is where its viewer is then, if wanted."""

    validation: Callable[[], Validation]
    viewer: Path | None

    def viewer_files(self, found: Sequence[Checked], *, single_file: bool) -> Mapping[str, bytes]:
        """The viewer's files, from the load that was validated; it shows what was `found` in the release."""
        if self.viewer is None:
            return {}
        from iij_xbrl.present.viewer import viewer_files
        from iij_xbrl.present.viewer_findings import told

        return viewer_files(self.viewer, single_file=single_file, findings=told(found))


@contextmanager
def _validating(
    shipped: tuple[str, bytes], options: Options, taxonomy: Taxonomy, validator: Validator | None = None
) -> Iterator[_Begun]:
    """What ships, being validated by Arelle, which loads it once; other files are written meanwhile."""
    name, content = shipped
    with scratch() as folder:
        path = folder / name
        path.write_bytes(content)
        viewer = path.with_suffix(".viewer.html") if options.viewer else None
        ready = validator if validator is not None and not options.assertions else _in_process(taxonomy, options)
        yield _Begun(ready(path, viewer=viewer), viewer)


def _in_process(taxonomy: Taxonomy, options: Options) -> Validator:
    """A validator that works when it is waited for."""
    from iij_xbrl.validate import validate_instance

    assertions = _assertions(taxonomy) if options.assertions else ""
    package = taxonomy.folder / "package"

    def validate(path: Path, *, viewer: Path | None = None) -> Callable[[], Validation]:
        return partial(validate_instance, path, package, viewer=viewer, assertions=assertions)

    return validate


def _assertions(taxonomy: Taxonomy) -> str:
    """The entry point with the assertions that somebody wrote. Raises UsageError where there are none."""
    address = taxonomy.schema_ref.removesuffix(".xsd") + "-assertions.xsd"
    if not (taxonomy.folder / "package" / address.rpartition("/")[2]).exists():
        raise UsageError(f"--assertions: the taxonomy in {taxonomy.folder} has none")
    return address


def results(
    report: Report,
    taxonomy: Taxonomy,
    options: Options,
    inline: bytes | None = None,
    checked: Check | None = None,
    document_name: str = "",
) -> dict[str, bytes]:
    """The files of a report by name; without the page itself (`inline`) those that need none."""
    name = report.name
    files = {
        f"{name}.trace.csv": write_trace(report, taxonomy),
        f"{name}.coverage.json": write_coverage(
            coverage(report), report.suggestions, report.left_out, report.issuer_doubt
        ),
        **table_files(name, tables_of(report, taxonomy, checked, document_name), parquet="parquet" in options.formats),
    }
    if options.all_occurrences:
        files[f"{name}.all.xbrl"] = write_instance(report, taxonomy, all_occurrences=True)
    if "xbrl" in options.formats:
        files[f"{name}.xbrl"] = write_instance(report, taxonomy)
    if "json" in options.formats:
        files[f"{name}.json"] = write_json(report, taxonomy)
    if "csv" in options.formats:
        files |= write_csv(report, taxonomy)
    if "xbr" in options.formats:
        files[f"{name}.xbr"] = _packaged("xbr", report, {f"{name}.json": write_json(report, taxonomy)}, taxonomy)
    if inline is not None and "inline" in options.formats:
        files[f"{name}.xhtml"] = inline
    if inline is not None and "xbri" in options.formats:
        files[f"{name}.xbri"] = _packaged("xbri", report, {f"{name}.xhtml": inline}, taxonomy)
    if options.taxonomy and any(name in options.formats for name in ("inline", "xbrl", "json", "csv")):
        files |= beside(taxonomy)
    return files


def beside(taxonomy: Taxonomy) -> dict[str, bytes]:
    """What a processor needs to open a report that brings no taxonomy: the whole taxonomy package, by file name."""
    name = f"{taxonomy.prefix}-taxonomy"
    return {f"{name}.zip": taxonomy_package(taxonomy.folder / "package", name, index=True)}


def _packaged(kind: Kind, report: Report, files: Mapping[str, bytes], taxonomy: Taxonomy) -> bytes:
    referred_to = [reference.rpartition("/")[2] for reference in references_of(report, taxonomy)]
    return report_package(kind, report.name, files, taxonomy.folder / "package", referred_to)
