"""The inline report of a page is the page: its markup, style and order, with tags and without what runs or fetches."""

from pathlib import Path

import pytest
from lxml import etree

from html_pages import html_of
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html
from iij_xbrl.report import Report
from iij_xbrl.write import write_inline
from support import REPOSITORY, facts

IX, X = "{http://www.xbrl.org/2013/inlineXBRL}", "{http://www.w3.org/1999/xhtml}"
SOURCE = Path(REPOSITORY, "examples", "1h11", "release.md").read_text(encoding="utf-8")
ACTIVE = (
    '<script>alert(1)</script><p onclick="go()" class="a">See <a href="javascript:go()">this</a>, '
    '<a href="https://example.org/">that</a> and <img src="https://example.org/i.png" alt="a chart">.</p>'
    '<div style="background:url(https://example.org/b.png);color:#ff0000">Black &amp; white</div>'
    '<iframe src="x"></iframe>'
)


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def converted(page: str, taxonomy) -> tuple[Report, etree._Element, tuple[str, ...]]:
    document = read_html(File(Path("release.html"), "release", page.encode("utf-8")))
    report = report_of(document, taxonomy)
    return report, etree.fromstring(write_inline(document, report, taxonomy)), document.left_out


@pytest.fixture(scope="module")
def release(taxonomy):
    return converted(html_of(SOURCE), taxonomy)


def shape(element: etree._Element) -> list[object]:
    """An element as nested lists of tags, attributes and texts, elements of inline XBRL left out."""
    found: list[object] = [element.text or ""]
    for child in element:
        tag = str(child.tag)
        if tag == f"{IX}header" or (child.get("style") == "display:none"):
            pass
        elif tag.startswith(IX):
            found += shape(child)
        else:
            name = tag.removeprefix(X)
            attributes = sorted((key.rpartition("}")[2], value) for key, value in child.items())
            found.append((name, attributes, joined(shape(child))))
        found.append(child.tail or "")
    return found


def joined(parts: list[object]) -> list[object]:
    """Neighbouring texts as one, white space as one space."""
    found: list[object] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    tidy = (" ".join(part.split()) if isinstance(part, str) else part for part in found)
    return [part for part in tidy if part]


def test_without_its_tags_the_report_is_the_page(release):
    page = etree.fromstring(html_of(SOURCE), etree.HTMLParser(encoding="utf-8"))
    _, root, _ = release
    assert joined(shape(root.find(f"{X}body"))) == joined(shape(page.find("body")))
    assert root.findtext(f"{X}head/{X}style") == page.findtext("head/style")


def test_every_fact_of_the_page_is_tagged_where_it_stands(release):
    report, root, _ = release
    body = root.find(f"{X}body")
    hidden = {tag.get("id") for tag in root.iter(f"{IX}hidden") for tag in tag}
    tagged = [tag.get("id") for tag in body.iter(f"{IX}nonFraction") if tag.get("id") not in hidden]
    assert len(tagged) == len(set(tagged)) == len(list(facts(report))) + len(report.undetermined)


def test_what_runs_or_fetches_something_is_left_out_and_said(taxonomy):
    _, root, left_out = converted(html_of(SOURCE).replace("<body>", f"<body>{ACTIVE}"), taxonomy)
    markup = etree.tostring(root, encoding="unicode")
    for word in ("alert(1)", "go()", "<script", "<iframe", "i.png", "b.png", "onclick"):
        assert word not in markup
    assert 'href="https://example.org/"' in markup
    assert "Black &amp; white" in markup
    counted = ["1 embedded object", "1 event handler", "2 external resources", "1 link that runs or opens something"]
    assert [line.split(" of the page")[0] for line in left_out] == [*counted, "1 script"]


def test_a_page_without_facts_has_resources_too(taxonomy):
    """Inline XBRL 1.1, rule 14.1.2: a document set without `ix:resources` is not valid."""
    report, page, _ = converted("<p>Nothing was announced on 5 grounds.</p>", taxonomy)
    assert report.facts == ()
    assert page.find(f".//{IX}resources") is not None


def test_an_id_that_xml_does_not_allow_is_left_out_and_one_of_several_stays(taxonomy):
    page = '<html><body><p id="a">One 1</p><p id="a">Two</p><p id="0C1">Three</p><p id="b c">Four</p></body></html>'
    _, root, _ = converted(page, taxonomy)
    assert [(element.text, element.get("id")) for element in root.iter(f"{X}p")] == [
        ("One 1", "a"),
        ("Two", None),
        ("Three", None),
        ("Four", None),
    ]
