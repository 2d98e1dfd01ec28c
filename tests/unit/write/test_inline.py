"""The inline report: what is tagged, how its text gives the value, and what a reader sees."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.read.document import Document, Span, Text
from iij_xbrl.read.markup import plain
from iij_xbrl.read.runs import runs
from iij_xbrl.read.text import parse
from iij_xbrl.report import Report, build_report
from iij_xbrl.report.model import Period
from iij_xbrl.taxonomy.index import Entity, Taxonomy
from iij_xbrl.write.inline.release import write_inline
from support import at

HALF = Period(date(2011, 9, 30), date(2011, 4, 1))
IX = "{http://www.xbrl.org/2013/inlineXBRL}"
X = "{http://www.w3.org/1999/xhtml}"
TABLE = """# Results

| | 1H11 |
|---|---:|
| | JPY thousands |
| Total | {} |
"""


@pytest.fixture
def taxonomy() -> Taxonomy:
    return Taxonomy(
        prefix="t",
        namespace="https://t.example/2026/t",
        schema_ref="https://t.example/2026/t-2026.xsd",
        entity=Entity("T & Co.", "http://www.sec.gov/CIK", "0001090633", "JPY", (4, 1), ()),
        types={},
        concepts={},
        places=(),
        default_members={},
        version="1.0",
        folder=Path(),
    )


def occurrence(
    source: str, text: str, value: str, decimals: int, *, concept: str = "Revenues", unit: str = "iso4217:JPY"
) -> Occurrence:
    """An occurrence on the first place where `text` stands in `source`."""
    lines = source.split("\n")
    line = next(number for number, content in enumerate(lines, 1) if text in content)
    start = lines[line - 1].index(text)
    point = DataPoint(concept, (), HALF, unit)
    span = _span(parse(source, "r"), line, start, len(text))
    return Occurrence(point, Decimal(value), Decimal(value), decimals, span, text, "Total", "Results")


def _span(document: Document, line: int, start: int, length: int) -> Span:
    """Characters of a line of the source, in the text of the document that holds them."""
    for text in document.texts:
        origin = text.span.origin
        if origin.line == line and origin.start <= start < origin.end:
            return text.span.within(start - origin.start, start - origin.start + length)
    raise AssertionError(f"no text on line {line} from {start}")


def page(source: str, taxonomy: Taxonomy, *occurrences: Occurrence, look: Path | None = None) -> etree._Element:
    document: Document = parse(source, "r")
    report: Report = build_report("r", occurrences, ())
    return etree.fromstring(write_inline(document, report, taxonomy, look=look))


def tags(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(f"{IX}nonFraction"))


@pytest.mark.parametrize(
    ("printed", "value", "decimals", "enclosed", "scale", "sign"),
    [
        ("46,234,951", "46234951000", -3, "46,234,951", "3", None),
        ("(2,107)", "-2107000", -3, "2,107", "3", "-"),
        ("△2,107", "-2107000", -3, "2,107", "3", "-"),
        ("(2,107)", "2107000", -3, "2,107", "3", None),
        ("248", "-248000000", -6, "248", "6", "-"),
        ("6,717.11", "6717.11", 2, "6,717.11", None, None),
        ("(12.6%)", "-0.126", 3, "12.6", "-2", "-"),
        ("1.166", "1166000", -3, "1.166", "6", None),
        ("0", "0", -3, "0", "3", None),
        ("0.0%", "0", 3, "0.0", "-2", None),
    ],
)
def test_a_tag_encloses_digits_and_separators_only(printed, value, decimals, enclosed, scale, sign, taxonomy):
    source = TABLE.format(printed)
    (tag,) = tags(page(source, taxonomy, occurrence(source, printed, value, decimals)))
    assert tag.text == enclosed
    assert tag.get("format") == "ixt:num-dot-decimal"
    assert (tag.get("scale"), tag.get("sign"), tag.get("decimals")) == (scale, sign, str(decimals))
    factor = Decimal(10) ** int(tag.get("scale", "0")) * (-1 if sign else 1)
    assert Decimal(enclosed.replace(",", "")) * factor == Decimal(value)


def test_a_nil_dash_becomes_zero(taxonomy):
    source = TABLE.format("—")
    (tag,) = tags(page(source, taxonomy, occurrence(source, "—", "0", -3)))
    assert (tag.text, tag.get("format"), tag.get("scale")) == ("—", "ixt:fixed-zero", None)


def test_a_fact_in_a_sentence_is_tagged_there(taxonomy):
    source = TABLE.format("1") + "\nRevenues came to JPY47,207 million."
    (tag,) = tags(page(source, taxonomy, occurrence(source, "47,207", "47207000000", -6)))
    assert tag.getparent().tag == f"{X}p"
    assert "".join(tag.getparent().itertext()) == "Revenues came to JPY47,207 million."


def test_two_facts_printed_as_one_number_are_nested(taxonomy):
    source = TABLE.format("206,478")
    issued = occurrence(source, "206,478", "206478", 0, concept="SharesIssued", unit="xbrli:shares")
    outstanding = occurrence(source, "206,478", "206478", 0, concept="SharesOutstanding", unit="xbrli:shares")
    outer, inner = tags(page(source, taxonomy, issued, outstanding))
    assert inner.getparent() is outer
    assert (outer.text, inner.text) == (None, "206,478")
    assert (outer.get("id"), inner.get("id")) == ("f.r_l6c10.v", "f.r_l6c10b.v")


def test_a_number_whose_text_does_not_give_the_value_is_hidden_with_the_reason(taxonomy):
    source = TABLE.format("10.")
    root = page(source, taxonomy, occurrence(source, "10.", "10.1", 1))
    (hidden,) = root.iter(f"{IX}hidden")
    (tag,) = tags(hidden)
    assert (tag.text, tag.get("format"), tag.get("scale")) == ("10.1", None, None)
    (comment,) = hidden.iter(etree.Comment)
    assert "'10.'" in comment.text
    assert [cell.text for cell in root.iter(f"{X}td") if cell.text] == ["10."]


def test_a_fact_that_does_not_stand_where_it_says_is_hidden(taxonomy):
    source = TABLE.format("5,000")
    elsewhere = replace(occurrence(source, "5,000", "5000", 0), span=at(6, 0, 5))
    root = page(source, taxonomy, elsewhere)
    assert [tag.text for tag in tags(root.find(f".//{IX}hidden"))] == ["5000"]
    assert len(tags(root)) == 1


def test_facts_on_crossing_spans_are_not_lost(taxonomy):
    source = TABLE.format("4,775 4,715")
    whole = occurrence(source, "4,775 4,715", "4775000", -3)
    part = occurrence(source, "775", "775000", -3, concept="Cost")
    assert {tag.get("name") for tag in tags(page(source, taxonomy, whole, part))} == {"t:Revenues", "t:Cost"}


def test_header_rows_stand_apart_and_say_what_they_head(taxonomy):
    root = page(TABLE.format("1"), taxonomy)
    (table,) = root.iter(f"{X}table")
    assert table.get("summary") == "Results"
    assert [cell.text for cell in table.iterfind(f"{X}thead/{X}tr/{X}th[@scope='col']")] == ["1H11", "JPY thousands"]
    assert [cell.text for cell in table.iterfind(f"{X}tbody/{X}tr/{X}th[@scope='row']")] == ["Total"]


def test_a_table_of_words_has_a_body(taxonomy):
    root = page("Date\tEvent\n2Q11\tNew shop\n3Q11\tOld shop", taxonomy)
    assert [len(list(table)) for table in root.iter(f"{X}tbody")] == [3]
    assert list(root.iter(f"{X}thead")) == []


def test_rows_are_filled_up_to_the_widest(taxonomy):
    source = "A\t1H11\tYoY\nTotal\t5\nNet\t6\t7"
    root = page(source, taxonomy)
    assert {len(row) for row in root.iter(f"{X}tr")} == {3}


def test_a_row_with_a_label_only_heads_a_group(taxonomy):
    root = page("A\t1H11\nASSETS:\t\nCash\t5", taxonomy)
    assert [row.get("class") for row in root.iterfind(f".//{X}tbody/{X}tr")] == ["group", None]


def test_lines_of_a_paragraph_stay_lines_and_bold_runs_on(taxonomy):
    root = page(TABLE.format("1") + "\n**Tokyo,\nJapan** today\n- one & two", taxonomy)
    (paragraph,) = root.iter(f"{X}p")
    assert [bold.text for bold in paragraph.iter(f"{X}b")] == ["Tokyo,", "Japan"]
    assert paragraph.find(f"{X}span[@class='item']").text == "- one & two"
    assert len(paragraph.findall(f"{X}br")) == 2


def test_a_page_needs_no_script_and_no_network(taxonomy):
    markup = etree.tostring(page(TABLE.format("1"), taxonomy)).decode()
    assert "<script" not in markup
    assert "url(" not in markup
    assert "src=" not in markup
    assert '<style type="text/css">' in markup


def test_the_title_is_the_documents_own_or_the_issuers(taxonomy):
    assert page(TABLE.format("1"), taxonomy).findtext(f".//{X}title") == "Results"
    assert page("A\t1H11\nCash\t5", taxonomy).findtext(f".//{X}title") == "T & Co.: r"


def test_a_release_without_headings_has_the_title_that_names_its_period(taxonomy):
    release = "For Immediate Release\n\nTel: 03-5259-6500\n\nT Announces Results for the Year Ended March 31, 2011\n\n"
    root = page(f"{release}Tokyo, May 12, 2011 - T announced its results today.\n\nA\t1H11\nCash\t5", taxonomy)
    assert root.findtext(f".//{X}title") == "T Announces Results for the Year Ended March 31, 2011"


def test_another_look_replaces_single_templates(taxonomy, tmp_path):
    (tmp_path / "style.css").write_text("p { color: teal; }", encoding="utf-8")
    source = TABLE.format("5")
    root = page(source, taxonomy, occurrence(source, "5", "5000", -3), look=tmp_path)
    assert root.findtext(f".//{X}style").strip() == "p { color: teal; }"
    assert len(tags(root)) == 1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("IP Service<sup>2</sup>", [("IP Service", "plain"), ("2", "mark")]),
        ("IP Service*3", [("IP Service", "plain"), ("*3", "mark")]),
        ("a **b** c", [("a ", "plain"), ("b", "bold"), (" c", "plain")]),
        ("<b>JPY</b>5", [("JPY", "bold"), ("5", "plain")]),
        ("one<br>two", [("one", "plain"), ("", "break"), ("two", "plain")]),
        ("A&amp;B", [("A&", "plain"), ("B", "plain")]),
        ("<Investing Activities>", [("<Investing Activities>", "plain")]),
        ("<http://t.example/>", [("http://t.example/", "aside")]),
        ("\\$5\x07", [("$5 ", "plain")]),
    ],
)
def test_markup_of_the_source_becomes_styles(raw, expected):
    text = Text(raw, plain(raw), at(1, 0, len(raw)))
    assert [(run.text, run.style) for run in runs(text)] == expected


def test_a_table_has_its_own_headers_below_one_that_is_two(taxonomy):
    stacked = """# Results

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY thousands | JPY thousands |
| Total revenues | 1 | 2 |
| | March 31, 2011 | September 30, 2011 |
| | JPY thousands | JPY thousands |
| Total assets | 3 | 4 |

# Contracts

| | 1H11 |
|---|---:|
| Contracts | 5 |
"""
    tables = page(stacked, taxonomy).iter(f"{X}table")
    heads = [len(table.findall(f"{X}thead/{X}tr")) for table in tables]
    assert heads == [2, 1]
