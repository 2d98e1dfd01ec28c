"""The compiled files: what the schema declares, which arcs stand in which linkbase, and that bytes never change."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from iij_xbrl.errors import SourceError
from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.taxonomy.build import load_model
from iij_xbrl.taxonomy.compiler.compile import compile_taxonomy

XLINK = "{http://www.w3.org/1999/xlink}"
LINK = "{http://www.xbrl.org/2003/linkbase}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
XBRLI = "{http://www.xbrl.org/2003/instance}"
XBRLDT = "{http://xbrl.org/2005/xbrldt}"
DIMENSION = "http://xbrl.org/int/dim/arcrole/"


def document(files, kind):
    name = f"package/toy-2020-01-31{kind}"
    return etree.fromstring(files[name])


def arcs(files, kind, role, name=""):
    """(from, to, arc) for each arc of a role, in document order."""
    root = document(files, f"-{kind}{name}.xml")
    link = root.find(f"{LINK}{kind}Link[@{XLINK}role='https://toy.example/taxonomy/role/{role}']")
    names = {
        loc.get(f"{XLINK}label"): loc.get(f"{XLINK}href").rsplit("#toy_", 1)[1] for loc in link.iterfind(f"{LINK}loc")
    }
    return [
        (names[arc.get(f"{XLINK}from")], names[arc.get(f"{XLINK}to")], arc)
        for arc in link
        if arc.get(f"{XLINK}type") == "arc"
    ]


def pairs(files, kind, role, name=""):
    return [(start, end) for start, end, _ in arcs(files, kind, role, name)]


def labels(files, language, concept):
    root = document(files, f"-label-{language}.xml")
    found = root.iterfind(f".//{LINK}label[@{XLINK}label='label_{concept}']")
    return {label.get(f"{XLINK}role").rsplit("/", 1)[1]: label.text for label in found}


def element(files, name):
    return document(files, ".xsd").find(f"{XSD}element[@name='{name}']")


# Schema


def test_a_concept_is_declared_with_type_period_and_balance(files):
    sales = element(files, "Sales")
    assert sales.get("type") == "xbrli:monetaryItemType"
    assert sales.get(f"{XBRLI}periodType") == "duration"
    assert sales.get(f"{XBRLI}balance") == "credit"
    assert sales.get("id") == "toy_Sales"
    assert sales.get("nillable") == "true"


def test_a_type_of_ours_is_defined_and_used(files):
    assert document(files, ".xsd").find(f"{XSD}complexType[@name='visitsItemType']") is not None
    assert element(files, "Visits").get("type") == "toy:visitsItemType"
    assert element(files, "Visits").get(f"{XBRLI}balance") is None


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("ServicesAbstract", "xbrli:item"),
        ("IncomeAbstract", "xbrli:item"),
        ("RegionsTable", "xbrldt:hypercubeItem"),
        ("RegionAxis", "xbrldt:dimensionItem"),
        ("NorthMember", "xbrli:item"),
    ],
)
def test_structure_is_abstract(files, name, group):
    assert element(files, name).get("abstract") == "true"
    assert element(files, name).get("substitutionGroup") == group


def test_roles_are_defined_in_order_with_kind_and_title(files):
    definitions = [role.findtext(f"{LINK}definition") for role in document(files, ".xsd").iter(f"{LINK}roleType")]
    assert definitions == [
        "1 - Disclosure - Cash",
        "2 - Disclosure - Regions",
        "3 - Disclosure - Income",
        "4 - Dimensions - Regions, changes",
        "5 - Dimensions - Changes",
        "6 - Dimensions - Without members",
    ]


# Presentation


def test_presentation_follows_the_printed_order_with_the_total_last_under_its_heading(files):
    assert pairs(files, "presentation", "Income") == [
        ("IncomeAbstract", "SalesAbstract"),
        ("SalesAbstract", "ToySales"),
        ("SalesAbstract", "ServicesAbstract"),
        ("ServicesAbstract", "RepairSales"),
        ("ServicesAbstract", "RepairSalesPercentOfRevenue"),
        ("SalesAbstract", "Returns"),
        ("SalesAbstract", "Sales"),
        ("SalesAbstract", "SalesChangePercent"),
        ("IncomeAbstract", "Visits"),
        ("Visits", "OnlineVisits"),
    ]


@pytest.mark.parametrize(
    ("role", "concept", "preferred"),
    [
        ("Income", "Sales", "http://www.xbrl.org/2003/role/totalLabel"),
        ("Income", "Returns", "http://www.xbrl.org/2009/role/negatedLabel"),
        ("Income", "ToySales", None),
    ],
)
def test_verb_and_kind_decide_the_preferred_label(files, role, concept, preferred):
    found = [arc.get("preferredLabel") for _, end, arc in arcs(files, "presentation", role) if end == concept]
    assert found == [preferred]


def test_opening_and_closing_have_labels_of_their_own(files):
    found = [arc.get("preferredLabel").rsplit("/", 1)[1] for _, _, arc in arcs(files, "presentation", "Cash")]
    assert found == ["periodStartLabel", "periodEndLabel"]
    assert labels(files, "en", "Cash") == {
        "label": "Cash",
        "periodStartLabel": "Cash, beginning of period",
        "periodEndLabel": "Cash, end of period",
    }
    assert labels(files, "ja", "Cash")["periodStartLabel"] == "現金、期首"


def test_each_preferred_label_exists_in_each_language(files):
    for role in ("Cash", "Regions", "Income"):
        for _, concept, arc in arcs(files, "presentation", role):
            preferred = arc.get("preferredLabel")
            if preferred is not None:
                for language in ("en", "ja"):
                    assert preferred.rsplit("/", 1)[1] in labels(files, language, concept)


@pytest.mark.parametrize("name", ["presentation", "calculation-Income", "definition"])
def test_no_two_arcs_of_a_link_share_their_locators(files, name):
    for link in document(files, f"-{name}.xml").iterfind(f"{LINK}{name.partition('-')[0]}Link"):
        ends = [(arc.get(f"{XLINK}from"), arc.get(f"{XLINK}to")) for arc in link if arc.get(f"{XLINK}type") == "arc"]
        assert len(ends) == len(set(ends))


def test_a_total_is_not_shown_below_itself(files):
    inner = [pair for pair in pairs(files, "presentation", "Regions") if "Sales" in pair]
    assert ("Sales", "Sales") not in inner
    assert ("RegionsLineItems", "Sales") in inner


# Calculation


def test_a_partition_is_summation_arcs_of_calculations_1_1(files):
    found = [(start, end, arc.get("weight")) for start, end, arc in arcs(files, "calculation", "Income", "-Income")]
    assert found == [("Sales", "ToySales", "1"), ("Sales", "RepairSales", "1"), ("Sales", "Returns", "-1")]
    root = document(files, "-calculation-Income.xml")
    reference = root.find(f"{LINK}arcroleRef")
    assert reference.get("arcroleURI") == "https://xbrl.org/2023/arcrole/summation-item"
    assert reference.get(f"{XLINK}href") == "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"
    assert {arc.get(f"{XLINK}arcrole") for arc in root.iter(f"{LINK}calculationArc")} == {
        "https://xbrl.org/2023/arcrole/summation-item"
    }


def test_an_of_which_line_is_not_summed(files):
    assert b"OnlineVisits" not in files["package/toy-2020-01-31-calculation-Income.xml"]


def test_a_sum_over_members_has_no_arcs(files):
    assert [name for name in files if "-calculation-" in name] == [
        "package/toy-2020-01-31-calculation-Income.xml",
        "package/toy-2020-01-31-calculation-Income.xsd",
    ]


def test_a_subtotal_is_arcs_beside_the_partitions(edited):
    model = load_model(
        edited("income.yaml", "lines:\n- total: Sales", "subtotals: [Sales = ToySales]\nlines:\n- total: Sales")
    )
    (income,) = (place for place in model.places if place.role == "Income")
    (calculation,) = income.calculations
    assert [arc.item for arc in calculation.arcs] == ["ToySales", "RepairSales", "Returns"]


LAYOUTS = """\
layouts:
- {without: [RepairSales]}
- {name: Repairs, title: {en: with repairs, ja: 修理あり}, without: [ToySales, Returns]}
lines:
- total: Sales"""


def test_each_layout_is_a_link_role_of_its_own_without_the_lines_of_the_others(edited, templates):
    model = load_model(edited("income.yaml", "lines:\n- total: Sales", LAYOUTS))
    (income,) = (place for place in model.places if place.role == "Income")
    assert {item.role: [arc.item for arc in item.arcs] for item in income.calculations} == {
        "Income": ["ToySales", "Returns"],
        "IncomeRepairs": ["RepairSales"],
    }
    files = compile_taxonomy(model, templates)
    assert "Income, with repairs" in files["package/toy-2020-01-31.xsd"].decode()
    assert pairs(files, "calculation", "IncomeRepairs", "-IncomeRepairs") == [("Sales", "RepairSales")]


def test_roles_have_labels_in_both_languages(files):
    texts = [item.text for item in document(files, "-label-roles.xml").iter("{http://xbrl.org/2008/label}label")]
    assert texts[:2] == ["1 - Disclosure - Cash", "1 - 開示 - 現金"]


# Dimensions


def test_a_place_with_members_has_a_closed_hypercube_in_the_scenario(files):
    found = {(start, end): arc for start, end, arc in arcs(files, "definition", "Regions")}
    every = found["RegionsLineItems", "RegionsTable"]
    assert every.get(f"{XLINK}arcrole") == f"{DIMENSION}all"
    assert every.get(f"{XBRLDT}closed") == "true"
    assert every.get(f"{XBRLDT}contextElement") == "scenario"
    assert ("RegionsTable", "RegionAxis") in found
    assert ("RegionDomain", "SouthMember") in found
    assert ("RegionsLineItems", "Sales") in found


def test_the_default_member_is_declared(files):
    defaults = [
        (start, end)
        for start, end, arc in arcs(files, "definition", "Regions")
        if arc.get(f"{XLINK}arcrole") == f"{DIMENSION}dimension-default"
    ]
    assert defaults == [("RegionAxis", "RegionDomain")]


def test_changes_have_a_hypercube_whose_axis_has_no_default(files):
    found = arcs(files, "definition", "Changes")
    assert [(start, end) for start, end, _ in found] == [
        ("ChangesLineItems", "ChangesTable"),
        ("ChangesTable", "ChangeBasisAxis"),
        ("ChangeBasisAxis", "ChangeBasisDomain"),
        ("ChangeBasisDomain", "YearOnYearMember"),
        ("ChangesLineItems", "SalesChangePercent"),
    ]
    assert found[2][2].get(f"{XBRLDT}usable") == "false"


def test_changes_of_a_place_with_members_have_its_axes_too(files):
    assert ("RegionsChangesTable", "RegionAxis") in pairs(files, "definition", "RegionsChanges")
    assert ("RegionsChangesTable", "ChangeBasisAxis") in pairs(files, "definition", "RegionsChanges")


def test_what_is_printed_without_members_is_in_a_hypercube_without_axes(files):
    held = [end for start, end in pairs(files, "definition", "Undimensioned") if start == "UndimensionedLineItems"]
    assert "RepairSalesPercentOfRevenue" in held
    assert "Cash" in held
    assert "Sales" not in held  # valid without a member by the default of RegionAxis
    assert "SalesChangePercent" not in held


def test_a_concept_whose_only_hypercube_demands_a_member_gets_one_that_demands_none(edited, templates):
    folder = edited("dimensions.yaml", "    default: RegionDomain\n", "")
    files = compile_taxonomy(load_model(folder), templates)
    assert pairs(files, "definition", "RegionsWithoutRegion") == [
        ("RegionsWithoutRegionLineItems", "RegionsWithoutRegionTable"),
        ("RegionsWithoutRegionLineItems", "Sales"),
    ]


# Package


def test_the_catalog_maps_the_published_address_to_the_package(files):
    catalog = etree.fromstring(files["package/META-INF/catalog.xml"])
    assert dict(catalog[0].attrib) == {
        "uriStartString": "https://toy.example/taxonomy/2020-01-31/",
        "rewritePrefix": "../",
    }
    assert (
        b'href="https://toy.example/taxonomy/2020-01-31/toy-2020-01-31.xsd"'
        in files["package/META-INF/taxonomyPackage.xml"]
    )


def test_a_label_with_markup_characters_is_escaped(edited, templates):
    folder = edited("income.yaml", "en: Toy sales", 'en: "Toys & <games>"')
    files = compile_taxonomy(load_model(folder), templates)
    assert labels(files, "en", "ToySales") == {"label": "Toys & <games>"}
    assert json.loads(files["index.json"])["concepts"]["ToySales"]["labels"]["en"] == "Toys & <games>"


PROGRAM = """
import hashlib, sys
from collections import Counter
from pathlib import Path
from iij_xbrl.taxonomy.build import load_model
from iij_xbrl.taxonomy.compiler.compile import compile_taxonomy
files = compile_taxonomy(load_model(Path(sys.argv[1])), Path(sys.argv[2]))
print(hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).hexdigest())
"""


def test_the_same_source_gives_the_same_bytes_whatever_the_hash_seed(toy, templates):
    converter = str(Path(__file__).parents[3] / "converter")
    digests = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, toy, templates],
            env={"PYTHONPATH": converter, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_ratios_that_change_over_time_are_data_beside_their_concept_and_no_days_in_xpath():
    taxonomy = load_taxonomy()
    package = taxonomy.folder / "package"
    days = [day for day, _ in taxonomy.entity.ads_ratios]
    schema = (package / taxonomy.entry_point).read_text(encoding="utf-8")
    formulas = [path.read_text(encoding="utf-8") for path in package.glob("*-formula*.xml")]
    assert days
    assert all(re.search(rf' iij:ratios="[^"]*{day}/', schema) for day in days)
    assert not [day for day in days for text in formulas if day in text]


def test_a_ratio_of_an_unknown_concept_is_a_located_mistake(edited):
    folder = edited("taxonomy.yaml", 'start: "01-01"', 'start: "01-01"\n  ads_ratio_concept: Visit')
    with pytest.raises(SourceError, match=r"taxonomy.yaml:\d+: unknown concept Visit; did you mean Visits"):
        load_model(folder)


def test_a_role_shows_a_concept_with_each_of_its_labels_once():
    taxonomy = load_taxonomy()
    (path,) = (taxonomy.folder / "package").glob("*-presentation.xml")
    links = etree.parse(path).getroot().iter(f"{LINK}presentationLink")
    repeated = []
    for link in links:
        concepts = {found.get(f"{XLINK}label"): found.get(f"{XLINK}href") for found in link.iter(f"{LINK}loc")}
        shown = Counter(
            (concepts[arc.get(f"{XLINK}to")], arc.get("preferredLabel")) for arc in link.iter(f"{LINK}presentationArc")
        )
        repeated += [(link.get(f"{XLINK}role"), *what) for what, count in shown.items() if count > 1]
    assert repeated == []


def test_what_a_role_shows_again_is_labelled_with_the_heading_above_it():
    taxonomy = load_taxonomy()
    (path,) = (taxonomy.folder / "package").glob("*-label-en.xml")
    verbose = [
        label.text
        for label in etree.parse(path).getroot().iter(f"{LINK}label")
        if label.get(f"{XLINK}role", "").endswith("/verboseLabel")
    ]
    assert "Network services: WAN services revenue" in verbose


def test_labels_are_in_the_languages_in_which_reports_say_their_facts():
    package = load_taxonomy().folder / "package"
    for language in ("en", "ja"):
        (path,) = package.glob(f"*-label-{language}.xml")
        labels = etree.parse(path).getroot().iter(f"{LINK}label")
        assert {label.get("{http://www.w3.org/XML/1998/namespace}lang") for label in labels} == {language}
