"""Facts in words on the page: tagged where they are printed, hidden where they are not, notes as text blocks."""

import re

import pytest
from lxml import etree

from iij_xbrl.pipeline import report_of
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import write_inline, write_instance, write_json
from iij_xbrl.write.inline.texts import with_blocks
from support import compiled, page

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
PLACES = """\
places:
- role: Results
  title: {en: Statements of Income, ja: 損益計算書}
  defaults: {type: monetary, period: duration}
  lines:
  - Sales: {en: Sales, ja: 売上高, balance: credit}
  - Costs: {en: Costs, ja: 費用, balance: debit}
- role: Balances
  title: {en: Balance sheets, ja: 貸借対照表}
  defaults: {type: monetary, period: instant, balance: debit}
  lines:
  - Cash: {en: Cash, ja: 現金}
  - Assets: {en: Total assets, ja: 資産合計}
- role: About
  title: {en: Document, ja: 文書}
  rows: nothing
  defaults: {type: text, period: duration}
  lines:
  - Name: {en: Name, ja: 名称}
  - Code: {en: Code, ja: コード}
  - Standard: {en: Standard, ja: 会計基準}
  - EndDate: {en: Last day, ja: 末日, type: date}
  - Year: {en: Year, ja: 年度, type: year}
  - Events: {en: Events, ja: 後発事象, type: text-block}
"""
PROSE = """\
words:
  Name: {printed: [Test Co.], value: Test Co.}
  Code: {printed: ["code: <value>"], value: "4711"}
  Standard: {printed: [IFRS]}
  EndDate: {says: period-end}
  Year: {says: fiscal-year}
notes:
  Events: [Later events]
"""
RELEASE = """\
Results of Test & Co., code: 4711, prepared under GAAP.

Statements of Income

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Sales\t100\t120
Costs\t60\t70

Balance sheets

\tSeptember 30, 2011
\tThousands of JPY
Cash\t50
Total assets\t90

Later events

A new office was opened in R&D "town" on November 1, 2011.

- 7 -

It costs <little>.

Contact

Nobody.
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("texts"), PLACES, prose=PROSE)


def written(taxonomy: Taxonomy, text: str = RELEASE) -> tuple[Report, etree._Element]:
    document = page(text)
    report = report_of(document, taxonomy)
    inline = write_inline(document, report, taxonomy)
    return with_blocks(report, inline), etree.fromstring(inline)


def element(root: etree._Element, concept: str) -> etree._Element:
    (found,) = [item for item in root.iter(f"{IX}nonNumeric") if item.get("name") == f"t:{concept}"]
    return found


def test_words_that_are_printed_are_tagged_where_they_stand(taxonomy):
    _, root = written(taxonomy)
    code = element(root, "Code")
    assert (code.text, code.get("{http://www.w3.org/XML/1998/namespace}lang")) == ("4711", "en")
    assert code.getparent().tag.endswith("}p")


def test_words_that_are_not_printed_are_hidden_where_the_value_is_known_and_left_out_elsewhere(taxonomy):
    report, root = written(taxonomy)
    assert element(root, "Name").getparent().tag == f"{IX}hidden"
    assert "Standard" not in {fact.concept for fact in report.texts}


def test_a_day_is_tagged_with_its_transformation_and_has_no_language(taxonomy):
    report, root = written(taxonomy)
    day = element(root, "EndDate")
    assert (day.text, day.get("format")) == ("September 30, 2011", "ixt:date-monthname-day-year-en")
    assert day.get("{http://www.w3.org/XML/1998/namespace}lang") is None
    assert {fact.concept: fact.value for fact in report.texts}["EndDate"] == "2011-09-30"


def test_the_fiscal_year_is_tagged_in_its_name_and_hidden_where_only_days_tell_it(taxonomy):
    """`2011` is the year in `1H FY2011`, and none of its own in September 30, 2011."""
    assert element(written(taxonomy)[1], "Year").getparent().tag == f"{IX}hidden"
    _, root = written(taxonomy, RELEASE.replace("under GAAP.", "under GAAP. Sales of 1H FY2011 rose."))
    year = element(root, "Year")
    assert (year.text, year.getparent().tag.endswith("}p")) == ("2011", True)
    assert year.tail.startswith(" rose.")


def test_a_note_goes_on_behind_a_page_break(taxonomy):
    report, root = written(taxonomy)
    events = element(root, "Events")
    (more,) = root.iter(f"{IX}continuation")
    assert (events.get("escape"), events.get("continuedAt")) == ("true", more.get("id"))
    (value,) = [fact.value for fact in report.texts if fact.concept == "Events"]
    assert value.count("<p>") == 2
    assert 'R&amp;D "town"' in value
    assert "- 7 -" not in value
    assert "Nobody" not in value


def test_a_note_ends_at_the_caption_of_a_table(taxonomy):
    text = RELEASE.replace(
        "It costs <little>.", "Segments:\n\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nX\t1\t2"
    )
    report, _ = written(taxonomy, text)
    (value,) = [fact.value for fact in report.texts if fact.concept == "Events"]
    assert "Segments" not in value


def test_every_syntax_has_the_words_and_the_note(taxonomy):
    report, _ = written(taxonomy)
    instance, json = write_instance(report, taxonomy).decode(), write_json(report, taxonomy).decode()
    assert re.search(r'<t:Year id="t\.r_Year\.v" contextRef="[^"]+">2011</t:Year>', instance)
    for text in (instance, json):
        assert all(f"t.r_{fact.concept}.v" in text for fact in report.texts)


def test_without_balances_nothing_tells_the_reporting_period(taxonomy):
    text = RELEASE[: RELEASE.index("Balance sheets")]
    report, _ = written(taxonomy, text)
    assert report.texts == ()
