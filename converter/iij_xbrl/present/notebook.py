"""Values as small tables, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from iij_xbrl.write.markup import environment

_MOST = 20


def html_table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[object]], count: int) -> str:
    """The first rows of `count` as an HTML table, numbers with their thousands separated."""
    shown = [[_text(value) for value in row] for row in islice(rows, _MOST)]
    more = f"... and {count - _MOST:,} more" if count > _MOST else ""
    template = environment().get_template("notebook.html.j2")
    return template.render(caption=caption, columns=columns, rows=shown, more=more)


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, Decimal | int) and not isinstance(value, bool) else str(value)
