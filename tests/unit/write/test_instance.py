"""The instance: figures of the first half of the fiscal year 2011."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from iij_xbrl.errors import ResourceError
from iij_xbrl.report.ids import occurrence_ids
from iij_xbrl.report.model import DataPoint, Fact, Occurrence, Period, Report
from iij_xbrl.taxonomy.index import Entity, Taxonomy
from iij_xbrl.write import write_instance
from iij_xbrl.write.aspects import plain
from support import at

HALF = Period(date(2011, 9, 30), date(2011, 4, 1))
END = Period(date(2011, 9, 30))
NAMES = {
    "xbrli": "http://www.xbrl.org/2003/instance",
    "link": "http://www.xbrl.org/2003/linkbase",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "t": "https://t.example/2026/t",
}
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture
def taxonomy() -> Taxonomy:
    return Taxonomy(
        prefix="t",
        namespace="https://t.example/2026/t",
        schema_ref="https://t.example/2026/t-2026.xsd",
        entity=Entity("T", "http://www.sec.gov/CIK", "0001090633", "JPY", (4, 1), ()),
        types={},
        concepts={},
        places=(),
        default_members={"SegmentAxis": "SegmentDomain"},
        version="1.0",
        folder=Path(),
    )


def occurrence(
    value: str,
    *,
    concept: str = "Revenues",
    period: Period = HALF,
    unit: str = "iso4217:JPY",
    dimensions: tuple[tuple[str, str], ...] = (),
    decimals: int = -3,
    line: int = 1,
) -> Occurrence:
    point = DataPoint(concept, dimensions, period, unit)
    return Occurrence(point, Decimal(value), Decimal(value), decimals, at(line, 10, 20), value, concept, "")


def _fact(same: tuple[Occurrence, ...], ids: dict[Occurrence, str]) -> Fact:
    names = tuple(ids[item] for item in same)
    return Fact(names[0], same[0].point, same[0], same, names)


def report(*occurrences: Occurrence) -> Report:
    """A report with one fact for each data point, its first occurrence being the one that is written."""
    ids = occurrence_ids(occurrences)
    points = dict.fromkeys(item.point for item in occurrences)
    same = {point: tuple(item for item in occurrences if item.point == point) for point in points}
    return Report("r", tuple(_fact(all_, ids) for all_ in same.values()), ())


def parsed(*occurrences: Occurrence, taxonomy: Taxonomy, all_occurrences: bool = False) -> etree._Element:
    return etree.fromstring(write_instance(report(*occurrences), taxonomy, all_occurrences=all_occurrences))


def test_a_fact_has_its_id_context_unit_decimals_and_value(taxonomy):
    (fact,) = parsed(occurrence("46234951000"), taxonomy=taxonomy).findall("t:Revenues", NAMES)
    assert dict(fact.attrib) == {
        "id": "f.r_l1c10.v",
        "contextRef": "D2011-04-01_2011-09-30",
        "unitRef": "JPY",
        "decimals": "-3",
    }
    assert fact.text == "46234951000"


def test_the_schema_ref_is_absolute_and_the_entity_stands_in_each_context(taxonomy):
    root = parsed(occurrence("1"), occurrence("2", period=END, line=2), taxonomy=taxonomy)
    assert [element.get(XLINK_HREF) for element in root.findall("link:schemaRef", NAMES)] == [taxonomy.schema_ref]
    identifiers = root.findall("xbrli:context/xbrli:entity/xbrli:identifier", NAMES)
    assert [(element.get("scheme"), element.text) for element in identifiers] == [
        ("http://www.sec.gov/CIK", "0001090633")
    ] * 2


def test_context_ids_say_period_and_members(taxonomy):
    members = (("SegmentAxis", "AtmMember"), ("VersionAxis", "ForecastMember"))
    root = parsed(
        occurrence("1"),
        occurrence("2", period=END, line=2),
        occurrence("3", dimensions=members, line=3),
        taxonomy=taxonomy,
    )
    assert [context.get("id") for context in root.findall("xbrli:context", NAMES)] == [
        "D2011-04-01_2011-09-30",
        "D2011-04-01_2011-09-30_AtmMember_ForecastMember",
        "I2011-09-30",
    ]
    assert [
        (member.get("dimension"), member.text)
        for member in root.findall("xbrli:context/xbrli:scenario/xbrldi:explicitMember", NAMES)
    ] == [("t:SegmentAxis", "t:AtmMember"), ("t:VersionAxis", "t:ForecastMember")]


def test_a_default_member_is_not_written(taxonomy):
    root = parsed(occurrence("1", dimensions=(("SegmentAxis", "SegmentDomain"),)), taxonomy=taxonomy)
    assert [context.get("id") for context in root.findall("xbrli:context", NAMES)] == ["D2011-04-01_2011-09-30"]
    assert "xbrldi" not in root.nsmap


def test_one_member_on_two_axes_gives_two_contexts(taxonomy):
    root = parsed(
        occurrence("1", dimensions=(("AAxis", "SameMember"),)),
        occurrence("2", dimensions=(("BAxis", "SameMember"),), line=2),
        taxonomy=taxonomy,
    )
    assert [context.get("id") for context in root.findall("xbrli:context", NAMES)] == [
        "D2011-04-01_2011-09-30_AAxis-SameMember",
        "D2011-04-01_2011-09-30_BAxis-SameMember",
    ]


@pytest.mark.parametrize(
    ("notation", "id_", "measures"),
    [
        ("iso4217:JPY", "JPY", ["iso4217:JPY"]),
        ("xbrli:shares", "shares", ["xbrli:shares"]),
        ("xbrli:pure", "pure", ["xbrli:pure"]),
        ("t:ADS", "ADS", ["t:ADS"]),
        ("iso4217:JPY/xbrli:shares", "JPYPerShare", ["iso4217:JPY", "xbrli:shares"]),
        ("iso4217:USD/t:ADS", "USDPerADS", ["iso4217:USD", "t:ADS"]),
        ("iso4217:JPY/iso4217:USD", "JPYPerUSD", ["iso4217:JPY", "iso4217:USD"]),
    ],
)
def test_units(taxonomy, notation, id_, measures):
    (unit,) = parsed(occurrence("1", unit=notation), taxonomy=taxonomy).findall("xbrli:unit", NAMES)
    assert unit.get("id") == id_
    assert [measure.text for measure in unit.iter("{*}measure")] == measures
    assert (unit.find("xbrli:divide", NAMES) is not None) == (len(measures) == 2)


def test_measures_of_the_same_name_keep_apart(taxonomy):
    root = parsed(occurrence("1", unit="xbrli:shares"), occurrence("2", unit="t:shares", line=2), taxonomy=taxonomy)
    assert [unit.get("id") for unit in root.findall("xbrli:unit", NAMES)] == ["t-shares", "xbrli-shares"]


def test_a_unit_of_an_unknown_namespace_is_refused(taxonomy):
    with pytest.raises(ResourceError, match="unit utr:GB: its prefix is not known; allowed are iso4217, xbrli, t"):
        write_instance(report(occurrence("1", unit="utr:GB")), taxonomy)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("46234951E3"), "46234951000"),
        (Decimal("-0"), "0"),
        (Decimal("-0.00"), "0.00"),
        (Decimal("0E+3"), "0"),
        (Decimal("17.50"), "17.50"),
        (Decimal("-0.0000001"), "-0.0000001"),
        (Decimal("123456789012345678901234567890.12"), "123456789012345678901234567890.12"),
    ],
)
def test_values_are_printed_in_full(value, text):
    assert plain(value) == text


def test_only_namespaces_in_use_are_declared(taxonomy):
    base = {"xbrli", "link", "xlink", "t"}
    assert set(parsed(occurrence("1", unit="xbrli:pure"), taxonomy=taxonomy).nsmap) == base
    assert set(parsed(occurrence("1"), taxonomy=taxonomy).nsmap) == base | {"iso4217"}
    dimensions = (("SegmentAxis", "AtmMember"),)
    assert set(parsed(occurrence("1", dimensions=dimensions), taxonomy=taxonomy).nsmap) == base | {"iso4217", "xbrldi"}


def test_each_data_point_once_or_each_place_where_it_is_printed(taxonomy):
    fine, rounded = occurrence("46234951000", line=90), occurrence("46200000000", decimals=-8, line=8)
    once = parsed(fine, rounded, taxonomy=taxonomy).findall("t:Revenues", NAMES)
    assert [fact.get("id") for fact in once] == ["f.r_l90c10.v"]
    everywhere = parsed(fine, rounded, taxonomy=taxonomy, all_occurrences=True).findall("t:Revenues", NAMES)
    assert [(fact.get("id"), fact.get("decimals")) for fact in everywhere] == [
        ("f.r_l8c10.v", "-8"),
        ("f.r_l90c10.v", "-3"),
    ]


def test_facts_stand_in_the_order_of_the_page(taxonomy):
    root = parsed(occurrence("1", line=11), occurrence("2", concept="A", line=9), taxonomy=taxonomy)
    assert [element.get("id") for element in root if element.get("contextRef")] == ["f.r_l9c10.v", "f.r_l11c10.v"]


def test_what_markup_would_break_is_escaped(taxonomy):
    entity = replace(taxonomy.entity, identifier='A&B <"x">')
    root = parsed(occurrence("1"), taxonomy=replace(taxonomy, entity=entity))
    assert root.findtext("xbrli:context/xbrli:entity/xbrli:identifier", namespaces=NAMES) == 'A&B <"x">'


def test_a_report_without_facts_is_still_an_instance(taxonomy):
    assert [etree.QName(element).localname for element in parsed(taxonomy=taxonomy)] == ["schemaRef"]


def test_the_order_of_facts_in_the_report_makes_no_difference(taxonomy):
    both = report(occurrence("1"), occurrence("2", period=END, unit="xbrli:shares", line=2))
    assert write_instance(both, taxonomy) == write_instance(replace(both, facts=both.facts[::-1]), taxonomy)


def test_the_bytes_do_not_depend_on_hash_seeds():
    digests = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_DIGEST, str(Path(__file__).parent)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


_PRINT_DIGEST = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import test_instance as t
facts = [t.occurrence("1", dimensions=((axis, "M"),), unit=unit, line=n)
         for n, (axis, unit) in enumerate([("A", "iso4217:JPY"), ("B", "xbrli:pure"), ("C", "xbrli:shares")])]
print(hashlib.sha256(t.write_instance(t.report(*facts), t.taxonomy.__wrapped__())).hexdigest())
"""
