"""Ids of facts: by place on the page, the same in every syntax."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from iij_xbrl.report.ids import occurrence_id, occurrence_ids
from iij_xbrl.report.model import DataPoint, Occurrence, Period, Span
from support import at


def shares_at(day: date, span: Span) -> Occurrence:
    point = DataPoint("CommonStockSharesIssued", (), Period(day), "xbrli:shares")
    return Occurrence(point, Decimal(206478), Decimal(206478), 0, span, "206,478", "Common stock", "Balance Sheets")


MARCH = shares_at(date(2011, 3, 31), at(57, 75, 82))
SEPTEMBER = shares_at(date(2011, 9, 30), at(57, 75, 82))
ELSEWHERE = shares_at(date(2011, 9, 30), at(7, 4, 11))


def test_an_id_is_the_line_and_the_character_where_the_token_starts():
    assert occurrence_id(MARCH) == "f.r_l57c75.v"


def test_a_token_that_is_two_facts_has_two_ids_whatever_their_order():
    expected = {MARCH: "f.r_l57c75.v", SEPTEMBER: "f.r_l57c75b.v", ELSEWHERE: "f.r_l7c4.v"}
    assert occurrence_ids([MARCH, SEPTEMBER, ELSEWHERE]) == expected
    assert occurrence_ids([ELSEWHERE, SEPTEMBER, MARCH]) == expected


def test_an_instant_and_a_duration_that_end_together_can_share_a_token():
    half_year = replace(MARCH.point, period=Period(date(2011, 3, 31), date(2010, 10, 1)))
    assert len(set(occurrence_ids([MARCH, replace(MARCH, point=half_year)]).values())) == 2


def test_ids_do_not_run_out_with_the_letters():
    many = [replace(MARCH, label=str(number)) for number in range(60)]
    assert len(set(occurrence_ids(many).values())) == 60
