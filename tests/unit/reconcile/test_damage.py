"""Damage opens a zone: figures that may have slipped are withdrawn, figures elsewhere stand."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import compiled, facts, report, unmapped, values

HALF = "2011-04-01/2011-09-30"
LAST = "2010-04-01/2010-09-30"
SOUND = """\
Statements of Income

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Network services:\t\t
WAN services\t3,297,421\t12,701,727
Outsourcing services\t7,095,752\t8,412,015
Total\t10,393,173\t21,113,742
Systems integration:\t\t
Systems construction\t4,498,738\t5,194,343
Systems operation and maintenance\t8,488,261\t9,519,839
Total\t12,986,999\t14,714,182
Total revenues\t23,380,172\t35,827,924
"""
HOLE = SOUND.replace("12,701,727", "")
HOLE_BESIDE = HOLE.replace("Outsourcing services\t", "\t\t12,701,727\nOutsourcing services\t")
RUN_TOGETHER = HOLE.replace("3,297,421", "3,297,421 12,701,727")
ZONE = "damaged zone: 'WAN services' prints nothing in this column, rows may have slipped"


def test_a_sound_table_stands(taxonomy):
    assert unmapped(report(SOUND, taxonomy)) == {}


def test_a_hole_in_a_full_column_withdraws_the_figures_of_its_block(taxonomy):
    assert unmapped(report(HOLE, taxonomy)) == {"8,412,015": ZONE}


def test_the_other_columns_of_the_block_stand(taxonomy):
    found = report(HOLE, taxonomy)
    assert values(found, "OutsourcingRevenue") == {LAST: "7095752000"}
    assert values(found, "WanRevenue") == {LAST: "3297421000"}


def test_the_total_and_the_other_blocks_stand(taxonomy):
    found = report(HOLE, taxonomy)
    assert values(found, "NetworkRevenue")[HALF] == "21113742000"
    assert values(found, "ConstructionRevenue")[HALF] == "5194343000"


@pytest.mark.parametrize("mark", ["-", "—"])
def test_a_dash_is_no_hole(taxonomy, mark):
    assert unmapped(report(SOUND.replace("12,701,727", mark), taxonomy)) == {}


@pytest.mark.parametrize("mark", ["·", "•", "."])
def test_residue_is_a_hole(taxonomy, mark):
    assert unmapped(report(SOUND.replace("12,701,727", mark), taxonomy)) == {"8,412,015": ZONE}


def test_a_hole_beside_a_row_that_lost_its_label_is_explained(taxonomy):
    found = report(HOLE_BESIDE, taxonomy)
    assert not any("damaged zone" in reason for reason in unmapped(found).values())
    assert values(found, "OutsourcingRevenue")[HALF] == "8412015000"


def test_a_hole_beside_a_dash_of_its_row_is_explained(taxonomy):
    page = HOLE.replace("3,297,421", "-")
    assert "8,412,015" not in unmapped(report(page, taxonomy))


def test_two_figures_in_a_cell_explain_the_hole_beside_them(taxonomy):
    found = report(RUN_TOGETHER, taxonomy)
    assert not any("damaged zone" in reason for reason in unmapped(found).values())
    assert values(found, "OutsourcingRevenue")[HALF] == "8412015000"


def test_a_column_that_prints_few_figures_has_no_holes(taxonomy):
    page = SOUND
    for printed in ("3,297,421", "7,095,752", "4,498,738", "8,488,261"):
        page = page.replace(printed, "")
    found = report(page, taxonomy)
    assert unmapped(found) == {}
    assert values(found, "NetworkRevenue")[LAST] == "10393173000"


def test_a_point_in_a_column_of_whole_numbers_is_no_fact_where_no_sum_closes(taxonomy):
    page = SOUND.replace("5,194,343", "5,194.343").replace("14,714,182", "14,714,183")
    assert unmapped(report(page, taxonomy)) == {
        "5,194.343": "damaged cell: digits after a point in a column of whole numbers"
    }


def test_points_in_most_figures_of_a_column_are_no_damage(taxonomy):
    page = SOUND.replace("Thousands", "Millions")
    for line in SOUND.splitlines()[4:]:
        label, *figures = line.split("\t")
        page = page.replace(line, "\t".join([label, *(f"{figure}.5" if figure else "" for figure in figures)]))
    assert unmapped(report(page, taxonomy)) == {}


def test_a_withdrawn_figure_keeps_its_place_and_label(taxonomy):
    found = report(HOLE, taxonomy)
    (row,) = [item for item in found.leftovers if item.status == "unmapped"]
    assert (row.label, row.text, row.section) == ("Outsourcing services", "8,412,015", "Statements of Income")
    assert not any(occurrence.span == row.span for occurrence in facts(found))


PLACE = """\
role: Short
title: {en: Statements in short, ja: 要約}
defaults: {type: monetary, period: duration, balance: credit}
lines:
- Sales: {en: Sales, ja: 売上高, derive: [change-percent]}
- Profit: {en: Profit, ja: 利益, derive: [change-percent]}
- Taxes: {en: Taxes, ja: 税金}
- Rest: {en: What remains, ja: 残り, derive: [change-percent]}
"""
CHANGES = (
    "Statements in short\n\n\t1H10\t1H11\tYoY\n\tJPY millions\tJPY millions\t%\n"
    "Sales\t100\t110\t10.0\nProfit\t50\t60\t20.0\nTaxes\t20\t25\t{taxes}\nWhat remains\t30\t{rest}\t{change}\n"
)


def test_a_line_without_a_known_change_leaves_no_hole_among_changes(tmp_path):
    short = compiled(tmp_path, PLACE)
    assert unmapped(report(CHANGES.format(taxes="", rest="35", change="16.7"), short)) == {}


def test_a_line_with_a_known_change_does(tmp_path):
    short = compiled(tmp_path, PLACE.replace("ja: 税金", "ja: 税金, derive: [change-percent]"))
    reasons = unmapped(report(CHANGES.format(taxes="", rest="35", change="16.7"), short))
    assert reasons.keys() == {"10.0", "20.0", "16.7"}


EQUITY = """\
### 連結持分変動計算書

当連結会計年度（自 2018年4月1日 至 2019年3月31日）

（単位：千円）

| | 資本剰余金 | 利益剰余金 | その他の資本の構成要素 | 資本合計 |
|---|---:|---:|---:|---:|
| {opening}残高 | 36,175,936 | 8,905,111 | 3,822,110 | 48,903,157 |
| 当期利益 | | 3,520,611 | | 3,520,611 |
| その他の包括利益 | | | 812,332 | 812,332 |
| 剰余金の配当 | | {dividends} | | {total} |
| 利益剰余金への振替 | | 331,002 | △331,002 | |
| 2019年3月31日残高 | 36,175,936 | 11,539,910 | 4,303,440 | 52,019,286 |
"""

EQUITY_ZONE = "damaged zone: '剰余金の配当' prints nothing in this column, rows may have slipped"


def equity(dividends: str = "△1,216,814", total: str = "△1,216,814", opening: str = "2018年4月1日") -> str:
    table = EQUITY.format(dividends=dividends, total=total, opening=opening)
    return f"# 2019年3月期 決算短信〔IFRS〕（連結）\n\n株式会社インターネットイニシアティブ\n\n{table}"


def test_a_blank_of_a_row_that_adds_up_across_the_columns_is_no_hole():
    assert unmapped(report(equity(), load_taxonomy())) == {}


def test_a_blank_of_a_row_that_does_not_add_up_is_one():
    source = equity(total="").replace("| 利益剰余金への振替 | | 331,002 | △331,002 | |\n", "")
    assert set(unmapped(report(source, load_taxonomy())).values()) == {EQUITY_ZONE}


def test_an_opening_balance_may_name_the_last_day_of_the_time_before():
    assert unmapped(report(equity(opening="2018年3月31日"), load_taxonomy())) == {}
    assert unmapped(report(equity(opening="2017年3月31日"), load_taxonomy())) != {}


SLIPPED = "the figures of these rows and columns do not add up, they may have slipped"
PAID = "| 剰余金の配当 | | △1,216,814 | | △1,216,814 |"


def test_figures_that_add_up_in_other_columns_of_their_row_are_withdrawn():
    shifted = equity().replace(PAID, "| 剰余金の配当 | △1,216,814 | | | △1,216,000 |")
    assert unmapped(report(shifted, load_taxonomy())) == {}  # a misprint, in no place of the row a sum
    shifted = equity().replace(PAID, "| 剰余金の配当 | △1,216,814 | | △1,216,814 | |")
    assert unmapped(report(shifted, load_taxonomy()))["△1,216,814"] == SLIPPED


def test_rows_one_below_the_other_that_do_not_add_up_have_slipped():
    slid = (
        equity()
        .replace("| 3,520,611 | | 3,520,611 |", "| | | 3,520,611 |")
        .replace("| | 812,332 |", "| 3,520,611 | 812,332 |")
    )
    assert set(unmapped(report(slid, load_taxonomy()))) >= {"3,520,611", "812,332"}


def test_one_misprint_in_a_statement_in_columns_is_a_fact():
    misprint = equity().replace("| 3,520,611 | | 3,520,611 |", "| 3,520,116 | | 3,520,611 |")
    assert unmapped(report(misprint, load_taxonomy())) == {}
