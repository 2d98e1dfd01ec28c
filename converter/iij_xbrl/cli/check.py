"""iij-xbrl check: every contradiction of a release, for a person or for CI."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iij_xbrl.cli.common import ERRATA_HELP, PATH, TAXONOMY, errata_of, taxonomy_of
from iij_xbrl.exit_codes import FINDINGS, FINE

if TYPE_CHECKING:
    from iij_xbrl.prove.check import Check, Release
    from iij_xbrl.prove.errata import Errata
    from iij_xbrl.taxonomy.index import Taxonomy


@click.command()
@click.argument("release", type=PATH)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["terminal", "json", "junit", "sarif", "github", "html"]),
    default="terminal",
    show_default=True,
    help="How to show the findings.",
)
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to a file instead of standard output.")
@click.option(
    "--fail-on",
    metavar="LIST",
    default="error",
    show_default=True,
    help="Exit with 1 on findings of this severity (error, warning, rounding) or a graver one, and of these codes.",
)
@click.option("--select", metavar="CODES", default="", help="Only findings of these codes, separated by commas.")
@click.option("--ignore", metavar="CODES", default="", help="No findings of these codes, separated by commas.")
@click.option("--relations", is_flag=True, help="Print every relation with its state, in place of the findings.")
@click.option("--all", "everything", is_flag=True, help="Show differences of rounding and decided findings in full.")
@click.option("--errata", "decisions", type=PATH, metavar="FILE", help=ERRATA_HELP)
@click.option("--no-errata", is_flag=True, help="Check as if nothing had been decided.")
@click.option("--write-errata", is_flag=True, help="Add the findings to the errata, undecided, and stop there.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day on which decisions must hold; by default today.",
)
@TAXONOMY
def check(
    release: Path,
    output_format: str,
    output: Path | None,
    fail_on: str,
    select: str,
    ignore: str,
    relations: bool,
    everything: bool,
    decisions: Path | None,
    no_errata: bool,
    write_errata: bool,
    today: datetime | None,
    folder: Path | None,
) -> None:
    """Proof-read RELEASE: every contradiction between its figures, with all places quoted and the likely cause.

    \b
    Errors are figures that cannot all be right; differences that rounding forces, and what is only suspicious,
    are told apart from them. Decisions on findings (accepted, or corrected) are kept in errata.yaml.

    \b
    Examples:
      iij-xbrl check examples/1h11/release.md
      iij-xbrl check examples/1h11/release.md --format html -o findings.html
      iij-xbrl check draft.md --fail-on error,unread-number --ignore wrong-footnote-mark
      iij-xbrl check draft.md --write-errata
      iij-xbrl check draft.md --relations
    """
    from iij_xbrl.prove.check import check as run
    from iij_xbrl.prove.errata import errata_beside
    from iij_xbrl.prove.findings import SEVERITIES

    chosen = _codes("--select", select), _codes("--ignore", ignore)
    _codes("--fail-on", fail_on, *SEVERITIES)
    if no_errata and write_errata:
        raise click.UsageError("--no-errata leaves the errata alone; leave out --write-errata")
    named = decisions or errata_beside(release)
    taxonomy = taxonomy_of(folder)
    found = _release(release, taxonomy)
    if relations:
        _show_relations(found, taxonomy)
        raise SystemExit(FINE)
    errata = errata_of(release, decisions, no_errata=no_errata, may_lack=write_errata)
    checked = run(found, taxonomy, errata, today.date() if today else date.today())
    checked = checked.chosen(*chosen)
    if write_errata:
        _write_errata(named, checked, errata, everything=everything)
        raise SystemExit(FINE)
    text = _shown(checked, output_format, fail_on, everything=everything, to_file=output is not None)
    if output is not None:
        from iij_xbrl.write import publish

        publish(output.parent, {output.name: text.encode("utf-8")})
    else:
        click.echo(text, nl=False)
    raise SystemExit(FINDINGS if checked.fails(fail_on) else FINE)


def _codes(option: str, text: str, *others: str) -> tuple[str, ...]:
    from iij_xbrl.prove.choices import CODES, listed

    try:
        return listed(text, (*others, *CODES))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from error


def _show_relations(release: Release, taxonomy: Taxonomy) -> None:
    from iij_xbrl.present.relations import show_relations
    from iij_xbrl.relations.report import list_relations

    show_relations(list_relations(release.report, taxonomy), release.report, release.path, every=True)


def _release(path: Path, taxonomy: Taxonomy) -> Release:
    from iij_xbrl.pipeline import report_of
    from iij_xbrl.prove.check import Release
    from iij_xbrl.read import read

    document = read(path)
    return Release(path, document, report_of(document, taxonomy))


def _shown(checked: Check, output_format: str, fail_on: str, *, everything: bool, to_file: bool) -> str:
    """The check in a format; for the terminal it is printed at once, so that rich sees the terminal."""
    if output_format == "json":
        from iij_xbrl.present.findings_json import findings_json

        return findings_json(checked)
    if output_format == "junit":
        from iij_xbrl.present.junit import junit

        return junit(checked, fail_on)
    if output_format == "sarif":
        from iij_xbrl.present.sarif import sarif

        return sarif(checked, everything=everything)
    if output_format == "github":
        from iij_xbrl.present.github import github

        return github(checked)
    if output_format == "html":
        from iij_xbrl.present.findings_html import findings_html

        return findings_html(checked, fail_on)
    from iij_xbrl.present.findings_terminal import check_text, show_check
    from iij_xbrl.present.terminal import console

    if to_file:
        return check_text(checked, fail_on, everything=everything)
    show_check(console(), checked, fail_on, everything=everything)
    return ""


def _write_errata(path: Path, checked: Check, errata: Errata | None, *, everything: bool) -> None:
    from iij_xbrl.prove.skeleton import skeleton
    from iij_xbrl.write import publish

    text, count = skeleton(checked, errata, all_severities=everything)
    if not count:
        click.echo(f"{path}: nothing to add")
        return
    publish(path.parent, {path.name: text.encode("utf-8")})
    click.echo(f"{path}: {count} {'entry' if count == 1 else 'entries'} added, undecided")
