"""The report of findings as a person opens it: links both ways, on a desk, on a phone, in the dark, on paper."""

import shutil

import pytest
from click.testing import CliRunner

from iij_xbrl.cli import main
from support import REPOSITORY

pytestmark = pytest.mark.browser

RELEASE = REPOSITORY / "examples" / "1h11" / "release.md"
PAPER = 688  # A4 less its margins, in CSS pixels
CONTRASTS = """() => {
  const channel = part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(part => channel(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = element => {
    const colour = getComputedStyle(element).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    return element.parentElement ? ground(element.parentElement) : 'rgb(255, 255, 255)';
  };
  const all = [...document.querySelectorAll('p, h1, h2, h3, h4, small, a, dt, dd, q, mark, th, td, span')];
  return Math.min(...all.filter(element => element.innerText && element.getClientRects().length).map(element => {
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }));
}"""


@pytest.fixture(scope="session")
def findings(tmp_path_factory):
    """The example without its errata, proof-read."""
    folder = tmp_path_factory.mktemp("findings")
    path = folder / "findings.html"
    release = shutil.copy(RELEASE, folder)
    assert CliRunner().invoke(main, ["check", release, "--format", "html", "-o", str(path)]).exit_code == 1
    return path


def test_it_opens_from_a_file_and_asks_for_nothing_else(visit, findings):
    opened = visit(findings)
    assert opened.requests == [findings.as_uri()]
    assert opened.errors == []


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_the_body_never_scrolls_sideways(width, visit, findings):
    page = visit(findings, width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_a_finding_leads_to_its_figure_and_the_figure_back(width, visit, findings):
    page = visit(findings, width).page
    page.locator("#f1 .places a").first.click()
    figure = page.locator("main mark:target")
    assert figure.locator("a").first.inner_text() == "2,488"
    assert is_seen(figure, page)
    figure.locator("a").first.click()
    finding = page.locator("article:target")
    assert finding.get_attribute("id") == "f1"
    assert is_seen(finding.locator("h3"), page)


def is_seen(element, page):
    box = element.bounding_box()
    size = page.viewport_size
    return box["x"] >= 0 and box["x"] + box["width"] <= size["width"] and 0 <= box["y"] <= size["height"]


def test_the_page_and_the_findings_stand_side_by_side_on_a_desk(visit, findings):
    page = visit(findings).page
    aside, main_ = page.locator("aside").bounding_box(), page.locator("main").bounding_box()
    assert aside["x"] + aside["width"] <= main_["x"] + 1
    assert aside["y"] == main_["y"]


def test_it_can_be_used_with_the_keyboard(visit, findings):
    page = visit(findings).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#page"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(scheme, visit, findings):
    """WCAG 2.1, 1.4.3: a contrast of at least 4.5 to 1."""
    page = visit(findings).page
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(CONTRASTS) >= 4.5


def test_paper_cuts_no_table(visit, findings):
    page = visit(findings, PAPER).page
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.table')]
          .filter(box => box.firstElementChild.getBoundingClientRect().right > innerWidth + 1)
          .map(box => box.innerText.slice(0, 80))"""
    )
    assert cut == []
