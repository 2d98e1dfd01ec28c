"""iij-xbrl explain: why a figure is the fact that it is."""

from __future__ import annotations

from pathlib import Path

import click

from iij_xbrl.cli.common import PATH, TAXONOMY, taxonomy_of


@click.command()
@click.argument("release", type=PATH)
@click.argument("where", metavar="FACT_ID|LINE:COLUMN")
@TAXONOMY
def explain(release: Path, where: str, folder: Path | None) -> None:
    """Explain one figure of RELEASE: what it became, and which header, label and line gave what.

    \b
    Examples:
      iij-xbrl explain examples/1h11/release.md f.r_l256c42.v
      iij-xbrl explain examples/1h11/release.md 256:43
    """
    from iij_xbrl.explain import explain as run
    from iij_xbrl.present.explanation import show_explanations

    taxonomy = taxonomy_of(folder)
    show_explanations(run(release, taxonomy, where), release, taxonomy)
