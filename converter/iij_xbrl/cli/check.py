"""iij-xbrl check: every contradiction of a release, for a person or for CI."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iij_xbrl.cli.common import (
    ANY_ISSUER,
    ERRATA_HELP,
    INPUT_FORMAT,
    LANGUAGE,
    LIMITED,
    PATH,
    TAXONOMY,
    errata_of,
    taxonomy_of,
    tell,
    uncollected,
)
from iij_xbrl.cli.many import not_tried, pool_options, say_reasons
from iij_xbrl.exit_codes import FINDINGS, FINE
from iij_xbrl.limits import Limits as InputLimits

if TYPE_CHECKING:
    from iij_xbrl.batch.checks import CheckRules
    from iij_xbrl.batch.plan import Plan
    from iij_xbrl.batch.pool import Limits
    from iij_xbrl.messages.words import Words
    from iij_xbrl.prove.check import Check, Release
    from iij_xbrl.prove.errata import Errata
    from iij_xbrl.taxonomy.index import Taxonomy

_SIDE_BY_SIDE = ("terminal", "github")
"""The formats of which several releases can be written one after the other."""


@click.command()
@click.argument("releases", nargs=-1, required=True, metavar="RELEASES...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["terminal", "json", "junit", "sarif", "github", "html"]),
    default="terminal",
    show_default=True,
    help="How to show the findings.",
)
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to a file, or a folder for several.")
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
@INPUT_FORMAT
@ANY_ISSUER
@TAXONOMY
@LANGUAGE
@pool_options
@LIMITED
def check(
    releases: tuple[str, ...],
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
    input_format: str,
    any_issuer: bool,
    folder: Path | None,
    language: str,
    jobs: int | None,
    keep_going: bool,
    timeout: int,
    memory: int,
    limits: InputLimits,
) -> None:
    """Proof-read RELEASES: every contradiction between their figures, with all places quoted and the likely cause.

    \b
    Errors are figures that cannot all be right; differences that rounding forces, and what is only suspicious,
    are told apart from them. Decisions on findings (accepted, or corrected) are kept in errata.yaml.

    \b
    Several releases, folders or patterns are proof-read side by side, and shown one after the other; with -o, each
    has a file of its own in the folder.

    \b
    Examples:
      iij-xbrl check examples/1h11/release.md
      iij-xbrl check releases/ --format sarif -o findings
      iij-xbrl check examples/1h11/release.md --format html -o findings.html
      iij-xbrl check draft.md --fail-on error,unread-number --ignore wrong-footnote-mark
      iij-xbrl check draft.md --write-errata
      iij-xbrl check draft.md --relations
      iij-xbrl check draft.docx
      iij-xbrl check tanshin.html --lang ja
    """
    from iij_xbrl.batch.plan import plan
    from iij_xbrl.prove.errata import errata_beside
    from iij_xbrl.prove.findings import SEVERITIES

    chosen = _codes("--select", select), _codes("--ignore", ignore)
    _codes("--fail-on", fail_on, *SEVERITIES)
    if no_errata and write_errata:
        raise click.UsageError("--no-errata leaves the errata alone; leave out --write-errata")
    planned = plan(releases, output)
    if not planned.is_single or (output is not None and output.is_dir()):
        if decisions or relations or write_errata:
            raise click.UsageError("--errata, --relations and --write-errata are for one release")
        from iij_xbrl.batch.checks import CheckRules
        from iij_xbrl.batch.pool import Limits
        from iij_xbrl.resources import taxonomy_folder

        shipped = folder or taxonomy_folder()
        rules = CheckRules(
            *(shipped, output_format, fail_on, _day(today), everything, no_errata, output, chosen),
            input_format=input_format,
            any_issuer=any_issuer,
            limits=limits,
            language=language,
        )
        raise SystemExit(_many(planned, rules, jobs, Limits(timeout, memory), keep_going=keep_going))
    click.get_current_context().with_resource(uncollected())
    from iij_xbrl.present.findings.words import words_in
    from iij_xbrl.prove.check import check as run

    release = planned.items[0].source
    named = decisions or errata_beside(release)
    taxonomy = taxonomy_of(folder)
    found = _release(release, taxonomy, input_format, limits, any_issuer=any_issuer)
    if relations:
        _show_relations(found, taxonomy)
        raise SystemExit(FINE)
    errata = errata_of(release, decisions, no_errata=no_errata, may_lack=write_errata, limits=limits)
    checked = run(found, taxonomy, errata, _day(today), limits).chosen(*chosen)
    if write_errata:
        _write_errata(named, checked, errata, everything=everything)
        raise SystemExit(FINE)
    words = words_in(language, taxonomy)
    text = _shown(checked, output_format, fail_on, words, everything=everything, to_file=output is not None)
    if output is not None:
        from iij_xbrl.write import publish

        publish(output.parent, {output.name: text.encode("utf-8")})
    else:
        click.echo(text, nl=False)
    if checked.hidden and output_format not in ("terminal", "html"):
        click.echo(f"{checked.hidden} findings not shown (--select, --ignore)", err=True)
    raise SystemExit(FINDINGS if checked.fails(fail_on) else FINE)


def _codes(option: str, text: str, *others: str) -> tuple[str, ...]:
    from iij_xbrl.prove.choices import CODES, listed

    try:
        return listed(text, (*others, *CODES))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from error


def _day(given: datetime | None) -> date:
    return given.date() if given else date.today()


def _many(planned: Plan, rules: CheckRules, jobs: int | None, limits: Limits, *, keep_going: bool) -> int:
    """Proof-read several releases and show them one after the other; the exit code."""
    from iij_xbrl.batch.checks import run_checks
    from iij_xbrl.batch.pool import processors
    from iij_xbrl.exit_codes import gravest
    from iij_xbrl.present.batch_terminal import batch_progress, show_batch
    from iij_xbrl.present.terminal import console

    if rules.output is None and rules.output_format not in _SIDE_BY_SIDE:
        raise click.UsageError(f"--format {rules.output_format} of several releases: name a folder with -o")
    outcomes = []
    with batch_progress("Proof-reading", len(planned.items), quiet=False) as told:
        for outcome in run_checks(planned, rules, jobs or processors(), limits, keep_going=keep_going, told=told):
            outcomes.append(outcome)
            click.echo(outcome.text, nl=False)
    left = len(planned.items) - len(outcomes)
    if rules.output is not None or rules.output_format == "terminal":
        show_batch(console(), outcomes, [not_tried(left)] if left else [], "proof-read")
    else:
        say_reasons(outcomes)
    return gravest(outcome.code for outcome in outcomes)


def _show_relations(release: Release, taxonomy: Taxonomy) -> None:
    from iij_xbrl.present.relations import show_relations
    from iij_xbrl.relations.report import list_relations

    show_relations(list_relations(release.report, taxonomy), release.report, release.path, every=True)


def _release(path: Path, taxonomy: Taxonomy, input_format: str, limits: InputLimits, *, any_issuer: bool) -> Release:
    from iij_xbrl.pipeline import read_release, report_of
    from iij_xbrl.prove.check import Release

    document = read_release(path, taxonomy, input_format, limits, any_issuer=any_issuer)
    return Release(path, document, report_of(document, taxonomy))


def _shown(checked: Check, output_format: str, fail_on: str, words: Words, *, everything: bool, to_file: bool) -> str:
    """The check in a format; for the terminal it is printed at once, so that rich sees the terminal."""
    if output_format == "terminal" and not to_file:
        from iij_xbrl.present.findings.terminal import show_check
        from iij_xbrl.present.terminal import console

        show_check(console(), checked, fail_on, everything=everything, words=words)
        return ""
    from iij_xbrl.present.findings.formats import findings_text

    return findings_text(checked, output_format, fail_on, everything=everything, words=words)


def _write_errata(path: Path, checked: Check, errata: Errata | None, *, everything: bool) -> None:
    from iij_xbrl.prove.skeleton import skeleton
    from iij_xbrl.write import publish

    text, count = skeleton(checked, errata, all_severities=everything)
    if not count:
        tell(f"{path}: nothing to add")
        return
    publish(path.parent, {path.name: text.encode("utf-8")})
    tell(f"{path}: {count} {'entry' if count == 1 else 'entries'} added, undecided")
