"""iij-xbrl taxonomy: build, check, document and look into the taxonomy."""

from __future__ import annotations

from pathlib import Path

import click

from iij_xbrl.cli.common import PATH, Commands, tell
from iij_xbrl.exit_codes import FINE, INVALID


@click.group(cls=Commands)
def taxonomy() -> None:
    """Build, check and look into the taxonomy.

    A new line item is one edit in the taxonomy's source folder; `build` compiles it, `check` validates the result.
    """


_FOLDER = click.argument("folder", type=PATH, required=False)


@taxonomy.command()
@_FOLDER
def build(folder: Path | None) -> None:
    """Compile FOLDER/source into FOLDER/package and FOLDER/index.json (by default the shipped taxonomy).

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
    """Validate a compiled taxonomy: Arelle, XML Schema, and the style rules that regulators check.

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
@_FOLDER
@click.option("-o", "--output", type=PATH, help="The zip file; by default PREFIX-taxonomy.zip in the current folder.")
def package(folder: Path | None, output: Path | None) -> None:
    """Write the taxonomy of FOLDER as a taxonomy package (Taxonomy Packages 1.0), to be handed on.

    \b
    A processor opens any report with it and without a network:
      iij-xbrl taxonomy package -o iij-taxonomy.zip
      arelleCmdLine --file release.xbrl --packages iij-taxonomy.zip --internetConnectivity offline --validate
    """
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.loaded import load
    from iij_xbrl.write import publish, taxonomy_package

    source = folder or taxonomy_folder()
    target = output or Path(f"{load(source).prefix}-taxonomy.zip")
    content = taxonomy_package(source / "package", target.stem, index=(source / "index.json").is_file())
    publish(target.parent, {target.name: content})
    tell(f"{target}  {len(content):,} bytes")


@taxonomy.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH, required=False)
@click.option("--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True)
@click.option("-o", "--output", type=PATH, help="Write to a file instead.")
def diff(old: Path, new: Path | None, form: str, output: Path | None) -> None:
    """Tell how the taxonomy NEW (by default the shipped one) differs from OLD.

    Each is the folder of a taxonomy, or the zip that `taxonomy package` writes of it.
    Concepts, labels, documentation, references, members, places, relations and calculations: added, removed, changed.

    \b
    Examples:
      iij-xbrl taxonomy diff ../before/taxonomy taxonomy
      iij-xbrl taxonomy diff iij-taxonomy-1.2.zip iij-taxonomy-1.3.zip
      iij-xbrl taxonomy diff ../before/taxonomy --format html -o changes.html
    """
    from iij_xbrl.present.taxonomy_changes import as_html, as_text
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.loaded import load_packaged
    from iij_xbrl.taxonomy.versions import changes
    from iij_xbrl.write import publish

    before, after = load_packaged(old), load_packaged(new or taxonomy_folder())
    found = changes(before, after)
    text = (as_html if form == "html" else as_text)(found, before, after)
    if output is None:
        click.echo(text, nl=False)
    else:
        publish(output.parent, {output.name: text.encode("utf-8")})


@taxonomy.command()
@_FOLDER
@click.option("-o", "--output", type=PATH, help="The page; by default PREFIX-taxonomy.html in the current folder.")
def document(folder: Path | None, output: Path | None) -> None:
    """Write the documentation of the taxonomy in FOLDER as one page, which is searched without a network.

    Concepts with their labels and documentation in both languages, what their signs mean, where they are printed and
    how, their relations and references.

    \b
    Example:
      iij-xbrl taxonomy document -o iij-taxonomy.html
    """
    from iij_xbrl.present.taxonomy_page import taxonomy_page
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.loaded import load
    from iij_xbrl.write import publish

    found = load(folder or taxonomy_folder())
    target = output or Path(f"{found.prefix}-taxonomy.html")
    content = taxonomy_page(found).encode("utf-8")
    publish(target.parent, {target.name: content})
    tell(f"{target}  {len(content):,} bytes")


@taxonomy.command()
@click.argument("concept")
@click.option("--taxonomy", "folder", type=PATH, help="Folder of another taxonomy.")
def show(concept: str, folder: Path | None) -> None:
    """Print CONCEPT: its labels in both languages, where it is printed and how, and its calculations.

    \b
    Example:
      iij-xbrl taxonomy show NetworkServicesRevenue
    """
    from iij_xbrl.present.taxonomy import show_concept
    from iij_xbrl.resources import taxonomy_folder
    from iij_xbrl.taxonomy.show import show as run

    show_concept(run(folder or taxonomy_folder(), concept))
