"""The table of facts: a row for each data point, the same columns for every release, in CSV, Arrow and Parquet."""

import csv
import io
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iij_xbrl.errors import InputError, OutputError, ResourceError
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.columns import Column, Schema, from_csv, to_arrow, to_csv, to_parquet
from iij_xbrl.write.facts_table import FACTS, fact_rows, facts_schema
from support import compiled, report

PLACE = """\
places:
- role: Results
  title: {en: Results and plans, ja: 業績}
  axes: [ForecastAxis]
  defaults: {type: monetary, period: duration}
  lines:
  - Sales: {en: Sales, ja: 売上高}
  - Costs: {en: Costs, ja: 費用}
"""
PAGE = (
    "Results and plans\n\nUnit: JPY billion\n\n\t1H11\t1H10\t1H11 Initial Target\n"
    "Sales\t47.2\t34.3\t47.5\nCosts\t38.0\t27.4\t-\n"
)
WITHOUT_FORECASTS = "Results and plans\n\nUnit: JPY billion\n\n\t1H11\t2Q10\nSales\t47.2\t17.3\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("facts"), PLACE, prose="phrases: []\n")


@pytest.fixture(scope="module")
def found(taxonomy) -> Report:
    return report(PAGE, taxonomy)


def rows(found: Report, taxonomy: Taxonomy) -> list[dict[str, str]]:
    content = to_csv(facts_schema(taxonomy), fact_rows(found, taxonomy))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_each_data_point_is_one_row_with_labels_and_dimensions(found, taxonomy):
    (sales,) = [row for row in rows(found, taxonomy) if row["value"] == "47500000000"]
    assert (sales["concept"], sales["label_en"], sales["label_ja"]) == ("t:Sales", "Sales", "売上高")
    assert (sales["ForecastAxis"], sales["scenario"]) == ("t:InitialForecastMember", "InitialForecastMember")
    assert sales["dimensions"] == "t:ForecastAxis=t:InitialForecastMember"
    assert (sales["period_start"], sales["period_end"], sales["place"]) == ("2011-04-01", "2011-09-30", "6:17")


def test_a_fact_carries_its_us_gaap_element_and_what_its_sign_is_there(found, taxonomy):
    concepts = dict(taxonomy.concepts)
    concepts["Sales"] = replace(concepts["Sales"], same_as={"us-gaap": ("Revenues", 1)})
    concepts["Costs"] = replace(concepts["Costs"], same_as={"us-gaap": ("Benefits", -1), "ifrs-full": ("Costs", 1)})
    related = rows(found, replace(taxonomy, concepts=concepts))
    told = {(row["concept"], row["us_gaap"], row["us_gaap_sign"]) for row in related}
    assert told == {("t:Sales", "us-gaap:Revenues", "1"), ("t:Costs", "us-gaap:Benefits", "-1")}
    assert {(row["us_gaap"], row["us_gaap_sign"]) for row in rows(found, taxonomy)} == {("", "")}


def test_what_is_left_open_is_a_row_without_a_value(found, taxonomy):
    (costs,) = [row for row in rows(found, taxonomy) if not row["value"]]
    assert (costs["concept"], costs["decimals"], costs["ForecastAxis"]) == ("t:Costs", "", "t:InitialForecastMember")


def test_a_release_without_forecasts_has_the_same_columns(found, taxonomy):
    other = rows(report(WITHOUT_FORECASTS, taxonomy), taxonomy)
    assert list(other[0]) == list(rows(found, taxonomy)[0])
    assert {row["scenario"] for row in other} == {"ActualMember"}


def test_the_columns_that_all_issuers_share_come_in_the_same_order(taxonomy):
    names = facts_schema(taxonomy).names
    assert [name for name in names if name in FACTS.names] == list(FACTS.names)


def test_a_period_has_its_role(taxonomy):
    found = rows(report(WITHOUT_FORECASTS, taxonomy), taxonomy)
    assert [(row["period_role"], row["year_to_date"]) for row in found] == [("half", "true"), ("quarter", "false")]


def test_parquet_holds_the_same_rows_with_types(found, taxonomy):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'iij-xbrl[parquet]'")
    content = to_parquet(facts_schema(taxonomy), fact_rows(found, taxonomy))
    table = parquet.read_table(io.BytesIO(content)).to_pylist()
    assert [row["fact_id"] for row in table] == [row["fact_id"] for row in rows(found, taxonomy)]
    (sales,) = [row for row in table if row["value"] == Decimal("47200000000")]
    assert (sales["period_end"], sales["decimals"], sales["ForecastAxis"]) == (date(2011, 9, 30), -8, None)
    assert (sales["dimensions"], sales["year_to_date"]) == ([], True)


def test_rows_read_back_from_csv_give_the_same_table(found, taxonomy):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'iij-xbrl[parquet]'")
    schema, given = facts_schema(taxonomy), fact_rows(found, taxonomy)
    assert to_arrow(schema, from_csv(schema, to_csv(schema, given), "page.facts.csv")) == to_arrow(schema, given)


def test_lists_read_back_from_csv_are_lists():
    schema = Schema("findings", (Column("places", "texts", ""), Column("message", "text", "")))
    given = [{"places": ("6:8", "7:8"), "message": 'off, by "1"'}, {"places": (), "message": None}]
    assert list(from_csv(schema, to_csv(schema, given), "f.csv")) == given


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not the columns"),
        (b"name,sum\r\nSales,1\r\n", "not the columns"),
        (b"name,value\r\nSales,x\r\n", "page.csv:2"),
        (b"name,value\r\nSales\r\n", "page.csv:2"),
    ],
)
def test_csv_of_another_kind_is_refused_with_its_place(content, words):
    schema = Schema("facts", (Column("name", "text", ""), Column("value", "decimal", "")))
    with pytest.raises(InputError, match=words):
        list(from_csv(schema, content, "page.csv"))


def test_a_value_that_no_decimal_column_takes_is_told():
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'iij-xbrl[parquet]'")
    schema = Schema("facts", (Column("value", "decimal", ""),))
    with pytest.raises(OutputError, match="38 digits"):
        to_arrow(schema, [{"value": Decimal(10) ** 40}])


def test_without_the_library_parquet_says_what_to_install(found, taxonomy, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ResourceError, match="pip install"):
        to_parquet(facts_schema(taxonomy), fact_rows(found, taxonomy))
