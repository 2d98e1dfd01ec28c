"""Small PDFs that tests draw themselves, piece by piece."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from iij_xbrl.read import Document, read
from iij_xbrl.read.document import Heading, Paragraph

Piece = tuple[float, float, str] | tuple[float, float, str, float]
"""Left, distance from the top, text, and its size if that is another; with `>` in front the place is its right end."""
ITEMS = [
    (f"Item {name} of the list", f"{number},461", f"{number + 1},120") for number, name in enumerate("abcdefgh", 11)
]
"""Rows of a table."""


def drawn(
    *pages: Iterable[Piece],
    size: float = 10,
    font: str = "Helvetica",
    lines: Sequence[tuple[float, float, float, float]] = (),
    areas: Sequence[tuple[float, float, float, float]] = (),
    frames: Sequence[tuple[float, float, float, float]] = (),
    turn: int = 0,
    password: str = "",
) -> bytes:
    """A PDF of A4 pages with these pieces, lines and areas (left, top, right, bottom), the same bytes each time.

    Of `frames` there is one for each page, outside of which nothing of it is seen.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, encrypt=password or None)
    for number, page in enumerate(pages):
        if frames:
            left, top, right, bottom = frames[number]
            frame = canvas.beginPath()
            frame.rect(left, A4[1] - bottom, right - left, bottom - top)
            canvas.clipPath(frame, stroke=0, fill=0)
        canvas.setFont(font, size)
        canvas.setPageRotation(turn)
        for left, top, text, *own in page:
            canvas.setFont(font, *own or [size])
            if text.startswith(">"):
                canvas.drawRightString(left, A4[1] - top, text[1:])
            else:
                canvas.drawString(left, A4[1] - top, text)
        for left, top, right, bottom in areas:
            canvas.rect(left, A4[1] - bottom, right - left, bottom - top)
        for left, top, right, bottom in lines:
            canvas.line(left, A4[1] - top, right, A4[1] - bottom)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read_drawn(folder: Path, data: bytes) -> Document:
    """The document of a PDF."""
    path = folder / "page.pdf"
    path.write_bytes(data)
    return read(path)


def shown(document: Document) -> list[str | list[list[str]]]:
    """The blocks of a document as what is read: headings, paragraphs, and tables as lists of rows."""
    found: list[str | list[list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(f"{'#' * block.level} {block.text.plain}")
        elif isinstance(block, Paragraph):
            found.append("\n".join(line.plain.strip() for line in block.lines))
        else:
            found.append([[text.plain.strip() for text in row.texts] for row in block.rows])
    return found


def table(rows: Sequence[Sequence[str]], *, top: float = 100, pitch: float = 14, edges: Sequence[float] = (350, 450)):
    """The pieces of a table whose labels start at 60 and whose figures end at the edges."""
    pieces: list[Piece] = []
    for number, (label, *figures) in enumerate(rows):
        line = top + number * pitch
        pieces += [(60, line, label)] if label else []
        pieces += [(edge, line, f">{figure}") for edge, figure in zip(edges, figures, strict=False) if figure]
    return pieces
