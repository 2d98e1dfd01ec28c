"""Figures from other tools: one strict grammar, every mistake with its line, nothing guessed."""

import time
from decimal import Decimal

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.extract.figures.tables import read_figures
from iij_xbrl.limits import Limits

HEADER = "label,value,period,unit,scale\n"
DAY = "2011-09-30"


def figures(tmp_path, text, name="figures.csv", **limits):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return read_figures(path, Limits(**limits))


def refusal(tmp_path, text, name="figures.csv", **limits):
    with pytest.raises(InputError) as caught:
        figures(tmp_path, text, name, **limits)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "value"), [("1234", "1234"), ("-1,234.50", "-1234.50"), ("0", "0"), ("-", "0"), ("'-2", "-2")]
)
def test_numbers_are_read_as_they_are_written(tmp_path, text, value):
    (table,) = figures(tmp_path, HEADER + f'Sales,"{text}",{DAY},JPY,3\n')
    assert table.rows[0].figures[0].figure.value == Decimal(value)


@pytest.mark.parametrize(
    "value",
    [
        "1,2",
        "1,,2",
        "1_0",
        "１２",
        "٣",
        "1e3",
        "NaN",
        "Infinity",
        "+1",
        "1.",
        ".5",
        " 1",
        "(1)",
        "--1",
        "1,2345",
        "9" * 16,
        "0,123",
        "007",
    ],
)
def test_what_is_no_number_is_refused_with_its_line(tmp_path, value):
    told = refusal(tmp_path, HEADER + f'Sales,1,{DAY},JPY,3\nSales,"{value}",{DAY},JPY,3\n')
    assert f":3: value {value!r} is not allowed" in told


@pytest.mark.parametrize(
    "period",
    [
        "2011",
        "20110930",
        "2011-W39-5",
        "2011-02-30",
        "9999-12-31",
        "0001-01-01",
        "2011-09-30/2011-04-01",
        "2011-09-30/",
    ],
)
def test_what_is_no_period_is_refused(tmp_path, period):
    assert f":2: period {period!r} is not allowed" in refusal(tmp_path, HEADER + f"Sales,1,{period},JPY,3\n")


@pytest.mark.parametrize("scale", ["²", "13", "-3", "999999999", "3.0", "x"])
def test_what_is_no_scale_is_refused(tmp_path, scale):
    assert f":2: scale {scale!r} is not allowed" in refusal(tmp_path, HEADER + f"Sales,1,{DAY},JPY,{scale}\n")


def test_a_currency_that_does_not_exist_is_refused(tmp_path):
    assert ":2: unit 'QQQ' is not allowed" in refusal(tmp_path, HEADER + f"Sales,1,{DAY},QQQ,3\n")


@pytest.mark.parametrize("unit", ["jpy", "JPY ", "JPYY", "¥", "￥"])
def test_a_currency_that_is_not_written_as_its_code_is_refused(tmp_path, unit):
    told = refusal(tmp_path, HEADER + f"Sales,1,{DAY},{unit},3\n")
    assert f":2: unit {unit!r} is not allowed; write the code of ISO 4217, JPY" in told


@pytest.mark.parametrize("unit", ["JPY JPY", "JPY/share", "../x", "<JPY>", "yen\x1b[2J", "J" * 41])
def test_what_is_no_unit_is_refused(tmp_path, unit):
    assert ":2: unit " in refusal(tmp_path, HEADER + f"Sales,1,{DAY},{unit},3\n")


def test_a_file_of_labels_alone_is_refused(tmp_path):
    assert "no figure in it" in refusal(tmp_path, HEADER + f"Sales,,{DAY},JPY,3\n")


@pytest.mark.parametrize("unit", ["shares", "ADS", "%", "contracts", "Gbps"])
def test_what_is_counted_is_no_currency(tmp_path, unit):
    (table,) = figures(tmp_path, HEADER + f"Sales,1,{DAY},{unit},0\n")
    assert len(table.rows[0].figures) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("label,value,period,scales\n", ":1: the column 'scales' is not known; did you mean 'scale'?"),
        ("label,value,period,Unit\n", ":1: the column 'Unit' is not known; did you mean 'unit'?"),
        ('[{"label": "Sales", "value": 1, "perod": "2011-09-30"}]', ":1: the key 'perod' is not known"),
    ],
)
def test_a_column_that_is_misspelt_is_refused(tmp_path, text, words):
    assert words in refusal(tmp_path, text)


def test_a_column_of_another_tool_is_left_alone(tmp_path):
    assert figures(tmp_path, f"label,value,period,auditor,LABEL\nSales,1,{DAY},x,y\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("label,value,period,value\n", ":1: the column 'value' is there twice"),
        ("label,value\nSales,1\n", ":1: no column period"),
        (HEADER + f"Sales,1,{DAY},JPY,3,4\n", ":2: a row of 6 cells under a header of 5"),
        (HEADER + f"Sales,1,{DAY}\n", ":2: a row of 3 cells under a header of 5"),
        (HEADER + f'"Sales,1,{DAY},JPY,3\n', ":2: not CSV"),
        (HEADER + f'"Sa"les,1,{DAY},JPY,3\n', ":2: not CSV"),
        (
            HEADER + f"{'x' * 30},1,{DAY},JPY,3\n",
            "label has 30 characters; no more than 20 are read (--limit fields=30)",
        ),
        (HEADER, "no figure in it"),
        ("", "the file is empty"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, text, words):
    assert words in refusal(tmp_path, text, fields=20)


ITEM = f'{{"label": "Sales", "value": 1, "period": "{DAY}", "unit": "JPY", "scale": 3}}'


def test_json_is_read_with_numbers_as_they_are_written(tmp_path):
    (table,) = figures(tmp_path, f"[{ITEM},\n {ITEM.replace('1,', '2.50,', 1)}]", "figures.json")
    assert [item.figure.value for row in table.rows for item in row.figures] == [Decimal("1"), Decimal("2.50")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("null", ":1: no array"),
        ('{"a": 1}', ":1: no array"),
        ("[1]", ":1: no object"),
        ("[\n\n[]]", ":3: no object"),
        ('[{"value": 1, "period": ""}]', ":1: no key label"),
        (f"[{ITEM},\n{ITEM.replace('1,', 'NaN,', 1)}]", ":2: NaN is no number"),
        (f"[{ITEM},\n{ITEM.replace('1,', '1e400,', 1)}]", ":2: value '1e400' is not allowed"),
        (f"[{ITEM},\n{ITEM.replace('1,', 'true,', 1)}]", ":2: value is neither text nor a number"),
        (f"[{ITEM},\n{ITEM.replace('1,', '[1],', 1)}]", ":2: value is neither text nor a number"),
        (f'[{ITEM},\n{{"label": "a", "label": "b"}}]', ":2: the key 'label' is there twice"),
        (f"[{ITEM}\n{ITEM}]", ":2: not JSON"),
        (f"[{ITEM},]", ":1: not JSON"),
        (f"[{ITEM}] x", ":1: not JSON"),
        (f"[{ITEM}", ":1: not JSON"),
        (ITEM.replace("Sales", "\\ud800").join("[]"), ":1: label has half a character"),
        ("[" * 500 + "]" * 500, "nested 101 levels deep"),
    ],
)
def test_json_of_another_shape_is_refused_with_its_line(tmp_path, text, words):
    assert words in refusal(tmp_path, text, "figures.json")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_without_a_mark_are_refused_by_name(tmp_path, codec):
    path = tmp_path / "figures.json"
    path.write_bytes(f"[{ITEM}]".encode(codec))
    with pytest.raises(InputError, match=rf"is {codec[:6].upper()} without a byte order mark; save it as UTF-8"):
        read_figures(path, Limits())


def test_more_figures_than_are_read_are_refused(tmp_path):
    told = refusal(tmp_path, HEADER + f"Sales,1,{DAY},JPY,3\n" * 5, figures=3)
    assert told.endswith("figures.csv: 4 figures or more; no more than 3 are read (--limit figures=4)")


def test_a_key_that_is_there_twice_is_found_in_linear_time(tmp_path):
    start = time.process_time()
    told = refusal(tmp_path, "[{" + "".join(f'"k{at}":"1",' for at in range(40_000)) + '"a":"1","a":"2"}]', "f.json")
    assert "'a'" in told
    assert time.process_time() - start < 3


def test_ten_mistakes_are_shown_and_the_others_counted(tmp_path):
    told = refusal(tmp_path, HEADER + f"Sales,x,{DAY},JPY,3\n" * 12)
    assert len(told.splitlines()) == 11
    assert told.endswith("and 2 more mistakes")
