"""`prose.yaml`: how sentences name the concepts, compiled into the index."""

from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.index import Phrase
from iij_xbrl.taxonomy.loaded import load

PROSE = """\
spellings: {Toyco: [Toyc0, T0yco]}
topics: [current assets]
phrases:
- Sales: [sales, total sales]
- Sales: {printed: sales in the north, members: {RegionAxis: NorthMember}, verb: opposite, use: noun}
- RepairSales: {printed: [repairs], after: Sales, part_of: Sales, fiscal_year: true}
- SalesChangePercent: [growth of sales]
"""


def test_phrases_are_in_the_index(toy):
    (toy / "source" / "prose.yaml").write_text(PROSE, encoding="utf-8")
    build(toy)
    prose = load(toy).prose
    assert prose.topics == ("current assets",)
    assert dict(prose.spellings) == {"Toyc0": "Toyco", "T0yco": "Toyco"}
    assert prose.phrases == (
        Phrase("Sales", ("sales", "total sales")),
        Phrase("Sales", ("sales in the north",), "opposite", (("RegionAxis", "NorthMember"),), use="noun"),
        Phrase("RepairSales", ("repairs",), after="Sales", part_of="Sales", fiscal_year=True),
        Phrase("SalesChangePercent", ("growth of sales",)),
    )


def test_a_taxonomy_needs_no_phrases(toy):
    build(toy)
    assert load(toy).prose.phrases == ()


def test_a_derived_concept_may_have_another_period_type(edited):
    pattern = '  period-change: {name: "{name}PeriodChange", period: duration, en: "{en}, change", ja: "{ja}、増減"}\n'
    folder = edited("taxonomy.yaml", "derivations:\n", "derivations:\n" + pattern)
    cash = folder / "source" / "cash.yaml"
    cash.write_text(cash.read_text().replace("period: instant}", "period: instant, derive: [period-change]}"))
    build(folder)
    concepts = load(folder).concepts
    assert (concepts["Cash"].period, concepts["CashPeriodChange"].period) == ("instant", "duration")


def test_a_place_that_only_sentences_tell_matches_no_table(edited):
    folder = edited("income.yaml", "role: Income\n", "role: Income\nrows: nothing\n")
    build(folder)
    assert next(place for place in load(folder).places if place.role == "Income").rows == "nothing"
