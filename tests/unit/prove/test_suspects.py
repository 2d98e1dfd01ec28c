"""Who may be wrong where a sum does not hold: all figures that are equally likely, the simplest edits first."""

import pytest

from iij_xbrl.prove import Finding, prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import COSTS, compiled, report

ITEMS = [f"Item{letter}" for letter in "ABCDEFG"]
PLACE = COSTS + "".join(f"    - {name}: {{en: Cost of {name.lower()}, ja: {name}}}\n" for name in ITEMS)


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("costs"), PLACE)


def finding(taxonomy: Taxonomy, figures: list[int], total: int) -> Finding:
    rows = "".join(f"Cost of {name.lower()}\t{value:,}\n" for name, value in zip(ITEMS, figures, strict=True))
    page = f"Statements of Costs\n\n\t1H11\n\tThousands of JPY\n{rows}Total costs\t{total:,}\n"
    (found,) = [item for item in prove(report(page, taxonomy), taxonomy) if item.code == "open-relation"]
    return found


def test_figures_that_are_equally_likely_are_all_named(taxonomy):
    figures = [12345, 23456, 34567, 45678, 56781, 67812, 78123]
    found = finding(taxonomy, figures, sum(figures) + 1000)
    assert {occurrence.point.concept for occurrence in found.suspects} == {*ITEMS, "Total"}
    assert found.others == ()


def test_where_few_are_equally_likely_the_next_are_named_behind_them(taxonomy):
    figures = [12345, 80001, 80001, 80001, 80001, 80001, 80001]
    found = finding(taxonomy, [12435, *figures[1:]], sum(figures))
    assert found.suspects[0].point.concept == "ItemA"
    assert found.cause == "digits transposed"
    assert len(found.suspects) == 5
