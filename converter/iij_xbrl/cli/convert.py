"""iij-xbrl convert and view: a release as XBRL, and in the viewer."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from iij_xbrl.cli.common import (
    ANY_ISSUER,
    ERRATA_HELP,
    FAIL_ON,
    INPUT_FORMAT,
    LANGUAGE,
    LIMITED,
    OUTPUT,
    PATH,
    QUIET,
    TAXONOMY,
    errata_of,
    say_failures,
    taxonomy_of,
    tell,
    uncollected,
)
from iij_xbrl.cli.many import batch_options, run_batch
from iij_xbrl.exit_codes import FINDINGS, FINE, code_of_validation
from iij_xbrl.limits import Limits as InputLimits

if TYPE_CHECKING:
    from iij_xbrl.batch.plan import Plan
    from iij_xbrl.convert import Options
    from iij_xbrl.validate.ahead import Ahead, Validator


@dataclass(frozen=True, slots=True)
class _Given:
    """The options of `convert`, as the command line gives them."""

    output: Path
    formats: str | None
    all_occurrences: bool
    viewer: bool
    single_file: bool
    look: Path | None
    decisions: Path | None
    no_errata: bool
    any_issuer: bool
    no_translations: bool
    folder: Path | None
    language: str
    no_validate: bool
    assertions: bool
    fail_on: str
    verbose: bool
    min_coverage: float | None
    jobs: int | None
    resume: bool
    keep_going: bool
    input_format: str
    timeout: int
    memory: int
    quiet: bool
    limits: InputLimits

    @property
    def validates(self) -> bool:
        """Whether Arelle is needed."""
        return self.viewer or not self.no_validate

    def options(self) -> Options:
        """What to write. Raises UsageError for formats that there are not, and for what contradicts itself."""
        from iij_xbrl.convert import Options, formats_of

        if self.assertions and self.no_validate:
            raise click.UsageError("--assertions validates, --no-validate does not; leave one of them out")
        chosen = formats_of(self.formats)
        return Options(
            chosen,
            self.all_occurrences,
            not self.no_validate,
            self.viewer,
            self.single_file,
            self.look,
            assertions=self.assertions,
            input_format=self.input_format,
            any_issuer=self.any_issuer,
            translations=not self.no_translations,
            limits=self.limits,
        )


@click.command()
@click.argument("releases", nargs=-1, required=True, metavar="RELEASES...")
@OUTPUT
@click.option(
    "--formats",
    metavar="LIST",
    help="Some of inline, xbrl, json, csv, xbri, xbr, parquet, with commas between; inline,xbrl,json,xbri by default.",
)
@click.option("--all-occurrences", is_flag=True, help="Also write every printed occurrence (<name>.all.xbrl).")
@click.option("--viewer", is_flag=True, help="Also write the Arelle inline viewer (<name>.viewer.html).")
@click.option("--single-file", is_flag=True, help="Put the viewer's script into its page.")
@click.option("--template", "look", type=PATH, metavar="DIR", help="Templates that replace the inline report's own.")
@click.option("--errata", "decisions", type=PATH, metavar="FILE", help=ERRATA_HELP)
@click.option("--no-errata", is_flag=True, help="Report every figure as printed.")
@click.option(
    "--no-translations",
    is_flag=True,
    help="Leave out convenience translations: amounts in another currency beside the same in the issuer's own.",
)
@INPUT_FORMAT
@ANY_ISSUER
@TAXONOMY
@LANGUAGE
@click.option("--no-validate", is_flag=True, help="Write without validating.")
@click.option("--assertions", is_flag=True, help="Have Arelle evaluate the relations between figures, too (slower).")
@FAIL_ON
@click.option("--verbose", is_flag=True, help="Show every message of Arelle, warnings and information too.")
@click.option("--min-coverage", type=float, metavar="PERCENT", help="Exit with 1 where less is accounted for.")
@batch_options
@QUIET
@LIMITED
def convert(releases: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - those of `_Given`
    """Convert RELEASES (HTML, PDF, Word, workbooks, text, Markdown) into XBRL and validate them with Arelle.

    \b
    Figures that the errata beside a release correct are reported so, each with a footnote that says what was printed.

    \b
    Writes, by default:
      <name>.xhtml          the release itself as inline XBRL, every figure tagged where it stands
      <name>.xbrl, .json    each data point once, at its finest occurrence (XBRL 2.1, xBRL-JSON)
      <name>.xbri           report package: the inline report with the taxonomy inside
      <name>.facts.csv      the data points as a table whose columns are the same for every release
      <name>.findings.csv   every contradiction; <name>.coverage.csv: what is accounted for
      <name>.trace.csv      every number of the release: the fact that it is, or why it is none
      <name>.coverage.json  how much of each section is accounted for
      <name>.arelle.json    all that Arelle said, unless --no-validate

    \b
    Several releases, folders or patterns make a batch: each release has a folder of its own under OUT, with a
    manifest; dataset/ holds the tables of all of them (see `iij-xbrl facts`), batch.json what became of each. What
    is there already, of the same release, errata, taxonomy, options and version, is kept: a batch that was
    interrupted goes on where it stopped.

    \b
    Examples:
      iij-xbrl convert examples/1h11/release.md -o out/1h11
      iij-xbrl convert examples/1h11/release.md -o out/1h11 --viewer --formats inline,csv
      iij-xbrl convert releases/ -o out --jobs 4 --keep-going
      iij-xbrl convert "releases/**/*.md" more/release.txt -o out
    """
    from iij_xbrl.batch.plan import plan

    given = _Given(**options)
    planned = plan(releases, given.output)
    if not planned.is_single:
        raise SystemExit(_many(planned, given))
    with uncollected(), ExitStack() as stack:
        ready = stack.enter_context(_ahead(given)) if given.validates and not given.assertions else None
        code = _one(planned.items[0].source, given, ready)
    raise SystemExit(code)


def _one(release: Path, given: _Given, validator: Validator | None) -> int:
    """Convert a release into the folder itself; the exit code."""
    from iij_xbrl.convert import convert as run
    from iij_xbrl.present.findings.words import words_in
    from iij_xbrl.present.terminal import progress, show_conversion
    from iij_xbrl.report.coverage import coverage

    options, taxonomy = given.options(), taxonomy_of(given.folder)
    errata = errata_of(release, given.decisions, no_errata=given.no_errata, limits=given.limits)
    with progress("Converting and validating" if given.validates else "Converting", quiet=given.quiet):
        result = run(
            release,
            given.output,
            taxonomy=taxonomy,
            options=options,
            errata=errata,
            today=date.today(),
            validator=validator,
        )
    if not given.quiet:
        words = words_in(given.language, taxonomy)
        show_conversion(result, release, taxonomy, verbose=given.verbose, words=words)
    say_failures(result.validation, given.fail_on)
    code = code_of_validation(result.validation, given.fail_on)
    if code == FINE and given.min_coverage is not None and coverage(result.report)[-1].percent < given.min_coverage:
        click.echo(f"coverage is below {given.min_coverage} %", err=True)
        code = FINDINGS
    return code


def _many(planned: Plan, given: _Given) -> int:
    """Convert several releases, each into a folder of its own; the exit code."""
    if given.decisions:
        raise click.UsageError("--errata is for one release; a batch takes errata.yaml beside each")
    from iij_xbrl.batch.pool import Limits, processors
    from iij_xbrl.batch.run import Batch, Settings
    from iij_xbrl.batch.work import Rules
    from iij_xbrl.resources import taxonomy_folder

    rules = Rules(
        given.folder or taxonomy_folder(),
        given.options(),
        date.today(),
        given.no_errata,
        given.fail_on,
        given.min_coverage,
    )
    limits, jobs = Limits(given.timeout, given.memory), given.jobs or processors()
    settings = Settings(rules, given.output, jobs, limits, given.resume, given.keep_going)
    return run_batch(Batch(planned, settings), "Converting", quiet=given.quiet)


def _ahead(given: _Given) -> Ahead:
    """The validator, getting ready from now on: before anything that takes long is imported here."""
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.validate.ahead import Ahead

    return Ahead(given.folder or taxonomy_folder(), viewer=given.viewer)


@click.command()
@click.argument("file", type=PATH)
@click.option("-o", "--output", type=PATH, help="Folder for the viewer; by default the file's own.")
@click.option("--single-file", is_flag=True, help="Put the viewer's script into its page.")
@click.option("--no-browser", is_flag=True, help="Build it and open no browser.")
@TAXONOMY
@LIMITED
def view(
    file: Path, output: Path | None, single_file: bool, no_browser: bool, folder: Path | None, limits: InputLimits
) -> None:
    """Build the Arelle inline viewer of FILE (.xhtml or .xbri), offline, and open it in the browser.

    It lists the open findings of `<name>.findings.csv` beside FILE, where `convert` has written that.

    \b
    Example:
      iij-xbrl view out/1h11/release.xhtml
    """
    from iij_xbrl.present.terminal import progress
    from iij_xbrl.present.viewer import save_viewer

    package = None if file.suffix == ".xbri" else taxonomy_of(folder).folder / "package"
    with progress("Building the viewer", quiet=False):
        page = save_viewer(file, output or file.parent, package, single_file=single_file, limits=limits)
    tell(str(page))
    if not no_browser:
        click.launch(page.resolve().as_uri())
