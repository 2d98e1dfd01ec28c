"""Lines of one name below several totals, in whatever order a page has the totals."""

from examples import shipped
from support import report, values

PAGE = """\
Internet Initiative Japan Inc. today announced its results for the fiscal year ended March 31, 2022 ("FY2021") under
International Financial Reporting Standards (IFRS).

Network Services Revenues Breakdown

|  | FY2021 |
|---|---|
|  | JPY millions |
{}
"""
CONSUMER = """\
| Internet connectivity services (consumer) | 22,300 |
| IIJmio Mobile Service | 18,800 |
| Others | 3,500 |
"""
ENTERPRISE = """\
| Internet connectivity services (enterprise) | 39,000 |
| IP service | 13,600 |
| Others | 25,400 |
"""
REST = "| Outsourcing services | 43,100 |\n| WAN services | 22,800 |\n"
YEAR = "2021-04-01/2022-03-31"


def others(*groups: str) -> tuple[str, str]:
    """What `Others` are of enterprises and of consumers, in millions."""
    found = report(PAGE.format("".join(groups)), shipped())
    concepts = ("OtherEnterpriseConnectivityRevenue", "OtherConsumerConnectivityRevenue")
    enterprise, consumer = (values(found, concept).get(YEAR, "").removesuffix("000000") for concept in concepts)
    return enterprise, consumer


def test_others_are_those_of_the_total_above() -> None:
    assert others(ENTERPRISE, CONSUMER, REST) == others(CONSUMER, ENTERPRISE, REST) == ("25400", "3500")


def test_a_row_behind_all_items_is_none_of_them() -> None:
    """Behind the items of another total, `Others` are none of those that ended."""
    assert others(
        CONSUMER, "| Internet connectivity services (enterprise) | 39,000 |\n", REST, "| Others | 200 |\n"
    ) == (
        "",
        "3500",
    )
