"""The command line. Each command imports what it needs when it runs, so that `--help` answers at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from iij_xbrl import __version__
from iij_xbrl.errors import IijXbrlError, InputError

if TYPE_CHECKING:
    from iij_xbrl.taxonomy.index import Taxonomy
    from iij_xbrl.validate.messages import Validation

FINE, FINDINGS, USAGE, INVALID, UNREADABLE = range(5)
_PATH = click.Path(path_type=Path)
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Commands(click.Group):
    """Turns the package's errors into one line and the documented exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command."""
        try:
            return super().invoke(ctx)
        except IijXbrlError as error:
            click.secho("error: ", fg="red", bold=True, err=True, nl=False)
            click.echo(str(error), err=True)
            ctx.exit(UNREADABLE if isinstance(error, InputError) else USAGE)


@click.group(cls=_Commands, context_settings=_HELP)
@click.version_option(__version__, prog_name="iij-xbrl")
def main() -> None:
    r"""Turn an earnings release, as it was published, into validated XBRL.

    \b
    Examples:
      iij-xbrl convert release.txt -o out       the release as XBRL, with a trace of every figure
      iij-xbrl taxonomy show Revenues           a concept: labels, places, calculations

    \b
    Exit codes: 0 fine; 1 findings at or above --fail-on; 2 wrong usage; 3 the output is not valid XBRL;
    4 the input cannot be read.
    """


@main.command()
@click.argument("release", type=_PATH)
@click.option("-o", "--output", type=_PATH, default=Path("out"), show_default=True, help="Folder for the results.")
@click.option("--all-occurrences", is_flag=True, help="Also write every printed occurrence (<name>.all.xbrl).")
@click.option("--taxonomy", "folder", type=_PATH, help="Folder of another compiled taxonomy.")
@click.option("--no-validate", is_flag=True, help="Write without validating.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "inconsistency", "warning"]),
    default="error",
    show_default=True,
    help="Exit with 1 on findings of this severity or above.",
)
@click.option(
    "--min-coverage", type=float, metavar="PERCENT", help="Exit with 1 where fewer numbers are accounted for."
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def convert(
    release: Path,
    output: Path,
    all_occurrences: bool,
    folder: Path | None,
    no_validate: bool,
    fail_on: str,
    min_coverage: float | None,
    quiet: bool,
) -> None:
    r"""Convert RELEASE (text or Markdown) into XBRL and validate it with Arelle.

    \b
    Writes <name>.xbrl (each data point once, at its finest occurrence), <name>.facts.csv (the same as a tidy table)
    and <name>.trace.csv (every figure of the release: the fact that it is, or why it is none).

    \b
    Example:
      iij-xbrl convert examples/1h11/release.md -o out/1h11
    """
    from iij_xbrl.convert import convert as run
    from iij_xbrl.present.terminal import progress, show_conversion
    from iij_xbrl.report.coverage import coverage

    taxonomy = _taxonomy(folder)
    with progress("Converting and validating" if not no_validate else "Converting", quiet=quiet):
        result = run(release, output, taxonomy=taxonomy, all_occurrences=all_occurrences, validate=not no_validate)
    if not quiet:
        show_conversion(result, release, taxonomy)
    code = _exit_code(result.validation, fail_on)
    if code == FINE and min_coverage is not None and coverage(result.report)[-1].percent < min_coverage:
        click.echo(f"coverage is below {min_coverage} %", err=True)
        code = FINDINGS
    raise SystemExit(code)


def _exit_code(validation: Validation | None, fail_on: str) -> int:
    if validation is None:
        return FINE
    if not validation.is_valid:
        return INVALID
    order = ["error", "inconsistency", "warning"]
    failing = set(order[: order.index(fail_on) + 1])
    return FINDINGS if any(message.severity in failing for message in validation.messages) else FINE


def _taxonomy(folder: Path | None) -> Taxonomy:
    from iij_xbrl.pipeline import load_taxonomy

    return load_taxonomy(folder)


@main.command()
@click.argument("release", type=_PATH)
@click.argument("where", metavar="FACT_ID|LINE:COLUMN")
@click.option("--taxonomy", "folder", type=_PATH, help="Folder of another compiled taxonomy.")
def explain(release: Path, where: str, folder: Path | None) -> None:
    r"""Explain one figure of RELEASE: what it became, and which header, label and line gave what.

    \b
    Examples:
      iij-xbrl explain examples/1h11/release.md f.l244c42.v
      iij-xbrl explain examples/1h11/release.md 244:43
    """
    from iij_xbrl.explain import explain as run
    from iij_xbrl.present.explanation import show_explanations

    taxonomy = _taxonomy(folder)
    show_explanations(run(release, taxonomy, where), release, taxonomy)


@main.group()
def taxonomy() -> None:
    """Build, check and look into the taxonomy.

    A new line item is one edit in the taxonomy's source folder; `build` compiles it, `check` validates the result.
    """


_FOLDER = click.argument("folder", type=_PATH, required=False)


@taxonomy.command()
@_FOLDER
def build(folder: Path | None) -> None:
    r"""Compile FOLDER/source into FOLDER/package and FOLDER/index.json (by default the shipped taxonomy).

    \b
    Example:
      iij-xbrl taxonomy build taxonomy
    """
    from iij_xbrl.present.taxonomy import show_build
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.build import build as run

    target = folder or taxonomy_folder()
    show_build(run(target), target)


@taxonomy.command()
@_FOLDER
def check(folder: Path | None) -> None:
    r"""Validate a compiled taxonomy: Arelle, XML Schema, and the style rules that regulators check.

    \b
    Example:
      iij-xbrl taxonomy check
    """
    from iij_xbrl.present.taxonomy import show_check
    from iij_xbrl.present.terminal import progress
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.check import check as run

    with progress("Checking the taxonomy", quiet=False):
        findings = run(folder or taxonomy_folder())
    show_check(findings)
    raise SystemExit(INVALID if any(finding.severity == "error" for finding in findings) else FINE)


@taxonomy.command()
@click.argument("concept")
@click.option("--taxonomy", "folder", type=_PATH, help="Folder of another taxonomy.")
def show(concept: str, folder: Path | None) -> None:
    r"""Print CONCEPT: its labels in both languages, where it is printed and how, and its calculations.

    \b
    Example:
      iij-xbrl taxonomy show NetworkServicesRevenue
    """
    from iij_xbrl.present.taxonomy import show_concept
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.show import show as run

    show_concept(run(folder or taxonomy_folder(), concept))


if __name__ == "__main__":
    main()
