"""xBRL-JSON and xBRL-CSV: the notation of the Open Information Model."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.report import Report, build_report
from iij_xbrl.report.model import Period
from iij_xbrl.taxonomy.index import Entity, Taxonomy
from iij_xbrl.write import write_csv, write_json
from iij_xbrl.write.oim import canonical, period
from support import at

HALF = Period(date(2011, 9, 30), date(2011, 4, 1))
END = Period(date(2011, 9, 30))


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


def occurrence(line: int, value: str, decimals: int, point: DataPoint) -> Occurrence:
    return Occurrence(point, Decimal(value), Decimal(value), decimals, at(line, 10, 20), value, "", "")


@pytest.fixture
def report() -> Report:
    revenues = DataPoint("Revenues", (("SegmentAxis", "SegmentDomain"),), HALF, "iso4217:JPY")
    ratio = DataPoint("RevenuesChangePercent", (("ChangeBasisAxis", "YearOnYearMember"),), HALF, "xbrli:pure")
    rate = DataPoint("NetAssetsPerShare", (), END, "iso4217:JPY/xbrli:shares")
    found = [
        occurrence(3, "47207000000", -6, revenues),
        occurrence(9, "47206508000", -3, revenues),
        occurrence(4, "-0.377", 3, ratio),
        occurrence(5, "139050.50", 2, rate),
    ]
    return build_report("r", found, ())


def test_json_holds_each_data_point_once_at_its_finest(report, taxonomy):
    facts = json.loads(write_json(report, taxonomy))["facts"]
    assert facts["f.r_l9c10.v"] == {
        "value": "47206508000.0",
        "decimals": -3,
        "dimensions": {
            "concept": "t:Revenues",
            "entity": "entity:0001090633",
            "period": "2011-04-01T00:00:00/2011-10-01T00:00:00",
            "unit": "iso4217:JPY",
        },
    }
    assert list(facts) == ["f.r_l4c10.v", "f.r_l5c10.v", "f.r_l9c10.v"]


def test_json_holds_every_occurrence_where_it_is_asked_to(report, taxonomy):
    assert len(json.loads(write_json(report, taxonomy, all_occurrences=True))["facts"]) == 4


def test_pure_numbers_have_no_unit_and_members_are_dimensions(report, taxonomy):
    dimensions = json.loads(write_json(report, taxonomy))["facts"]["f.r_l4c10.v"]["dimensions"]
    assert "unit" not in dimensions
    assert dimensions["t:ChangeBasisAxis"] == "t:YearOnYearMember"


def test_the_document_says_what_it_is_and_names_no_more_than_it_uses(report, taxonomy):
    info = json.loads(write_json(report, taxonomy))["documentInfo"]
    assert info == {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "features": {"xbrl:canonicalValues": True},
        "namespaces": {
            "entity": "http://www.sec.gov/CIK",
            "iso4217": "http://www.xbrl.org/2003/iso4217",
            "t": "https://t.example/2026/t",
            "xbrl": "https://xbrl.org/2021",
            "xbrli": "http://www.xbrl.org/2003/instance",
        },
        "taxonomy": ["https://t.example/2026/t-2026.xsd"],
    }


def test_csv_has_a_row_for_each_fact_and_its_id_is_made_of_table_row_and_column(report, taxonomy):
    files = write_csv(report, taxonomy)
    metadata = json.loads(files["r.csv.json"])
    (table,) = metadata["tables"]
    template = metadata["tableTemplates"][metadata["tables"][table]["template"]]
    (values,) = [name for name, column in template["columns"].items() if "dimensions" in column]
    rows = list(csv.DictReader(io.StringIO(files[metadata["tables"][table]["url"]].decode(), newline="")))
    assert [f"{table}.r_{row[template['rowIdColumn']]}.{values}" for row in rows] == [
        "f.r_l4c10.v",
        "f.r_l5c10.v",
        "f.r_l9c10.v",
    ]
    assert rows[0] == {
        "row": "l4c10",
        "concept": "t:RevenuesChangePercent",
        "period": "2011-04-01T00:00:00/2011-10-01T00:00:00",
        "unit": "#none",
        "ChangeBasisAxis": "t:YearOnYearMember",
        "decimals": "3",
        "v": "-0.377",
    }
    assert rows[1]["ChangeBasisAxis"] == "#none"


def test_a_table_of_csv_has_a_name_that_is_its_url(report, taxonomy):
    files = write_csv(replace(report, name="1H11 #2"), taxonomy)
    metadata = json.loads(files["1H11 #2.csv.json"])
    urls = {table["url"] for table in metadata["tables"].values()}
    assert urls == {"1H11~20~232.csv"}
    assert urls <= set(files)


def test_an_instant_is_the_midnight_after_its_day():
    assert period(END) == "2011-10-01T00:00:00"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1500", "1500.0"), ("-0", "0.0"), ("6717.10", "6717.1"), ("4.7E+10", "47000000000.0"), ("-0.377", "-0.377")],
)
def test_values_are_canonical(value, expected):
    assert canonical(Decimal(value)) == expected
