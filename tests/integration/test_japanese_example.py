"""The Japanese page of a release converts to the facts of its English page, table by table."""

from collections import Counter

import pytest

from iij_xbrl.facts import Occurrence, agree
from iij_xbrl.pipeline import Mapped, load_taxonomy, mapped_figures
from iij_xbrl.read import read
from support import REPOSITORY

EXAMPLES = REPOSITORY / "examples"
# The English page prints these tables of shares one for each line, the Japanese form one for all of them.
OF_SHARES = {"CommonStockSharesIssued", "TreasuryStockShares", "BasicWeightedAverageShares"}


@pytest.fixture(scope="module")
def pages() -> dict[str, Mapped]:
    taxonomy = load_taxonomy()
    files = {"en": "1h11/release.md", "ja": "1h11-ja/release.md", "html": "1h11-ja/release.html"}
    return {kind: mapped_figures(read(EXAMPLES / name), taxonomy) for kind, name in files.items()}


def tables(mapped: Mapped) -> list[Counter[tuple[object, ...]]]:
    """What each table reports, in the order of the page; those of shares in one."""
    found, shares = [], Counter()
    for table in mapped.tables:
        facts = Counter(
            (fact.point, fact.value, fact.decimals)
            for reading in table.readings
            if isinstance(fact := reading.result, Occurrence)
        )
        if facts and {point.concept for point, _, _ in facts} <= OF_SHARES and len(facts) < 8:
            shares += facts
        elif facts:
            found.append(facts)
    return [*found, shares]


@pytest.mark.parametrize("kind", ["ja", "html"])
def test_both_pages_report_the_same_table_by_table(pages, kind):
    english, japanese = tables(pages["en"]), tables(pages[kind])
    assert len(japanese) == len(english)
    assert [
        (ours - theirs, theirs - ours) for ours, theirs in zip(japanese, english, strict=True) if ours != theirs
    ] == []


@pytest.mark.parametrize("kind", ["ja", "html"])
def test_every_figure_of_the_japanese_tables_is_a_fact(pages, kind):
    results = [reading.result for table in pages[kind].tables for reading in table.readings]
    assert len(results) > 1000
    assert [result for result in results if not isinstance(result, Occurrence)] == []


def test_the_html_page_says_what_the_markdown_page_says(pages):
    told = {kind: Counter(fact.point for fact in pages[kind].prose.facts) for kind in ("ja", "html")}
    assert told["html"] == told["ja"]


def test_the_japanese_sentences_say_what_a_table_prints(pages):
    printed: dict[object, list[Occurrence]] = {}
    for table in pages["ja"].tables:
        for reading in table.readings:
            if isinstance(reading.result, Occurrence):
                printed.setdefault(reading.result.point, []).append(reading.result)
    told = [fact for fact in pages["ja"].prose.facts if fact.point in printed]
    assert len(told) > 12
    assert [fact for fact in told if not any(agree(fact, other) for other in printed[fact.point])] == []
