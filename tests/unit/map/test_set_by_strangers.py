"""Small pages as others set them: heads among the items of a list, months as columns, changes in parentheses."""

from decimal import Decimal

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse, read

OPENING = """\
**Internet Initiative Japan Inc.**

Internet Initiative Japan Inc. ("IIJ", TSE:3774) announced its consolidated financial results for the first six months
of the fiscal year ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").

## 1H FY2011 Financial Results Summary

"""
HEADING = "### Operating Results Summary"


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def report(page: str, taxonomy):
    return report_of(parse(OPENING + page, "release"), taxonomy)


def values(page: str, taxonomy) -> list[Decimal]:
    """The values of the facts of a page, in its order: amounts in millions, percentages as printed."""
    found = sorted(report(page, taxonomy).facts, key=lambda fact: fact.occurrence.span)
    return [
        fact.occurrence.value * 100 if fact.point.unit == "xbrli:pure" else fact.occurrence.value / 1_000_000
        for fact in found
    ]


@pytest.mark.parametrize(
    "head",
    ["hi-ho Inc.", "**Parent only**", "Budget", "Second quarter alone", "Cloud Unit"],
)
@pytest.mark.parametrize("mark", ["- ", "* ", "• ", ""])
def test_a_line_among_items_heads_those_below_it(head, mark, taxonomy):
    page = f"{mark}Revenues: JPY45,800 million\n{mark}Operating income: JPY2,310 million\n{head}\n"
    assert values(f"{page}{mark}Revenues: JPY2,200 million\n{mark}Operating income: JPY90 million\n", taxonomy) == [
        45_800,
        2_310,
    ]


def test_an_item_that_goes_on_is_no_head(taxonomy):
    page = "- Revenues: JPY45,800 million\n- Projects of several\nUniversities\n- Operating income: JPY2,310 million\n"
    assert values(page, taxonomy) == [45_800, 2_310]


@pytest.mark.parametrize("months", ["Sep.", "Aug.\tSep.", "Apr.\tMay\tJun.\tJul.\tAug.\tSep."])
def test_a_column_of_a_month_is_not_of_the_half_that_it_closes(months, taxonomy):
    count = months.count("\t") + 1
    units, figures = "\tJPY millions" * count, "\t8,500" * count
    assert values(f"{HEADING}\n\n\t{months}\n{units}\nTotal Revenues{figures}\n", taxonomy) == []


def changes(*printed: str) -> str:
    labels = ("Total Revenues\t33,100\t45,800", "Operating Income\t1,180\t2,310")
    rows = "".join(f"{label}\t{change}\n" for label, change in zip(labels, printed, strict=True))
    return f"{HEADING}\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n{rows}"


@pytest.mark.parametrize("printed", [("(38.4%)", "(95.8%)"), ("(+38.4%)", "(+95.8%)"), ("(+ 38.4)", "+95.8")])
def test_parentheses_that_set_all_changes_apart_say_nothing_of_their_signs(printed, taxonomy):
    expected = [33_100, 45_800, Decimal("38.4"), 1_180, 2_310, Decimal("95.8")]
    assert values(changes(*printed), taxonomy) == expected


def test_parentheses_of_one_change_are_its_sign(taxonomy):
    assert values(changes("38.4%", "(95.8%)"), taxonomy)[-1] == Decimal("-95.8")


def test_changes_in_parentheses_that_fall_stay_below_zero(taxonomy):
    falling = changes("(27.7%)", "(48.9%)")
    falling = falling.replace("33,100\t45,800", "45,800\t33,100").replace("1,180\t2,310", "2,310\t1,180")
    assert values(falling, taxonomy)[2::3] == [Decimal("-27.7"), Decimal("-48.9")]


def test_the_digit_of_a_mark_beside_a_figure_is_accounted_for(taxonomy):
    rows = "Total Revenues\t33,100\t45,800*1\nOperating Income\t1,180\t2,310\n"
    page = f"{HEADING}\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\n{rows}\n*1 Unaudited\n"
    found = report(page, taxonomy)
    line = (OPENING + page).splitlines().index("Total Revenues\t33,100\t45,800*1") + 1
    told = [item for item in found.leftovers if item.span.origin.line == line and item.text == "1"]
    assert [item.status for item in told] == ["not-a-fact"]


@pytest.mark.parametrize("parted", ["; ", " | ", "   ", " / ", ", "])
def test_entries_of_one_line_are_read_one_by_one(parted, taxonomy):
    entries = ["Revenues: JPY45,800 million (+38.4% YoY)", "Operating income: JPY2,310 million"]
    assert values(parted.join(entries), taxonomy) == [45_800, Decimal("38.4"), 2_310]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Revenues JPY45,800 million; operating income JPY2,310 million", [45_800, 2_310]),
        ("1H10: Revenues JPY33,100 million; operating income JPY1,180 million", [33_100, 1_180]),
        ("Revenues: JPY45,800 million; hi-ho Inc.: JPY2,200 million; Operating income: JPY90 million", [45_800]),
        (
            "Revenues: JPY45,800 million; Operating income (parent): JPY900 million; Net income: JPY520 million",
            [45_800],
        ),
        ("hi-ho Inc.: Revenues JPY2,200 million; operating income JPY90 million", []),
        ("Before restatement | Revenues: JPY44,800 million | Operating income: JPY2,010 million", []),
        ("Revenues: JPY45,900 million; Operating income: JPY2,410 million; both before restatement", []),
        ("Revenues: JPY45,900 million and operating income: JPY2,410 million (both for the parent alone)", []),
    ],
)
def test_an_entry_that_is_not_understood_ends_those_of_its_line(line, expected, taxonomy):
    assert values(line, taxonomy) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "In the ATM operation business segment, there was an operating loss of JPY150 million.",
        "Within the mobile business, we had revenues of JPY5,150 million.",
        "In the mobile business, costs rose due to an operating loss of JPY150 million.",
        "With respect to hi-ho, there was net income of JPY15 million.",
    ],
)
def test_a_sentence_that_is_set_elsewhere_is_not_about_the_issuer(sentence, taxonomy):
    assert values(sentence, taxonomy) == []


@pytest.mark.parametrize(
    "rest",
    [
        "; at hi-ho, revenues were JPY2,200 million and operating income was JPY90 million.",
        " and, on a stand-alone basis, operating income was JPY900 million.",
        "; by comparison, our competitor's operating income was JPY3,310 million and net income was JPY1,300 million.",
    ],
)
def test_a_clause_that_sets_another_subject_ends_what_is_read_of_a_sentence(rest, taxonomy):
    assert values(f"Revenues were JPY45,800 million{rest}", taxonomy) == [45_800]


def test_a_change_with_its_sign_has_the_direction_of_that(taxonomy):
    line = "- Revenues: JPY45,800 million (-38.4% YoY)"
    assert values(line, taxonomy) == [45_800, Decimal("-38.4")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Revenues were JPY45.8 billion, up 38.4% YoY from JPY33.1 billion.", "45800 38.4 33100"),
        ("Revenues were JPY45,800 million (up 38.4% YoY from JPY33,100 million in 1H10).", "45800 38.4 33100"),
        ("Revenues increased 38.4% YoY from JPY33,100 million to JPY45,800 million.", "38.4 33100 45800"),
        ("Revenues increased 38.4% YoY to JPY45,800 million from JPY33,100 million.", "38.4 45800 33100"),
        ("Revenues were JPY45,800 million, up 38.4% YoY from JPY33,400 million before restatement.", ""),
        ("Revenues were JPY45,800 million, up 11.1% QoQ from JPY41,200 million.", ""),
        ("Revenues increased 38.4% YoY to JPY45,800 million from JPY33,100 million two years ago.", ""),
    ],
)
def test_what_a_change_year_on_year_is_measured_from_is_of_the_year_before(sentence, expected, taxonomy):
    assert values(sentence, taxonomy) == [Decimal(value) for value in expected.split()]
    periods = {str(fact.point.period) for fact in report(sentence, taxonomy).facts if fact.occurrence.value == 33.1e9}
    assert periods <= {"2010-04-01/2010-09-30"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Total Revenues\t33,100\t45,800\t38.4\nOperating Income\t1,480*\t2,310\t95.8\n", "33100 45800 38.4 2310"),
        ("Total Revenues\t33,100\t45,800\t38.4\nOperating Income*\t1,480*\t2,310\t95.8\n", "33100 45800 38.4"),
        ("Total Revenues\t33,100\t45,900*\t38.4\nOperating Income\t1,180\t2,310\t95.8\n", "33100 1180 2310 95.8"),
    ],
)
def test_the_mark_of_a_cell_closes_it_and_the_changes_beside_it(rows, expected, taxonomy):
    page = (
        f"{HEADING}\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n{rows}\n* Before reclassification\n"
    )
    assert values(page, taxonomy) == [Decimal(value) for value in expected.split()]


@pytest.mark.parametrize("head", ["hi-ho Inc.", "hi-ho", "IIJ Technology", "Budget"])
@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_a_name_over_entries_says_whose_they_are(head, below, taxonomy):
    assert values(f"{head}{below}Revenues: JPY2,200 million\nOperating income: JPY90 million\n", taxonomy) == []


def test_a_name_over_entries_of_a_page_says_whose_they_are(tmp_path, taxonomy):
    page = tmp_path / "release.html"
    entries = "Revenues: JPY2,200 million<br>Operating income: JPY90 million"
    texts = "".join(f"<p>{head}<br>{entries}</p>" for head in ("hi-ho Inc.", "<b>hi-ho</b>"))
    page.write_text(f"<html><body><h1>Internet Initiative Japan Inc.</h1><h2>1H11 Highlights</h2>{texts}</body></html>")
    assert report_of(read(page), taxonomy).facts == ()


SENTENCES = "Revenues were JPY45,817 million. Operating income was JPY2,317 million."
TABLE = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal Revenues\t33,107\t45,817\nOperating Income\t1,183\t2,317\n"


@pytest.mark.parametrize("head", ["Budgeted", "Base case", "Organic", "Kansai", "At constant currency", "Last year"])
@pytest.mark.parametrize("run_in", ["{}: {}", "{} - {}", "**{}.** {}", "**{}** {}", "- {}: {}", "*{}* {}"])
def test_a_head_that_runs_in_with_sentences_speaks_of_them(head, run_in, taxonomy):
    assert values(run_in.format(head, SENTENCES), taxonomy) == []


@pytest.mark.parametrize(
    "text", [f"Results: {SENTENCES}", f"**Overview.** {SENTENCES}", f"NTT grew. We are ours. {SENTENCES}"]
)
def test_a_head_that_is_understood_changes_nothing(text, taxonomy):
    assert 2_317 in values(text, taxonomy)


@pytest.mark.parametrize("remark", ["organic", "non-consolidated", "at constant currency", "like-for-like", "Kansai"])
def test_a_few_words_behind_an_amount_qualify_it(remark, taxonomy):
    assert values(f"- Revenues: JPY45,817 million, {remark}", taxonomy) == []
    assert values(f"Revenues were JPY45,817 million, {remark}.", taxonomy) == []


@pytest.mark.parametrize("rest", ["a record high", "thanks to new customers", "the same as a year ago"])
def test_what_qualifies_nothing_behind_an_amount_changes_nothing(rest, taxonomy):
    assert values(f"Revenues were JPY45,817 million, {rest}.", taxonomy) == [45_817]


@pytest.mark.parametrize(
    "note", ["Note: Base case", "(Budgeted)", "Note: Organic", "[Kansai]", "(Separate financial results)"]
)
def test_a_note_that_is_but_a_name_closes_the_table(note, taxonomy):
    assert values(f"{HEADING}\n\n{TABLE}\n{note}\n", taxonomy) == []


@pytest.mark.parametrize("note", ["(Unaudited)", "Note: Unaudited", "(Continued)", "Note: Network services grew."])
def test_a_note_that_says_nothing_else_changes_nothing(note, taxonomy):
    assert values(f"{HEADING}\n\n{TABLE}\n{note}\n", taxonomy) == [33_107, 45_817, 1_183, 2_317]


@pytest.mark.parametrize("remark", ["(Separate financial results)", "*Separate financial results*"])
def test_a_line_that_resembles_the_title_above_it_is_read_all_the_same(remark, taxonomy):
    assert values(f"{HEADING}\n\n{remark}\n\n{TABLE}", taxonomy) == []


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("1H10\t1H11", "1H10 Second quarter\t1H11 Second quarter"),
        TABLE.replace("1H10\t1H11", "1H10 (Q2)\t1H11 (Q2)"),
        TABLE.replace("1H10\t1H11", "1H10 (in euros)\t1H11 (in euros)"),
        TABLE.replace("1H10\t1H11", "1H10 change\t1H11 change"),
        f"Second quarter{TABLE}",
        f"1H09{TABLE}",
        TABLE.replace("Total", "Three months\t\t\nTotal"),
        TABLE.replace("Total", "(JPY billions)\t\t\nTotal"),
        TABLE.replace("Total", "In euros\t\t\nTotal"),
    ],
)
def test_a_header_that_contradicts_itself_is_read_neither_way(table, taxonomy):
    assert values(f"{HEADING}\n\n{table}", taxonomy) == []


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("1H10\t1H11", "1H10 (Six months)\t1H11 (Six months)"),
        TABLE.replace("1H10\t1H11", "1H10 (in yen)\t1H11 (in yen)"),
        f"First half{TABLE}",
        TABLE.replace("Total", "Six months\t\t\nTotal"),
        TABLE.replace("Total", "(JPY millions)\t\t\nTotal"),
    ],
)
def test_a_header_that_says_the_same_in_other_words_is_read(table, taxonomy):
    assert values(f"{HEADING}\n\n{table}", taxonomy) == [33_107, 45_817, 1_183, 2_317]


@pytest.mark.parametrize("name", ["hi-ho Inc.", "Net Care, Inc.", "Test Co., Ltd."])
def test_a_name_that_a_line_underlines_is_a_title(name, taxonomy):
    assert values(f"{name}\n-----\n\n{HEADING}\n\n{TABLE}", taxonomy) == []


@pytest.mark.parametrize("name", ["Base case", "Cloud", "Kansai"])
def test_an_item_that_is_but_a_name_says_whose_those_below_it_are(name, taxonomy):
    items = "  - Revenues: JPY45,817 million\n  - Operating income: JPY2,317 million\n"
    assert values(f"- {name}\n{items}- Net income attributable to IIJ: JPY1,290 million\n", taxonomy) == [1_290]
