"""A page of HTML is read as a browser shows it, and every text knows its place in the source."""

import re
from pathlib import Path

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.read.document import Document, Heading, Paragraph, Table
from iij_xbrl.read.file import File
from iij_xbrl.read.formats import FORMATS
from iij_xbrl.read.html import is_html, read_html


def read(page: str | bytes, **limits: int) -> Document:
    data = page if isinstance(page, bytes) else page.encode("utf-8")
    return read_html(File(Path("release.html"), "release", data, Limits(**limits)))


def rows(page: str | bytes) -> list[list[str]]:
    (table,) = read(page).tables
    return [[text.plain for text in row.texts] for row in table.rows]


def table(*lines: str) -> str:
    return "<html><body><table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table></body></html>"


def td(*texts: str, span: int = 1) -> str:
    return "".join(f'<td colspan="{span}">{text}</td>' for text in texts)


AGENT = table(
    '<td colspan="3"></td><td colspan="9"><b>Six Months Ended September 30,</b></td>',
    td("", span=3) + td("<b>2010</b>", span=3) + td("", span=3) + td("<b>2011</b>", span=3),
    td("Total revenues", span=3) + td("$", "34,272&#160;", "") + td("", span=3) + td("$", "47,207&#160;", ""),
    td("Interest expense", span=3) + td("(107", span=2) + td(")") + td("", span=3) + td("(126", span=2) + td(")"),
    td("Change", span=3) + td("&#8212;&#160;", span=2) + td("") + td("", span=3) + td("37.7", span=2) + td("%"),
    td("", span=12),
)


def test_signs_in_cells_of_their_own_belong_to_their_figure_and_spacers_are_no_columns():
    assert rows(AGENT)[1:] == [
        ["", "2010", "2011"],
        ["Total revenues", "$34,272", "$47,207"],
        ["Interest expense", "(107)", "(126)"],
        ["Change", "—", "37.7%"],
    ]


def test_dots_that_lead_to_figures_are_no_part_of_a_label():
    page = table(td("Interest income .......", "82"), td("METHOD INVESTEES . . . . .", "75,932"))
    assert [row[0].strip() for row in rows(page)] == ["Interest income", "METHOD INVESTEES"]


def test_a_bold_row_above_the_figures_is_a_header_and_spans_the_columns_below_it():
    (found,) = read(AGENT).tables
    over = found.rows[0].cells[1]
    assert (over.text.plain, over.colspan, over.header) == ("Six Months Ended September 30,", 2, True)
    assert [cell.header for cell in found.rows[1].cells] == [False, True, True]
    assert not any(cell.header for row in found.rows[2:] for cell in row.cells)


def test_every_text_is_the_source_at_its_place():
    page = "<html>\n<body><p>Net income was\n  <b>JPY1,233</b>&nbsp;million&sup2;.</p>\n" + AGENT + "</body></html>"
    lines = page.split("\n")
    for text in read(page).texts:
        for match in re.finditer(r"[\d,.]*\d", text.plain):
            origin = text.span.within(*match.span()).origin
            assert lines[origin.line - 1][origin.start : origin.end] == match.group()


def test_a_figure_over_two_cells_stands_where_it_begins():
    (found,) = read(AGENT).tables
    loss = found.rows[3].texts[1]
    assert AGENT[loss.span.origin.start :].startswith("(107")
    assert [AGENT[first:last] for first, last in loss.span.origin.ranges if first < last] == ["(107", ")"]


def test_rows_and_columns_that_cells_span_stay_apart():
    page = table(
        '<th rowspan="2">JPY millions</th><th colspan="2">1H10</th><th>1H11</th>',
        "<th>Actual</th><th>Target</th><th>Actual</th>",
        "<td>Revenues</td><td>38,992</td><td>40,000</td><td>47,207</td>",
    )
    (found,) = read(page).tables
    assert [(cell.rowspan, cell.colspan) for cell in found.rows[0].cells] == [(2, 1), (1, 2), (1, 1)]
    assert [text.plain for text in found.rows[1].texts] == ["Actual", "Target", "Actual"]


def test_headings_paragraphs_and_items():
    page = "<h2>Results</h2><p>Revenues rose.<br>Costs too.</p><p><b>Outlook</b></p>"
    blocks = read(page + "<ul><li>Revenues</li><li>Costs</li></ul>" + AGENT).blocks
    assert [(type(block), getattr(block, "level", 0)) for block in blocks] == [
        (Heading, 2), (Paragraph, 0), (Heading, 6), (Paragraph, 0), (Paragraph, 0), (Table, 0)
    ]  # fmt: skip
    assert [[line.plain for line in block.lines] for block in blocks if isinstance(block, Paragraph)] == [
        ["Revenues rose.", "Costs too."], ["• Revenues"], ["• Costs"]
    ]  # fmt: skip


def test_a_bold_word_in_a_sentence_makes_no_heading():
    (block, _) = read("<p>Revenues were <b>47,207</b></p>" + AGENT).blocks
    assert isinstance(block, Paragraph)


def test_a_mark_set_high_is_no_digit():
    page = table(td("Cloud<sup>2</sup>", '1,234<span style="vertical-align:super;font-size:6pt">3</span>'))
    (found,) = read(page).tables
    assert [text.plain.rstrip() for text in found.rows[0].texts] == ["Cloud", "1,234"]
    assert [text.raw for text in found.rows[0].texts] == ["Cloud<sup>2</sup>", "1,234<sup>3</sup>"]


def test_a_mark_at_the_end_of_a_label_is_kept():
    (found,) = read(table(td("Cloud*2", "1,234*1"))).tables
    assert [text.raw for text in found.rows[0].texts] == ["Cloud*2", "1,234*1"]
    assert [text.plain.rstrip() for text in found.rows[0].texts] == ["Cloud", "1,234"]


@pytest.mark.parametrize("alignment", ["top", "3pt", "35%", "text-top", "super"])
def test_a_mark_is_one_however_it_is_set_high(alignment):
    page = table(td(f'Cloud<sup style="vertical-align:{alignment};line-height:120%">2</sup>', "1,234"))
    (found,) = read(page).tables
    assert found.rows[0].texts[0].raw == "Cloud<sup>2</sup>"


@pytest.mark.parametrize("alignment", ["top", "0pt", "baseline", "-2pt"])
def test_what_is_not_set_high_is_no_mark(alignment):
    (found,) = read(table(td("Revenues", f'<span style="vertical-align:{alignment}">1,234</span>'))).tables
    assert found.rows[0].texts[1].raw == "1,234"


def test_a_mark_raised_above_its_line_is_no_digit():
    raised = '<span style="font-size:6pt;position:relative;top:-3.15pt;vertical-align:baseline">4</span>'
    (found,) = read(table(td(f"Cloud{raised}", raised, "1,234"))).tables
    assert [text.plain.strip() for text in found.rows[0].texts] == ["Cloud", "", "1,234"]


def test_lines_that_stand_on_several_pages_are_kept_apart():
    said, end = "<p>Amounts in millions of dollars.</p>", '<hr style="page-break-after:always">'
    document = read("".join(f"<p>Text {name}</p>{said}<p>{number}</p>{end}" for number, name in enumerate("abc")))
    assert document.on_pages == ("Amounts in millions of dollars.",)
    assert [block.lines[0].plain for block in document.blocks] == ["Text a", "Text b", "Text c"]


@pytest.mark.parametrize(
    "said",
    [
        "前連結会計年度（自 平成{}年４月１日 至 平成30年３月31日）",
        "当連結会計年度（{}年３月31日現在）",
        "（単位：百万円）",
    ],
)
def test_what_a_japanese_line_says_of_the_table_below_it_is_no_line_of_the_pages(said):
    end = '<div style="page-break-before:always"></div>'
    pages = (f"{end}<p>株式会社何某 有価証券報告書</p><p>{said.format(27 + at)}</p>" for at in range(3))
    document = read("".join(f"{page}{table(td('資本金', '1,234'))}" for page in pages))
    shown = [block.lines[0].plain for block in document.blocks if isinstance(block, Paragraph)]
    assert shown == [said.format(27 + at) for at in range(3)]


def test_what_a_browser_does_not_show_is_not_read():
    hidden = (
        "<script>var x = '<td>1</td>'</script><style>p {margin: 7}</style><!-- 8 <td>9</td> -->"
        '<div style="display:none">99</div><ix:header><ix:hidden>77</ix:hidden></ix:header>'
    )
    assert [text.plain for text in read(hidden + AGENT).texts][:2] == ["", "Six Months Ended September 30,"]


def test_an_inline_report_is_the_page_that_it_shows():
    tagged = AGENT.replace("34,272", '<ix:nonFraction name="t:Revenues" scale="3">34,272</ix:nonFraction>')
    assert rows(tagged) == rows(AGENT)


def test_a_table_that_only_arranges_the_page_is_no_table():
    inner = table(td("Costs", "27,431"))
    document = read(f"<table><tr><td><p>Results</p></td><td>{inner}</td></tr></table>")
    assert [type(block) for block in document.blocks] == [Paragraph, Table]
    assert [[text.plain for text in row.texts] for row in document.tables[0].rows] == [["Costs", "27,431"]]


def test_a_bullet_in_a_cell_of_its_own_begins_its_text():
    bullets = table(td("•", "Revenues rose."), td("•", "Costs fell."))
    found = [block for block in read(bullets + AGENT).blocks if isinstance(block, Paragraph)]
    assert [block.lines[0].plain for block in found] == ["• Revenues rose.", "• Costs fell."]


def test_page_numbers_and_repeated_lines_at_page_breaks_are_set_aside():
    parts = (f"<p>Part {name}</p>{AGENT}<p>Company: results</p><p>{at}</p><hr>" for at, name in enumerate("abc", 1))
    found = [block.lines[0].plain for block in read("".join(parts)).blocks if isinstance(block, Paragraph)]
    assert found == ["Part a", "Part b", "Part c"]


def test_preformatted_lines_keep_their_spaces():
    (block, _) = read("<pre>Revenues rose   again\n  and so did costs</pre>" + AGENT).blocks
    assert [line.plain for line in block.lines] == ["Revenues rose   again", "and so did costs"]


SET = """<pre>
                        1H10        1H11

<b>Revenues</b>              38,415      <b>47,207</b>
Costs                 <i>36,983</i>      44,820

Costs were &amp; are high.
</pre>"""


def test_a_table_that_is_set_with_spaces_is_one_wherever_tags_stand_in_it():
    table, text, _ = read(SET + AGENT).blocks
    assert isinstance(table, Table)
    assert [[cell.text.plain for cell in row.cells] for row in table.rows] == [
        ["", "1H10", "1H11"],
        ["Revenues", "38,415", "47,207"],
        ["Costs", "36,983", "44,820"],
    ]
    assert isinstance(text, Paragraph)
    assert [line.plain for line in text.lines] == ["Costs were & are high."]


def test_a_figure_of_such_a_table_has_its_place_in_the_source():
    table = read(SET + AGENT).blocks[0]
    assert isinstance(table, Table)
    assert str(table.rows[1].cells[2].text.span.origin) == f"4:{SET.splitlines()[3].index('47,207') + 1}"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp932", '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'),
        ("cp932", ""),
        ("euc_jp", '<?xml version="1.0" encoding="EUC-JP"?>'),
        ("euc_jp", ""),
        ("cp932", '<meta charset="utf-8">'),
    ],
)
def test_japanese_in_any_encoding_declared_or_not(encoding, declared):
    page = f"{declared}<html><body>{table(td('売上高とその他の収入', '△47,207'), td('セグメントについて', '1'))}"
    assert rows(page.encode(encoding))[0] == ["売上高とその他の収入", "△47,207"]


def test_windows_1252_is_not_taken_for_japanese():
    page = table(td("Shareholders\u2019 equity \u2014 total", "27,431")).encode("cp1252")
    assert rows(page)[0][0] == "Shareholders\u2019 equity \u2014 total"


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><body>",
        "<?xml version='1.0'?>\n<html xmlns='http://x'>",
        "<table><tr>",
    ],
)
def test_a_page_is_known_by_its_content(page):
    data = (page + AGENT).encode()
    assert is_html(data)
    assert next(item.name for item in FORMATS if item.recognises(data)) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "# Results\n\n| Costs | <b>1</b> |\n",
        "Costs\t34,272\n",
        "<Investing Activities>\nA\t1\n",
        '<div align="center">\n\n## Results\n\n</div>\n\n<table><tr><td>Costs</td><td>1</td></tr></table>\n',
        "<!-- page 1 -->\n<p>Results</p>\n\n| Costs | 1H11 |\n|---|---:|\n| SI | 7 |\n",
    ],
)
def test_a_text_with_tags_in_it_is_no_page(text):
    assert not is_html(text.encode())


def test_a_file_without_a_page_is_refused_in_a_line():
    with pytest.raises(InputError, match=r"release.html: no page can be read in it"):
        read("<!-- nothing -->")


def test_a_line_that_a_conversion_left_as_a_formula_is_read_without_its_signs():
    (paragraph,) = read("<html><body><p>$(Three\\ Months\\ ended\\ June\\ 30,\\ 2016)$</p></body></html>").blocks
    assert isinstance(paragraph, Paragraph)
    (line,) = paragraph.lines
    assert line.plain.split() == ["(Three", "Months", "ended", "June", "30,", "2016)"]


def test_a_dash_over_two_columns_joins_no_figures():
    page = table(td("Customers", "228,376", "560,887"), td("Intersegment") + td("-", span=2), td("Total", "1", "2"))
    assert rows(page)[0] == ["Customers", "228,376", "560,887"]


def test_a_caption_below_the_table_of_its_figure_stands_in_front_of_it():
    page = (
        f"<body><h2>Income</h2><figure>{AGENT[12:-14]}<figcaption>Parent only</figcaption></figure><p>Costs grew.</p>"
    )
    kinds = [type(block) for block in read(page).blocks]
    assert kinds == [Heading, Paragraph, Table, Paragraph]


@pytest.mark.parametrize(
    ("page", "limits", "words"),
    [
        (table(*[td("a", "1")] * 9), {"rows": 3}, "tables of 4 rows or more; no more than 3 are read (--limit rows=4)"),
        (table(td("a", "1", "2")), {"cells": 2}, "a row of 3 cells or more; no more than 2 are read (--limit cells=3)"),
        (
            "<p>1<p>2<p>3",
            {"blocks": 1},
            "2 headings, lines of text and tables or more; no more than 1 are read (--limit blocks=2)",
        ),
        (
            "<p>" + "<i></i>" * 9,
            {"elements": 9},
            "a page of 12 elements; no more than 9 are read (--limit elements=12)",
        ),
        ("<p>123<p>45", {"text": 4}, "5 characters of text; no more than 4 are read (--limit text=5)"),
    ],
)
def test_a_page_of_more_than_is_read_is_refused(page, limits, words):
    with pytest.raises(InputError) as caught:
        read(page, **limits)
    assert str(caught.value) == f"release.html: {words}"


def test_a_table_with_one_cell_a_line_is_one_in_such_a_text():
    rows = ("REVENUES:", "Services", "3,300", "5,400", "Goods", "2,500", "2,700", "Total revenues", "5,800", "8,100")
    page = "<pre>\nResults\n\n1H10\n1H11\n{}\n</pre>".format("\n".join(rows))
    table = next(block for block in read(page + AGENT).blocks if isinstance(block, Table))
    assert [cell.text.plain for cell in table.rows[-1].cells] == ["Total revenues", "5,800", "8,100"]
    assert str(table.rows[-1].cells[2].text.span.origin) == "15:1"


STYLED = """<html><head><style>
.c5 { vertical-align: super; font-size: 6pt } .c3, p.c4 { font-weight: 700 } .old { text-decoration: line-through }
.none { display: none } @media print { .screen { display: none } } p.plain { font-weight: 400 } .plain { color: red }
</style></head><body>%s</body></html>"""


@pytest.mark.parametrize(
    ("body", "raw"),
    [
        ('<p>IP Service<span class="c0 c5">2</span></p>', "IP Service<sup>2</sup>"),
        ('<p>Revenues <span class="old">3,424</span> 4,633</p>', "Revenues<s></s> 3,424 4,633"),
        ('<p>Revenues <span class="none">3,424</span>4,633</p>', "Revenues 4,633"),
        ('<p>Revenues <span class="none" style="display: inline">3,424</span></p>', "Revenues 3,424"),
        ('<p>Revenues <span class="screen">3,424</span></p>', "Revenues 3,424"),
    ],
)
def test_style_sheets_say_what_classes_show(body, raw):
    (block,) = read(STYLED % body).blocks
    assert isinstance(block, Paragraph)
    assert block.lines[0].raw == raw


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [('class="c3"', Heading), ('class="c4"', Heading), ('class="c3 plain"', Paragraph), ('class="c9"', Paragraph)],
)
def test_style_sheets_say_what_is_bold(attributes, kind):
    (block,) = read(STYLED % f"<p {attributes}>Balance Sheets</p>").blocks
    assert isinstance(block, kind)


NOTE = (
    "Revenues from services are those of the companies that are consolidated, and grew in all businesses but one, " * 2
)
SHEET = table(
    f'<td colspan="3">{NOTE}</td>',
    td("", "", ""),
    td("", "1H10", "1H11"),
    td("Total revenues", "34,272", "47,207"),
    td("", "", ""),
    td("", "As of March 31, 2", "2011"),
    td("Total assets", "71,473", "69,102"),
    td("", "", ""),
    td("Total equity", "29,641", "30,707"),
)


def test_a_sheet_saved_as_a_page_holds_its_texts_and_tables():
    text, income, balance = read(SHEET).blocks
    assert isinstance(text, Paragraph)
    assert [[cell.plain for cell in row.texts] for row in income.rows] == [
        ["", "1H10", "1H11"],
        ["Total revenues", "34,272", "47,207"],
    ]
    assert [row.texts[0].plain for row in balance.rows] == ["", "Total assets", "Total equity"]


def test_a_table_with_an_empty_row_and_a_long_note_is_one():
    page = table(
        td("", "1H10", "1H11"), td("Revenues", "34", "47"), td("", "", ""), td("Net income", "8", "9"), td(NOTE, span=3)
    )
    (found,) = read(page).blocks
    assert len(found.rows) == 4


def test_one_table_of_a_sheet_may_have_no_head():
    end = SHEET.index("</table>")
    shares = td("", "", "") + "</tr><tr>" + td("As of March 31, 2011:", "206,478 shares", "")
    note = td("", "", "") + "</tr><tr>" + td(NOTE, span=3)
    *_, table_of_shares, text = read(
        f"{SHEET[:end]}<tr>{note}</tr><tr>{shares}</tr><tr>{note}</tr>{SHEET[end:]}"
    ).blocks
    assert isinstance(text, Paragraph)
    assert [cell.plain for cell in table_of_shares.rows[0].texts] == ["As of March 31, 2011:", "206,478 shares"]


def test_parts_of_a_table_below_one_head_are_no_sheet():
    page = table(
        td("", "Upstream", "Chemicals"),
        td("1H11", "", ""),
        td("Revenues", "34", "47"),
        td("", "", ""),
        td("1H10", "", ""),
        td("Revenues", "", "8", "9"),
        td(NOTE, span=3),
    )
    (found,) = read(page).blocks
    assert isinstance(found, Table)


def test_a_title_over_all_columns_above_the_heads_is_a_title_and_a_group_stays_in_its_table():
    statement = (
        "<table><tr><td colspan=3><b>Balance Sheets</b></td></tr><tr><td colspan=3>(Thousands of JPY)</td></tr>"
        "<tr><td></td><td>2010</td><td>2011</td></tr><tr><td colspan=3>Current assets:</td></tr>"
        "<tr><td>Cash</td><td>13,313,615</td><td>10,974,453</td></tr></table>"
    )
    heading, unit, table = read(statement).blocks
    assert isinstance(heading, Heading) and heading.text.plain == "Balance Sheets"
    assert isinstance(unit, Paragraph) and unit.lines[0].plain == "(Thousands of JPY)"
    assert [row.cells[0].text.plain for row in table.rows] == ["", "Current assets:", "Cash"]


def test_titles_of_a_sheet_stand_above_an_empty_row_and_the_head():
    rest = (td("", "2010", "2011"), td("Cash", "13,313,615", "10,974,453"))
    titles = (td("Balance Sheets and", "", ""), td("Notes", "", ""))
    first, second, found = read(table(*titles, td("", "", ""), *rest)).blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert [row.cells[0].text.plain for row in found.rows] == ["", "Cash"]
    (found,) = read(table(*titles, *rest)).blocks
    assert [row.cells[0].text.plain for row in found.rows] == ["Balance Sheets and", "Notes", "", "Cash"]


def test_a_group_over_all_columns_above_figures_is_no_title():
    (table,) = read("<table><tr><td colspan=2>Assets</td></tr><tr><td>Cash</td><td>13,313,615</td></tr></table>").blocks
    assert [row.cells[0].text.plain for row in table.rows] == ["Assets", "Cash"]


@pytest.mark.parametrize(
    ("items", "shown"),
    [
        ("<ul><li><p>Revenues</p></li></ul>", ["• Revenues"]),
        ("<ul><li><ul><li>Revenues</li></ul></li></ul>", ["• Revenues"]),
        (
            "<ol start=2><li>Revenues</li><li value=7>Costs</li><li>Taxes</li></ol>",
            ["2. Revenues", "7. Costs", "8. Taxes"],
        ),
        ("<ol type=a><li>Revenues</li><li>Costs</li></ol>", ["a. Revenues", "b. Costs"]),
        ("<ol type=I start=4><li>Revenues</li></ol>", ["IV. Revenues"]),
        ("<ol style='list-style: none'><li>Revenues</li></ol>", ["Revenues"]),
        ("<ul><li></li></ul><p>Revenues</p>", ["Revenues"]),
        (
            "<p><span style='font-family:Symbol'>·<span style='font:7pt Arial'> </span></span>Revenues</p>",
            ["• Revenues"],
        ),
        ("<p><font face='Wingdings'>Ø</font> Revenues</p>", ["• Revenues"]),
        ("<p><span style='font-family:Symbol'>ab</span></p>", ["ab"]),
    ],
)
def test_items_of_lists_have_their_marks(items, shown):
    assert [" ".join(block.lines[0].plain.split()) for block in read(items).blocks] == shown


def test_two_line_breaks_end_a_paragraph_and_one_only_a_line():
    found = read("<b>Overview</b><br><br>Revenues were up.<br>Costs were down.<br />\n<br><br>Outlook is open.")
    assert [[text.plain for text in getattr(block, "lines", ()) or (block.text,)] for block in found.blocks] == [
        ["Overview"],
        ["Revenues were up.", "Costs were down."],
        ["Outlook is open."],
    ]


def test_a_label_that_is_set_in_as_a_quotation_in_its_cell_is_no_quotation():
    page = "<p>We report.</p><table>{}</table><blockquote>They said 5.</blockquote>" + "<p>More.</p>" * 9
    row = "<tr><td><blockquote><p>Costs</p></blockquote></td><td>27,431</td></tr>"
    found = read(page.format(row * 2))
    assert [row.cells[0].text.raw for row in found.tables[0].rows] == ["Costs", "Costs"]
    assert found.blocks[2].lines[0].raw != "They said 5."
