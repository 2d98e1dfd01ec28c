"""An explanation says what gave each part of a fact, what it is held against, and where else it is printed."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from examples import EXAMPLE, excerpt, shipped
from iij_xbrl.cli.explain import explain as explain_command
from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.explain import Explanation, explain
from iij_xbrl.present.findings.words import IN_ENGLISH
from iij_xbrl.present.source_words import source_in_words
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.read.origins import parse_origin
from iij_xbrl.reasons.no_figures import DateOrPeriod
from iij_xbrl.taxonomy.index import Taxonomy

SECTIONS = (
    "Operating Results Summary",
    "Revenues",
    "Quarterly Consolidated Statements of Income (Unaudited)",
    "1. Consolidated Financial Results for the first Six Months Ended September 30, 2011",
    "(1) Consolidated Results of Operations",
)
OPERATING_INCOME, MISPRINTED = "| OPERATING INCOME | 1,201,091 |", "| Six months ended September 30, 2011 | 47,207 |"


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return shipped()


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    """The sections of the example that the figures stand in."""
    path = tmp_path_factory.mktemp("explain") / "release.md"
    path.write_text(excerpt(EXAMPLE, *SECTIONS), encoding="utf-8")
    return path


def place(row: str, figure: str) -> str:
    """Where a figure of a row stands, as line:column."""
    lines = EXAMPLE.read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, 1) if line.startswith(row)]
    return f"{number}:{lines[number - 1].index(figure) + 1}"


@pytest.fixture(scope="module")
def explained(taxonomy, release) -> Callable[[str], Explanation]:
    """The explanation of a figure, without errata; each is made once."""

    @cache
    def at(where: str) -> Explanation:
        (found,) = explain(release, taxonomy, where)
        return found

    return at


def printed(found: Explanation) -> dict[str, str]:
    """What gave each part of a fact, in English."""
    return {name: source_in_words(piece, IN_ENGLISH) for name, piece in found.why}


def test_header_label_line_and_sign_are_named(explained):
    found = explained(place(OPERATING_INCOME, "2,448,207"))
    why = printed(found)
    assert why["row label"] == "OPERATING INCOME"
    assert "2011" in why["column header"]
    assert why["line"].startswith("OperatingIncome, printed as")
    assert why["sign"] == "same"


def test_its_relations_are_shown_with_their_state(explained):
    found = explained(place(OPERATING_INCOME, "2,448,207"))
    states = {str(item.relation): item.state for item in found.relations}
    assert states["OperatingIncome = Revenues - CostsAndExpenses"] == "closed"
    assert "not evaluable" not in states.values()


def test_the_other_places_of_the_data_point_are_named(explained):
    found = explained(place(OPERATING_INCOME, "2,448,207"))
    assert "2,488" in {other.text for other in found.others}


def test_the_findings_on_a_figure_are_told_and_what_was_decided(taxonomy, release, explained):
    where = place(MISPRINTED, "2,488")
    (open_,) = explained(where).findings
    assert (open_.finding.code, open_.entry) == ("inconsistent-duplicate", None)
    (decided,) = explain(release, taxonomy, where, read_errata(EXAMPLE.parent / "errata.yaml"))
    assert [item.entry.decision for item in decided.findings] == ["corrected"]
    assert decided.correction.footnote.startswith("Printed as 2,488; stands for 2,448: ")


def test_a_fact_is_found_by_its_id_too(explained):
    where = place(MISPRINTED, "2,488")
    by_place = explained(where)
    assert explained(by_place.fact_id) == by_place


def test_what_is_no_fact_has_a_reason(explained):
    found = explained(place(MISPRINTED, "2011"))
    assert (found.item.status, found.item.reason, found.fact_id) == ("not-a-fact", DateOrPeriod(), "")


def test_where_no_number_stands_those_of_the_line_are_named(taxonomy, release):
    where = place(OPERATING_INCOME, "OPERATING")
    with pytest.raises(InputError, match=r"no number stands here; those near it stand at 267:22, 267:34, 267:43"):
        explain(release, taxonomy, where)


def test_what_is_neither_an_id_nor_a_place_is_wrong_usage(taxonomy, release):
    with pytest.raises(UsageError, match="neither a fact id"):
        explain(release, taxonomy, "OperatingIncome")


def test_of_a_figure_in_a_sentence_subject_change_and_time_are_named(explained):
    why = printed(explained(place("Total revenues grew 37.7%", "37.7")))
    assert why["subject"].endswith("a phrase of Revenues")
    assert why["change"] == "up, year-on-year"
    assert why["time"].startswith("2011-04-01/2011-09-30")


def examples_in_help() -> list[list[str]]:
    """The examples of the help text that name a figure of an example, as arguments."""
    lines = (line.split() for line in (explain_command.help or "").splitlines())
    return [words[2:] for words in lines if words[:2] == ["iij-xbrl", "explain"] and "/" in words[2]]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", examples_in_help(), ids=" ".join)
def test_the_examples_of_the_help_text_are_figures(arguments):
    path = str(EXAMPLE.parents[2] / arguments[0])
    result = CliRunner().invoke(explain_command, [path, *arguments[1:]])
    assert (result.exit_code, result.stderr) == (0, "")


def test_near_a_point_of_a_page_are_the_numbers_of_its_line_and_of_those_beside_it():
    origin = parse_origin("p3:100,200,120,210")
    near = [parse_origin(f"p{page}:500,{down}") for page, down in ((3, 205), (3, 220), (3, 260), (4, 205))]
    assert origin is not None
    assert [place is not None and origin.is_near(place) for place in near] == [True, True, False, False]
