"""Long tables of pages: reading them takes time that grows as they do."""

import time
from pathlib import Path

from iij_xbrl.read import read


def seconds(folder: Path, rows: int) -> float:
    """Processor seconds for a table of so many rows, in each tenth of which a label stands beside two rows."""
    cells = (
        f"<tr><td{' rowspan=2' if row % 10 == 0 else ''}>Item {row}</td><td>{row:,}</td><td>{2 * row:,}</td></tr>"
        if row % 10 != 1
        else f"<tr><td>{row:,}</td><td>{2 * row:,}</td></tr>"
        for row in range(rows)
    )
    page = folder / f"{rows}.html"
    page.write_text(f"<html><body><table>{''.join(cells)}</table></body></html>", encoding="utf-8")
    start = time.process_time()
    read(page)
    return time.process_time() - start


def test_four_times_the_rows_take_four_times_the_time(tmp_path):
    short = min(seconds(tmp_path, 2_000) for _ in range(2))
    assert min(seconds(tmp_path, 8_000) for _ in range(2)) < 6 * short
