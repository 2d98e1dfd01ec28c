"""iij-xbrl extract and map: figures as files, to and from other tools."""

from __future__ import annotations

from pathlib import Path

import click

from iij_xbrl.cli.common import (
    FAIL_ON,
    INPUT_FORMAT,
    LIMITED,
    OUTPUT,
    PATH,
    QUIET,
    TAXONOMY,
    say_failures,
    taxonomy_of,
    tell,
    uncollected,
)
from iij_xbrl.errors import InputError
from iij_xbrl.exit_codes import code_of_validation
from iij_xbrl.limits import Limits


@click.command()
@click.argument("release", type=PATH)
@click.option("-o", "--output", "file", type=PATH, required=True, help="figures.csv or figures.json")
@INPUT_FORMAT
@TAXONOMY
@LIMITED
def extract(release: Path, file: Path, input_format: str, folder: Path | None, limits: Limits) -> None:
    """Extract the figures of RELEASE's tables into a CSV or JSON file, without mapping them.

    \b
    Columns: table, row, column, line, start, end, section, label, header, role, period, unit, scale, text, value,
    problem, place, closed. `map` reads the same file; what is closed stays no fact.

    \b
    Example:
      iij-xbrl extract examples/1h11/release.md -o figures.csv
    """
    click.get_current_context().with_resource(uncollected())
    from iij_xbrl.extract.figures.files import to_csv, to_json
    from iij_xbrl.pipeline import tables_of
    from iij_xbrl.read import read
    from iij_xbrl.write import publish

    document = read(release, input_format, limits)
    if not document.tables:
        raise InputError(f"{release}: no table found; text needs TAB separated, pipe or fixed-width tables")
    tables = tables_of(document, taxonomy_of(folder))
    content = to_json(tables) if file.suffix.lower() == ".json" else to_csv(tables)
    publish(file.parent, {file.name: content})
    tell(f"{file}: {sum(len(row.figures) for table in tables for row in table.rows)} figures")


@click.command(name="map")
@click.argument("figures", type=PATH)
@OUTPUT
@TAXONOMY
@click.option("--no-validate", is_flag=True, help="Write without validating.")
@FAIL_ON
@QUIET
@LIMITED
def map_figures(
    figures: Path, output: Path, folder: Path | None, no_validate: bool, fail_on: str, quiet: bool, limits: Limits
) -> None:
    """Turn FIGURES (CSV or JSON, from `extract` or another tool) into XBRL.

    Needed are the columns label, value and period; unit and scale for amounts. A mistake is reported with its place,
    and then nothing is written.

    \b
    Example:
      iij-xbrl map figures.csv -o out
    """
    click.get_current_context().with_resource(uncollected())
    from iij_xbrl.convert import convert_figures
    from iij_xbrl.present.terminal import progress, show_conversion

    taxonomy = taxonomy_of(folder)
    with progress("Mapping", quiet=quiet):
        result = convert_figures(figures, output, taxonomy=taxonomy, validate=not no_validate, limits=limits)
    if not quiet:
        show_conversion(result, figures, taxonomy)
    say_failures(result.validation, fail_on)
    raise SystemExit(code_of_validation(result.validation, fail_on))
