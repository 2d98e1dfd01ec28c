"""Another issuer is another folder of taxonomy source, and no line of code.

Nordfjord Ferries is made up: fiscal years from January, euros, other statements in other words.
"""

from pathlib import Path
from shutil import copytree

import pytest

from iij_xbrl.convert import Conversion, convert
from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.check import check
from iij_xbrl.taxonomy.loaded import load
from support import facts, unmapped

TOY = Path(__file__).parent / "toy"
NINE, NINE_BEFORE = "2024-01-01/2024-09-30", "2023-01-01/2023-09-30"
QUARTER = "2024-07-01/2024-09-30"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("toy") / "taxonomy"
    copytree(TOY / "source", folder / "source")
    build(folder)
    return folder


@pytest.fixture(scope="module")
def conversion(folder, tmp_path_factory) -> Conversion:
    return convert(TOY / "release.md", tmp_path_factory.mktemp("out"), taxonomy=load(folder))


@pytest.fixture(scope="module")
def found(conversion) -> dict[tuple[str, str, str, str], str]:
    """Every occurrence: concept, members, period and unit, and its value."""
    return {
        (
            occurrence.point.concept,
            " ".join(member for _, member in occurrence.point.dimensions),
            str(occurrence.point.period),
            occurrence.point.unit,
        ): f"{occurrence.value:f}"
        for occurrence in facts(conversion.report)
    }


@pytest.mark.slow
def test_its_taxonomy_is_sound(folder):
    assert list(check(folder)) == []


def test_every_figure_of_its_page_is_a_fact_but_what_its_sentences_say_of_something_else(conversion):
    assert unmapped(conversion.report) == {"0.4": "no sentence pattern reads this figure"}, "takings of the kiosk"
    assert len(list(facts(conversion.report))) == 73


def test_its_sentences_are_read_in_its_own_words(conversion):
    told = {item.text: item.point.concept for item in facts(conversion.report) if not item.place}
    assert told == {"61.6": "Turnover", "3.5": "TurnoverChangePercent", "44.0": "TicketSales", "9.9": "Liquidity"}


def test_arelle_finds_no_error_and_every_sum_adds_up(conversion):
    validation = conversion.validation
    assert validation is not None
    assert [message for message in validation.messages if message.severity != "info"] == []
    assert validation.calculations >= 10


@pytest.mark.parametrize(
    ("concept", "members", "period", "unit", "value"),
    [
        ("TicketSales", "", NINE, "iso4217:EUR", "44000000"),
        ("TicketSales", "", NINE_BEFORE, "iso4217:EUR", "41200000"),
        ("TicketSales", "", NINE, "iso4217:USD", "49284000"),
        ("Turnover", "", NINE, "iso4217:EUR", "61600000"),
        ("OperatingExpenses", "", NINE, "iso4217:EUR", "44501000"),
        ("Fuel", "", NINE, "iso4217:EUR", "14001000"),
        ("FinanceCosts", "", NINE, "iso4217:EUR", "1000000"),
        ("FinanceCostsChangePercent", "YearOnYearMember", NINE, "xbrli:pure", "-0.333"),
        ("FreightSalesChangePercent", "YearOnYearMember", NINE, "xbrli:pure", "-0.038"),
        ("TicketSales", "", QUARTER, "iso4217:EUR", "21000000"),
        ("FreightSales", "", QUARTER, "iso4217:EUR", "0"),
        ("EarningsPerShare", "", NINE, "iso4217:EUR/xbrli:shares", "3.22"),
        ("AverageShares", "", NINE_BEFORE, "xbrli:shares", "5000000"),
        ("Vessels", "", "2023-12-31", "iso4217:EUR", "120000000"),
        ("Liquidity", "", "2024-09-30", "iso4217:EUR", "9900000"),
        ("Liquidity", "", "2022-12-31", "iso4217:EUR", "7000000"),
        ("CashFromSailing", "", NINE_BEFORE, "iso4217:EUR", "-2000000"),
        ("Crossings", "CoastMember", NINE, "ferry:crossings", "2298"),
        ("Crossings", "", NINE, "ferry:crossings", "3342"),
        ("CrossingsChangeAmount", "YearOnYearMember IslandsMember", NINE, "ferry:crossings", "54"),
    ],
)
def test_a_figure_of_its_page(found, concept, members, period, unit, value):
    assert found[concept, members, period, unit] == value


def test_its_instance_speaks_of_it_alone(conversion):
    (instance,) = [path for path in conversion.files if path.suffix == ".xbrl"]
    text = instance.read_text(encoding="utf-8")
    assert '<xbrli:identifier scheme="http://standards.iso.org/iso/17442">5299000J2N45DDNE4Y28</' in text.replace(
        "\n", ""
    )
    assert "https://nordfjord-ferries.example/taxonomy" in text
    assert "iij" not in text.lower()
