"""Relations as value assertions: what the formula linkbase of a small taxonomy holds."""

from pathlib import Path

import pytest
from lxml import etree

from support import compiled

PLACE = """\
role: Income
title: {en: Income statement, ja: 損益計算書}
defaults: {type: monetary, period: duration}
lines:
- total: Revenues
  en: Total revenues
  ja: 売上
  of:
  - Goods: {en: Goods, ja: 商品}
- Costs: {en: Costs, ja: 費用}
- Others: {en: Others, ja: その他}
- OperatingIncome: {en: Operating income, ja: 営業利益}
relations:
- OperatingIncome = Revenues - Costs + Others?
- {relation: Revenues = OperatingIncome - Costs, severity: warning}
"""
NAMES = {
    "va": "http://xbrl.org/2008/assertion/value",
    "variable": "http://xbrl.org/2008/variable",
    "msg": "http://xbrl.org/2010/message",
    "gen": "http://xbrl.org/2008/generic",
    "label": "http://xbrl.org/2008/label",
    "sev": "http://xbrl.org/2022/assertion-severity",
    "validation": "http://xbrl.org/2008/validation",
    "xlink": "http://www.w3.org/1999/xlink",
}


@pytest.fixture(scope="module")
def linkbase(tmp_path_factory) -> etree._ElementTree:
    folder: Path = tmp_path_factory.mktemp("formula")
    compiled(folder, PLACE)
    (path,) = (folder / "package").glob("*-formula.xml")
    return etree.parse(path)


def test_an_assertion_per_relation_but_for_calculation_arcs(linkbase):
    ids = linkbase.xpath("//va:valueAssertion/@id", namespaces=NAMES)
    assert ids == ["t_Income.OperatingIncome", "t_Income.Revenues"]


def test_a_fact_variable_per_figure_the_absent_one_with_a_fallback(linkbase):
    labels = linkbase.xpath("//variable:factVariable[@fallbackValue='()']/@xlink:label", namespaces=NAMES)
    assert labels == ["t_Income.OperatingIncome-v3"]
    assert len(linkbase.xpath("//variable:factVariable", namespaces=NAMES)) == 4 + 3


def test_tests_are_compared_with_half_a_unit_of_each_figure(linkbase):
    selects = linkbase.xpath("//variable:generalVariable/@select", namespaces=NAMES)
    assert "abs($f0 - $computed) - sum($halves)" in selects
    assert "sum(($f1, $f3)) - sum(($f2))" in selects
    assert "($f1 - $f2)" in selects


def test_a_variable_takes_all_places_of_a_data_point_at_once(linkbase):
    variables = linkbase.xpath("//variable:factVariable", namespaces=NAMES)
    assert {(item.get("bindAsSequence"), item.get("matches")) for item in variables} == {("true", "true")}


def test_messages_are_in_both_languages_and_name_place_and_figures(linkbase):
    messages = {
        (message.get("{http://www.w3.org/XML/1998/namespace}lang"), message.text)
        for message in linkbase.xpath(
            "//msg:message[@xlink:label='t_Income.OperatingIncome.message']", namespaces=NAMES
        )
    }
    assert messages == {
        ("en-US", "Income statement: Operating income = (Total revenues - Costs + Others): {$figures}"),
        ("ja", "損益計算書: 営業利益 = (売上 - 費用 + その他): {$figures}"),
    }


def test_what_rounding_forces_is_a_warning_and_the_rest_an_error_unless_the_relation_only_warns(linkbase):
    arcs = linkbase.xpath("//gen:arc[contains(@xlink:arcrole, 'unsatisfied-severity')]/@xlink:to", namespaces=NAMES)
    assert arcs == ["severity1", "warning"]
    (expression,) = linkbase.xpath("//sev:expression/@severity", namespaces=NAMES)
    assert expression == "if ($gap le 2 * max($halves)) then 'WARNING' else 'ERROR'"


def test_each_table_is_an_assertion_set_with_its_title_in_both_languages(linkbase):
    assert linkbase.xpath("//validation:assertionSet/@id", namespaces=NAMES) == ["t_set.Income"]
    assert linkbase.xpath("//label:label/text()", namespaces=NAMES) == ["Income statement", "損益計算書"]
    arcs = linkbase.xpath("//gen:arc[contains(@xlink:arcrole, 'assertion-set')]/@xlink:to", namespaces=NAMES)
    assert arcs == ["t_Income.OperatingIncome", "t_Income.Revenues"]
