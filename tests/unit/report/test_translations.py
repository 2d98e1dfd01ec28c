"""Convenience translations left out: one value for a concept and period, and every number still accounted for."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from click.testing import CliRunner

from examples import EXAMPLE, report_on, shipped
from iij_xbrl.cli import main
from iij_xbrl.report import Report
from iij_xbrl.report.coverage import coverage
from iij_xbrl.report.ids import occurrence_ids, undetermined_id
from iij_xbrl.report.translations import without_translations


@pytest.fixture(scope="module")
def whole() -> Report:
    return report_on(EXAMPLE)


@pytest.fixture(scope="module")
def yen(whole) -> Report:
    return without_translations(whole, shipped())


def test_a_concept_has_one_value_a_period(yen):
    seen = Counter((fact.point.concept, fact.point.dimensions, fact.point.period) for fact in yen.facts)
    assert set(seen.values()) == {1}


def test_what_is_reported_in_yen_stays(whole, yen):
    assert set(yen.facts) < set(whole.facts)
    assert {fact.point.unit for fact in set(whole.facts) - set(yen.facts)} == {
        "iso4217:USD",
        "iso4217:USD/xbrli:shares",
        "iso4217:USD/iij:ADS",
    }


def test_every_number_is_still_accounted_for(whole, yen):
    before, after = coverage(whole)[-1], coverage(yen)[-1]
    gone = before.counts["fact"] + before.counts["inferred"] - after.counts["fact"] - after.counts["inferred"]
    assert after.counts["not-a-fact"] - before.counts["not-a-fact"] == gone > 100
    assert (after.tokens, after.counts.get("unmapped")) == (before.tokens, before.counts.get("unmapped"))


def test_notes_speak_of_facts_that_are_reported(yen):
    ids = set(occurrence_ids(place for fact in yen.facts for place in fact.occurrences).values())
    ids |= {undetermined_id(dash) for dash in yen.undetermined}
    assert all(note.facts and set(note.facts) <= ids for note in yen.footnotes)


def test_an_amount_that_is_told_in_dollars_only_is_no_translation(whole):
    dollars = tuple(fact for fact in whole.facts if fact.point.unit.startswith("iso4217:USD"))
    assert without_translations(replace(whole, facts=dollars), shipped()).facts == dollars


def test_the_option_leaves_them_out_of_every_file(tmp_path):
    arguments = ["convert", str(EXAMPLE), "-o", str(tmp_path), "--no-translations", "--no-validate", "-q"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    rows = csv.DictReader(io.StringIO((tmp_path / "release.facts.csv").read_text(encoding="utf-8")))
    assert {row["unit"] for row in rows if "USD" in row["unit"]} == {"iso4217:JPY/iso4217:USD"}
    assert '"iso4217:USD' not in (tmp_path / "release.json").read_text(encoding="utf-8")
    for name in ("release.xbrl", "release.xhtml"):
        units = re.findall(r'<xbrli:unit id="([^"]*)"', (tmp_path / name).read_text(encoding="utf-8"))
        assert [unit for unit in units if unit.startswith("USD")] == []
