"""Reports from elsewhere: nothing in them runs, fetches or unpacks without end, and their words stay."""

import io
import zipfile

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.present.report_input import harmless

PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{}</body></html>'


def cleaned(tmp_path, body):
    path = tmp_path / "report.xhtml"
    path.write_text(PAGE.format(body), encoding="utf-8")
    return harmless(path, Limits()).decode("utf-8")


@pytest.mark.parametrize(
    "evil",
    [
        "<script>evil()</script>",
        '<img src="https://evil.example/a.png"/>',
        '<img src="//evil.example/a.png"/>',
        '<img src="data:image/svg+xml,evil"/>',
        '<img srcset="https://evil.example/a.png 2x"/>',
        '<p onclick="evil()">x</p>',
        '<a href="javascript:evil()">x</a>',
        '<a href="java&#10;script:evil()">x</a>',
        '<a href="data:text/html,evil">x</a>',
        '<link rel="stylesheet" href="https://evil.example/a.css"/>',
        "<style>@import url(https://evil.example/a.css);</style>",
        "<style>p { background: URL( 'https://evil.example/a.png') }</style>",
        "<style>p { background: u\\72l(https://evil.example/a.png) }</style>",
        '<p style="background:url(https://evil.example)">x</p>',
        '<p style="width:expression(evil())">x</p>',
        '<iframe src="https://evil.example/"></iframe>',
        '<object data="https://evil.example/"></object>',
        '<form action="https://evil.example/">x</form>',
        '<meta http-equiv="refresh" content="0;url=https://evil.example/"/>',
        '<base href="https://evil.example/"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>evil()</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<image xlink:href="https://evil.example/a.png"/></svg>',
        '<?xml-stylesheet href="https://evil.example/a.xsl"?>',
    ],
)
def test_what_runs_or_loads_is_taken_out_and_the_words_stay(tmp_path, evil):
    page = cleaned(tmp_path, f"<p>before</p>{evil}behind 2,448")
    assert "evil" not in page
    assert "before" in page
    assert "behind 2,448" in page


@pytest.mark.parametrize(
    "body",
    [
        '<img src="data:image/png;base64,AAAA"/>',
        '<img src="logo.png"/>',
        '<a href="https://issuer.example/">x</a>',
        '<a href="#note">x</a>',
        '<p style="color:red">x</p>',
        "<form>2,448</form>",
    ],
)
def test_what_the_page_holds_itself_stays(tmp_path, body):
    assert body in cleaned(tmp_path, body)


def test_links_to_a_taxonomy_beside_the_report_still_lead_there(tmp_path):
    body = (
        '<link:schemaRef xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xlink:href="own.xsd"/>'
    )
    assert f'xlink:href="{tmp_path.as_uri()}/own.xsd"' in cleaned(tmp_path, body)


def test_a_page_of_too_many_elements_is_refused_with_the_option_that_reads_it(tmp_path):
    path = tmp_path / "report.xhtml"
    path.write_text(PAGE.format("<p>x</p>" * 20), encoding="utf-8")
    with pytest.raises(InputError, match=r"a page of 24 elements; no more than 23 .*--limit elements=24"):
        harmless(path, Limits(elements=23))


def test_an_address_that_is_none_leads_nowhere(tmp_path):
    body = (
        '<link:schemaRef xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xlink:href="http://[::1"/>'
    )
    assert 'xlink:href="http://[::1"' in cleaned(tmp_path, body)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html>&x;</html>', "defines entities"),
        ('<!DOCTYPE html [<!ENTITY x "xxx">]><html/>', "defines entities"),
        ("<div>" * 5000 + "</div>" * 5000, "nested more than 256 levels deep"),
        ("<html><p></html>", "no inline report that can be read"),
        ("hello", "no inline report that can be read"),
        ("PK\x03\x04 no page", "an archive, and no page; rename it to report.xbri"),
        ("<p " + " ".join(f'a{at}="1"' for at in range(1001)) + "/>", ":1: an element of 1,001 attributes"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path, text, words):
    path = tmp_path / "report.xhtml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words) as caught:
        harmless(path, Limits())
    assert len(str(caught.value).splitlines()) == 1


def package(tmp_path, entries):
    path = tmp_path / "report.xbri"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_what_only_begins_as_an_archive_is_one_line(tmp_path):
    path = tmp_path / "report.xbri"
    path.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(InputError, match="no archive that can be read"):
        harmless(path, Limits())


def test_a_package_of_too_many_files_is_refused(tmp_path):
    path = package(tmp_path, {f"r/{at}": b"" for at in range(11)})
    with pytest.raises(InputError, match="an archive of 11 files; no more than 10 are read"):
        harmless(path, Limits(nodes=10))


def test_the_pages_of_a_package_are_made_harmless_and_all_else_stays(tmp_path):
    path = package(tmp_path, {"r/reports/r.xhtml": PAGE.format("<script>evil()</script>"), "r/other.xml": b"<x/>"})
    with zipfile.ZipFile(io.BytesIO(harmless(path, Limits()))) as archive:
        assert archive.namelist() == ["r/reports/r.xhtml", "r/other.xml"]
        assert b"evil" not in archive.read("r/reports/r.xhtml")
        assert archive.read("r/other.xml") == b"<x/>"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (
            Limits(unpacked=2_000_000, ratio=10_000),
            r"an archive of 2,[\d,]+ bytes or more, unpacked.*--limit unpacked=",
        ),
        (Limits(ratio=50), r"unpacks to \d+ times its size or more.*--limit ratio="),
    ],
)
def test_a_package_that_unpacks_without_end_is_refused(tmp_path, limits, words):
    path = package(tmp_path, {"r/reports/r.xhtml": b"\0" * 5_000_000})
    with pytest.raises(InputError, match=words):
        harmless(path, limits)
