"""Relations to the elements of other taxonomies: said beside a line, held against what these are, and compiled."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from iij_xbrl.errors import SourceError
from iij_xbrl.taxonomy.build import build, load_model
from iij_xbrl.taxonomy.check import check
from iij_xbrl.taxonomy.compiler.compile import compile_taxonomy
from iij_xbrl.validate.arelle import validate_taxonomy

OTHERS = """\
us-gaap:
  name: US GAAP Financial Reporting Taxonomy
  publisher: FASB
  date: "2017-01-31"
  namespace: http://fasb.org/us-gaap/2017-01-31
  location: http://xbrl.fasb.org/us-gaap/2017/elts/us-gaap-2017-01-31.xsd
  elements:
    Revenues: monetary duration credit
    SalesReturnsAndAllowances: monetary duration debit
    IncreaseDecreaseInReceivables: monetary duration credit
    CashAndDueFromBanks: monetary instant debit
"""
# The element of a line, and so that each described element is named, those of the others.
LINES = {
    "Sales": ("  en: Total sales", "  same_as: {us-gaap: Revenues}\n  en: Total sales"),
    "ToySales": ("en: Toy sales,", "narrower_than: {us-gaap: Revenues}, en: Toy sales,"),
    "Returns": ("en: Returns,", "same_as: {us-gaap: SalesReturnsAndAllowances}, en: Returns,"),
    "RepairSales": ("en: Repairs,", "wider_than: {us-gaap: IncreaseDecreaseInReceivables}, en: Repairs,"),
}
ARCROLE = "{http://www.w3.org/1999/xlink}arcrole"
FROM, TO = "{http://www.w3.org/1999/xlink}from", "{http://www.w3.org/1999/xlink}to"


@pytest.fixture
def mapped(edited) -> Callable[..., Path]:
    """Writes the toy source with its lines related to us-gaap, some of them otherwise."""

    def write(**other: str) -> Path:
        folder = edited()
        income, cash = folder / "source" / "income.yaml", folder / "source" / "cash.yaml"
        text = income.read_text(encoding="utf-8")
        for line, (old, new) in LINES.items():
            assert text.count(old) == 1
            text = text.replace(old, other.get(line, new))
        income.write_text(text, encoding="utf-8")
        balance = cash.read_text(encoding="utf-8").replace(
            "{en: Cash, ja: 現金, balance", "{en: Cash, ja: 現金, same_as: {us-gaap: CashAndDueFromBanks}, balance"
        )
        cash.write_text(balance, encoding="utf-8")
        (folder / "source" / "other-taxonomies.yaml").write_text(OTHERS, encoding="utf-8")
        return folder

    return write


def mistakes(folder: Path) -> str:
    with pytest.raises(SourceError) as error:
        load_model(folder)
    return str(error.value)


def test_a_relation_becomes_a_reference_with_its_address(mapped, templates):
    files = compile_taxonomy(load_model(mapped()), templates)
    written = files["package/toy-2020-01-31-reference.xml"].decode()
    address = "http://xbrl.fasb.org/us-gaap/2017/elts/us-gaap-2017-01-31.xsd#us-gaap_Revenues"
    assert f"<ref:URI>{address}</ref:URI>" in written
    assert "<ref:Note>narrower than</ref:Note>" in written
    concepts = json.loads(files["index.json"])["concepts"]
    assert concepts["Sales"]["references"] == ["us-gaap:Revenues"]
    assert concepts["Sales"]["same_as"] == {"us-gaap": ["Revenues", 1]}
    assert concepts["ToySales"]["references"] == ["narrower than us-gaap:Revenues"]
    assert "same_as" not in concepts["ToySales"]


def test_arcs_go_from_the_wider_to_the_narrower_in_an_entry_point_of_their_own(mapped, templates):
    files = compile_taxonomy(load_model(mapped()), templates)
    linkbase = etree.fromstring(files["package/toy-2020-01-31-mapping.xml"])
    arcs = {
        (arc.get(ARCROLE).rpartition("/")[2], arc.get(FROM), arc.get(TO)) for arc in linkbase.iter("{*}definitionArc")
    }
    assert arcs == {
        ("essence-alias", "us-gaap_Revenues", "Sales"),
        ("essence-alias", "us-gaap_SalesReturnsAndAllowances", "Returns"),
        ("essence-alias", "us-gaap_CashAndDueFromBanks", "Cash"),
        ("wider-narrower", "us-gaap_Revenues", "ToySales"),
        ("wider-narrower", "RepairSales", "us-gaap_IncreaseDecreaseInReceivables"),
    }
    naming = [path for path, content in files.items() if b"toy-2020-01-31-mapping.xml" in content]
    assert naming == ["package/toy-2020-01-31-mapping.xsd"]
    assert b"toy-2020-01-31-mapping.xsd" in files["package/META-INF/taxonomyPackage.xml"]


def test_what_is_the_same_with_the_opposite_sign_is_told_but_no_alias(mapped, templates):
    other = "same_as: {us-gaap: [SalesReturnsAndAllowances, -IncreaseDecreaseInReceivables]}, en: Returns,"
    files = compile_taxonomy(load_model(mapped(Returns=other, RepairSales="en: Repairs,")), templates)
    assert b"-IncreaseDecreaseInReceivables" not in files["package/toy-2020-01-31-mapping.xml"]
    rows = list(csv.DictReader(io.StringIO(files["package/mapping.csv"].decode())))
    signs = {row["element"]: row["sign"] for row in rows if row["concept"] == "toy:Returns"}
    assert signs == {"us-gaap:SalesReturnsAndAllowances": "1", "us-gaap:IncreaseDecreaseInReceivables": "-1"}
    assert b"us-gaap:IncreaseDecreaseInReceivables with the opposite sign" in files["index.json"]


def test_the_package_is_valid_where_the_other_taxonomy_is_not_at_hand(mapped, templates):
    folder = mapped()
    build(folder, templates)
    url = "https://toy.example/taxonomy/2020-01-31/toy-2020-01-31-mapping.xsd"
    assert check(folder, templates=templates, validate=lambda package: validate_taxonomy(package, url).messages) == ()
    lost = validate_taxonomy(folder / "package", url).messages
    assert {message.code for message in lost} & {"IOerror", "FileNotLoadable"}, "the elements are really looked up"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("same_as: {us-gaap: -SalesReturnsAndAllowances}, en: Returns,", "do not agree in sign: debit and debit"),
        ("same_as: {us-gaap: Revenues}, en: Returns,", "do not agree in sign: debit and credit"),
        ("same_as: {us-gaap: CashAndDueFromBanks}, en: Returns,", "different period types: duration and instant"),
        ("same_as: {us-gaap: SalesReturns}, en: Returns,", "us-gaap:SalesReturns is not described"),
        ("same_as: {gaap: Revenues}, en: Returns,", "unknown taxonomy gaap"),
        ("same_as: {us-gaap: -revenues}, en: Returns,", "'-revenues' is not allowed"),
        ("en: Returns,", "no line names us-gaap:SalesReturnsAndAllowances"),
    ],
)
def test_a_relation_that_does_not_fit_is_a_mistake(line, wrong, mapped):
    assert wrong in mistakes(mapped(Returns=line))


def test_another_type_is_a_mistake(mapped):
    folder = mapped()
    income = folder / "source" / "income.yaml"
    text = income.read_text(encoding="utf-8")
    income.write_text(text.replace("en: Visits\n", "same_as: {us-gaap: Revenues}\n    en: Visits\n"), encoding="utf-8")
    assert "Visits and us-gaap:Revenues are of different types: decimal and monetary" in mistakes(folder)


def test_a_relation_stands_where_its_concept_is_defined(mapped):
    folder = mapped()
    cash = folder / "source" / "cash.yaml"
    text = cash.read_text(encoding="utf-8")
    cash.write_text(
        text.replace("{instant: closing,", "{instant: closing, same_as: {us-gaap: Revenues},"), encoding="utf-8"
    )
    assert "say so where it is defined" in mistakes(folder)


def test_a_reason_allows_balances_that_differ(mapped, templates):
    line = 'same_as: {us-gaap: [SalesReturnsAndAllowances, Revenues]}, balance_differs: "told why", en: Returns,'
    files = compile_taxonomy(load_model(mapped(Returns=line)), templates)
    assert b",debit,credit,http" in files["package/mapping.csv"]
    assert b"told why" in files["package/mapping.csv"]
