"""Documentation and references: where they are written, what becomes of them, and mistakes in them."""

import pytest
from lxml import etree

from iij_xbrl.errors import SourceError
from iij_xbrl.present.taxonomy import show_concept
from iij_xbrl.taxonomy.build import build, load_model
from iij_xbrl.taxonomy.check import check, style_pass
from iij_xbrl.taxonomy.compiler.compile import compile_taxonomy
from iij_xbrl.taxonomy.show import show

XLINK = "{http://www.w3.org/1999/xlink}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
REF = "{http://www.xbrl.org/2006/ref}"

DOCUMENTS = """\
Sales: {en: What was sold., ja: 販売額。, asc: [225-10-S99-2, 230-10-45-14(a)], tse: 1. (1) Results}
ToySales: {en: Toys sold., ja: 玩具の販売額。}
RepairSales: {en: Repairs done., ja: 修理の売上高。}
Returns: {en: What was given back., ja: 返品額。}
Visits: {en: Visits to the shop., ja: 来店数。}
OnlineVisits: {en: Visits to the site., ja: サイト訪問数。}
Cash: {en: Cash at hand., ja: 手許現金。, asc: 210-10-45}
SalesChangePercent: {tse: 1. (1) Results}
RegionAxis: {en: Regions., ja: 地域の軸。, asc: 280-10-50-22}
NorthMember: {en: The north., ja: 北部。}
ServicesAbstract: {en: Services., ja: サービス。}
"""
CHANGE = 'ja: "{ja}、増減率"}'
SHARE = 'ja: "{ja}、比率"}'


@pytest.fixture
def documented(edited):
    """Writes the toy source with documentation for everything, one text of it replaced; the taxonomy folder."""

    def write(old="", new="", share=True):
        folder = edited()
        settings = folder / "source" / "taxonomy.yaml"
        text = settings.read_text(encoding="utf-8")
        text = text.replace(CHANGE, f'{CHANGE[:-1]}, doc_en: "How {{en}} changed.", doc_ja: "{{ja}}の変化。"}}')
        if share:
            text = text.replace(SHARE, f'{SHARE[:-1]}, doc_en: "{{en}} by sales.", doc_ja: "{{ja}}の比率。"}}')
        settings.write_text(text, encoding="utf-8")
        assert not old or DOCUMENTS.count(old) == 1
        documents = DOCUMENTS.replace(old, new) if old else DOCUMENTS
        (folder / "source" / "documentation.yaml").write_text(documents, encoding="utf-8")
        return folder

    return write


def linkbase(folder, templates, kind):
    files = compile_taxonomy(load_model(folder), templates)
    return etree.fromstring(files[f"package/toy-2020-01-31-{kind}.xml"])


def documentation(folder, templates, language, name):
    labels = linkbase(folder, templates, f"label-{language}").iterfind(f".//{LINK}label[@{XLINK}label='label_{name}']")
    role = "http://www.xbrl.org/2003/role/documentation"
    return [label.text for label in labels if label.get(f"{XLINK}role") == role]


def references(folder, templates, name):
    root = linkbase(folder, templates, "reference")
    arcs = [arc for arc in root.iter(f"{LINK}referenceArc") if arc.get(f"{XLINK}from") == name]
    labels = {arc.get(f"{XLINK}to") for arc in arcs}
    found = [item for item in root.iter(f"{LINK}reference") if item.get(f"{XLINK}label") in labels]
    return [[(part.tag.removeprefix(REF), part.text) for part in reference] for reference in found]


# What becomes of them


@pytest.mark.parametrize(
    ("name", "en", "ja"),
    [
        ("Sales", "What was sold.", "販売額。"),
        ("SalesChangePercent", "How Total sales changed.", "売上高合計の変化。"),
        ("RepairSalesPercentOfRevenue", "Repairs by sales.", "修理の比率。"),
        ("RegionAxis", "Regions.", "地域の軸。"),
        ("NorthMember", "The north.", "北部。"),
        ("ServicesAbstract", "Services.", "サービス。"),
    ],
)
def test_each_name_has_one_documentation_label_in_each_language(documented, templates, name, en, ja):
    folder = documented()
    assert documentation(folder, templates, "en", name) == [en]
    assert documentation(folder, templates, "ja", name) == [ja]


def test_a_line_of_a_statement_says_why_it_is_in_no_calculation(documented, templates):
    """The balance of cash at both ends is bound by an assertion, visits by nothing."""
    folder = documented()
    income, cash = folder / "source" / "income.yaml", folder / "source" / "cash.yaml"
    income.write_text(income.read_text(encoding="utf-8").replace("role: Income", "role: Income\nkind: statement"))
    text = cash.read_text(encoding="utf-8").replace("role: Cash", "role: Cash\n  kind: statement", 1)
    roll = "  relations:\n  - Cash[closing] = Cash[opening] + Sales\n- role: Regions"
    cash.write_text(text.replace("- role: Regions", roll), encoding="utf-8")
    (visits,) = documentation(folder, templates, "en", "Visits")
    assert visits == 'Visits to the shop. It is in no calculation of "Income", since it adds up with no other line.'
    (cash_en,) = documentation(folder, templates, "en", "Cash")
    assert cash_en.endswith("since what it adds up with is of other dates or columns; assertions check it.")
    assert documentation(folder, templates, "ja", "Visits") == [
        "来店数。「損益」では、他の項目と合計されないため計算リンクに含まれない。"
    ]
    assert documentation(folder, templates, "en", "Sales") == ["What was sold."]


def test_a_derived_concept_may_have_a_sentence_of_its_own(documented, templates):
    folder = documented("SalesChangePercent: {", "SalesChangePercent: {en: Growth., ja: 成長率。, ")
    assert documentation(folder, templates, "en", "SalesChangePercent") == ["Growth."]


def test_references_are_written_in_the_parts_of_the_standard_reference_schema(documented, templates):
    codification = [("Publisher", "FASB"), ("Name", "Accounting Standards Codification")]
    assert references(documented(), templates, "Sales") == [
        [*codification, ("Number", "225-10"), ("Section", "S99"), ("Paragraph", "2")],
        [*codification, ("Number", "230-10"), ("Section", "45"), ("Paragraph", "14"), ("Subparagraph", "a")],
        [
            ("Publisher", "Tokyo Stock Exchange"),
            ("Name", "Earnings report (kessan tanshin)"),
            ("Section", "1. (1) Results"),
        ],
    ]


def test_a_whole_section_may_be_named(documented, templates):
    (reference,) = references(documented(), templates, "Cash")
    assert reference[2:] == [("Number", "210-10"), ("Section", "45")]


def test_references_are_no_part_of_what_reports_refer_to(documented, templates):
    files = compile_taxonomy(load_model(documented()), templates)
    holders = {path for path, content in files.items() if b'href="toy-2020-01-31-reference.xml"' in content}
    assert holders == {f"package/toy-2020-01-31-{name}.xsd" for name in ("references", "all")}


def test_derived_concepts_and_axes_have_references_too(documented, templates):
    folder = documented()
    assert len(references(folder, templates, "SalesChangePercent")) == 1
    assert len(references(folder, templates, "RegionAxis")) == 1
    assert references(folder, templates, "ToySales") == []


def test_a_reference_that_several_have_is_written_once(documented, templates):
    folder = documented()
    written = linkbase(folder, templates, "reference").iter(f"{LINK}reference")
    sections = [part.text for reference in written for part in reference if part.tag == f"{REF}Section"]
    assert sections.count("1. (1) Results") == 1
    (of_change,) = references(folder, templates, "SalesChangePercent")
    assert of_change in references(folder, templates, "Sales")


def test_a_documented_taxonomy_is_valid(documented, templates):
    folder = documented()
    build(folder, templates)
    assert check(folder, templates=templates) == ()


def test_a_concept_shows_its_documentation_and_references(documented, templates, capsys):
    folder = documented()
    build(folder, templates)
    view = show(folder, "Sales")
    assert view.documentation == {"en": "What was sold.", "ja": "販売額。"}
    assert view.references == ("ASC 225-10-S99-2", "ASC 230-10-45-14(a)", "TSE earnings report, 1. (1) Results")
    show_concept(view)
    printed = capsys.readouterr().out
    assert "販売額。" in printed
    assert "see ASC 230-10-45-14(a)" in printed


# Style


def test_a_concept_without_documentation_is_a_warning_where_it_is_defined(documented):
    (finding,) = style_pass(load_model(documented("ToySales: {en: Toys sold., ja: 玩具の販売額。}\n", "")))
    assert (finding.code, finding.severity) == ("taxonomy.documentation.missing", "warning")
    assert finding.place.endswith("income.yaml:13")
    assert finding.message == "ToySales has no documentation; give it an en and a ja in documentation.yaml"


def test_a_derivation_without_documentation_is_a_warning(documented):
    (finding,) = style_pass(load_model(documented(share=False)))
    assert finding.message.startswith("RepairSalesPercentOfRevenue has no documentation; give percent-of-revenue")


def test_a_taxonomy_that_documents_nothing_is_not_asked_to(model):
    assert style_pass(model) == ()


# Mistakes


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("ToySales:", "ToySale:", 2, "documentation of unknown ToySale; did you mean ToySales"),
        ("NorthMember:", "NortMember:", 10, "documentation of unknown NortMember; did you mean NorthMember"),
        (
            "Repairs done., ja: 修理の売上高。",
            "Repairs done.",
            3,
            "RepairSales is documented in one language; give both",
        ),
        ("asc: 210-10-45}", "asc: ASC 210}", 7, "'ASC 210' is not allowed for 'asc.0'; it must match"),
        ("asc: 210-10-45}", "acs: 210-10-45}", 7, "unknown key 'acs'; did you mean asc"),
        ("Returns: {", "Sales: {", 4, "'Sales' is given twice; first on line 1"),
        (DOCUMENTS, "- Sales\n", 1, "expected names; allowed: ConceptName: {en, ja, asc, tse}"),
        (
            "Visits: {en: Visits to the shop., ja: 来店数。}",
            "Visits: none",
            5,
            "expected keys and values, found 'none'",
        ),
    ],
)
def test_a_mistake_in_the_documentation_is_located(documented, old, new, line, words):
    with pytest.raises(SourceError) as caught:
        load_model(documented(old, new))
    assert f"documentation.yaml:{line}: {words}" in str(caught.value)


def test_a_derivation_documented_in_one_language_is_a_mistake(edited):
    folder = edited("taxonomy.yaml", CHANGE, f'{CHANGE[:-1]}, doc_en: "Change of {{en}}."}}')
    with pytest.raises(SourceError, match=r"taxonomy\.yaml:19: change-percent is documented in one language"):
        load_model(folder)
