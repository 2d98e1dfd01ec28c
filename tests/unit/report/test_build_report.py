"""A report holds each data point once, at its finest occurrence, and knows all its occurrences."""

import pickle
import random
import subprocess
import sys
from decimal import Decimal

from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.report import build_report
from iij_xbrl.report.ids import ids_in_order, occurrence_ids
from support import at, duration

HALF = duration("2011-04-01/2011-09-30")


def printed(
    value: str, decimals: int, line: int, *, concept: str = "Revenues", start: int = 20, text: str = ""
) -> Occurrence:
    point = DataPoint(concept, (), HALF, "iso4217:JPY")
    span = at(line, start, start + 6)
    return Occurrence(point, Decimal(value), Decimal(value), decimals, span, text or value, concept, "")


MILLIONS = printed("47207000000", -6, 26)
THOUSANDS = printed("47206508000", -3, 247)


def test_the_finest_occurrence_speaks_for_its_data_point():
    (fact,) = build_report("r", [MILLIONS, THOUSANDS], []).facts
    assert fact.occurrence == THOUSANDS


def test_all_occurrences_are_kept_the_finest_first():
    (fact,) = build_report("r", [MILLIONS, THOUSANDS], []).facts
    assert fact.occurrences == (THOUSANDS, MILLIONS)


def test_of_equally_fine_occurrences_the_first_on_the_page_speaks():
    again = printed("47206508000", -3, 600)
    (fact,) = build_report("r", [again, THOUSANDS], []).facts
    assert fact.occurrence == THOUSANDS


def test_decimals_after_the_point_are_finer_than_whole_units():
    coarse, fine = printed("6717", 0, 1), printed("6717.11", 2, 2)
    (fact,) = build_report("r", [coarse, fine], []).facts
    assert fact.occurrence == fine


def test_data_points_come_as_they_are_first_printed():
    costs = printed("37971000000", -6, 31, concept="Costs")
    report = build_report("r", [costs, THOUSANDS, MILLIONS], [])
    assert [fact.point.concept for fact in report.facts] == ["Revenues", "Costs"]


def test_points_of_another_unit_are_other_data_points():
    dollars = Occurrence(
        DataPoint("Revenues", (), HALF, "iso4217:USD"),
        Decimal(612753000),
        Decimal(612753000),
        -3,
        at(247, 40, 47),
        "612,753",
        "Revenues",
        "",
    )
    assert len(build_report("r", [THOUSANDS, dollars], []).facts) == 2


def test_leftovers_come_in_the_order_of_the_page():
    later, earlier = (Leftover(at(line, 0, 1), "5", "", "", "unmapped", "why") for line in (9, 3))
    assert build_report("r", [], [later, earlier]).leftovers == (earlier, later)


def test_the_id_of_a_fact_tells_where_it_is_printed():
    (fact,) = build_report("r", [MILLIONS, THOUSANDS], []).facts
    assert fact.id == "f.r_l247c20.v"


def test_a_report_does_not_depend_on_the_order_in_which_occurrences_arrive():
    occurrences = [
        printed("1", 0, line, concept=concept, start=start)
        for line in range(1, 5)
        for start, concept in ((10, "Revenues"), (20, "Costs"), (30, "Income"))
    ]
    first = build_report("r", occurrences, [])
    shuffled = occurrences.copy()
    random.Random(11).shuffle(shuffled)
    assert shuffled != occurrences
    assert build_report("r", shuffled, []) == first


def test_ids_do_not_depend_on_the_order_in_which_the_facts_of_a_token_arrive():
    on_one_token = [printed("206478", 0, 300, concept=concept) for concept in ("Issued", "Held", "Authorized")]
    assert occurrence_ids(on_one_token) == occurrence_ids(reversed(on_one_token))


def test_two_facts_on_one_token_have_two_ids():
    at_march = printed("206478", 0, 300)
    at_september = printed("206478", 0, 300, concept="SharesOutstanding")
    assert sorted(occurrence_ids([at_september, at_march]).values()) == ["f.r_l300c20.v", "f.r_l300c20b.v"]


def test_a_row_above_moves_ids_only_of_the_rows_below_it():
    before = occurrence_ids([MILLIONS, THOUSANDS])
    moved = printed("47206508000", -3, 248)
    after = occurrence_ids([MILLIONS, moved])
    assert after[MILLIONS] == before[MILLIONS]
    assert after[moved] == "f.r_l248c20.v"


def test_ids_of_a_report_are_those_of_its_occurrences():
    in_order = [MILLIONS, THOUSANDS]
    assert list(ids_in_order(build_report("r", in_order, ())).items()) == list(occurrence_ids(in_order).items())


def test_a_data_point_is_the_same_key_in_another_process():
    code = "import pickle, sys; there = pickle.load(sys.stdin.buffer); here = pickle.loads(pickle.dumps(there))"
    assert THOUSANDS.point in {THOUSANDS.point}  # it has a hash by now, made of this process's hashes of strings
    made = (
        "from iij_xbrl.facts import DataPoint as P; print(P(*map(here.__getattribute__, P.__match_args__)) in {here})"
    )
    told = subprocess.run(
        [sys.executable, "-c", f"{code}; {made}"], input=pickle.dumps(THOUSANDS.point), capture_output=True, check=True
    )
    assert told.stdout == b"True\n"
