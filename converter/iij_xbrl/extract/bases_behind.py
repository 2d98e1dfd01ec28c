"""What percentages in tables are, said in a note behind them: `売上高、営業利益におけるパーセント表示は、対前期増減率`.

Older Japanese forms say so below the tables of a part, before the next part begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.read.document import Block, Heading, Table

_BASIS, _PARTS = JAPANESE.patterns["sections.basis_behind"], ("chapter_title", "section_title")
_TITLES = tuple(JAPANESE.patterns[f"scopes.{name}"] for name in _PARTS)


def bases_behind(blocks: Sequence[Block]) -> tuple[str, ...]:
    """For each block, what a note behind it says of the percentages of its part; empty where none does."""
    found: list[str] = []
    said = ""
    for block in reversed(blocks):
        if not isinstance(block, Table):
            texts = [block.text] if isinstance(block, Heading) else block.lines
            for line in reversed([" ".join(narrow(text.plain).split()) for text in texts]):
                if _BASIS.search(line):
                    said = line
                elif any(title.match(line) for title in _TITLES):
                    said = ""
        found.append(said)
    return tuple(reversed(found))
