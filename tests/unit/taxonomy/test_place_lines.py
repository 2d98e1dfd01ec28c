"""A place is a flat list in printed order; positions tell which block and which sum a row belongs to."""

from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.loaded import load


def lines(folder, templates, role):
    build(folder, templates)
    return next(place.lines for place in load(folder).places if place.role == role)


def test_rows_stand_in_printed_order_with_heading_first_and_total_last(toy, templates):
    rows = [(row.kind, row.concept, row.labels[0]) for row in lines(toy, templates, "Income")]
    assert rows == [
        ("heading", None, "Turnover"),
        ("line", "ToySales", "Toys"),
        ("heading", None, "Services"),
        ("line", "RepairSales", "Repairs"),
        ("line", "Returns", "Returns"),
        ("total", "Sales", "Total sales"),
        ("line", "Visits", "Visits"),
        ("line", "OnlineVisits", "Online visits"),
    ]


def test_parent_is_the_heading_row_and_partition_the_total(toy, templates):
    rows = lines(toy, templates, "Income")
    assert [row.parent for row in rows] == [None, 0, 0, 2, 0, None, None, 6]
    assert [row.partition for row in rows] == [None, 5, None, 5, 5, None, None, None]


def test_a_total_printed_first_is_the_parent_of_its_items(toy, templates):
    rows = lines(toy, templates, "Regions")
    assert [(row.concept, row.parent, row.partition) for row in rows] == [
        ("Sales", None, None),
        ("Sales", 0, 0),
        (None, 0, None),
        ("Sales", 2, 0),
    ]


def test_members_of_a_heading_are_inherited(toy, templates):
    assert lines(toy, templates, "Regions")[3].members == (("RegionAxis", "SouthMember"),)


def test_labels_are_printed_then_standard_without_duplicates(toy, templates):
    rows = lines(toy, templates, "Cash")
    assert [row.labels for row in rows] == [
        ("Cash at the beginning", "Cash", "現金"),
        ("Cash at the end", "Cash", "現金"),
    ]
    assert [row.instant for row in rows] == ["opening", "closing"]


def test_verb_weight_and_derived_concepts_reach_the_index(toy, templates):
    rows = {row.concept: row for row in lines(toy, templates, "Income")}
    assert (rows["Returns"].verb, rows["Returns"].weight) == ("minus-magnitude", -1)
    assert rows["Sales"].derived == {"change-percent": "SalesChangePercent"}
    assert rows["RepairSales"].derived == {"percent-of-revenue": "RepairSalesPercentOfRevenue"}


def test_the_index_knows_what_a_derived_concept_is_derived_from(toy, templates):
    build(toy, templates)
    taxonomy = load(toy)
    change = taxonomy.concepts["SalesChangePercent"]
    assert (change.type, change.period, change.balance) == ("percent", "duration", None)
    assert (change.derived_from, change.derivation) == ("Sales", "change-percent")
    assert change.labels == {"en": "Total sales, change (%)", "ja": "売上高合計、増減率"}
    assert taxonomy.schema_ref == "https://toy.example/taxonomy/2020-01-31/toy-2020-01-31.xsd"
    assert taxonomy.namespace == "https://toy.example/taxonomy/2020-01-31/toy"
    assert taxonomy.default_members == {"RegionAxis": "RegionDomain"}
    assert taxonomy.places[-1].titles == ("Income", "Statement of income", "損益")


def test_a_figure_inside_a_label_is_known_by_its_phrase(edited, templates):
    folder = edited("income.yaml", "printed: [Toys], balance", "within: {of which repairs: RepairSales}, balance")
    assert lines(folder, templates, "Income")[1].within == {"of which repairs": "RepairSales"}


def test_a_place_may_print_periods_in_its_rows(edited, templates):
    folder = edited("cash.yaml", "title: {en: Cash, ja: 現金}", "title: {en: Cash, ja: 現金}\n  rows: periods")
    build(folder, templates)
    assert {place.role: place.rows for place in load(folder).places} == {
        "Cash": "periods",
        "Regions": "lines",
        "Income": "lines",
    }
