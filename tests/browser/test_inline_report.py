"""The inline report as a person opens it: from a file, on a desk, on a phone, on paper."""

import re

import pytest

pytestmark = pytest.mark.browser

FACTS = "document.getElementsByTagNameNS('http://www.xbrl.org/2013/inlineXBRL', 'nonFraction')"
PAPER = 688  # A4 less its margins, in CSS pixels


def test_it_opens_from_a_file_and_asks_for_nothing_else(visit, inline):
    opened = visit(inline)
    assert opened.requests == [inline.as_uri()]
    assert opened.errors == []


def test_every_fact_is_visible(visit, inline, report):
    occurrences = sum(len(fact.occurrences) for fact in report.facts)
    page = visit(inline).page
    assert page.evaluate(f"{FACTS}.length") == occurrences
    assert page.evaluate(f"[...{FACTS}].filter(fact => !fact.getClientRects().length).length") == 0


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_the_body_never_scrolls_sideways(width, visit, inline):
    page = visit(inline, width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_table_scrolls_by_itself_on_a_phone_and_keeps_its_labels(visit, inline):
    page = visit(inline, 390).page
    table = page.locator(".table.wide").first
    assert table.evaluate("box => box.scrollWidth > box.clientWidth")
    label = table.locator("tbody th[scope=row]").first
    before = label.bounding_box()["x"]
    table.evaluate("box => box.scrollLeft = 200")
    assert label.bounding_box()["x"] == pytest.approx(before, abs=1)


def test_figures_of_a_column_end_at_the_same_digit(visit, inline):
    """Parentheses hang over: `(5.9)` ends its digits where `4.8` does."""
    page = visit(inline).page
    ends = page.evaluate(
        """() => {
          const table = [...document.querySelectorAll('table')].find(table => table.querySelector('td.closed'));
          const column = table.querySelector('td.closed').cellIndex;
          return [...table.querySelectorAll('tbody tr')].map(row => row.cells[column])
            .filter(cell => cell.classList.contains('figure') && cell.firstElementChild)
            .map(cell => cell.querySelector('[name]').getBoundingClientRect().right);
        }"""
    )
    assert len(ends) > 3
    assert max(ends) - min(ends) < 2


def test_a_fact_lights_up_under_the_pointer(visit, inline):
    page = visit(inline).page
    fact = page.locator("[name='iij:Revenues']").first
    before = fact.evaluate("fact => getComputedStyle(fact).backgroundColor")
    fact.hover()
    assert fact.evaluate("fact => getComputedStyle(fact).backgroundColor") != before


def test_text_stands_out_from_its_background(visit, inline):
    """WCAG 2.1, 1.4.3: a contrast of at least 4.5 to 1."""
    page = visit(inline).page
    colours = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('p, h1, h2, h3, th, td, sup')]
          .map(element => getComputedStyle(element).color))]"""
    )
    for colour in colours:
        red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
        light = sum(
            weight * (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
            for weight, part in ((0.2126, red), (0.7152, green), (0.0722, blue))
        )
        assert 1.05 / (light + 0.05) >= 4.5, colour


def test_paper_cuts_no_table(visit, inline):
    page = visit(inline, PAPER).page
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.table:not(.broad)')]
          .filter(box => box.firstElementChild.getBoundingClientRect().right > innerWidth + 1)
          .map(box => box.innerText.slice(0, 80))"""
    )
    assert cut == []


def test_it_prints_to_pdf(visit, inline, tmp_path):
    page = visit(inline).page
    content = page.pdf(prefer_css_page_size=True)
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) > 5
