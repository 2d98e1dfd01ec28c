"""A relation over given figures is closed, open, or not evaluable."""

from dataclasses import replace
from fractions import Fraction

import pytest

from figures import point, printed, relation
from iij_xbrl.relations import Interval, bind, evaluate

HALF = "2011-04-01/2011-09-30"
INCOME = relation("OperatingIncome = Revenues - Costs")
ROLL = relation("Cash[closing] = Cash[opening] + NetIncome")


def only(relations, figures, **options):
    (found,) = evaluate(relations, printed(figures), **options)
    return found


def income(operating="2448207000", decimals=-3):
    return {
        point("OperatingIncome", HALF): (operating, decimals),
        point("Revenues", HALF): ("47206508000", -3),
        point("Costs", HALF): ("44758301000", -3),
    }


def test_figures_that_add_up_close():
    assert only([INCOME], income()).state == "closed"


def test_rounding_of_every_figure_is_allowed_for():
    assert only([INCOME], income("2448206000")).state == "closed"
    assert only([INCOME], income("2448205000")).state == "open"


def test_a_figure_in_millions_closes_within_its_own_precision():
    assert only([INCOME], income("2448000000", -6)).state == "closed"
    assert only([INCOME], income("2449000000", -6)).state == "open"


def test_the_gap_is_what_rounding_leaves_in_units_of_the_last_digit():
    found = only([INCOME], income("2448307000"))
    assert found.difference == 100_000
    assert found.gap == Fraction(98_500, 1000)
    assert not found.is_rounding


def test_an_open_relation_may_be_one_of_figures_cut_off():
    assert only([INCOME], income("2448210000")).is_rounding
    assert not only([INCOME], income("2448211000")).is_rounding


def test_what_is_missing_is_named():
    figures = income()
    del figures[point("Costs", HALF)]
    found = only([INCOME], figures)
    assert (found.state, found.missing) == ("not evaluable", (point("Costs", HALF),))
    assert found.reason == "not printed: Costs"


def test_a_missing_target_is_computed():
    figures = income()
    del figures[point("OperatingIncome", HALF)]
    found = only([INCOME], figures)
    assert (found.state, found.reason) == ("not evaluable", "the target is not printed")
    assert found.computed is not None
    assert found.computed.middle == 2_448_207_000


def test_each_period_currency_and_member_is_a_frame_of_its_own():
    figures = {
        replace(item, unit=unit, period=period.period, dimensions=members): value
        for item, value in income().items()
        for unit in ("iso4217:JPY", "iso4217:USD")
        for period in (point("Revenues", HALF), point("Revenues", "2010-04-01/2010-09-30"))
        for members in ((), (("SegmentAxis", "RetailMember"),))
    }
    assert [item.state for item in evaluate([INCOME], printed(figures))] == ["closed"] * 8


def test_figures_of_different_frames_are_never_mixed():
    figures = income()
    figures[point("Costs", HALF, "iso4217:USD")] = figures.pop(point("Costs", HALF))
    assert {item.state for item in evaluate([INCOME], printed(figures))} == {"not evaluable"}


def test_an_opening_balance_is_that_of_the_day_before():
    figures = {
        point("NetIncome", HALF): ("-2339162000", -3),
        point("Cash", "2011-03-31"): ("13313615000", -3),
        point("Cash", "2011-09-30"): ("10974453000", -3),
    }
    assert only([ROLL], figures).state == "closed"


def test_the_prior_period_is_the_same_a_year_before():
    change = relation("RevenuesChange[YearOnYearMember] = Revenues / Revenues[prior] - 1")
    figures = {
        point("RevenuesChange", HALF, "xbrli:pure", ChangeBasisAxis="YearOnYearMember"): ("0.377", 3),
        point("Revenues", HALF): ("47207000000", -6),
        point("Revenues", "2010-04-01/2010-09-30"): ("34272000000", -6),
    }
    states = {str(item.binding.frame.period): item.state for item in evaluate([change], printed(figures))}
    assert states == {HALF: "closed", "2010-04-01/2010-09-30": "not evaluable"}


@pytest.mark.parametrize(
    ("now", "before"), [("2012-02-29", "2011-02-28"), ("2013-02-28", "2012-02-29"), ("2011-09-30", "2010-09-30")]
)
def test_the_day_a_year_before_ends_the_same_month(now, before):
    change = relation("Cash = Assets[prior] + Equity")
    (found,) = evaluate([change], printed({point("Cash", now): ("1", 0)}))
    assert str(found.missing[0].period) == before


def test_a_term_without_a_member_of_a_named_axis_has_none():
    total = relation("Revenues = Revenues[RetailMember] + Revenues[OtherMember]")
    figures = {
        point("Revenues", HALF): ("10", 0),
        point("Revenues", HALF, SegmentAxis="RetailMember"): ("7", 0),
        point("Revenues", HALF, SegmentAxis="OtherMember"): ("3", 0),
    }
    assert only([total], figures).state == "closed"


def test_a_ratio_of_other_units_is_of_one_currency():
    each = relation("NetIncomePerShare = NetIncome / AverageShares")
    figures = {
        point("NetIncome", HALF): ("1361450000", -3),
        point("NetIncome", HALF, "iso4217:USD"): ("17672000", -3),
        point("AverageShares", HALF, "xbrli:shares"): ("202687", 0),
        point("NetIncomePerShare", HALF, "iso4217:JPY/xbrli:shares"): ("6717.01", 2),
        point("NetIncomePerShare", HALF, "iso4217:USD/xbrli:shares"): ("87.20", 2),
    }
    states = {item.binding.frame.currency: item.state for item in evaluate([each], printed(figures))}
    assert states == {"JPY": "closed", "USD": "open"}


def test_a_ratio_of_balances_is_of_one_currency():
    change = relation("RevenuesChange = Equity[closing] / Assets[closing] - Equity[opening] / Assets[opening]")
    balances = {"Equity": ("20", "30"), "Assets": ("100", "100")}
    figures = {
        point(concept, day, f"iso4217:{currency}"): (value, 0)
        for concept, values in balances.items()
        for day, value in zip(("2011-03-31", "2011-09-30"), values, strict=True)
        for currency in ("JPY", "USD")
    }
    figures[point("RevenuesChange", HALF, "xbrli:pure")] = ("0.10", 2)
    del figures[point("Assets", "2011-03-31", "iso4217:USD")]
    states = {item.binding.frame.currency: item.state for item in evaluate([change], printed(figures))}
    assert states == {"JPY": "closed", "USD": "not evaluable"}


def test_the_rate_of_the_release_is_the_only_one():
    dollars = relation("Revenues[USD] = Revenues[JPY] / ExchangeRate[release]")
    figures = {
        point("Revenues", HALF): ("47206508000", -3),
        point("Revenues", HALF, "iso4217:USD"): ("612753000", -3),
        point("ExchangeRate", "2011-09-30", "iso4217:JPY/iso4217:USD"): ("77.04", 2),
    }
    assert only([dollars], figures).state == "closed"
    figures[point("ExchangeRate", "2010-09-30", "iso4217:JPY/iso4217:USD")] = ("83.53", 2)
    found = only([dollars], figures)
    assert (found.state, found.reason) == ("not evaluable", "the release has no, or more than one, ExchangeRate")


def test_parameters_are_given():
    ads = relation("AdsEquivalents = AverageShares * ads_ratio")
    figures = {
        point("AverageShares", HALF, "xbrli:shares"): ("202687", 0),
        point("AdsEquivalents", HALF, "t:ADS"): ("81074800", 0),
    }
    assert only([ads], figures).reason == "ads_ratio is not known"
    assert only([ads], figures, parameters={"ads_ratio": Interval.exactly(400)}).state == "closed"
    assert only([ads], figures, parameters={"ads_ratio": Interval.exactly(2)}).state == "open"


def test_a_divisor_that_may_be_zero_cannot_be_evaluated():
    each = relation("NetIncomePerShare = NetIncome / AverageShares")
    figures = {
        point("NetIncome", HALF): ("1", 0),
        point("AverageShares", HALF, "xbrli:shares"): ("0", 0),
        point("NetIncomePerShare", HALF, "iso4217:JPY/xbrli:shares"): ("1", 0),
    }
    assert only([each], figures).reason == "divides by a figure that may be zero"


class TestSums:
    SUM = relation("Revenues = Costs? + NetIncome? + Issue?", "sum")

    def test_absent_items_count_as_absent(self):
        figures = {point("Revenues", HALF): ("10", 0), point("Costs", HALF): ("10", 0)}
        assert only([self.SUM], figures).state == "closed"

    def test_a_total_alone_is_not_evaluated(self):
        found = only([self.SUM], {point("Revenues", HALF): ("10", 0)})
        assert found.reason == "none of the items is printed"
        assert len(found.missing) == 3

    def test_an_item_that_is_printed_but_not_read_makes_the_set_incomplete(self):
        figures = {point("Revenues", HALF): ("10", 0), point("Costs", HALF): ("4", 0)}
        issue = point("Issue", HALF)
        assert only([self.SUM], figures).state == "open"
        found = only([self.SUM], figures, unread={(issue.concept, issue.period, issue.unit)})
        assert (found.state, found.missing, found.reason) == (
            "not evaluable",
            (issue,),
            "printed, but not read: Issue",
        )


def test_other_values_need_no_new_binding():
    figures = income()
    bindings = bind([INCOME], figures)
    assert [item.state for item in evaluate(bindings, printed(figures))] == ["closed"]
    assert [item.state for item in evaluate(bindings, printed(income("1")))] == ["open"]


def test_the_index_tells_which_relations_a_figure_takes_part_in():
    other = relation("NetIncome = OperatingIncome - Costs")
    bindings = bind([INCOME, other], income())
    assert [item.relation for item in bindings.of(point("Costs", HALF))] == [INCOME, other]
    assert [item.relation for item in bindings.of(point("Revenues", HALF))] == [INCOME]
    assert bindings.of(point("Issue", HALF)) == ()
