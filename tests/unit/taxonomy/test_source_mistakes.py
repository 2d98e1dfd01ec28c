"""A mistake in the source is reported with file, line, what is wrong and what is allowed; all mistakes at once."""

import pytest

from iij_xbrl.errors import ResourceError, SourceError
from iij_xbrl.taxonomy.build import load_model

INCOME, CASH, DIMENSIONS, SETTINGS = "income.yaml", "cash.yaml", "dimensions.yaml", "taxonomy.yaml"

# file, text, what somebody typed instead, line, words of the message
MISTAKES = [
    # spelling and shape
    (INCOME, "en: Toy sales", "eng: Toy sales", 13, "unknown key 'eng'; did you mean en"),
    (
        INCOME,
        "verb: minus-magnitude",
        "verb: minus",
        19,
        "'minus' is not allowed for 'verb'; allowed: 'same', 'opposite'",
    ),
    (INCOME, "weight: -1", "weight: -2", 19, "'-2' is not allowed for 'weight'; allowed: 1 or -1"),
    (INCOME, "- Visits:\n", "- Visits: {}\n  Other:\n", 20, "not a line: Visits, Other; allowed: ConceptName"),
    (INCOME, "- Visits:", "- visits:", 20, "'visits' is not a concept name; allowed: letters and digits"),
    (INCOME, "role: Income\n", "", 1, "'role' is missing; required: role, title"),
    (INCOME, "derive: [change-percent]", "derive: [change]", 11, "'change' is not allowed for 'derive.0'"),
    (
        INCOME,
        "  ja: 売上高合計\n",
        "  ja: [\n",
        11,
        "not YAML: expected ',' or ']', but got ':', in what begins on line 9",
    ),
    (
        INCOME,
        "  balance: credit\n",
        "  balance: credit\n  balance: debit\n",
        11,
        "'balance' is given twice; first on line 10",
    ),
    (CASH, "first: true\n", "fist: true\n", 13, "unknown key 'fist'; did you mean first"),
    (DIMENSIONS, "default: RegionDomain", "default: WorldDomain", 5, "default WorldDomain is no member of RegionAxis"),
    (DIMENSIONS, "SouthMember:", "NorthMember:", 7, "'NorthMember' is given twice; first on line 7"),
    (SETTINGS, "owner: https://toy.example/taxonomy", "owner: toy", 2, "'toy' is not allowed for 'owner'"),
    (SETTINGS, "currency: EUR", "currency: XYZ", 11, "there is no currency XYZ"),
    (SETTINGS, 'version: "1.0"', 'version: "../1.0"', 4, "'../1.0' is not allowed for 'version'"),
    (SETTINGS, "currency: EUR", "currency: euro", 11, "'euro' is not allowed for 'entity.currency'"),
    # names
    (CASH, "  - Cash: {instant: closing", "  - Cahs: {instant: closing", 7, "unknown concept Cahs"),
    (CASH, "  - Cash: {instant: closing", "  - Cahs: {instant: closing", 7, "did you mean Cash"),
    (
        CASH,
        "{instant: closing,",
        "{en: Cash again, ja: 現金, instant: closing,",
        7,
        "concept Cash is defined twice; first at",
    ),
    (
        CASH,
        "RegionAxis: NorthMember",
        "RegionAxis: NortMember",
        15,
        "unknown member NortMember of RegionAxis; did you mean NorthM",
    ),
    (
        CASH,
        "RegionAxis: NorthMember",
        "RegoinAxis: NorthMember",
        15,
        "unknown axis RegoinAxis; did you mean RegionAxis?",
    ),
    (CASH, "      en: South\n", "", 16, "heading SouthAbstract is never defined"),
    (
        INCOME,
        "type: visits\n    including",
        "type: vistis\n    including",
        20,
        "unknown type vistis; did you mean visits?",
    ),
    (INCOME, "ja: 玩具売上高, ", "", 13, "concept ToySales has no 'ja'"),
    (INCOME, "OnlineVisits: {en: Online visits", "OnlineAxis: {en: Online visits", 25, "must not end in"),
    (INCOME, "heading: ServicesAbstract", "heading: Services", 14, "heading Services must end in Abstract"),
    (CASH, "- role: Regions", "- role: Cash", 8, "role Cash is used twice"),
    (DIMENSIONS, "role: change-basis", "role: qualifier", 0, "change-percent needs an axis with the role change-basis"),
    (INCOME, "role: Income\n", "role: Income\naxes: [RegoinAxis]\n", 2, "unknown axis RegoinAxis; did you mean"),
    (INCOME, "en: Toy sales", "within: {of which: Nothing}, en: Toy sales", 13, "unknown concept Nothing"),
    # contradictions
    (
        INCOME,
        "balance: debit, weight: -1,",
        "balance: debit,",
        19,
        "weight 1: Returns is debit, its total Sales credit; allowed: weight: -1",
    ),
    (
        INCOME,
        "- ToySales: {",
        "- ToySales: {period: instant, ",
        13,
        "ToySales is an instant and its total Sales a duration",
    ),
    (
        INCOME,
        "{en: Online visits,",
        "{balance: debit, en: Online visits,",
        25,
        "OnlineVisits is of type visits and has a balance",
    ),
    (INCOME, "en: Returns,", "instant: closing, en: Returns,", 19, "Returns is a duration and cannot be 'closing'"),
    (CASH, "{instant: closing,", "{balance: credit, instant: closing,", 7, "balance credit contradicts debit of Cash"),
    (
        CASH,
        "    - heading: SouthAbstract",
        "    - Sales\n    - heading: SouthAbstract",
        16,
        "Sales is an item of itself",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "words"), MISTAKES)
def test_a_mistake_is_reported_with_file_and_line(edited, file, old, new, line, words):
    folder = edited(file, old, new)
    with pytest.raises(SourceError) as raised:
        load_model(folder)
    here = [text for text in str(raised.value).splitlines() if words in text]
    assert here, raised.value
    if line:
        assert here[0].startswith(f"{folder / 'source' / file}:{line}: "), here[0]


def test_all_mistakes_are_shown_together_in_order(edited):
    folder = edited("income.yaml", "ja: 玩具売上高, ", "")
    cash = folder / "source" / "cash.yaml"
    cash.write_text(cash.read_text().replace("NorthMember", "EastMember").replace("SouthMember", "WestMember"))
    with pytest.raises(SourceError) as raised:
        load_model(folder)
    places = [text.split(": ")[0].rsplit("/", 1)[1] for text in str(raised.value).splitlines()]
    assert places == ["cash.yaml:15", "cash.yaml:16", "income.yaml:13"]


def test_a_folder_without_source_is_named(tmp_path):
    with pytest.raises(ResourceError, match=r"taxonomy\.yaml: no taxonomy source here"):
        load_model(tmp_path)


def test_two_breakdowns_of_a_total_in_one_place_are_a_mistake(edited):
    second = "- total: Sales\n  of:\n  - Cheap: {en: Cheap, ja: 安, balance: credit}\n- Visits:"
    folder = edited("income.yaml", "- Visits:", second)
    with pytest.raises(SourceError, match=r"income\.yaml:20: Sales has other items than at .*income\.yaml:6"):
        load_model(folder)


def test_partitions_that_share_items_are_one_sum(edited):
    second = "- total: Sales\n  of:\n  - ToySales\n  - Other: {en: Other, ja: 他, balance: credit}\n- Visits:"
    place = load_model(edited("income.yaml", "- Visits:", second)).places[-1]
    assert [arc.item for arc in place.arcs] == ["ToySales", "RepairSales", "Returns", "Other"]


PROSE_MISTAKES = [
    ("phrases:\n- Sale: [revenues]\n", 2, "unknown concept Sale in prose.yaml; did you mean Sales"),
    ("phrases:\n- Sales: {printed: [revenues], verbs: opposite}\n", 2, "unknown key 'verbs'; did you mean verb"),
    ("phrases:\n- Sales: {verb: opposite}\n", 2, "'printed' is missing"),
    ("phrases:\n- Sales: {printed: [x], after: Cost}\n", 2, "unknown concept Cost in prose.yaml"),
    ("phrases:\n- Sales: {printed: [x], part_of: Totl}\n", 2, "unknown concept Totl in prose.yaml"),
    ("phrases:\n- Sales: {printed: [x], members: {RegionAxis: EastMember}}\n", 2, "unknown member EastMember"),
    ("phrases:\n- Sales: {printed: [x], use: verb}\n", 2, "'verb' is not allowed for 'use'"),
    ("phrases:\n- revenues\n", 2, "not the phrases of a concept; allowed: ConceptName: [phrases]"),
    ("topic: [assets]\n", 1, "unknown key 'topic'; did you mean topics"),
]


@pytest.mark.parametrize(("text", "line", "words"), PROSE_MISTAKES)
def test_a_mistake_in_phrases_is_located(toy, text, line, words):
    (toy / "source" / "prose.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        load_model(toy)
    assert any(f"prose.yaml:{line}: " in mistake and words in mistake for mistake in str(raised.value).splitlines())
