"""The language of relations: what can be said, and what is said of mistakes."""

import pytest

from figures import VOCABULARY, relation
from iij_xbrl.relations.language import Product, Sum
from iij_xbrl.relations.parser import RelationError, Vocabulary, parse


@pytest.mark.parametrize(
    "text",
    [
        "OperatingIncome = Revenues - Costs",
        "Costs = -Revenues",
        "NetIncomePerShare = NetIncome / AverageShares",
        "Cash[closing] = Cash[opening] + NetIncome + Issue?",
        "Revenues = Revenues[SegmentAxis=RetailMember] + Revenues[SegmentAxis=OtherMember]",
        "RevenuesChange[ChangeBasisAxis=YearOnYearMember] = Revenues / Revenues[prior] - 1",
        "Revenues[USD] = Revenues[JPY] / ExchangeRate[release]",
        "AdsEquivalents = AverageShares * ads_ratio",
        "NetIncome = (Revenues - Costs) * 2",
        "NetIncome = Revenues - (Costs - Issue)",
        "NetIncome = Revenues / (Costs / Issue)",
    ],
)
def test_what_is_read_is_written_the_same(text):
    assert str(relation(text)) == text


def test_spaces_and_lines_do_not_matter():
    assert relation("OperatingIncome=Revenues\n  -Costs") == relation("OperatingIncome = Revenues - Costs")


def test_the_axis_of_a_member_is_found():
    (term,) = (term for term in relation("Revenues = Revenues[RetailMember]").terms if term.members)
    assert term.members == (("SegmentAxis", "RetailMember"),)


def test_products_bind_closer_than_sums():
    expression = relation("OperatingIncome = Revenues - Costs * 2").expression
    assert isinstance(expression, Sum)
    assert isinstance(expression.parts[1][1], Product)


def test_without_axes_a_written_axis_is_trusted():
    target, _ = parse("Revenues[AnyAxis=AnyMember] = Costs", Vocabulary(VOCABULARY.concepts))
    assert target.members == (("AnyAxis", "AnyMember"),)


@pytest.mark.parametrize(
    ("text", "wrong", "column"),
    [
        ("OperatingIncome = Revenues - Cost", "unknown concept Cost", 29),
        ("OperatingIncome = Revenues -", "expected a concept or a number, found the end", 28),
        ("OperatingIncome Revenues", "expected '=', found Revenues", 16),
        ("OperatingIncome = Revenues Costs", "'Costs' after a complete relation", 27),
        ("OperatingIncome = Revenues % 2", "'%' has no meaning here", 27),
        ("2 = Revenues", "a relation starts with one figure, its target", 0),
        ("Revenues = 100", "nothing to compare the target with", 0),
        ("Revenues = Revenues + Costs", "Revenues is on both sides", 0),
        ("Revenues? = Costs", "the target cannot be absent ('?')", 0),
        ("NetIncome = Revenues? / Costs", "only a summand may be absent ('?')", 24),
        ("Revenues = Revenues[WholesaleMember]", "unknown member WholesaleMember", 20),
        ("Revenues = Revenues[ChangeBasisAxis=RetailMember]", "RetailMember is no member of ChangeBasisAxis", 20),
        ("Revenues[opening] = Costs", "Revenues is a duration and cannot be opening", 9),
        ("AverageShares[USD] = Revenues", "AverageShares is in xbrli:shares, not in a currency", 14),
        ("AdsEquivalents = AverageShares * ratio", "unknown parameter ratio", 33),
        ("Cash = Cash[opening] + NetIncome", "say [opening] or [closing] of Cash beside figures of a period", 0),
        (
            "Cash[closing] = Cash[opening] + Issue?",
            "no figure of the period itself: one must stand without opening, closing, prior and without '?'",
            0,
        ),
    ],
)
def test_mistakes_say_what_is_wrong_and_where(text, wrong, column):
    with pytest.raises(RelationError) as error:
        parse(text, VOCABULARY)
    assert (str(error.value), error.value.column) == (wrong, column)


def test_unknown_names_tell_the_known_ones():
    with pytest.raises(RelationError) as error:
        parse("OperatingIncome = Revenue", VOCABULARY)
    assert error.value.name == "Revenue"
    assert "Revenues" in error.value.allowed
