"""The command line. Each command imports what it needs when it runs, so that `--help` answers at once."""

from __future__ import annotations

import click

from iij_xbrl import __version__
from iij_xbrl.cli.check import check
from iij_xbrl.cli.common import HELP, Commands
from iij_xbrl.cli.convert import convert, view
from iij_xbrl.cli.explain import explain
from iij_xbrl.cli.facts import facts
from iij_xbrl.cli.figures import extract, map_figures
from iij_xbrl.cli.taxonomy import taxonomy


@click.group(cls=Commands, context_settings=HELP)
@click.version_option(__version__, prog_name="iij-xbrl")
def main() -> None:
    """Turn an earnings release, as it was published, into validated XBRL.

    \b
    Examples:
      iij-xbrl convert release.txt -o out       the release as XBRL, with a trace of every figure
      iij-xbrl check release.txt                every contradiction, with the places where it stands
      iij-xbrl explain release.txt 244:43       why a figure is the fact that it is
      iij-xbrl facts out --sql 'SELECT ...'     the facts of all releases in a folder, as one table
      iij-xbrl taxonomy show Revenues           a concept: labels, places, calculations

    \b
    Exit codes: 0 fine; 1 findings at or above --fail-on; 2 wrong usage; 3 the output is not valid XBRL;
    4 the input cannot be read; 70 a fault of this program (--debug shows the traceback); 130, 143 stopped by Ctrl-C,
    by SIGTERM.
    """


for _command in (check, convert, explain, extract, facts, map_figures, view, taxonomy):
    main.add_command(_command)
