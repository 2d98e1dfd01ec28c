"""Words of one direction beside a figure of the other."""

import pytest

from iij_xbrl.prove import prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report

PLACE = """\
role: Flows
title: {en: Statements of Cash Flows, ja: キャッシュ・フロー計算書}
defaults: {type: monetary, period: duration}
lines:
- Issued: {en: Proceeds from borrowings, ja: 借入れ}
- Change:
    {en: Net increase (decrease) in borrowings, ja: 増減,
     printed: [Net increase in borrowings, Net decrease in borrowings]}
- Sum: {en: Cash flows, ja: 合計}
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("flows"), PLACE)


def directions(taxonomy: Taxonomy, proceeds: str, label: str, change: str) -> list[str]:
    rows = f"Proceeds from borrowings\t{proceeds}\n{label}\t{change}\nCash flows\t10\n"
    page = f"Statements of Cash Flows\n\n\t1H11\n\tThousands of JPY\n{rows}"
    return [
        item.occurrences[0].text for item in prove(report(page, taxonomy), taxonomy) if item.code == "wrong-direction"
    ]


@pytest.mark.parametrize(
    ("proceeds", "label", "change", "contradicted"),
    [
        ("1,500", "Net decrease in borrowings", "(700)", []),
        ("(1,500)", "Net decrease in borrowings", "(700)", ["(1,500)"]),
        ("1,500", "Net decrease in borrowings", "700", ["700"]),
        ("1,500", "Net increase in borrowings", "(700)", ["(700)"]),
        ("1,500", "Net increase (decrease) in borrowings", "(700)", []),
        ("-", "Net increase in borrowings", "-", []),
    ],
)
def test_a_label_of_one_direction_contradicts_a_figure_of_the_other(taxonomy, proceeds, label, change, contradicted):
    assert directions(taxonomy, proceeds, label, change) == contradicted
