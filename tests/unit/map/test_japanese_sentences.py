"""Japanese sentences: what they state, and what is not understood."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

PAGE = """\
# 2012年3月期 第2四半期決算短信

## 1. 2012年3月期第2四半期の連結業績（2011年4月1日～2011年9月30日）

| | 2011年3月期第2四半期累計 | 2012年3月期第2四半期累計 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 営業収益合計 | 34,272 | 47,207 |
| ネットワークサービス売上高 | 20,686 | 31,321 |
| 営業利益 | 1,201 | 2,448 |

{sentence}
"""
H1, H1_BEFORE = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30"


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def told(taxonomy, sentence: str) -> set[tuple[str, str, str]]:
    """The facts of a sentence: concept, period and value."""
    found = report(PAGE.format(sentence=sentence), taxonomy)
    return {(fact.point.concept, str(fact.point.period), str(fact.value)) for fact in facts(found) if not fact.place}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "営業収益は47,207百万円（前年同期 34,272百万円）と前年同期に比べ37.7％増加いたしました。",
            {
                ("Revenues", H1, "47207000000"),
                ("Revenues", H1_BEFORE, "34272000000"),
                ("RevenuesChangePercent", H1, "0.377"),
            },
        ),
        (
            "営業収益の内訳は、ネットワークサービス売上高が31,321百万円、機器売上高が640百万円であります。",
            {("NetworkServicesRevenue", H1, "31321000000"), ("EquipmentSalesRevenue", H1, "640000000")},
        ),
        (
            "ネットワークサービス売上高は31,321百万円となりました。このうち、WANサービス売上高は12,702百万円となりました。",
            {("NetworkServicesRevenue", H1, "31321000000"), ("WanServicesRevenue", H1, "12702000000")},
        ),
        (
            "ネットワークサービス売上高は31,321百万円となりました。うち、営業利益は2,448百万円となりました。",
            {("NetworkServicesRevenue", H1, "31321000000")},
        ),
        (
            "ネットワークサービス売上高は31,321百万円となりました。ハイホーの状況を述べます。うち、WANサービス売上高は5百万円です。",
            {("NetworkServicesRevenue", H1, "31321000000")},
        ),
        (
            "法人税等は、前年同期280百万円に対し、1,055百万円となりました。",
            {("IncomeTaxExpense", H1, "1055000000"), ("IncomeTaxExpense", H1_BEFORE, "280000000")},
        ),
        (
            "その他の収益（費用）は、前年同期195百万円の費用（純額）に対し、157百万円の収益（純額）となりました。",
            {("OtherIncomeNet", H1, "157000000"), ("OtherIncomeNet", H1_BEFORE, "-195000000")},
        ),
        ("法人税等は、前年同期280百万円に対し、ハイホーでは1,055百万円となりました。", set()),
        ("営業収益は、計画45,000百万円に対し、47,207百万円となりました。", set()),
        (
            "資産合計は、前連結会計年度末残高71,473百万円に比べ2,371百万円減少し、69,102百万円となりました。",
            {
                ("TotalAssets", "2011-03-31", "71473000000"),
                ("TotalAssetsPeriodChange", H1, "-2371000000"),
                ("TotalAssets", "2011-09-30", "69102000000"),
            },
        ),
        (
            "- 売上原価は、37,971百万円（前年同期比38.4％増）\n- 販売費は、3,917百万円",
            {
                ("CostOfRevenues", H1, "37971000000"),
                ("CostOfRevenuesChangePercent", H1, "0.384"),
                ("SalesAndMarketingExpenses", H1, "3917000000"),
            },
        ),
        ("子会社の営業収益の内訳は、ネットワークサービス売上高が31,321百万円、機器売上高が640百万円です。", set()),
        (
            "売上原価は前年同期から7,810百万円増加（12.6％増）し、69,820百万円となりました。",
            {
                ("CostOfRevenues", H1, "69820000000"),
                ("CostOfRevenuesChangeAmount", H1, "7810000000"),
                ("CostOfRevenuesChangePercent", H1, "0.126"),
            },
        ),
        ("売上原価は前年同期から7,810百万円増加（12.6％減）し、69,820百万円となりました。", set()),
        (
            "営業収益は47,207百万円（前年同期比＋37.7％）、営業利益は2,448百万円（同△3.8％）となりました。",
            {
                ("Revenues", H1, "47207000000"),
                ("RevenuesChangePercent", H1, "0.377"),
                ("OperatingIncome", H1, "2448000000"),
                ("OperatingIncomeChangePercent", H1, "-0.038"),
            },
        ),
        ("営業収益は47,207百万円（前年同期比△37.7％減）となりました。", set()),
        (
            "営業活動により得られた資金は2,448百万円、投資活動により使用した資金は1,448百万円となりました。",
            {
                ("NetCashFromOperatingActivities", H1, "2448000000"),
                ("NetCashFromInvestingActivities", H1, "-1448000000"),
            },
        ),
        ("当第2四半期の営業収益は23,207百万円となりました。", set()),
        (
            "当第2四半期連結累計期間の営業収益は47,207百万円（前年同期比37.7％増）となりました。",
            {("Revenues", H1, "47207000000"), ("RevenuesChangePercent", H1, "0.377")},
        ),
        (
            "ネットワークサービス売上高は、前年同期比51.4％増の31,321百万円となりました。",
            {
                ("NetworkServicesRevenue", H1, "31321000000"),
                ("NetworkServicesRevenueChangePercent", H1, "0.514"),
            },
        ),
        (
            "ネットワークサービスの売上収益は、前年同期比51.4％増の31,321百万円（同20,686百万円）となりました。",
            {
                ("NetworkServicesRevenue", H1, "31321000000"),
                ("NetworkServicesRevenue", H1_BEFORE, "20686000000"),
                ("NetworkServicesRevenueChangePercent", H1, "0.514"),
            },
        ),
        (
            "システムインテグレーション及び機器販売の受注残高は19,871百万円（前年同期末比12.3％増）となりました。",
            {
                ("OrderBacklog", "2011-09-30", "19871000000"),
                ("OrderBacklogChangePercent", "2011-09-30", "0.123"),
            },
        ),
        (
            "営業利益は2,448百万円（前年同期は1,201百万円）となりました。",
            {("OperatingIncome", H1, "2448000000"), ("OperatingIncome", H1_BEFORE, "1201000000")},
        ),
        (
            "営業収益は前年同期に比べ12,935百万円増加し、47,207百万円となりました。",
            {("RevenuesChangeAmount", H1, "12935000000"), ("Revenues", H1, "47207000000")},
        ),
        (
            "資産合計は、前連結会計年度末に比べ2,371百万円減少し、69,102百万円となりました。",
            {("TotalAssetsPeriodChange", H1, "-2371000000"), ("TotalAssets", "2011-09-30", "69102000000")},
        ),
        (
            "営業収益、営業利益及び税引前四半期純利益は、それぞれ47,207百万円、2,448百万円及び2,291百万円となりました。",
            {
                ("Revenues", H1, "47207000000"),
                ("OperatingIncome", H1, "2448000000"),
                ("IncomeBeforeIncomeTaxExpense", H1, "2291000000"),
            },
        ),
        (
            "営業収益は47,207百万円、営業利益は2,448百万円となりました。",
            {("Revenues", H1, "47207000000"), ("OperatingIncome", H1, "2448000000")},
        ),
        (
            "営業収益は472億7百万円（前年同期比37.7％増）、営業利益は24億48百万円となりました。",
            {("Revenues", H1, "47207000000"), ("OperatingIncome", H1, "2448000000")},
        ),
        (
            "当第2四半期連結累計期間の連結業績につきましては、営業収益は472億7百万円となり、前年同期に比べ37.7％増加しました。",
            {("Revenues", H1, "47207000000"), ("RevenuesChangePercent", H1, "0.377")},
        ),
        (
            "営業活動によるキャッシュ・フローは4,210百万円の収入（前年同期は3,820百万円の収入）となりました。",
            {
                ("NetCashFromOperatingActivities", H1, "4210000000"),
                ("NetCashFromOperatingActivities", H1_BEFORE, "3820000000"),
            },
        ),
        (
            "投資活動によるキャッシュ・フローは、7,925百万円の支出となりました。",
            {("NetCashFromInvestingActivities", H1, "-7925000000")},
        ),
        (
            "財務活動によるキャッシュ・フローは△1,165百万円となりました。",
            {("NetCashFromFinancingActivities", H1, "-1165000000")},
        ),
        (
            "持分法による投資損益は13百万円の損失となりました。",
            {("EquityInNetIncomeOfEquityMethodInvestees", H1, "-13000000")},
        ),
        (
            "営業収益のうち、ネットワークサービス売上高は31,321百万円となりました。",
            {("NetworkServicesRevenue", H1, "31321000000")},
        ),
        (
            "営業利益は2,448百万円（前年度 1,201百万円）となりました。",
            {("OperatingIncome", H1, "2448000000"), ("OperatingIncome", H1_BEFORE, "1201000000")},
        ),
        (
            "基本的1株当たり当社株主に帰属する純利益は6,717円11銭となりました。",
            {("BasicNetIncomePerShare", H1, "6717.11")},
        ),
        (
            "営業収益は47,207百万円（前年同期は34,272百万円、前年同期比37.7％増）となりました。",
            {
                ("Revenues", H1, "47207000000"),
                ("Revenues", H1_BEFORE, "34272000000"),
                ("RevenuesChangePercent", H1, "0.377"),
            },
        ),
        (
            "営業収益は47,207百万円（前年同期比37.7％増）、営業利益は2,448百万円（同103.8％増）となりました。",
            {("OperatingIncome", H1, "2448000000"), ("OperatingIncomeChangePercent", H1, "1.038")},
        ),
        (
            "総資産は、前連結会計年度末（71,473百万円）に比べ2,371百万円減少し、69,102百万円となりました。",
            {
                ("TotalAssets", "2011-03-31", "71473000000"),
                ("TotalAssetsPeriodChange", H1, "-2371000000"),
                ("TotalAssets", "2011-09-30", "69102000000"),
            },
        ),
        (
            "営業利益は、前年同期に比べ1,247百万円（103.8％）増加し、2,448百万円となりました。",
            {
                ("OperatingIncomeChangeAmount", H1, "1247000000"),
                ("OperatingIncomeChangePercent", H1, "1.038"),
                ("OperatingIncome", H1, "2448000000"),
            },
        ),
        (
            "営業収益は、企業買収に伴う増収等があり、前年同期比37.7％増の47,207百万円となりました。",
            {("Revenues", H1, "47207000000"), ("RevenuesChangePercent", H1, "0.377")},
        ),
        (
            "営業活動によるキャッシュ・フローは、純利益1,166百万円等により、4,210百万円の収入となりました。",
            {("NetCashFromOperatingActivities", H1, "4210000000")},
        ),
        (
            "現金及び現金同等物の期末残高は11,411百万円（前年同期末 9,120百万円）となりました。",
            {
                ("CashAndCashEquivalents", "2011-09-30", "11411000000"),
                ("CashAndCashEquivalents", "2010-09-30", "9120000000"),
            },
        ),
        (
            "営業利益は、前年同期に比べて1,247百万円増（103.8％増）の2,448百万円でした。",
            {
                ("OperatingIncomeChangeAmount", H1, "1247000000"),
                ("OperatingIncomeChangePercent", H1, "1.038"),
                ("OperatingIncome", H1, "2448000000"),
            },
        ),
        (
            "営業収益は47,207百万円と前年同期比37.7％増加し、営業利益は2,448百万円と同103.8％増加しました。",
            {("RevenuesChangePercent", H1, "0.377"), ("OperatingIncomeChangePercent", H1, "1.038")},
        ),
        (
            "売上原価は37,502百万円、売上総利益は9,705百万円となりました。",
            {("CostOfRevenues", H1, "37502000000"), ("GrossMargin", H1, "9705000000")},
        ),
    ],
)
def test_a_statement_is_read(taxonomy, sentence, expected):
    assert expected <= told(taxonomy, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "前年同期の営業収益は34,272百万円でした。",
        "株式会社トイズの営業収益は5,000百万円となりました。",
        "個別の営業利益は2,000百万円でした。",
        "営業収益は約47,000百万円となりました。",
        "営業収益は47,207百万円の支出となりました。",
        "営業利益は2,448百万円の損失となりました。",
        "営業活動によるキャッシュ・フローは△4,210百万円の収入となりました。",
        "月面基地のうち、営業収益は47,207百万円となりました。",
        "営業収益は50,000百万円となる見込みです。",
        "営業収益は7百万円472億円となりました。",
        "営業収益は4億720百万円となりました。",
        "2013年3月期の営業収益は47,207百万円となり、営業利益は2,448百万円を見込んでおります。",
        "営業収益は50,000百万円を見込んでおります。",
        "2012年3月期の営業収益は50,000百万円程度を見込んでおります。",
        "営業収益のうち海外は5,000百万円となりました。",
        "当第2四半期連結会計期間の営業収益は23,000百万円となりました。",
        "前年同期において、営業収益は34,272百万円、営業利益は1,201百万円でした。",
        "営業利益は、子会社の増益により、2,448百万円となりました。",
        "営業利益は、うち国内が伸びたことにより、2,448百万円となりました。",
        "売上高は47,207百万円となりました。",
        "通期の連結業績予想につきましては、営業収益100,000百万円、営業利益6,300百万円を見込んでおります。",
        "営業利益は、前年同期に比べて1,247百万円増（3.8％減）の2,448百万円でした。",
    ],
)
def test_what_is_not_understood_is_no_fact(taxonomy, sentence):
    found = report(PAGE.format(sentence=sentence), taxonomy)
    inside = [fact for fact in facts(found) if fact.span.origin.line == PAGE.count("\n")]
    assert inside == []
    assert unmapped(found)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("ATM運営事業", "営業利益は120百万円となりました。"),
        ("（1）アウトソーシングサービス", "売上収益は5,210百万円となりました。"),
        ("ネットワークサービス", "売上総利益は7,205百万円となりました。"),
    ],
)
def test_a_measure_below_the_title_of_a_part_may_be_that_of_the_part(taxonomy, title, sentence):
    assert told(taxonomy, f"### {title}\n\n{sentence}") == set()


@pytest.mark.parametrize("title", ["＜参考＞個別業績", "【株式会社ムーンベース】", "非連結の状況"])
def test_a_line_that_names_another_scope_closes_the_sentences_below_it(taxonomy, title):
    sentence = "営業利益は120百万円となりました。"
    assert told(taxonomy, f"{title}\n\n{sentence}") == set()
    assert told(taxonomy, f"{title}\n\n（参考）自己資本 2012年3月期 70,690百万円\n\n{sentence}") == set()
    assert told(taxonomy, f"{title}\n\n連結業績\n\n{sentence}") == {("OperatingIncome", H1, "120000000")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("投資活動に使用した現金（純額）は4,202百万円", ("NetCashFromInvestingActivities", H1, "-4202000000")),
        ("投資活動に使用した現金（純額）は△4,202百万円", ("NetCashFromInvestingActivities", H1, "-4202000000")),
        ("営業活動から得た現金（純額）は3,696百万円", ("NetCashFromOperatingActivities", H1, "3696000000")),
        (
            "財務活動によるキャッシュ・フローは2,756百万円のマイナス",
            ("NetCashFromFinancingActivities", H1, "-2756000000"),
        ),
        ("有形固定資産の取得による支出は2,784百万円", ("PurchaseOfPropertyAndEquipment", H1, "-2784000000")),
        ("有形固定資産の売却による収入は123百万円", ("ProceedsFromSalesOfPropertyAndEquipment", H1, "123000000")),
        ("配当金の支払額は405百万円", ("DividendsPaid", H1, "-405000000")),
        ("利息支払額は133百万円", ("InterestPaid", H1, "133000000")),
        ("支払利息は132百万円", ("InterestExpense", H1, "132000000")),
        ("持分法による投資損失は127百万円", ("EquityInNetIncomeOfEquityMethodInvestees", H1, "-127000000")),
        ("為替差損は50百万円", ("ForeignExchangeGainLoss", H1, "-50000000")),
        ("その他投資評価損は20百万円", ("LossesOnWriteDownOfOtherInvestments", H1, "20000000")),
        ("法人税等費用は954百万円", ("IncomeTaxExpense", H1, "954000000")),
        ("欠損金は4,600百万円", ("RetainedEarnings", "2011-09-30", "-4600000000")),
        ("自己株式は392百万円", ("TreasuryStock", "2011-09-30", "-392000000")),
    ],
)
def test_the_words_of_a_subject_say_the_sign_of_its_amounts(taxonomy, sentence, expected):
    assert told(taxonomy, f"{sentence}となりました。") == {expected}


def test_what_is_acquired_may_be_paid_or_not(taxonomy):
    assert told(taxonomy, "有形固定資産の取得は2,784百万円となりました。") == set()


@pytest.mark.parametrize(
    "text", ["子会社の決算期を変更しました。", "単位：百万円", "東証上場の株式会社インターネットイニシアティブ"]
)
def test_a_line_that_is_no_title_closes_nothing(taxonomy, text):
    said = told(taxonomy, f"{text}\n\n営業利益は2,448百万円となりました。")
    assert said == {("OperatingIncome", H1, "2448000000")}


def test_a_name_below_the_title_of_its_part_is_read(taxonomy):
    page = "### ネットワークサービス\n\nネットワークサービス売上高は31,321百万円となりました。"
    assert told(taxonomy, page) == {("NetworkServicesRevenue", H1, "31321000000")}


def test_a_second_change_of_a_remark_is_against_what_the_first_is(taxonomy):
    said = told(taxonomy, "営業収益は47,207百万円（前年同期比37.7％増、12,935百万円増）となりました。")
    assert ("RevenuesChangeAmount", H1, "12935000000") in said


def test_a_change_against_a_balance_that_is_told_is_read(taxonomy):
    said = "総資産は69,102百万円となり、前連結会計年度末の71,473百万円に比べ2,371百万円減少しました。"
    assert told(taxonomy, said) == {
        ("TotalAssets", "2011-09-30", "69102000000"),
        ("TotalAssets", "2011-03-31", "71473000000"),
        ("TotalAssetsPeriodChange", H1, "-2371000000"),
    }


def test_a_total_has_its_name_without_the_word_for_it(taxonomy):
    assert told(taxonomy, "流動資産は32,110百万円となりました。") == {
        ("TotalCurrentAssets", "2011-09-30", "32110000000")
    }


def test_same_is_nothing_where_changes_before_it_are_against_two_times(taxonomy):
    remarks = "営業収益は47,207百万円（前年同期比37.7％増、前四半期比2.1％増）"
    said = f"{remarks}、営業利益は2,448百万円（同9.8％増）となりました。"
    assert "OperatingIncomeChangePercent" not in {concept for concept, _, _ in told(taxonomy, said)}


@pytest.mark.parametrize(
    "sentence",
    [
        "2012年3月期の営業収益は100,000百万円、営業利益は6,300百万円を見込んでおります。",
        "2012年3月期の連結業績につきましては、営業収益は1,000億円（前期比21.3％増）、営業利益は63億円を予想しております。",
        "2012年3月期の営業収益は100,000百万円、営業利益は6,300百万円となる見通しです。",
        "2012年3月期の連結業績予想につきましては、営業収益1,000億円（前期比21.3％増）、営業利益63億円を見込んでおります。",
    ],
)
def test_what_is_expected_is_a_forecast(taxonomy, sentence):
    found = report(PAGE.format(sentence=sentence), taxonomy)
    told = {(fact.point.concept, fact.point.dimensions, str(fact.value)) for fact in facts(found) if not fact.place}
    forecast = (("ForecastAxis", "ForecastMember"),)
    assert {("Revenues", forecast, "100000000000"), ("OperatingIncome", forecast, "6300000000")} <= told
    assert all(("ForecastAxis", "ForecastMember") in dimensions for _, dimensions, _ in told)


def test_each_number_of_an_amount_in_several_units_is_accounted_for_once(taxonomy):
    found = report(PAGE.format(sentence="営業収益は472億7百万円となりました。"), taxonomy)
    assert not {"472", "7"} & {item.text for item in found.leftovers if item.status == "unmapped"}


@pytest.mark.parametrize(
    ("frame", "count"), [("当中間連結会計期間における", 1), ("当第2四半期連結会計期間における", 0)]
)
def test_an_interim_period_is_half_a_year_and_a_quarter_is_not(taxonomy, frame, count):
    assert len(told(taxonomy, f"{frame}営業収益は47,207百万円となりました。")) == count


def test_an_interim_period_is_none_of_another_length(taxonomy):
    page = PAGE.replace("第2四半期", "第3四半期").replace("9月30日", "12月31日")
    found = report(page.format(sentence="当中間連結会計期間の営業収益は47,207百万円となりました。"), taxonomy)
    assert not [fact for fact in facts(found) if not fact.place]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "営業収益は47,207百万円（前年同期比37.7％増。前年同期は34,272百万円。）となりました。",
            {
                ("Revenues", H1, "47207000000"),
                ("Revenues", H1_BEFORE, "34272000000"),
                ("RevenuesChangePercent", H1, "0.377"),
            },
        ),
        (
            "業績は、営業収益が前年同期比37.7％増の47,207百万円、営業利益が2,448百万円（前年同期比103.8％増）となりました。",
            {
                ("Revenues", H1, "47207000000"),
                ("RevenuesChangePercent", H1, "0.377"),
                ("OperatingIncome", H1, "2448000000"),
                ("OperatingIncomeChangePercent", H1, "1.038"),
            },
        ),
        (
            "営業収益は、前年同期の34,272百万円から47,207百万円に増加しました。",
            {("Revenues", H1, "47207000000"), ("Revenues", H1_BEFORE, "34272000000")},
        ),
    ],
)
def test_remarks_with_stops_lists_of_results_and_from_to(taxonomy, sentence, expected):
    assert told(taxonomy, sentence) == expected


IFRS = """\
# 2019年３月期 第２四半期決算短信〔ＩＦＲＳ〕（連結）

## 要約四半期連結損益計算書

（単位：百万円）

| | 当第２四半期連結累計期間（自 2018年４月１日 至 2018年９月30日） |
|---|---:|
| 売上収益 | 90,888 |
| 販売費及び一般管理費 | 11,206 |

## 事業の状況

（単位：件、百万円）

| | 当第２四半期連結累計期間（自 2018年４月１日 至 2018年９月30日） |
|---|---:|
| 売上収益 | 90,888 |
"""


def test_wide_names_of_standards_and_units_that_are_several(taxonomy):
    found = {(fact.point.concept, str(fact.value)) for fact in facts(report(IFRS, taxonomy))}
    assert found == {
        ("Revenues", "90888000000"),
        ("SellingGeneralAdministrativeAndResearchExpenses", "11206000000"),
    }


@pytest.mark.parametrize("ending", ["を据え置いております。", "から変更はありません。", "を予定しております。"])
def test_what_is_left_as_it_was_or_planned_is_expected(taxonomy, ending):
    sentence = f"2012年3月期の営業収益は100,000百万円{ending}"
    found = facts(report(PAGE.format(sentence=sentence), taxonomy))
    (fact,) = [item for item in found if item.text == "100,000"]
    assert (fact.point.concept, str(fact.point.period)) == ("Revenues", "2011-04-01/2012-03-31")
    assert [member for _, member in fact.point.dimensions] == ["ForecastMember"]


@pytest.mark.parametrize(
    "sentence",
    [
        "期末残高は38,672百万円となりました。",
        "現金及び現金同等物の期首残高は31,958百万円となりました。",
        "期首現金及び現金同等物は31,958百万円となりました。",
    ],
)
def test_names_of_balances_at_the_ends_of_a_statement_name_no_concept_alone(taxonomy, sentence):
    assert told(taxonomy, sentence) == set()


@pytest.mark.parametrize("name", ["自己株式の取得", "剰余金の配当", "自己株式の処分", "所有者との取引額等合計"])
def test_sentences_do_not_say_the_sign_of_what_moves_equity(taxonomy, name):
    assert told(taxonomy, f"{name}は9,600百万円となりました。") == set()
