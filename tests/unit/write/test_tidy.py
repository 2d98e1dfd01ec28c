"""Tidy facts: a row for each data point, the same in CSV and Parquet; what the page leaves open has no value."""

import csv
import io
import sys
from datetime import date
from decimal import Decimal

import pytest

from iij_xbrl.errors import ResourceError
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.tidy import write_parquet, write_tidy
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


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("tidy"), PLACE, prose="phrases: []\n")


@pytest.fixture(scope="module")
def found(taxonomy) -> Report:
    return report(PAGE, taxonomy)


def rows(found: Report, taxonomy: Taxonomy) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_tidy(found, taxonomy).decode("utf-8"), newline="")))


def test_each_data_point_is_one_row_with_labels_and_dimensions(found, taxonomy):
    (sales,) = [row for row in rows(found, taxonomy) if row["value"] == "47500000000"]
    assert (sales["concept"], sales["label_en"], sales["label_ja"]) == ("t:Sales", "Sales", "売上高")
    assert (sales["ForecastAxis"], sales["period_start"]) == ("t:InitialForecastMember", "2011-04-01")
    assert (sales["period_end"], sales["line"]) == ("2011-09-30", "6")


def test_what_is_left_open_is_a_row_without_a_value(found, taxonomy):
    (costs,) = [row for row in rows(found, taxonomy) if not row["value"]]
    assert (costs["concept"], costs["decimals"], costs["ForecastAxis"]) == ("t:Costs", "", "t:InitialForecastMember")


def test_parquet_holds_the_same_rows_with_types(found, taxonomy):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'iij-xbrl[parquet]'")
    table = parquet.read_table(io.BytesIO(write_parquet(found, taxonomy))).to_pylist()
    assert [row["fact_id"] for row in table] == [row["fact_id"] for row in rows(found, taxonomy)]
    (sales,) = [row for row in table if row["value"] == Decimal("47200000000")]
    assert (sales["period_end"], sales["decimals"], sales["ForecastAxis"]) == (date(2011, 9, 30), -8, None)


def test_without_the_library_parquet_says_what_to_install(found, taxonomy, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ResourceError, match="pip install"):
        write_parquet(found, taxonomy)
