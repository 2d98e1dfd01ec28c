"""Hostile and broken inputs of the kinds of `test_hostile`, in other clothes and other formats; all are made here."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl

from pdfs import drawn

CLEAR = frozenset({1, 0})  # it is read
UNREADABLE = frozenset({4})
USAGE = frozenset({2})
BROKEN = frozenset({3})  # what would be written is no XML
HARMLESS = frozenset({0, 1, 4})  # read, or refused in a clear line

HEAD = "Six months ended September 30, 2011"
ROW = "Operating income"
ESCAPE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"


@dataclass(frozen=True, slots=True)
class Hostile:
    """An input of a kind.

    Attributes:
        kind: the number of the input in `../shared/hostile` that it is of the kind of, or of a line of its own.
        name: of the file, with its format.
        content: of the file; a function where it takes long to make.
        use: what is done with it: convert, errata, map, view, template.
        codes: the exit codes that are right.
    """

    kind: str
    name: str
    content: bytes | str | Callable[[], bytes]
    use: str
    codes: frozenset[int]

    def write(self, folder: Path) -> Path:
        """The file, in a folder; a template in a folder of its own."""
        path = folder / self.name
        content = self.content() if callable(self.content) else self.content
        target = path / "page.xhtml.j2" if self.use == "template" else path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return path

    def __str__(self) -> str:
        return f"{self.kind}-{self.name}"


def page(body: str = "", *, label: str = ROW, value: str = "2,448", title: str = "", encoding: str = "") -> str:
    """An HTML page with a small table."""
    meta = f'<meta charset="{encoding}">' if encoding else ""
    return (
        f"<html><head>{meta}<title>{title}</title></head><body><p>(Thousands of yen)</p>"
        f"<table><tr><th></th><th>{HEAD}</th></tr><tr><td>{label}</td><td>{value}</td></tr></table>{body}</body></html>"
    )


def markdown(body: str = "", *, label: str = ROW, value: str = "2,448", title: str = "Results") -> str:
    """A Markdown page with a small table."""
    return f"(Thousands of yen)\n\n{title}\n\n| | {HEAD} |\n|---|---|\n| {label} | {value} |\n\n{body}\n"


def sheet(
    *, label: str = ROW, value: object = 2448, title: str = "Results", rows: int = 0, form: str = "#,##0"
) -> bytes:
    """A workbook with a small table."""
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    for row in ([title], ["(Thousands of yen)"], ["", HEAD], [label, value]):
        first.append(row)
    first["B4"].number_format = form
    for number in range(rows):
        first.append([f"row {number}", number])
    return saved(book)


def saved(what: object) -> bytes:
    """The bytes of a workbook or a document."""
    buffer = io.BytesIO()
    what.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def word(*, label: str = ROW, value: str = "2,448", title: str = "Results", body: str = "") -> bytes:
    """A Word document with a small table."""
    document = docx.Document()
    document.add_heading(title, 1)
    document.add_paragraph("(Thousands of yen)")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("", HEAD, label, value), strict=True):
        cell.text = text
    document.add_paragraph(body)
    return saved(document)


def rezipped(data: bytes, change: dict[str, Callable[[bytes], bytes]], more: dict[str, bytes] | None = None) -> bytes:
    """An archive with entries changed and added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, change.get(entry.filename, bytes)(old.read(entry)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return buffer.getvalue()


def report(body: str = "", *, head: str = "", reference: str = "missing.xsd", prolog: str = "") -> str:
    """An inline report with one figure, from elsewhere."""
    return (
        f'{prolog}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
        ' xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' xmlns:xbrli="http://www.xbrl.org/2003/instance"><head><title>t</title>{head}</head><body>'
        '<div style="display:none"><ix:header><ix:references><link:schemaRef xlink:type="simple"'
        f' xlink:href="{reference}"/></ix:references></ix:header></div>{body}</body></html>'
    )


def zipped(entries: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def package(entries: dict[str, bytes], *, report_name: str = "reports/r.xhtml", text: str = "") -> bytes:
    """A report package with these entries beside its report."""
    meta = b'{"documentInfo":{"documentType":"https://xbrl.org/report-package/2023/xbri"}}'
    return zipped({"p/META-INF/reportPackage.json": meta, f"p/{report_name}": (text or report()).encode(), **entries})


def lying_size(data: bytes) -> bytes:
    """An archive that says of each entry that it holds 10 bytes."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, 10)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def figures(**changed: object) -> str:
    """Figures as CSV, one line, with fields changed."""
    row = {"label": ROW, "value": "2448", "period": "2011-04-01/2011-09-30", "unit": "JPY", "scale": "3"} | changed
    return ",".join(row) + "\n" + ",".join(f'"{value}"' for value in row.values()) + "\n"


def records(**changed: object) -> str:
    """The same as JSON."""
    row = {"label": ROW, "value": "2448", "period": "2011-04-01/2011-09-30", "unit": "JPY", "scale": "3"} | changed
    return json.dumps([row])


def _pdf(*pieces: str, size: float = 10) -> bytes:
    return drawn([(72, 72 + 14 * at, text) for at, text in enumerate(pieces)], size=size)


def _pdf_bomb() -> bytes:
    """A PDF with a stream of 200 MB of spaces."""
    import zlib

    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 1_000_000) for _ in range(200)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream",
    ]
    return _pdf_of(objects)


def _pdf_of(objects: list[bytes]) -> bytes:
    out, at = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


def _pdf_with(resources: bytes, contents: bytes, *objects: bytes, page: bytes = b"") -> bytes:
    """A PDF of a page with a figure; the objects count from 6, 5 is a font."""
    contents += b"\nBT /F 12 Tf 72 700 Td (Operating income 2,448) Tj ET"
    return _pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>%s>>" % (resources, page),
            _stream(b"", contents),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *objects,
        ]
    )


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def _form(resources: bytes, content: bytes) -> bytes:
    return _stream(
        b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Group<</S/Transparency>>/Resources<<%s>>" % resources, content
    )


def _pdf_twice() -> bytes:
    """A PDF with a form that draws itself twice."""
    form = _form(b"/XObject<</X 6 0 R>>", b"/X Do /X Do")
    return _pdf_with(b"/Font<</F 5 0 R>>/XObject<</X 6 0 R>>", b"/X Do", form)


def _pdf_chain(times: int, length: int) -> bytes:
    """A PDF with forms each of which draws the next so many times, and none itself."""
    forms = [_form(b"/XObject<</X %d 0 R>>" % (7 + at), b"/X Do " * times) for at in range(length)]
    return _pdf_with(b"/Font<</F 5 0 R>>/XObject<</X 6 0 R>>", b"/X Do", *forms, _form(b"", b"0 0 m 9 9 l S"))


def _pdf_type3() -> bytes:
    """A PDF with a font whose letter is a form that draws itself, and the letter."""
    used = b"/XObject<</X 8 0 R>>/Font<</T 6 0 R>>"
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[9]"
        b"/Encoding<</Differences[65/A]>>/CharProcs<</A 7 0 R>>/Resources<<%s>>>>" % used
    )
    letter, form = b"9 0 0 0 9 9 d1 /X Do BT /T 9 Tf (A) Tj ET", b"/X Do /X Do BT /T 9 Tf (AA) Tj ET"
    shown = b"BT /T 12 Tf 72 600 Td (AAAA) Tj ET"
    return _pdf_with(b"/Font<</F 5 0 R/T 6 0 R>>", shown, font, _stream(b"", letter), _form(used, form))


def pdf_pattern() -> bytes:
    """A PDF with a pattern that is painted with itself; only who draws the page meets it."""
    pattern = _stream(
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10"
        b"/Resources<</Pattern<</P 6 0 R>>>>",
        b"/Pattern cs /P scn 0 0 9 9 re f 0 0 5 5 re f",
    )
    used = b"/Font<</F 5 0 R>>/Pattern<</P 6 0 R>>"
    return _pdf_with(used, b"/Pattern cs /P scn 0 0 500 500 re f", pattern)


def pdf_mask() -> bytes:
    """A PDF with a soft mask whose group is masked with itself and draws itself; likewise."""
    state = b"<</Type/ExtGState/SMask<</S/Luminosity/G 7 0 R>>>>"
    group = _form(b"/XObject<</X 7 0 R>>/ExtGState<</G 6 0 R>>", b"/G gs /X Do /X Do 0 0 9 9 re f")
    return _pdf_with(b"/Font<</F 5 0 R>>/ExtGState<</G 6 0 R>>", b"/G gs 0 0 500 500 re f", state, group)


def pdf_stamp() -> bytes:
    """A PDF with a stamp whose look is a form that draws itself twice; likewise."""
    stamp = b"<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N 7 0 R>>>>"
    form = _form(b"/XObject<</X 7 0 R>>", b"/X Do /X Do")
    return _pdf_with(b"/Font<</F 5 0 R>>", b"", stamp, form, page=b"/Annots[6 0 R]")


def _pdf_bomb_twice() -> bytes:
    """A PDF of 3 kB whose contents unpack, twice, to gigabytes."""
    import zlib

    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 1_000_000) for _ in range(900)) + packer.flush()
    packed = _stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(once, 9))
    return _pdf_with(b"/Font<</F 5 0 R>>", b"", packed, page=b"/Contents[4 0 R 6 0 R 6 0 R 6 0 R]")


def _pdf_scattered() -> bytes:
    """A PDF with thousands of figures all over its one page."""
    figures = (
        b"1 0 0 1 %d %d Tm (%d,%03d) Tj " % (at * 7 % 590, at * 13 % 790, at % 90 + 1, at % 999) for at in range(6000)
    )
    return _pdf_with(b"/Font<</F 5 0 R>>", b"BT /F 3 Tf " + b"".join(figures) + b"ET")


def _pdf_loop() -> bytes:
    """A PDF whose tree of pages holds itself."""
    return _pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
            b"<</Length 0>>stream\n\nendstream",
        ]
    )


BOMB = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' if at else '<!ENTITY a0 "xxxxxxxxxx">' for at in range(9))
LINES = 60_000

PAGES: tuple[Hostile, ...] = (
    # 01: tables that are none
    Hostile("01", "pipes.md", "|\n|\n|\n", "convert", HARMLESS),
    Hostile("01", "rule.md", "|---|\n|---|\n", "convert", HARMLESS),
    Hostile("01", "empty.html", "<table><tr></tr><tr><td></td></tr></table>", "convert", HARMLESS),
    Hostile("01", "nothing.html", "<html></html>", "convert", HARMLESS),
    Hostile(
        "01", "spans.html", page('<table><tr><td rowspan="0" colspan="0">1</td></tr></table>'), "convert", HARMLESS
    ),
    Hostile("01", "empty.xlsx", lambda: saved(openpyxl.Workbook()), "convert", HARMLESS),
    Hostile("01", "quotes.csv", '"\n"\n', "convert", HARMLESS),
    Hostile("01", "empty.docx", lambda: saved(docx.Document()), "convert", HARMLESS),
    Hostile("01", "empty.pdf", lambda: drawn([]), "convert", HARMLESS),
    Hostile("01", "empty.txt", "", "convert", HARMLESS),
    # 02: numbers that no figure is
    Hostile("02", "digits.html", page(value="9" * 400), "convert", CLEAR),
    Hostile("02", "digits.xlsx", lambda: sheet(value=1e300, form="0"), "convert", CLEAR),
    Hostile("02", "format.xlsx", lambda: sheet(value=1, form="0." + "0" * 250), "convert", CLEAR),
    Hostile("02", "digits.csv", f"(Thousands of yen)\n,{HEAD}\n{ROW},{'1' * 5000}\n", "convert", HARMLESS),
    Hostile("02", "fraction.md", markdown(value="0." + "0" * 5000 + "1"), "convert", HARMLESS),
    Hostile("02", "groups.md", markdown(value=",".join(["999"] * 2000)), "convert", CLEAR),
    Hostile("02", "prose.md", markdown("Revenues were JPY" + "9" * 400 + " million."), "convert", CLEAR),
    Hostile("02", "percent.docx", lambda: word(value="9" * 300 + "%"), "convert", CLEAR),
    Hostile("02", "digits.pdf", lambda: _pdf("(Thousands of yen)", HEAD, ROW + " " + "9" * 60), "convert", HARMLESS),
    # 03, 05: characters that a terminal obeys, or that no XML holds
    Hostile("03", "title.html", page(title="Results \x1b[2J \x01\ufffe", label=f"{ROW} \x1b[31m"), "convert", CLEAR),
    Hostile(
        "03", "reference.html", page("<h1>&#27;[2J &#x9b;31m &#8238; &#0; &#xFFFE; &#xD800;</h1>"), "convert", CLEAR
    ),
    Hostile(
        "03",
        "unicode.md",
        markdown(title="Results \ufffe\uffff\ufdd0\x0b\x0c\x7f\x85\u2028", label=ROW + " \u2066x"),
        "convert",
        CLEAR,
    ),
    Hostile("03", "cells.csv", f"{ESCAPE}\n,{HEAD}\n{ROW} {ESCAPE},2448\n", "convert", CLEAR),
    Hostile(
        "03",
        "shared.xlsx",
        lambda: sheet(label="Operating income _x001B_[2J_x009B_", title="_x001B_]0;x_x0007_"),
        "convert",
        CLEAR,
    ),
    Hostile(
        "03", "title.docx", lambda: word(title="Results \u202e \u2066 \x85", label=ROW + " \u202e"), "convert", CLEAR
    ),
    Hostile("05", "formula.md", markdown(label="=cmd|' /C calc'!A0", value="=1+1"), "convert", CLEAR),
    Hostile("05", "formula.html", page(label="@SUM(1)", value="+1-1"), "convert", CLEAR),
    Hostile("05", "attribute.html", page(f'<p title="{ESCAPE}" class="{ESCAPE}">x</p>'), "convert", CLEAR),
    # 04: what looks like markup, or is
    Hostile("04", "angles.csv", f"<script>x</script>,{HEAD}\n<img src=x onerror=y> & ]]>,2448\n", "convert", CLEAR),
    Hostile(
        "04", "angles.xlsx", lambda: sheet(label="<Operating income> & ]]> <!-- -->", title="<?xml?>"), "convert", CLEAR
    ),
    Hostile(
        "04",
        "angles.docx",
        lambda: word(label="<b>Operating income", title="</h1><script>x</script>"),
        "convert",
        CLEAR,
    ),
    Hostile("04", "cdata.html", page("<![CDATA[ <b>x ]]> <!-- -- --> <?php x ?> </td></table>"), "convert", CLEAR),
    Hostile(
        "04", "jinja.md", markdown("{{ 7*7 }} {% for x in range(99999999) %}", title="{{ cycler }}"), "convert", CLEAR
    ),
    Hostile(
        "04",
        "braces.xlsx",
        lambda: sheet(title="{concept} {0} %s %(x)s ${x}", label="{operating} income"),
        "convert",
        CLEAR,
    ),
    # 06 to 10: patterns
    Hostile("06", "entities.html", page("&" * LINES), "convert", HARMLESS),
    Hostile("06", "tags.html", page("<" * LINES), "convert", HARMLESS),
    Hostile("06", "comments.html", page("<!--" * LINES), "convert", HARMLESS),
    Hostile("06", "sups.html", page("<sup>" * LINES), "convert", HARMLESS),
    Hostile("06", "sups.md", markdown("<sup>" * 1900), "convert", HARMLESS),
    Hostile("06", "stars.md", markdown("*" * 9000 + " x"), "convert", HARMLESS),
    Hostile("06", "stars-apart.md", markdown("* " * 4500), "convert", HARMLESS),
    Hostile("06", "underscores.md", markdown("_a" * 4500), "convert", HARMLESS),
    Hostile("06", "brackets.md", markdown("[" * 4500 + "](" * 2000), "convert", HARMLESS),
    Hostile("06", "ticks.md", markdown("`" * 4500 + " " + "``` " * 1000), "convert", HARMLESS),
    Hostile("06", "angles.md", markdown("<a " * 3000), "convert", HARMLESS),
    Hostile("06", "stars.xlsx", lambda: sheet(label="* " * 4500), "convert", HARMLESS),
    Hostile("07", "spaces.html", page(f"<h1>{' ' * 9000}x{' ' * 9000}</h1>"), "convert", HARMLESS),
    Hostile("07", "nbsp.html", page(f"<h1>{'&nbsp;' * 9000}x</h1>"), "convert", HARMLESS),
    Hostile("07", "marks.md", "\n".join("#" * 6 + " " * 9000 + "x" for _ in range(50)), "convert", HARMLESS),
    Hostile("07", "tabs.txt", markdown("\t" * 9000 + "x\n" + "\t \t" * 3000), "convert", HARMLESS),
    Hostile("07", "lists.md", "\n".join(" " * at + "- x 1" for at in range(3000)), "convert", HARMLESS),
    Hostile("07", "quotes.md", markdown(">" * 9000 + " x\n" + "> " * 4500), "convert", HARMLESS),
    Hostile("08", "rules.md", "|" + "-" * 9990 + "\n|" + ":-" * 4500 + "|\n" + markdown(), "convert", HARMLESS),
    Hostile("08", "rules-apart.md", "- " * 4900 + "\n" + "=" * 9000 + "\n" + markdown(), "convert", HARMLESS),
    Hostile("08", "columns.txt", "\n".join("x  " * 3000 for _ in range(40)), "convert", HARMLESS),
    Hostile("08", "semicolons.csv", ";" * 9000 + "\n" + "," * 9000, "convert", HARMLESS),
    Hostile("08", "columns.xlsx", lambda: _wide(16_000), "convert", HARMLESS),
    Hostile(
        "08",
        "spans.html",
        page("<table>" + '<tr><td rowspan="65534" colspan="1000">1</td></tr>' * 200 + "</table>"),
        "convert",
        HARMLESS,
    ),
    Hostile("08", "span.html", page('<table><tr><td colspan="999999999">1</td></tr></table>'), "convert", HARMLESS),
    Hostile("09", "word.html", page("<p>" + "A" * 9_000 + "</p>" + "<p>" + "a1" * 4500 + "</p>"), "convert", HARMLESS),
    Hostile("09", "words.md", "\n\n".join("A" * 9_900 for _ in range(100)), "convert", HARMLESS),
    Hostile("09", "dashes.docx", lambda: word(body="-–—" * 3000), "convert", HARMLESS),
    Hostile(
        "09",
        "months.md",
        markdown("September " * 990 + "\n\n" + "2011 " * 1900 + "\n\n" + "1H11" * 2400),
        "convert",
        HARMLESS,
    ),
    Hostile("09", "sentence.md", markdown("operating income was JPY2,448 million and " * 230), "convert", HARMLESS),
    Hostile("09", "label.xlsx", lambda: sheet(label="income " * 1400), "convert", HARMLESS),
    Hostile("09", "header.csv", f"(Thousands of yen)\n,{(HEAD + ' ') * 250}\n{ROW},2448\n", "convert", HARMLESS),
    Hostile(
        "09",
        "japanese.md",
        markdown("営業利益" * 2400 + "\n\n" + "百万円" * 3000 + "\n\n" + "△" * 9000),
        "convert",
        HARMLESS,
    ),
    Hostile(
        "10", "parens.html", page("<p>" + "((" * 4900 + "</p>" + "<p>" + "1)" * 4900 + "</p>"), "convert", HARMLESS
    ),
    Hostile(
        "10",
        "brackets.md",
        markdown("[(1," * 2400 + "\n\n" + "（1" * 4900 + "\n\n" + "(Note 1" * 1300),
        "convert",
        HARMLESS,
    ),
    Hostile(
        "10",
        "numbers.md",
        markdown("1,1," * 2400 + "\n\n" + "1.1." * 2400 + "\n\n" + "1 1 1 " * 1600),
        "convert",
        HARMLESS,
    ),
    Hostile("10", "numbers.docx", lambda: word(body="JPY1" * 2400, label="(" * 4000), "convert", HARMLESS),
    Hostile("10", "marks.xlsx", lambda: sheet(label="*1" * 4900, title="(Note 1)" * 1200), "convert", HARMLESS),
    Hostile("10", "parens.csv", f",{HEAD}\n{'(1' * 4900},{'(' * 4900}\n", "convert", HARMLESS),
    # limits of archives and pages
    Hostile(
        "limits",
        "bomb.xlsx",
        lambda: rezipped(sheet(), {}, {"xl/media/x.bin": b"\0" * 60_000_000}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "bomb.docx",
        lambda: rezipped(word(), {}, {"word/media/x.png": b"\0" * 60_000_000}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "lying.xlsx",
        lambda: lying_size(rezipped(sheet(), {}, {"xl/media/x.bin": b"\0" * 60_000_000})),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "entities.xlsx",
        lambda: rezipped(sheet(), {"xl/worksheets/sheet1.xml": _with_entities}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "entities.docx",
        lambda: rezipped(word(), {"word/document.xml": _with_entities}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "entities-utf16.xlsx",
        lambda: rezipped(sheet(), {"xl/worksheets/sheet1.xml": _with_entities_in_utf16}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "entities-utf7.xlsx",
        lambda: rezipped(sheet(), {"xl/worksheets/sheet1.xml": _in_utf7}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "entities-utf16.docx",
        lambda: rezipped(word(), {"word/document.xml": _with_entities_in_utf16}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "entities-utf7.docx",
        lambda: rezipped(word(), {"word/document.xml": _in_utf7}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits",
        "external.docx",
        lambda: rezipped(word(), {"word/document.xml": _with_external}),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "limits", "repeat.xlsx", lambda: rezipped(sheet(), {"xl/worksheets/sheet1.xml": _far_cell}), "convert", HARMLESS
    ),
    Hostile(
        "limits",
        "merged.xlsx",
        lambda: rezipped(sheet(), {"xl/worksheets/sheet1.xml": _far_merge}),
        "convert",
        HARMLESS,
    ),
    Hostile("limits", "cut.xlsx", lambda: sheet()[:3000], "convert", UNREADABLE),
    Hostile("limits", "cut.docx", lambda: word()[:9000], "convert", UNREADABLE),
    Hostile(
        "limits", "broken.xlsx", lambda: rezipped(sheet(), {"xl/workbook.xml": lambda _: b"<x"}), "convert", UNREADABLE
    ),
    Hostile(
        "limits",
        "broken.docx",
        lambda: rezipped(word(), {"word/document.xml": lambda data: data[:900]}),
        "convert",
        UNREADABLE,
    ),
    Hostile("limits", "rows.xlsx", lambda: sheet(rows=6_000), "convert", HARMLESS),
    Hostile("limits", "deep.html", page("<div>" * 30_000), "convert", HARMLESS),
    Hostile("limits", "tables.html", page("<table><tr><td>" * 3_000), "convert", HARMLESS),
    Hostile(
        "limits",
        "attributes.html",
        page("<p " + " ".join(f'a{at}="x"' for at in range(20_000)) + ">x</p>"),
        "convert",
        HARMLESS,
    ),
    Hostile("limits", "bomb.pdf", _pdf_bomb, "convert", HARMLESS),
    Hostile("limits", "bomb-twice.pdf", _pdf_bomb_twice, "convert", UNREADABLE),
    Hostile("limits", "scattered.pdf", _pdf_scattered, "convert", UNREADABLE),
    Hostile("forms", "twice.pdf", _pdf_twice, "convert", UNREADABLE),
    Hostile("forms", "chain.pdf", lambda: _pdf_chain(2, 35), "convert", UNREADABLE),
    Hostile("forms", "wide.pdf", lambda: _pdf_chain(100, 6), "convert", UNREADABLE),
    Hostile("forms", "type3.pdf", _pdf_type3, "convert", UNREADABLE),
    Hostile("forms", "pattern.pdf", pdf_pattern, "convert", HARMLESS),
    Hostile("forms", "mask.pdf", pdf_mask, "convert", HARMLESS),
    Hostile("forms", "stamp.pdf", pdf_stamp, "convert", HARMLESS),
    Hostile("limits", "loop.pdf", _pdf_loop, "convert", HARMLESS),
    Hostile("limits", "cut.pdf", lambda: _pdf(ROW, HEAD)[:700], "convert", HARMLESS),
    Hostile("limits", "locked.pdf", lambda: drawn([(72, 72, ROW)], password="secret"), "convert", UNREADABLE),
    Hostile("limits", "huge.pdf", lambda: _pdf(ROW, "2,448", size=1e7), "convert", HARMLESS),
    Hostile("limits", "paragraphs.html", page("<p>" + "x " * 60_000 + "</p>"), "convert", HARMLESS),
    # as many as are read, or more: rows, columns, lines, elements
    Hostile(
        "many",
        "columns.md",
        "(Thousands of yen)\n\n|" + "x|" * 900 + "\n" + "|---" * 900 + "|\n" + ("|" + "1,234|" * 900 + "\n") * 30,
        "convert",
        CLEAR,
    ),
    Hostile(
        "many",
        "rows.md",
        markdown().rstrip() + "\n" + "".join(f"| {ROW} | {at:,} |\n" for at in range(9_900)),
        "convert",
        CLEAR,
    ),
    Hostile("many", "lines.md", markdown("\n".join(f"[{at}]: x" for at in range(19_000))), "convert", CLEAR),
    Hostile("many", "breaks.html", page("<p>" + "<br>" * 60_000), "convert", CLEAR),
    Hostile("many", "cells.html", page("<table><tr>" + "<td>1" * 9_000 + "</table>"), "convert", UNREADABLE),
    Hostile(
        "many",
        "spans.html",
        page("<table><tr>" + '<td rowspan="65534" colspan="1000">1' * 900 + "<tr><td>1" * 9_000 + "</table>"),
        "convert",
        UNREADABLE,
    ),
    Hostile(
        "many",
        "steps.html",
        page(
            "<table>"
            + "".join(
                f'<tr><td colspan="{at % 97 + 1}">a<td colspan="{at % 31 + 1}">{at}<td colspan="{at % 17 + 1}">2,448'
                for at in range(9_000)
            )
            + "</table>"
        ),
        "convert",
        UNREADABLE,
    ),
    Hostile("many", "rows.xlsx", lambda: _filled(40_000, 5), "convert", UNREADABLE),
    Hostile("many", "cells.xlsx", lambda: _filled(600_000, 1), "convert", UNREADABLE),
    Hostile("many", "paragraphs.html", page("<p>Operating income 2,448</p>" * 300_000), "convert", UNREADABLE),
    Hostile("many", "rows.html", page("<table>" + "<tr><td>1<td>2" * 300_000 + "</table>"), "convert", UNREADABLE),
    Hostile("many", "elements.html", page("<i></i>" * 1_000_000), "convert", UNREADABLE),
    Hostile("many", "text.txt", "\n".join(["x y z" * 60] * 240_000), "convert", UNREADABLE),
    Hostile("many", "text.csv", "\n".join(["a,b,1"] * 240_000), "convert", UNREADABLE),
    # 36: line ends and encodings
    Hostile("36", "cr.csv", f"(Thousands of yen)\r,{HEAD}\r{ROW},2448\r", "convert", CLEAR),
    Hostile("36", "nel.txt", f"(Thousands of yen)\x85\x85\t{HEAD}\x85{ROW}\t2,448\x85", "convert", CLEAR),
    Hostile(
        "36", "separators.txt", f"(Thousands of yen)\u2028\u2028\t{HEAD}\u2029{ROW}\t2,448\u2028", "convert", CLEAR
    ),
    Hostile("36", "mixed.md", markdown().replace("\n", "\r", 3).replace("\n", "\r\n", 2), "convert", CLEAR),
    Hostile("36", "utf16.txt", markdown().encode("utf-16"), "convert", CLEAR),
    Hostile("36", "utf16-odd.txt", markdown().encode("utf-16")[:-1], "convert", HARMLESS),
    Hostile("36", "utf16.html", page(encoding="utf-8").encode("utf-16-be"), "convert", HARMLESS),
    Hostile("36", "utf32.txt", markdown().encode("utf-32"), "convert", HARMLESS),
    Hostile("36", "utf32.html", page().encode("utf-32-le"), "convert", HARMLESS),
    Hostile("36", "jis.txt", markdown(title="営業利益").encode("iso2022_jp"), "convert", HARMLESS),
    Hostile("36", "jis.html", page("営業利益", encoding="iso-2022-jp").encode("iso2022_jp"), "convert", HARMLESS),
    Hostile("36", "sjis.csv", f"営業利益,{HEAD}\n{ROW},2448\n".encode("shift_jis"), "convert", HARMLESS),
    Hostile("36", "utf7.html", page("+ADw-script+AD4-", encoding="utf-7"), "convert", HARMLESS),
    Hostile("36", "unknown.html", page(encoding="x-no-such"), "convert", HARMLESS),
    Hostile("36", "latin.md", markdown(title="R\xe9sultats").encode("latin-1"), "convert", HARMLESS),
    Hostile("36", "nul.md", "\0" * 5000, "convert", HARMLESS),
    Hostile("36", "nul-inside.txt", markdown(title="Re\0sults"), "convert", HARMLESS),
    Hostile("36", "surrogate.md", markdown(title="Results \ud800"), "convert", HARMLESS),
    Hostile("36", "gzip.md", b"\x1f\x8b\x08\x00" + b"\xff" * 99, "convert", UNREADABLE),
    Hostile("36", "ole.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "convert", UNREADABLE),
)


def _wide(cells: int) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].append(list(range(cells)))
    return saved(book)


def _filled(rows: int, cells: int) -> bytes:
    """A workbook with so many rows of so many figures below its table."""
    more = b"".join(b"<row>" + b"<c><v>%d</v></c>" % at * cells + b"</row>" for at in range(rows))
    return rezipped(
        sheet(), {"xl/worksheets/sheet1.xml": lambda data: data.replace(b"</sheetData>", more + b"</sheetData>")}
    )


def _with_entities(data: bytes) -> bytes:
    end = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    return (
        data[:end]
        + f"<!DOCTYPE x [{BOMB}]>".encode()
        + data[end:].replace(b"Results", b"&a8;").replace(b"2448", b"&a8;")
    )


def _with_entities_in_utf16(data: bytes) -> bytes:
    text = _with_entities(data).decode("utf-8")
    return text[text.find("?>") + 2 :].encode("utf-16")


def _in_utf7(data: bytes) -> bytes:
    text = _with_entities(data).decode("utf-8")
    return b'<?xml version="1.0" encoding="utf-7"?>' + text[text.find("?>") + 2 :].encode("utf-7")


def _with_external(data: bytes) -> bytes:
    end = data.find(b"?>") + 2
    return (
        data[:end] + b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + data[end:].replace(b"Results", b"&a;")
    )


def _far_cell(data: bytes) -> bytes:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return data.replace(b"</sheetData>", far)


def _far_merge(data: bytes) -> bytes:
    return data.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')


ERRATA: tuple[Hostile, ...] = (
    Hostile(
        "11",
        "merge.yaml",
        "- "
        + "\n  ".join(
            f"a{at}: &a{at} {{<<: [{', '.join([f'*a{at - 1}'] * 9)}]}}" if at else "a0: &a0 {x: y}" for at in range(9)
        )
        + "\n",
        "errata",
        USAGE,
    ),
    Hostile("11", "scalars.yaml", "- &x " + "y" * 9000 + "\n" + "- *x\n" * 30_000, "errata", USAGE),
    Hostile(
        "11",
        "keys.yaml",
        "- {" + ", ".join(f"k{at}" for at in range(1200)) + "}\n- {? [a, b] : c, ? {d: e} : f}\n",
        "errata",
        USAGE,
    ),
    Hostile("11", "documents.yaml", "--- a\n" * 20_000, "errata", USAGE),
    Hostile("11", "anchors.yaml", "\n".join(f"- &a{at} x" for at in range(30_000)), "errata", USAGE),
    Hostile("12", "map-cycle.yaml", "- &a\n  finding: *a\n", "errata", USAGE),
    Hostile("12", "two.yaml", "- &a {x: &b {y: *a, z: *b}}\n", "errata", USAGE),
    Hostile("12", "undefined.yaml", "- *nowhere\n", "errata", USAGE),
    Hostile("13", "escape.yaml", '- finding: "\\e[2J\\u202e\\0"\n', "errata", USAGE),
    Hostile("13", "key.yaml", '- "\\e[2J": x\n', "errata", USAGE),
    Hostile("13", "bytes.yaml", b"- finding: \xff\xfe\x00", "errata", USAGE),
    Hostile("13", "utf16.yaml", "- finding: x\n".encode("utf-16"), "errata", USAGE),
    Hostile("14", "object.yaml", "- finding: !!python/object/apply:os.system [id]\n", "errata", USAGE),
    Hostile("14", "binary.yaml", "- finding: !!binary '====='\n", "errata", USAGE),
    Hostile(
        "14", "float.yaml", "- finding: !!float x\n- finding: !!timestamp y\n- finding: !!set {a}\n", "errata", USAGE
    ),
    Hostile(
        "14", "digits.yaml", "- finding: " + "9" * 9000 + "\n  figure: {line: 0x" + "f" * 5000 + "}\n", "errata", USAGE
    ),
    Hostile("14", "shape.json", "null", "errata", USAGE),
    Hostile("15", "brackets.yaml", "[" * 2000, "errata", USAGE),
    Hostile("15", "brackets-long.yaml", "[" * 9_900, "errata", USAGE),
    Hostile("15", "brackets-lines.yaml", "[\n" * 9_900, "errata", USAGE),
    Hostile("15", "braces.yaml", "{a: " * 2_400, "errata", USAGE),
    Hostile("15", "questions.yaml", "? " * 4_900, "errata", USAGE),
    Hostile("15", "indented.yaml", "\n".join(" " * at + "a:" for at in range(1_300)), "errata", USAGE),
    Hostile("15", "closed.yaml", "[" * 900 + "]" * 900, "errata", USAGE),
    Hostile("15", "folded.yaml", "- finding: >\n" + "".join(" " * 9_000 + "x\n" for _ in range(100)), "errata", USAGE),
    Hostile("15", "quotes.yaml", "- '" + "''" * 4_900 + "\n" + '- "' + "\\\n" * 90_000, "errata", USAGE),
)

MAP: tuple[Hostile, ...] = (
    Hostile("16", "words.json", '["label"]', "map", UNREADABLE),
    Hostile("16", "table.json", '{"label": "x"}', "map", UNREADABLE),
    Hostile("16", "nested.json", records(label=[ROW]), "map", UNREADABLE),
    Hostile("16", "empty.json", "", "map", UNREADABLE),
    Hostile("16", "cut.json", records()[:-4], "map", UNREADABLE),
    Hostile("16", "two.json", records() + records(), "map", UNREADABLE),
    Hostile("16", "empty.csv", "", "map", UNREADABLE),
    Hostile("17", "nolabel.csv", "value,period\n1,2011-09-30\n", "map", UNREADABLE),
    Hostile("17", "noheader.csv", f"{ROW},2448,2011-04-01/2011-09-30,JPY,3\n", "map", UNREADABLE),
    Hostile("17", "twice.csv", "label,label,value,period\nx,y,1,2011-09-30\n", "map", UNREADABLE),
    Hostile("17", "twice.json", '[{"label":"x","label":"y","value":"1","period":"2011-09-30"}]', "map", UNREADABLE),
    Hostile("17", "novalue.json", '[{"label":"x","period":"2011-09-30"}]', "map", UNREADABLE),
    Hostile("17", "extra.csv", "label,value,period\nx,1,2011-09-30,more\n", "map", UNREADABLE),
    Hostile("17", "short.csv", "label,value,period\nx,1\n", "map", UNREADABLE),
    Hostile("17", "unclosed.csv", 'label,value,period\n"x,1,2011-09-30\ny,2,2011-09-30\n', "map", UNREADABLE),
    Hostile("18", "true.json", "true", "map", UNREADABLE),
    Hostile("18", "number.json", "12", "map", UNREADABLE),
    Hostile("18", "null-value.json", '[{"label":null,"value":null,"period":null}]', "map", UNREADABLE),
    Hostile("18", "nulls.json", "[null, null]", "map", UNREADABLE),
    Hostile("18", "true-value.json", records(value=True), "map", UNREADABLE),
    *(
        Hostile("19", f"{at}.{ending}", made(value=value), "map", UNREADABLE)
        for at, value in enumerate(
            (
                "nan",
                "sNaN",
                "-Infinity",
                "inf",
                "1e5",
                "1E+3",
                "0x10",
                "1_0",
                "１０",
                "١٢",
                "²",
                "1,2",
                "1,,2",
                "1.2.3",
                "--1",
                "+-1",
                "1 2",
                "1'000",
                "(1",
                "1)",
                "½",
            )
        )
        for ending, made in (("csv", figures), ("json", records))
    ),
    Hostile("19", "nan.json", '[{"label":"x","value":NaN,"period":"2011-09-30","unit":"JPY"}]', "map", UNREADABLE),
    Hostile(
        "20", "huge.json", '[{"label":"x","value":1e999999999,"period":"2011-09-30","unit":"JPY"}]', "map", UNREADABLE
    ),
    Hostile(
        "20",
        "digits.json",
        '[{"label":"x","value":' + "9" * 9000 + ',"period":"2011-09-30","unit":"JPY"}]',
        "map",
        UNREADABLE,
    ),
    Hostile("20", "digits.csv", figures(value="9" * 5000), "map", UNREADABLE),
    Hostile("20", "fraction.csv", figures(value="0." + "0" * 5000 + "1"), "map", UNREADABLE),
    *(
        Hostile("22", f"{at}.{ending}", made(period=period), "map", UNREADABLE)
        for at, period in enumerate(
            (
                "2011-09-30/2011-04-01",
                "2011-09-31",
                "2011-9-30",
                "0000-01-01",
                "10000-01-01",
                "9999-12-31/9999-12-31",
                "1600-01-01",
                "2011-02-29",
                "2011-04-01/",
                "/2011-09-30",
                "2011-04-01/2011-09-30/2012-03-31",
                "２０１１-09-30",
                "2011-09-30T00:00:00",
                "today",
            )
        )
        for ending, made in (("csv", figures), ("json", records))
    ),
    *(
        Hostile("23", f"{at}.{ending}", made(scale=scale), "map", UNREADABLE)
        for at, scale in enumerate(("³", "1e3", "-400", "99999999999", "3.5", "three", "٣", "0x3"))
        for ending, made in (("csv", figures), ("json", records))
    ),
    *(
        Hostile("24", f"{at}.{ending}", made(unit=unit), "map", UNREADABLE)
        for at, unit in enumerate(("XXQ", "JPY/", "yen\x1b[2J", "JPY JPY", "../JPY", "<JPY>", "J" * 9000))
        for ending, made in (("csv", figures), ("json", records))
    ),
    Hostile("26", "surrogates.json", '[{"label":"\\udfff","value":"1","period":"2011-09-30"}]', "map", UNREADABLE),
    Hostile("26", "key.json", '[{"\\ud800":"x","label":"x","value":"1","period":"2011-09-30"}]', "map", HARMLESS),
    Hostile(
        "26", "control.json", '[{"label":"x\\u0000\\u001b[2J","value":"1","period":"2011-09-30"}]', "map", HARMLESS
    ),
    Hostile("26", "control.csv", figures(label=f"x {ESCAPE}"), "map", HARMLESS),
    Hostile("26", "bytes.csv", b"label,value,period\n\xff\xfe,1,2011-09-30\n", "map", UNREADABLE),
    Hostile("26", "nul.csv", "label,value,period\nx\0y,1,2011-09-30\n", "map", HARMLESS),
    Hostile("27", "objects.json", '{"a":' * 20_000, "map", UNREADABLE),
    Hostile("27", "closed.json", "[" * 50_000 + "]" * 50_000, "map", UNREADABLE),
    Hostile("27", "inside.json", '[{"label":' + "[" * 20_000 + "]" * 20_000 + "}]", "map", UNREADABLE),
    Hostile("27", "mixed.json", '[{"a":' * 10_000, "map", UNREADABLE),
    Hostile("28", "line.csv", figures(label="x" * 200_000), "map", UNREADABLE),
    Hostile("28", "lines.csv", figures(label="x\n" * 100_000), "map", UNREADABLE),
    Hostile("28", "long.json", records(label="x" * 200_000), "map", UNREADABLE),
    Hostile("28", "fields.csv", ",".join(f"c{at}" for at in range(60_000)) + "\n1\n", "map", UNREADABLE),
    Hostile("28", "quotes.csv", "label,value,period\n" + '"' * 100_001, "map", UNREADABLE),
    Hostile("28", "keys.json", json.dumps([{f"k{at}": "1" for at in range(60_000)}]), "map", UNREADABLE),
    Hostile(
        "28", "key.json", "[{" + "".join(f'"k{at}":"1",' for at in range(60_000)) + '"k":1,"k":1}]', "map", UNREADABLE
    ),
    Hostile(
        "many",
        "tables.csv",
        "label,value,period,unit,scale,table\n"
        + "".join(f"{ROW},{at},2011-09-30,JPY,3,t{at}\n" for at in range(14_000)),
        "map",
        CLEAR,
    ),
    Hostile("many", "figures.csv", figures() + f'"{ROW}","1","2011-09-30","JPY","3"\n' * 200_000, "map", UNREADABLE),
)

TEMPLATES: tuple[Hostile, ...] = tuple(
    Hostile("30", f"template-{at}", text, "template", BROKEN if text in ("<html>", "{{ 9 ** 9 ** 9 }}") else USAGE)
    for at, text in enumerate(
        (
            "{{ ''.__class__.__mro__[1].__subclasses__() }}",
            "{{ self.__init__.__globals__ }}",
            "{{ lipsum.__globals__['os'].popen('id').read() }}",
            "{{ ''|attr('__class__') }}",
            "{{ '{0.__class__}'.format('') }}{{ ('%s' % namespace).__class__.x }}",
            "{% include '/etc/passwd' %}",
            "{% include '../../../etc/passwd' %}",
            "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
            "{{ 'x' * 9999999999 }}",
            "{% set x = namespace(a='x'*1000) %}{% for i in range(99) %}{% set x.a = x.a * 9 %}{% endfor %}{{ x.a }}",
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "{{ 9 ** 9 ** 9 }}",
            "{% if %}",
            "{{ nowhere.attribute }}",
            "<html>",
            "\x1b[2J{{",
        )
    )
)

VIEW: tuple[Hostile, ...] = (
    Hostile("31", "scripts.xhtml", report("<script>evil()</script><svg onload='evil()'/>"), "view", UNREADABLE),
    Hostile("31", "script.xbri", lambda: package({}, text=report("<script>evil()</script>")), "view", UNREADABLE),
    Hostile("31", "upper.html", report("<SCRIPT>evil()</SCRIPT>"), "view", UNREADABLE),
    Hostile("32", "web.xhtml", report(reference="https://evil.example/x.xsd"), "view", UNREADABLE),
    Hostile("32", "file.xhtml", report(reference="file:///etc/passwd"), "view", UNREADABLE),
    Hostile("32", "up.xbri", lambda: package({}, text=report(reference="../../../etc/passwd")), "view", UNREADABLE),
    Hostile("32", "bad-address.xhtml", report(reference="http://[::1"), "view", UNREADABLE),
    Hostile("33", "bomb.xhtml", report("&a8;", prolog=f"<!DOCTYPE html [{BOMB}]>"), "view", UNREADABLE),
    Hostile(
        "33",
        "parameter.xhtml",
        report(prolog='<!DOCTYPE html [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'),
        "view",
        UNREADABLE,
    ),
    Hostile("33", "dtd.xhtml", report(prolog='<!DOCTYPE html SYSTEM "http://evil.example/x.dtd">'), "view", UNREADABLE),
    Hostile(
        "33",
        "taxonomy.xbri",
        lambda: package({"p/x.xsd": f"<!DOCTYPE x [{BOMB}]><x>&a8;</x>".encode()}, text=report(reference="../x.xsd")),
        "view",
        UNREADABLE,
    ),
    Hostile(
        "33",
        "catalog.xbri",
        lambda: package(
            {
                "p/META-INF/taxonomyPackage.xml": f"<!DOCTYPE x [{BOMB}]><x>&a8;</x>".encode(),
                "p/META-INF/catalog.xml": b"<x",
            }
        ),
        "view",
        UNREADABLE,
    ),
    Hostile("34", "zeros.xbri", lambda: package({"p/x.bin": b"\0" * 60_000_000}), "view", UNREADABLE),
    Hostile("34", "lying.xbri", lambda: lying_size(package({"p/x.bin": b"\0" * 60_000_000})), "view", UNREADABLE),
    Hostile("34", "many.xbri", lambda: package({f"p/{at}": b"" for at in range(30_000)}), "view", UNREADABLE),
    Hostile(
        "34", "nested.xbri", lambda: package({"p/inner.zip": zipped({"x": b"\0" * 9_000_000})}), "view", UNREADABLE
    ),
    Hostile("34", "traversal.xbri", lambda: package({"../../evil.xhtml": b"<x/>", "/evil": b"x"}), "view", UNREADABLE),
    Hostile("34", "twice.xbri", lambda: package({"p/reports/R.xhtml": report().encode()}), "view", UNREADABLE),
    Hostile("34", "empty.xbri", lambda: zipped({}), "view", UNREADABLE),
    Hostile("34", "no-report.xbri", lambda: zipped({"p/META-INF/reportPackage.json": b"{}"}), "view", UNREADABLE),
    Hostile(
        "34",
        "meta.xbri",
        lambda: zipped({"p/META-INF/reportPackage.json": b"[" * 50_000, "p/reports/r.xhtml": report().encode()}),
        "view",
        UNREADABLE,
    ),
    Hostile("34", "cut.xbri", lambda: package({})[:-30], "view", UNREADABLE),
    Hostile(
        "34", "stored.xbri", lambda: zipped({"p/reports/r.xhtml": b"\xff" * 900}, zipfile.ZIP_BZIP2), "view", UNREADABLE
    ),
    Hostile("35", "spans.xhtml", report("<span>" * 9_000 + "</span>" * 9_000), "view", UNREADABLE),
    Hostile("35", "sections.xbri", lambda: package({}, text=report("<ix:section>" * 5_000)), "view", UNREADABLE),
    Hostile("35", "unclosed.xhtml", report("<p>" * 200), "view", UNREADABLE),
    Hostile(
        "35",
        "attributes.xhtml",
        report("<p " + " ".join(f'a{at}=""' for at in range(30_000)) + "/>"),
        "view",
        UNREADABLE,
    ),
    Hostile("35", "names.xhtml", report(f"<{'a' * 90_000}/>"), "view", UNREADABLE),
    Hostile("35", "wide.xhtml", report("<p>x</p>" * 300_000), "view", UNREADABLE),
    Hostile("35", "text.xhtml", report("x" * 12_000_000), "view", UNREADABLE),
    Hostile("35", "bytes.xhtml", b"<html>\xff\xfe\x00</html>", "view", UNREADABLE),
    Hostile("35", "control.xhtml", report("\x1b[2J"), "view", UNREADABLE),
    Hostile("35", "data.json", "{}", "view", UNREADABLE),
)

INPUTS = PAGES + ERRATA + MAP + TEMPLATES + VIEW
