"""Words of one direction beside a figure of the other."""

import pytest

from iij_xbrl.prove import Finding, prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report

PLACE = """\
role: Flows
title: {en: Statements of Cash Flows, ja: キャッシュ・フロー計算書}
defaults: {type: monetary, period: duration}
lines:
- total: Sum
  en: Cash flows
  ja: 合計
  of:
  - Exchange:
      {en: "Foreign exchange losses (gains), net", ja: 為替差損（差益）,
       printed: ["Foreign exchange gains, net", "Foreign exchange losses, net"]}
  - Payables:
      {en: Increase (decrease) in payables, ja: 買掛金の増減, printed: [Increase in payables, Decrease in payables]}
  - Inventories:
      {en: Decrease (increase) in inventories, ja: 棚卸資産の増減,
       printed: [Increase in inventories, Decrease in inventories]}
  - Issued: {en: Proceeds from borrowings, ja: 借入れ}
  - Change:
      {en: Net increase (decrease) in borrowings, ja: 増減,
       printed: [Net increase in borrowings, Net decrease in borrowings]}
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("flows"), PLACE)


def directions(taxonomy: Taxonomy, rows: dict[str, str], total: str = "") -> list[Finding]:
    lines = "".join(
        f"{label}\t{figure}\n" for label, figure in (rows | ({"Cash flows": total} if total else {})).items()
    )
    page = f"Statements of Cash Flows\n\n\t1H11\n\tThousands of JPY\n{lines}"
    return [item for item in prove(report(page, taxonomy), taxonomy) if item.code == "wrong-direction"]


@pytest.mark.parametrize(
    ("label", "figure", "told"),
    [
        ("Proceeds from borrowings", "1,500", ""),
        ("Proceeds from borrowings", "(1,500)", "an outflow"),
        ("Net decrease in borrowings", "(700)", ""),
        ("Net decrease in borrowings", "700", "an increase"),
        ("Net increase in borrowings", "(700)", "a decrease"),
        ("Net increase (decrease) in borrowings", "(700)", ""),
        ("Net increase in borrowings", "-", ""),
        ("Increase in payables", "700", ""),
        ("Increase in payables", "(700)", "a decrease"),
        ("Decrease in payables", "700", "an increase"),
        ("Increase in inventories", "(700)", ""),
        ("Increase in inventories", "700", "a decrease"),
        ("Foreign exchange losses, net", "700", ""),
        ("Foreign exchange gains, net", "(700)", ""),
        ("Foreign exchange losses (gains), net", "(700)", ""),
    ],
)
def test_a_label_of_one_direction_contradicts_a_figure_of_the_other(taxonomy, label, figure, told):
    found = directions(taxonomy, {label: figure})
    assert [item.message for item in found] == ([f"{label!r} stands beside {figure}, which is {told}"] if told else [])


@pytest.mark.parametrize(("total", "severity"), [("2,400", "error"), ("", "warning")])
def test_it_is_an_error_where_a_sum_proves_the_sign(taxonomy, total, severity):
    rows = {"Increase in payables": "1,700", "Net decrease in borrowings": "700"}
    (found,) = directions(taxonomy, rows, total)
    assert (found.severity, found.cause) == (severity, "label")


def test_gains_that_a_sum_proves_to_be_losses(taxonomy):
    rows = {"Foreign exchange gains, net": "700", "Increase in payables": "1,700"}
    (found,) = directions(taxonomy, rows, "2,400")
    assert (found.severity, found.message) == (
        "error",
        "'Foreign exchange gains, net' stands beside 700, which is a loss",
    )


def test_gains_or_losses_of_which_nothing_settles_the_sign_are_told(taxonomy):
    (found,) = directions(taxonomy, {"Foreign exchange gains, net": "700"})
    assert (found.severity, [item.text for item in found.places]) == ("warning", ["700"])
