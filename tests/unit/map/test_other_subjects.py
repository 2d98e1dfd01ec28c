"""Sentences that set another subject for the sentence behind them."""

import pytest

from support import INCOME, compiled, report, unmapped, values

PROSE = "phrases:\n- Revenues: [revenues]\n"
HALF = "2011-04-01/2011-09-30"
TABLE = "\n\n## Statements of income\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal revenues\t33,100\t45,800\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("subjects"), INCOME, prose=PROSE)


def told(sentences: str, taxonomy) -> str | None:
    """Why the last sentence's revenues are no fact; None where they are."""
    return unmapped(report(f"## 1H11 results\n\n{sentences} Revenues were JPY5,100 million.{TABLE}", taxonomy)).get(
        "5,100"
    )


@pytest.mark.parametrize(
    "sentences",
    [
        "NTT grew.",
        "Our rival Webco is growing.",
        "Webco is a subsidiary.",
        "We acquired Webco.",
        "The following concerns Webco.",
        "The following concerns Webco.\n\n",
        "Let us look at the market.",
        "Our plan was as follows.",
        "Before the change of accounting policy.",
        "An analyst wrote the following.",
        "Toyshop Networks opened an office. It was a good year.",
        "Downside case.",
        "Originally announced.",
        "We now turn to the downside case.",
        "This section describes the market.",
        "Here are figures of rural shops.",
        "The downside case is described here.",
        "Here are figures of rural shops.\n\n",
        "Webco was liquidated in 2003.",
        "Webco, a former affiliate, went bankrupt.",
        "In the same period Webco grew.",
        "Our rivals did better still.",
        "Competitors' results were published in October.",
    ],
)
def test_a_sentence_that_names_another_subject_closes_the_next(taxonomy, sentences):
    assert "another subject" in told(sentences, taxonomy)


@pytest.mark.parametrize(
    "sentences",
    [
        "NTT grew. We opened three shops.",
        "The business environment in Japan was severe.",
        "Demand for cloud computing increased.",
        "We started to sell in Osaka.",
        "There were new customers of Toyshop Networks.",
        "Demand recovered.",
        "Competition with our rivals was severe.",
        "The data center was established in Matsue.",
        "The Great East Japan Earthquake struck the country.",
        "In the first half, we opened a shop.",
        "Thank you.",
        "Revenues are discussed below.",
        "We now turn to the results of the first half.",
        "NTT grew.\n\n",
    ],
)
def test_a_sentence_about_the_business_closes_nothing(taxonomy, sentences):
    assert told(sentences, taxonomy) is None


def test_a_sentence_that_names_the_issuer_is_about_it(taxonomy):
    page = f"## 1H11 results\n\nNTT grew. Our revenues were JPY45,800 million.{TABLE}"
    assert "45,800" not in unmapped(report(page, taxonomy))
    assert values(report(page, taxonomy), "Revenues")[HALF] == "45800000000"
