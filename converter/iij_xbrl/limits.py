"""How much of an input is read. Inputs come from anywhere: what is beyond all that is published is refused in one line.

Each limit has its option, `--limit NAME=NUMBER`; a release that really is that large is read so.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from iij_xbrl.errors import InputError, UsageError

_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read.

    Attributes:
        bytes: of a file.
        yaml: bytes of a YAML file.
        lines: of a file.
        line: characters of a line, a paragraph or a cell.
        run: of the same character, or of white space, in a text.
        cells: of a row.
        text: characters of all text of a file, without markup.
        rows: of all tables of a file.
        grid: places for cells in all tables of a file, rows times columns; cells of a sheet that show something.
        figures: of a file of figures.
        blocks: headings, lines of running text and tables of a file.
        sheet: cells of a sheet of a workbook, empty and merged ones too.
        nodes: keys and values of a YAML file, aliases counted as what they stand for.
        depth: levels of a YAML, JSON, XML or XHTML file.
        elements: of a page.
        unpacked: bytes of what an archive holds.
        ratio: how many times the size of an archive that may be.
        fields: characters of a field of a CSV file.
        steps: of the search for the figures that explain contradictions.
        page: characters of a page of a PDF.
        seconds: of processor time for the first page of a PDF; one more for each page that follows.
        loading: seconds of processor time for a report to view.
        memory: megabytes that a PDF takes while it is read, beside its own size, or a report to view.
    """

    bytes: int = 100_000_000
    yaml: int = 1_000_000
    lines: int = 250_000
    line: int = 10_000
    run: int = 500
    cells: int = 1_000
    text: int = 800_000
    rows: int = 10_000
    grid: int = 50_000
    figures: int = 15_000
    blocks: int = 20_000
    sheet: int = 300_000
    nodes: int = 20_000
    depth: int = 100
    elements: int = 200_000
    unpacked: int = 50_000_000
    ratio: int = 200
    fields: int = 10_000
    steps: int = 10_000
    page: int = 25_000
    seconds: int = 10
    loading: int = 20
    memory: int = 400

    def check(self, name: str, found: int, where: object, what: str) -> None:
        """Refuse what is beyond a limit.

        Args:
            name: of the limit.
            found: how much there is.
            where: the file, and the line where there is one.
            what: what there is so much of: `a line of {} characters`.

        Raises:
            InputError: in one line, with the option that lets it through.
        """
        most = getattr(self, name)
        if found > most:
            raise InputError(
                f"{where}: {what.format(f'{found:,}')}; no more than {most:,} are read (--limit {name}={found})"
            )

    def with_settings(self, settings: tuple[str, ...]) -> Limits:
        """The limits with some set otherwise, each as `name=number`. Raises UsageError where one is neither."""
        names = [field.name for field in fields(self)]
        changed = {}
        for setting in settings:
            name, _, number = setting.partition("=")
            if name not in names or not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
                raise UsageError(f"--limit {setting!r} is no limit; write name=number, of {', '.join(names)}")
            changed[name] = int(number)
        return replace(self, **changed)


LIMITS = Limits()
