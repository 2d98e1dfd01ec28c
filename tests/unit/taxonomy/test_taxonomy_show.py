"""A concept as plain values: what it is, where it is printed, in which sums it counts."""

import pytest

from iij_xbrl.errors import ResourceError
from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.show import Summand, show


@pytest.fixture
def built(toy, templates):
    build(toy, templates)
    return toy


def test_a_concept_shows_labels_type_and_unit(built):
    view = show(built, "toy:Sales")
    assert (view.qname, view.type, view.unit, view.period, view.balance) == (
        "toy:Sales",
        "monetary",
        "iso4217:EUR",
        "duration",
        "credit",
    )
    assert view.labels == {"en": "Total sales", "ja": "売上高合計"}
    assert view.derived == ("SalesChangePercent",)


def test_a_concept_shows_where_it_is_printed_and_how(built):
    view = show(built, "Returns")
    assert [(row.role, row.labels, row.verb) for row in view.printed] == [
        ("Income", ("Returns", "返品"), "minus-magnitude")
    ]


def test_a_concept_shows_its_sums(built):
    (own,) = (item for item in show(built, "Sales").total_of if item.role == "Income")
    assert own.items == (Summand("ToySales", 1, ()), Summand("RepairSales", 1, ()), Summand("Returns", -1, ()))
    assert [item.total.concept for item in show(built, "Returns").summand_of] == ["Sales"]


def test_a_sum_over_segments_shows_their_members(built):
    (segments,) = (item for item in show(built, "Sales").total_of if item.role == "Regions")
    assert [part.members for part in segments.items] == [
        (("RegionAxis", "NorthMember"),),
        (("RegionAxis", "SouthMember"),),
    ]


def test_a_derived_concept_is_printed_with_the_line_it_is_derived_from(built):
    view = show(built, "SalesChangePercent")
    assert view.derived_from == "Sales"
    assert {(row.role, row.derivation) for row in view.printed} == {
        ("Income", "change-percent"),
        ("Regions", "change-percent"),
    }


def test_an_unknown_concept_names_the_nearest(built):
    with pytest.raises(ResourceError, match=r"ToySale: no such concept; did you mean ToySales"):
        show(built, "ToySale")
    with pytest.raises(ResourceError, match="Returns"):
        show(built, "返品")


def test_a_figure_inside_a_label_is_printed_there(edited, templates):
    folder = edited("income.yaml", "printed: [Toys], balance", "within: {of which repairs: RepairSales}, balance")
    build(folder, templates)
    assert ("of which repairs",) in [row.labels for row in show(folder, "RepairSales").printed]
