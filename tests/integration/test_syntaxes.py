"""One model, four syntaxes: Arelle loads each, and what it loads is what the report says."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from examples import document_of, report_on, shipped
from iij_xbrl.extract.cells.numbers import is_dash
from iij_xbrl.facts import Occurrence
from iij_xbrl.read import Document
from iij_xbrl.report import Footnote, Report
from iij_xbrl.report.ids import note_id_on, occurrence_ids, text_id, undetermined_id
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.validate.arelle import load_report
from iij_xbrl.validate.loaded import LoadedFact, LoadedFootnote, LoadedReport
from iij_xbrl.write import write_csv, write_inline, write_instance, write_json
from iij_xbrl.write.aspects import references_of
from iij_xbrl.write.inline.texts import with_blocks
from iij_xbrl.write.packages import report_package
from support import together

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/release.md"))
RELEASES = EXAMPLES + sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
DATA = ("report.xbrl", "report.json", "report.csv.json")
INLINE = "report.xhtml"
PACKAGES = {"inline.xbri": INLINE, "other.xbr": "report.json"}
IX = "{http://www.xbrl.org/2013/inlineXBRL}"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return shipped()


@pytest.fixture(scope="module")
def package(taxonomy) -> Path:
    return taxonomy.folder / "package"


def id_of(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def apart(releases):
    """Each release with the tests of it together, which load each file once."""
    return [pytest.param(path, marks=together(f"syntaxes-{id_of(path)}"), id=id_of(path)) for path in releases]


OF_EXAMPLES = pytest.mark.parametrize("release", apart(EXAMPLES), indirect=True)
# What the data files hold does not depend on the page: those of two are loaded, and `test_stock_processor` opens all.
OF_TWO = pytest.mark.parametrize(
    "release", apart(path for path in EXAMPLES if path.parent.name in ("1h11", "1h16")), indirect=True
)
# With a package Arelle validates the taxonomy inside, which is what takes time: packages are those of one example here,
# and of another in `test_stock_processor`.
OF_ONE = pytest.mark.parametrize("release", apart(EXAMPLES[:1]), indirect=True)


@pytest.fixture(scope="module", params=apart(RELEASES))
def release(request) -> Path:
    return request.param


@pytest.fixture(scope="module")
def document(release) -> Document:
    return document_of(release)


@pytest.fixture(scope="module")
def mapped(release) -> Report:
    return with_footnotes(report_on(release))


@pytest.fixture(scope="module")
def report(mapped, inline) -> Report:
    """The report with its text blocks, whose values are what the page encloses."""
    return with_blocks(mapped, inline)


def with_footnotes(report: Report) -> Report:
    """The report with a note of our own on two facts, and another one on the second place of a fact."""
    ids = occurrence_ids(occurrence for fact in report.facts for occurrence in fact.occurrences)
    first, second, third = (fact.id for fact in report.facts[:3])
    again = next((ids[fact.occurrences[1]] for fact in report.facts if len(fact.occurrences) > 1), second)
    notes = (
        Footnote(note_id_on(first), "Stands for two; R&D < 5.", "en", (first, second)),
        Footnote(note_id_on(again), "#1 of the day", "en", (again, third)),
    )
    return replace(report, footnotes=(*report.footnotes, *notes))


@pytest.fixture(scope="module")
def inline(document, mapped, taxonomy) -> bytes:
    return write_inline(document, mapped, taxonomy)


@pytest.fixture(scope="module")
def page(inline) -> etree._Element:
    return etree.fromstring(inline)


@pytest.fixture(scope="module")
def folder(report, inline, taxonomy, package, tmp_path_factory) -> Path:
    """The report in every syntax and both kinds of package."""
    target = tmp_path_factory.mktemp("syntaxes")
    json = write_json(report, taxonomy)
    files = {
        "report.xhtml": inline,
        "report.xbrl": write_instance(report, taxonomy),
        "report.json": json,
        **write_csv(replace(report, name="report"), taxonomy),
        "inline.xbri": report_package(
            "xbri", "report", {"report.xhtml": inline}, package, referred_to(report, taxonomy)
        ),
        "other.xbr": report_package("xbr", "report", {"report.json": json}, package, referred_to(report, taxonomy)),
    }
    for name, content in files.items():
        (target / name).write_bytes(content)
    return target


@pytest.fixture(scope="module")
def loaded(folder, package) -> Callable[[str], LoadedReport]:
    """What Arelle makes of a file, which it loads once."""
    found: dict[str, LoadedReport] = {}

    def load(name: str) -> LoadedReport:
        if name not in found:
            found[name] = load_report(folder / name, None if name.endswith(("xbri", "xbr")) else package)
        return found[name]

    return load


def referred_to(report: Report, taxonomy: Taxonomy) -> list[str]:
    return [reference.rpartition("/")[2] for reference in references_of(report, taxonomy)]


@pytest.fixture(scope="module")
def occurrences(report) -> Mapping[str, Occurrence]:
    ids = occurrence_ids(occurrence for fact in report.facts for occurrence in fact.occurrences)
    return {id_: occurrence for occurrence, id_ in ids.items()}


def expected(id_: str, occurrence: Occurrence, taxonomy: Taxonomy) -> tuple[object, ...]:
    point = occurrence.point
    written = tuple(sorted(pair for pair in point.dimensions if pair not in taxonomy.default_members.items()))
    return (
        id_, point.concept, written, str(point.period), point.unit, occurrence.value, str(occurrence.decimals)
    )  # fmt: skip


def left_open(report: Report) -> list[tuple[object, ...]]:
    """What the dashes that leave a data point open should be loaded as: nil facts."""
    return [
        (
            undetermined_id(dash), dash.point.concept, dash.point.dimensions, str(dash.point.period), dash.point.unit,
            None, "",
        )
        for dash in report.undetermined
    ]  # fmt: skip


def aspects(fact: LoadedFact) -> tuple[object, ...]:
    return fact.id, fact.concept, fact.dimensions, fact.period, fact.unit, fact.value, fact.decimals


def notes(report: Report, facts: Mapping[str, str]) -> list[LoadedFootnote]:
    """The footnotes of a report as they should be loaded; `facts` gives the written fact of each occurrence."""
    loaded = (
        LoadedFootnote(note.id, note.text, note.language, tuple(sorted({facts[id_] for id_ in note.facts})))
        for note in report.footnotes
    )
    return sorted(loaded, key=lambda note: note.id)


@pytest.mark.slow
@OF_TWO
@pytest.mark.parametrize("name", DATA)
def test_each_data_point_is_loaded_once_as_the_report_has_it(name, loaded, report, occurrences, taxonomy):
    found = loaded(name)
    facts = [expected(fact.id, fact.occurrence, taxonomy) for fact in report.facts]
    assert sorted(map(aspects, found.facts), key=str) == sorted([*facts, *left_open(report)], key=str)
    ids = {occurrence: id_ for id_, occurrence in occurrences.items()}
    written = {ids[occurrence]: fact.id for fact in report.facts for occurrence in fact.occurrences}
    assert list(found.footnotes) == notes(report, written)


@pytest.mark.slow
@OF_TWO
@pytest.mark.parametrize("name", [INLINE, *DATA])
def test_facts_in_words_are_the_same_in_every_syntax(name, loaded, report):
    found = loaded(name)
    expected = {text_id(fact): (fact.concept, str(fact.period), fact.value) for fact in report.texts}
    assert {text.id: (text.concept, text.period, text.value) for text in found.texts} == expected
    languages = {text.id: text.language for text in found.texts}
    assert all(languages[text_id(fact)] == fact.language for fact in report.texts if fact.language)


@pytest.mark.slow
@OF_EXAMPLES
def test_the_inline_report_holds_every_occurrence(loaded, report, occurrences, taxonomy):
    found = loaded(INLINE)
    facts = [expected(*item, taxonomy) for item in occurrences.items()]
    assert sorted(map(aspects, found.facts), key=str) == sorted([*facts, *left_open(report)], key=str)
    assert list(found.footnotes) == notes(report, {id_: id_ for id_ in occurrences})


@pytest.mark.slow
@OF_ONE
@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_holds_its_file_and_needs_nothing_beside_it(name, loaded):
    package, file = loaded(name), loaded(PACKAGES[name])
    assert len(package.facts) > 500
    assert set(package.facts) == set(file.facts)  # Arelle keeps no order
    assert (package.texts, package.footnotes) == (file.texts, file.footnotes)
    assert Counter(message.code for message in package.messages) == Counter(message.code for message in file.messages)


@pytest.mark.slow
@OF_EXAMPLES
def test_arelle_reports_no_error_in_the_page(loaded):
    no_error(loaded(INLINE))


@pytest.mark.slow
@OF_TWO
@pytest.mark.parametrize("name", DATA)
def test_arelle_reports_no_error_in_the_data(name, loaded):
    no_error(loaded(name))


def no_error(found: LoadedReport) -> None:
    said = found.messages
    assert Counter(message.code for message in said if message.severity == "error") == Counter()
    # Unequal duplicates are findings about the release; anything else would be a mistake of ours.
    assert {message.code for message in said if message.severity == "warning"} <= {"arelle:duplicateFacts"}


def test_every_occurrence_is_tagged_once_and_none_is_hidden(page, report, occurrences):
    nil = {undetermined_id(dash) for dash in report.undetermined}
    assert sorted(tag.get("id") for tag in page.iter(f"{IX}nonFraction")) == sorted([*occurrences, *nil])
    assert page.find(f".//{IX}hidden//{IX}nonFraction") is None


def test_a_tag_encloses_the_printed_number_without_its_sign_marks(page, occurrences):
    for tag in page.iter(f"{IX}nonFraction"):
        if tag.get(NIL):
            continue
        printed = occurrences[tag.get("id")].text
        text = "".join(tag.itertext())
        assert re.fullmatch(r"[0-9][0-9,]*(\.[0-9]+)?|[-‐‑–—−―ー_]", text), text
        before, inside, after = printed.partition(text)
        assert inside, (text, printed)
        assert not re.search("[0-9]", before + after), (text, printed)
        assert {child.tag for child in tag} <= {f"{IX}nonFraction"}


def test_a_nil_fact_stands_empty_beside_its_dash(page, report):
    nil = [tag for tag in page.iter(f"{IX}nonFraction") if tag.get(NIL)]
    assert len(nil) == len(report.undetermined)
    for tag in nil:
        before = (tag.getprevious().tail if tag.getprevious() is not None else tag.getparent().text) or ""
        assert not len(tag) and not tag.text
        assert is_dash(before.strip()[-1:])


def test_the_page_shows_the_whole_text_in_order(page, document):
    assert squeezed(visible(page.find(f".//{XHTML}div[@class='page']"))) == squeezed("".join(plain(document)))


def test_header_cells_say_what_they_head(page):
    for table in page.iter(f"{XHTML}table"):
        assert table.get("summary")
        for row in table.iterfind(f"{XHTML}tbody/{XHTML}tr"):
            label, *figures = row
            if any(figure.find(f".//{IX}nonFraction") is not None for figure in figures) and squeezed(visible(label)):
                # A table that lost its label column starts with figures.
                assert label.get("scope") == "row" or "figure" in label.get("class", ""), visible(label)
        for cell in table.iterfind(f"{XHTML}thead/{XHTML}tr/{XHTML}th"):
            assert cell.get("scope") == "col"


def test_writing_again_gives_the_same_bytes(document, report, taxonomy, inline, package, folder):
    assert write_inline(document, report, taxonomy) == inline
    again = report_package("xbri", "report", {"report.xhtml": inline}, package, referred_to(report, taxonomy))
    assert again == (folder / "inline.xbri").read_bytes()
    assert write_csv(replace(report, name="report"), taxonomy)["report.csv"] == (folder / "report.csv").read_bytes()


def plain(document: Document) -> list[str]:
    """The text of the source in order, its markup blanked out; footnote marks are markup there."""
    found = []
    for block in document.blocks:
        rows = getattr(block, "rows", None)
        lines = getattr(block, "lines", None) or ([block.text] if rows is None else [])
        found += [text.plain for text in lines]
        found += [text.plain for row in rows or () for text in row.texts]
    return found


def visible(element: etree._Element) -> str:
    """The text of the page, without the footnote marks and the words in angle brackets, which `plain` blanks out.

    The remarks behind corrected figures are ours and left out too.
    """
    if element.get("class") in ("mark", "aside", "remark"):
        return element.tail or ""
    inner = (element.text or "") + "".join(map(visible, element))
    return inner + (element.tail or "")


def squeezed(text: str) -> str:
    return "".join(text.split())
