"""The inline viewer: opens from a file, offline, and shows what a fact means in both languages."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(opening, viewer):
    """The viewer, opened once: it takes its time to go through the report."""
    found = opening(viewer, 1400, 900)
    found.page.wait_for_selector("#ixv.post-processing-complete", state="attached")
    yield found
    found.context.close()


@pytest.fixture(scope="module")
def document(opened):
    """The frame that shows the report."""
    counted = [(frame.locator(".ixbrl-element").count(), frame.name, frame) for frame in opened.page.frames]
    return max(counted)[2]


def test_it_asks_for_nothing_but_its_own_files(opened, viewer):
    assert {url for url in opened.requests if not url.startswith("blob:")} <= {
        path.as_uri() for path in viewer.parent.iterdir()
    }
    assert opened.errors == []


def test_it_finds_every_fact_text_and_footnote(opened, document, report):
    document.locator(".ixbrl-element").first.click()
    tagged = sum(len(fact.occurrences) for fact in report.facts) + len(report.footnotes) + len(report.texts)
    opened.page.wait_for_function(f"document.querySelector('#inspector').innerText.includes(' of {tagged}')")


def test_a_click_on_a_fact_shows_its_label_period_and_calculations(opened, document):
    opened.page.locator("#document-language").select_option("en", force=True)
    document.locator(".ixbrl-element", has_text="47,207").first.click()
    shown = opened.page.locator("#inspector")
    opened.page.wait_for_function("document.querySelector('#inspector').innerText.includes('Fact Value')")
    text = shown.inner_text()
    assert "Total revenues" in text
    assert "47,207,000,000" in text
    assert "1 Apr 2011 to 30 Sep 2011" in text
    assert "Reported and calculated values match" in text


def test_the_inspector_shows_both_languages(opened, document):
    languages = opened.page.locator("#document-language option").evaluate_all("all => all.map(one => one.value)")
    assert languages == ["en", "ja"]
    document.locator(".ixbrl-element", has_text="47,207").first.click()
    opened.page.locator("#document-language").select_option("ja", force=True)
    opened.page.wait_for_function("document.querySelector('#inspector').innerText.includes('営業収益')")
