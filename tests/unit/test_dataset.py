"""Tables asked in SQL: the same answers from CSV and from Parquet, of one release and of several."""

import json
import sys
from decimal import Decimal

import pytest
from click.testing import CliRunner, Result

from iij_xbrl.cli import main
from iij_xbrl.dataset import ask
from iij_xbrl.errors import InputError, ResourceError, UsageError
from iij_xbrl.tables import table_files, tables_of
from support import compiled, report

pytest.importorskip("duckdb", reason="duckdb is not installed: pip install 'iij-xbrl[sql]'")
pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'iij-xbrl[parquet]'")

PLACE = """\
role: Results
title: {en: Operating results, ja: 業績}
defaults: {type: monetary, period: duration}
lines:
- Sales: {en: Sales, ja: 売上高, derive: [change-percent]}
- Costs: {en: Costs, ja: 費用, derive: [change-percent]}
"""
PAGE = """\
Operating results

Unit: JPY million

\t1H{year}\t1H{before}\tYoY Change
Sales\t{sales}\t34,272\t37.7%
Costs\t37,971\t27,431\t38.4%
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Two releases, each as CSV in one folder and as Parquet in another."""
    folder = tmp_path_factory.mktemp("results")
    taxonomy = compiled(folder / "taxonomy", PLACE)
    for year, sales in ((11, "47,207"), (13, "53,415")):
        found = report(PAGE.format(year=year, before=year - 1, sales=sales), taxonomy)
        for name, content in table_files(
            f"1h{year}", tables_of(found, taxonomy, None, f"1h{year}"), parquet=True
        ).items():
            target = folder / name.rpartition(".")[2] / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
    return folder


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_several_releases_are_one_table(results, kind):
    answer = ask(results / kind, "SELECT document, value FROM facts WHERE label_en = 'Sales' ORDER BY value DESC")
    assert answer.columns == ("document", "value")
    million = 1_000_000
    assert answer.rows[:2] == (("1h13", Decimal(53415 * million)), ("1h11", Decimal(47207 * million)))


@pytest.mark.parametrize("table", ["facts", "coverage"])
def test_csv_and_parquet_give_the_same_answers(results, table):
    answers = [ask(results / kind, f"SELECT * FROM {table} ORDER BY ALL") for kind in ("csv", "parquet")]
    assert answers[0] == answers[1]
    assert answers[0].rows


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_dimensions_are_a_map(results, kind):
    query = "SELECT DISTINCT dimensions['t:ChangeBasisAxis'] FROM facts WHERE unit = 'xbrli:pure'"
    assert [row[0] for row in ask(results / kind, query).rows] == ["t:YearOnYearMember"]


def test_one_file_will_do(results):
    assert ask(results / "csv" / "1h11.facts.csv", "SELECT count(*) FROM facts WHERE label_en = 'Costs'").rows == (
        (2,),
    )
    assert ask(results / "csv" / "1h11.coverage.csv", "SELECT max(percent) FROM coverage").rows == ((Decimal(100),),)


def test_a_folder_without_tables_is_one_clear_line(tmp_path):
    with pytest.raises(InputError, match="no tables of facts here"):
        ask(tmp_path, "SELECT 1")


def test_a_wrong_query_is_one_clear_line(results):
    with pytest.raises(UsageError, match="nosuch"):
        ask(results / "csv", "SELECT nosuch FROM facts")
    result = run("facts", results / "csv", "--sql", "SELECT")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_without_the_library_it_says_what_to_install(results, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ResourceError, match="pip install"):
        ask(results / "csv", "SELECT 1")


def test_the_command_prints_one_row_a_release_or_the_answer(results):
    shown = run("facts", results / "csv").stdout.splitlines()
    assert [line.split()[0] for line in shown if line.startswith("1h")] == ["1h11", "1h13"]
    order = "ORDER BY value, period_end LIMIT 1"
    query = f"SELECT value, period_end, dimensions FROM facts WHERE unit = 'xbrli:pure' {order}"
    (row,) = json.loads(run("facts", results / "csv", "--sql", query, "--format", "json").stdout)
    assert row == {
        "value": "0.377",
        "period_end": "2011-09-30",
        "dimensions": {"t:ChangeBasisAxis": "t:YearOnYearMember"},
    }
    text = run("facts", results / "csv", "--sql", query, "--format", "csv").stdout
    assert text.splitlines()[1] == "0.377,2011-09-30,t:ChangeBasisAxis=t:YearOnYearMember"


def test_the_command_tells_the_columns(results):
    shown = run("facts", results / "csv", "--columns").stdout
    assert {"facts", "findings", "coverage"} <= set(shown.split())
    assert "year_to_date" in shown
