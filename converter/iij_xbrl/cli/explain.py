"""iij-xbrl explain: why a figure is the fact that it is, and what a message means."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import click

from iij_xbrl.cli.common import (
    ANY_ISSUER,
    INPUT_FORMAT,
    LANGUAGE,
    LIMITED,
    PATH,
    TAXONOMY,
    errata_of,
    taxonomy_of,
    uncollected,
)
from iij_xbrl.limits import Limits


@click.command()
@click.argument("release", metavar="RELEASE|CODE", type=PATH)
@click.argument("where", metavar="FACT_ID|PLACE|FIGURE", required=False)
@INPUT_FORMAT
@ANY_ISSUER
@TAXONOMY
@LANGUAGE
@LIMITED
def explain(
    release: Path,
    where: str | None,
    input_format: str,
    any_issuer: bool,
    folder: Path | None,
    language: str,
    limits: Limits,
) -> None:
    """Explain one figure of RELEASE: what it became, and which header, label and line gave what.

    The contradictions that it takes part in are told, and what the errata beside RELEASE decide on them.

    With a CODE alone, such as open-relation: what that message means, why it matters, an example, and what to do.

    \b
    Examples:
      iij-xbrl explain examples/1h11/release.md f.r_l256c42.v
      iij-xbrl explain examples/1h11/release.md 256:43
      iij-xbrl explain examples/1h11/release.pdf p5:530,731
      iij-xbrl explain examples/1h11/release.pdf 2,448,207
      iij-xbrl explain examples/1h11-ja/release.md 201:31 --lang ja
      iij-xbrl explain open-relation
    """
    if where is None:
        _show_message(str(release), language)
        return
    click.get_current_context().with_resource(uncollected())
    from iij_xbrl.explain import explain as run
    from iij_xbrl.present.explanation import show_explanations
    from iij_xbrl.present.findings.words import words_in

    taxonomy = taxonomy_of(folder)
    errata = errata_of(release, None, no_errata=False, limits=limits)
    today = date.today()
    found = run(release, taxonomy, where, errata, today, input_format, limits, any_issuer=any_issuer)
    show_explanations(found, release, taxonomy, words_in(language, taxonomy))


def _show_message(code: str, language: str) -> None:
    from iij_xbrl.messages.catalogue import messages, translated
    from iij_xbrl.messages.words import ENGLISH, words_of
    from iij_xbrl.present.messages import show_message

    known = messages() if language == ENGLISH else translated(language)
    if code not in known:
        near = difflib.get_close_matches(code, known, n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; a release needs FACT_ID or LINE:COLUMN behind it"
        raise click.UsageError(f"{code} is no code of a message{hint}")
    show_message(known[code], words_of(language))
