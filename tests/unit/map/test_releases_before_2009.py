"""Releases until the fiscal year of 2008: value-added services, minority interests, and no outsourcing yet."""

from pathlib import Path

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.prove.check import Release, check
from support import page, report, values

PAGE = """\
Internet Initiative Japan Inc. today announced its financial results for the fiscal year ended March 31, 2008
("FY2007"), which are prepared in accordance with U.S. GAAP.

{}
"""
YEAR = "2007-04-01/2008-03-31"
INCOME = """\
Consolidated Statements of Income

|  | Fiscal Year Ended March 31, 2008 |
|---|---|
|  | Thousands of Yen |
| REVENUES: |  |
| Connectivity and value-added services: |  |
| Connectivity (corporate use) | 13,755,232 |
| Connectivity (home use) | 2,165,119 |
| Value-added services | 12,104,311 |
| Other | 311,338 |
| Total | 28,336,000 |
| Systems integration: |  |
| Systems construction | 9,683,177 |
| Systems operation and maintenance | 15,204,823 |
| Total | 24,888,000 |
| Equipment sales | 988,436 |
| Total revenues | 54,212,436 |
| COST AND EXPENSES: |  |
| Cost of connectivity and value-added services | 21,705,023 |
| Cost of systems integration | 19,153,356 |
| Cost of equipment sales | 880,621 |
| Total cost | 41,739,000 |
| Sales and marketing | 5,600,436 |
| General and administrative | 4,800,000 |
| Research and development | 263,000 |
| Total cost and expenses | 52,402,436 |
| OPERATING INCOME | 1,810,000 |
| OTHER INCOME (EXPENSE): |  |
| Interest income | 28,912 |
| Interest expense | (193,912) |
| Other - net | 300,000 |
| Other income (expense) - net | 135,000 |
| INCOME FROM OPERATIONS BEFORE INCOME TAX EXPENSE (BENEFIT), MINORITY INTERESTS AND EQUITY IN NET INCOME (LOSS) \
OF EQUITY METHOD INVESTEES | 1,945,000 |
| INCOME TAX EXPENSE (BENEFIT) | 731,000 |
| MINORITY INTERESTS IN (EARNINGS) LOSSES OF SUBSIDIARIES | 6,680 |
| EQUITY IN NET INCOME (LOSS) OF EQUITY METHOD INVESTEES | 33,400 |
| NET INCOME | 1,254,080 |
"""
EQUITY = """\
Consolidated Balance Sheets

|  | As of March 31, 2008 |
|---|---|
|  | Thousands of Yen |
| LIABILITIES AND SHAREHOLDERS' EQUITY |  |
| CURRENT LIABILITIES: |  |
| Short-term borrowings | 9,100,000 |
| Accounts payable | 8,000,000 |
| Total current liabilities | 17,100,000 |
| ACCRUED RETIREMENT AND PENSION COSTS | 900,000 |
| Total Liabilities | 18,000,000 |
| MINORITY INTEREST | 560,000 |
| COMMITMENTS AND CONTINGENCIES |  |
| SHAREHOLDERS' EQUITY: |  |
| Common stock | 16,834,000 |
| Additional paid-in capital | 26,599,000 |
| Accumulated deficit | (17,993,000) |
| Total shareholders' equity | 25,440,000 |
| TOTAL | 44,000,000 |
"""
BREAKDOWN = """\
Connectivity and VAS Revenues and Cost

|  | FY2007 | FY2006 |
|---|---|---|
|  | JPY millions | JPY millions |
| Connectivity and VAS Revenues | 28,336 | 24,957 |
| Cost of Connectivity and VAS | 21,705 | 19,217 |
| Backbone Cost (included in the cost of Connectivity and VAS) | 3,289 | 3,212 |
| Connectivity and VAS Gross Margin Ratio | 23.4% | 23.0% |
"""


def of_year(text: str, *concepts: str) -> list[str]:
    found = report(PAGE.format(text), shipped())
    return [values(found, concept).get(YEAR) or values(found, concept).get("2008-03-31", "") for concept in concepts]


def test_what_minorities_have_is_deducted_above_net_income() -> None:
    taxonomy = shipped()
    document = page(PAGE.format(INCOME))
    found = report_of(document, taxonomy)
    assert values(found, "MinorityInterestsInEarningsOfSubsidiaries") == {YEAR: "-6680000"}
    assert values(found, "NetIncome") == {YEAR: "1254080000"}
    checked = check(Release(Path("release.txt"), document, found), taxonomy)
    assert [item.finding.message for item in checked.found if item.finding.severity == "error"] == []


def test_services_have_the_names_of_their_time() -> None:
    assert of_year(
        INCOME, "NetworkServicesRevenue", "ValueAddedServicesRevenue", "OtherConnectivityAndValueAddedServicesRevenue"
    ) == ["28336000000", "12104311000", "311338000"]
    assert of_year(BREAKDOWN, "NetworkServicesRevenue", "CostOfNetworkServices", "BackboneCost") == [
        "28336000000",
        "21705000000",
        "3289000000",
    ]


def test_minority_interest_stands_between_liabilities_and_equity() -> None:
    assert of_year(
        EQUITY, "NoncontrollingInterests", "TotalParentShareholdersEquity", "TotalLiabilitiesAndEquity", "TotalEquity"
    ) == ["560000000", "25440000000", "44000000000", ""]
