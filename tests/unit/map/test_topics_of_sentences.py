"""Words that say too little alone, such as `gross profit`, are about what the sentences in front of them are about."""

import pytest

from examples import shipped
from support import report, values

YEAR = "2021-04-01/2022-03-31"
PAGE = """\
Internet Initiative Japan Inc. today announced its results for the fiscal year ended March 31, 2022 ("FY2021") under
International Financial Reporting Standards (IFRS).

### Consolidated Financial Results for the Fiscal Year Ended March 31, 2022

{}
"""
MARGINS = (
    *("GrossMargin", "NetworkServicesGrossMargin", "SystemsIntegrationGrossMargin", "EquipmentSalesGrossMargin"),
    "AtmOperationBusinessGrossMargin",
)
NETWORK = "Cost of network services revenue was JPY92,100 million"


def margins(text: str) -> dict[str, str]:
    """The gross margins that a text tells, by concept."""
    found = report(PAGE.format(text), shipped())
    return {concept: told[YEAR] for concept in MARGINS if (told := values(found, concept))}


@pytest.mark.parametrize(
    "text",
    [
        f"{NETWORK}. SI revenues were JPY96,200 million. Gross profit was JPY50,600 million.",
        f"{NETWORK} and cost of SI revenues was JPY81,800 million. Gross profit was JPY49,500 million.",
        f"{NETWORK}. Total cost of sales was JPY175,700 million. Gross profit was JPY50,600 million.",
        f"{NETWORK}. Of this, JPY30,000 million was for mobile. Gross profit was JPY3,000 million.",
        f"{NETWORK}. Operating profit was JPY23,500 million. Gross profit was JPY50,600 million.",
        "Total revenues were JPY226,300 million; cost of SI was JPY81,800 million; gross profit was JPY50,600 million.",
        "SI revenues were JPY96,200 million. Gross profit was JPY14,400 million.",
        "- Cost of network services revenue: JPY92,100 million\n- Gross profit: JPY50,600 million\n",
        "- SI revenues: JPY96,200 million\n  - Gross profit: JPY14,400 million\n",
        "Gross loss was JPY300 million.",
    ],
)
def test_what_may_be_of_a_part_or_of_the_whole_is_neither(text: str) -> None:
    """Behind two subjects, or one that may have it as well, nothing tells whose gross profit it is."""
    assert margins(text) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{NETWORK}. Gross profit was JPY35,100 million.", {"NetworkServicesGrossMargin": "35100000000"}),
        (
            f"Network services revenue was JPY127,200 million. {NETWORK}. Gross profit was JPY35,100 million.",
            {"NetworkServicesGrossMargin": "35100000000"},
        ),
        (
            "Cost of SI revenues was JPY81,800 million. There were increases in outsourcing-related costs. Gross loss "
            "was JPY300 million.",
            {"SystemsIntegrationGrossMargin": "-300000000"},
        ),
        (
            "Cost of equipment sales revenues was JPY1,800 million. Gross profit was JPY200 million.",
            {"EquipmentSalesGrossMargin": "200000000"},
        ),
        (
            "Total revenues were JPY226,300 million. Total cost of sales was JPY175,700 million. Gross profit was "
            "JPY50,600 million.",
            {"GrossMargin": "50600000000"},
        ),
        (
            "- Total revenues: JPY226,300 million\n- SI revenues: JPY96,200 million\n- Gross profit: JPY50,600 million",
            {"GrossMargin": "50600000000"},
        ),
        (
            f"- {NETWORK}. Gross profit was JPY35,100 million.\n"
            "- Cost of SI revenues was JPY81,800 million. Gross profit was JPY14,400 million.\n",
            {"NetworkServicesGrossMargin": "35100000000", "SystemsIntegrationGrossMargin": "14400000000"},
        ),
    ],
)
def test_it_is_that_of_what_alone_was_named(text: str, told: dict[str, str]) -> None:
    """What stands in front tells it; an item of a list begins anew."""
    assert margins(text) == told
