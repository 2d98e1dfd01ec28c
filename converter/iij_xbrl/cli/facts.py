"""iij-xbrl facts: the tables of one release or of thousands, asked in SQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from iij_xbrl.borders import terminal_text
from iij_xbrl.cli.common import PATH

_OVERVIEW = """\
SELECT document, any_value(entity_name) AS entity, count(*) AS facts,
       count(*) FILTER (status = 'inferred') AS inferred, min(period_end) AS "from", max(period_end) AS "to"
FROM facts GROUP BY document ORDER BY document
"""


@click.command()
@click.argument("dataset", type=PATH)
@click.option("--sql", metavar="QUERY", help="A query on facts, findings and coverage; by default one row a release.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.option("--columns", is_flag=True, help="Print the columns of the tables and what they say.")
def facts(dataset: Path, sql: str | None, output_format: str, columns: bool) -> None:
    """Ask the facts of DATASET in SQL: a folder of results, the dataset of a batch, or one .parquet or .csv file.

    \b
    The tables facts, findings and coverage have the same columns for every release, in CSV, Parquet and Arrow.
    A value is a decimal; dimensions are columns, and once more a map.

    \b
    Examples:
      iij-xbrl facts out
      iij-xbrl facts out --columns
      iij-xbrl facts out --sql "SELECT period_end, value FROM facts
                                WHERE concept = 'iij:Revenues' AND period_role = 'half' ORDER BY 1"
      iij-xbrl facts out --sql "SELECT code, count(*) FROM findings GROUP BY code" --format csv
    """
    from iij_xbrl.dataset import VIEWS, ask
    from iij_xbrl.present.answers import answer_csv, answer_json, show_answer, show_columns
    from iij_xbrl.present.terminal import console

    if columns:
        show_columns(console(), VIEWS)
        return
    answer = ask(dataset, sql or _OVERVIEW)
    if output_format == "table":
        show_answer(console(), answer.columns, answer.rows)
    else:
        text = (answer_csv if output_format == "csv" else answer_json)(answer.columns, answer.rows)
        shown = sys.stdout.isatty()  # a file has the texts as they are
        sys.stdout.write(terminal_text(text) if shown else text)
