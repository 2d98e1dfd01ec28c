"""Facts as releases print them are dimensionally valid, and others are not (XBRL Dimensions 1.0, by Arelle)."""

import pytest

from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.validate.arelle import validate_instance

INSTANCE = """\
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
  xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:toy="{namespace}">
<link:schemaRef xlink:type="simple" xlink:href="{schema_ref}"/>
<unit id="EUR"><measure>iso4217:EUR</measure></unit>
<unit id="pure"><measure>pure</measure></unit>
{facts}
</xbrl>
"""

FACT = """\
<context id="c{n}"><entity><identifier scheme="http://toy.example">0001</identifier></entity>
<period><startDate>2019-01-01</startDate><endDate>2019-12-31</endDate></period>{scenario}</context>
<toy:{concept} id="f{n}" contextRef="c{n}" unitRef="{unit}" decimals="0">1</toy:{concept}>
"""

VALID = [
    ("Sales", {}),
    ("Sales", {"RegionAxis": "NorthMember"}),
    ("ToySales", {}),
    ("RepairSalesPercentOfRevenue", {}),
    ("SalesChangePercent", {"ChangeBasisAxis": "YearOnYearMember"}),
    ("SalesChangePercent", {"ChangeBasisAxis": "YearOnYearMember", "RegionAxis": "NorthMember"}),
]
INVALID = [
    ("ToySales", {"RegionAxis": "NorthMember"}),
    ("Sales", {"ChangeBasisAxis": "YearOnYearMember"}),
    ("SalesChangePercent", {}),
    ("SalesChangePercent", {"RegionAxis": "NorthMember"}),
    ("SalesChangePercent", {"ChangeBasisAxis": "ChangeBasisDomain"}),
    ("RepairSalesPercentOfRevenue", {"ChangeBasisAxis": "YearOnYearMember"}),
]


def fact(number, concept, members):
    inside = "".join(
        f'<xbrldi:explicitMember dimension="toy:{axis}">toy:{member}</xbrldi:explicitMember>'
        for axis, member in members.items()
    )
    return FACT.format(
        n=number,
        concept=concept,
        scenario=f"<scenario>{inside}</scenario>" if inside else "",
        unit="pure" if "Percent" in concept else "EUR",
    )


def dimensional_errors(folder, templates, facts):
    build(folder, templates)
    taxonomy = load(folder)
    text = "".join(fact(number, concept, members) for number, (concept, members) in enumerate(facts))
    path = folder / "report.xbrl"
    path.write_text(
        INSTANCE.format(namespace=taxonomy.namespace, schema_ref=taxonomy.schema_ref, facts=text), encoding="utf-8"
    )
    result = validate_instance(path, folder / "package", calculations=False)
    assert result.facts == len(facts)
    assert {message.code for message in result.messages} <= {"xbrldie:PrimaryItemDimensionallyInvalidError"}
    return {id_ for message in result.messages for id_ in message.fact_ids}


def test_figures_as_printed_are_valid_and_others_are_not(toy, templates):
    invalid = dimensional_errors(toy, templates, [*VALID, *INVALID])
    assert invalid == {f"f{number}" for number in range(len(VALID), len(VALID) + len(INVALID))}


@pytest.mark.parametrize("members", [{}, {"RegionAxis": "SouthMember"}])
def test_an_axis_without_default_leaves_figures_of_other_places_valid(edited, templates, members):
    folder = edited("dimensions.yaml", "    default: RegionDomain\n", "")
    assert dimensional_errors(folder, templates, [("Sales", members)]) == set()


def test_an_axis_of_a_place_is_open_to_all_its_lines_and_their_changes(edited, templates):
    folder = edited("income.yaml", "role: Income\n", "role: Income\naxes: [RegionAxis]\n")
    north = {"RegionAxis": "NorthMember"}
    facts = [
        ("ToySales", {}),
        ("ToySales", north),
        ("SalesChangePercent", {**north, "ChangeBasisAxis": "YearOnYearMember"}),
    ]
    assert dimensional_errors(folder, templates, facts) == set()
