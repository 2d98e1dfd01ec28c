"""iij-xbrl convert and view: a release as XBRL, and in the viewer."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iij_xbrl.cli.common import (
    ERRATA_HELP,
    FAIL_ON,
    FINDINGS,
    FINE,
    OUTPUT,
    PATH,
    QUIET,
    TAXONOMY,
    errata_of,
    exit_code,
    taxonomy_of,
)

if TYPE_CHECKING:
    from iij_xbrl.validate.ahead import Ahead


@click.command()
@click.argument("release", type=PATH)
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
@TAXONOMY
@click.option("--no-validate", is_flag=True, help="Write without validating.")
@FAIL_ON
@click.option("--min-coverage", type=float, metavar="PERCENT", help="Exit with 1 where less is accounted for.")
@QUIET
def convert(
    release: Path,
    output: Path,
    formats: str | None,
    all_occurrences: bool,
    viewer: bool,
    single_file: bool,
    look: Path | None,
    decisions: Path | None,
    no_errata: bool,
    folder: Path | None,
    no_validate: bool,
    fail_on: str,
    min_coverage: float | None,
    quiet: bool,
) -> None:
    """Convert RELEASE (text or Markdown) into XBRL and validate it with Arelle.

    \b
    Figures that the errata beside RELEASE correct are reported so, each with a footnote that says what was printed.

    \b
    Writes, by default:
      <name>.xhtml          the release itself as inline XBRL, every figure tagged where it stands
      <name>.xbrl, .json    each data point once, at its finest occurrence (XBRL 2.1, xBRL-JSON)
      <name>.xbri           report package: the inline report with the taxonomy inside
      iij-taxonomy.zip      the taxonomy package, which the other files need in any processor
      <name>.facts.csv      the data points as a table whose columns are the same for every release
      <name>.findings.csv   every contradiction; <name>.coverage.csv: what is accounted for
      <name>.trace.csv      every number of the release: the fact that it is, or why it is none
      <name>.coverage.json  how much of each section is accounted for

    \b
    Examples:
      iij-xbrl convert examples/1h11/release.md -o out/1h11
      iij-xbrl convert examples/1h11/release.md -o out/1h11 --viewer --formats inline,csv
    """
    with ExitStack() as stack:
        ready = stack.enter_context(_ahead(folder, viewer=viewer)) if viewer or not no_validate else None
        from iij_xbrl.convert import DEFAULT_FORMATS, FORMATS, Options
        from iij_xbrl.convert import convert as run
        from iij_xbrl.present.terminal import progress, show_conversion
        from iij_xbrl.report.coverage import coverage

        chosen = tuple(formats.split(",")) if formats else DEFAULT_FORMATS
        unknown = [name for name in chosen if name not in FORMATS]
        if unknown:
            raise click.BadParameter(f"{', '.join(unknown)}; allowed are {', '.join(FORMATS)}", param_hint="--formats")
        taxonomy = taxonomy_of(folder)
        errata = errata_of(release, decisions, no_errata=no_errata)
        options = Options(chosen, all_occurrences, not no_validate, viewer, single_file, look)
        stack.enter_context(progress("Converting" if no_validate else "Converting and validating", quiet=quiet))
        result = run(
            release, output, taxonomy=taxonomy, options=options, errata=errata, today=date.today(), validator=ready
        )
    if not quiet:
        show_conversion(result, release, taxonomy)
    code = exit_code(result.validation, fail_on)
    if code == FINE and min_coverage is not None and coverage(result.report)[-1].percent < min_coverage:
        click.echo(f"coverage is below {min_coverage} %", err=True)
        code = FINDINGS
    raise SystemExit(code)


def _ahead(folder: Path | None, *, viewer: bool) -> Ahead:
    """The validator, getting ready from now on: before anything that takes long is imported here."""
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.validate.ahead import Ahead

    return Ahead(folder or taxonomy_folder(), viewer=viewer)


@click.command()
@click.argument("file", type=PATH)
@click.option("-o", "--output", type=PATH, help="Folder for the viewer; by default the file's own.")
@click.option("--single-file", is_flag=True, help="Put the viewer's script into its page.")
@click.option("--no-browser", is_flag=True, help="Build it and open no browser.")
@TAXONOMY
def view(file: Path, output: Path | None, single_file: bool, no_browser: bool, folder: Path | None) -> None:
    """Build the Arelle inline viewer of FILE (.xhtml or .xbri), offline, and open it in the browser.

    \b
    Example:
      iij-xbrl view out/1h11/release.xhtml
    """
    from iij_xbrl.present.terminal import progress
    from iij_xbrl.present.viewer import save_viewer

    package = None if file.suffix == ".xbri" else taxonomy_of(folder).folder / "package"
    with progress("Building the viewer", quiet=False):
        page = save_viewer(file, output or file.parent, package, single_file=single_file)
    click.echo(str(page))
    if not no_browser:
        click.launch(page.resolve().as_uri())
