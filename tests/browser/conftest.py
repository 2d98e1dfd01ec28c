"""Chromium, headless and without a network; where there is none, the tests say so and are skipped."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.present.viewer import save_viewer
from iij_xbrl.read import read
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import write_inline

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install -e '.[test]'")

RELEASE = Path(__file__).parents[2] / "examples" / "1h11" / "release.md"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator["sync_api.Browser"]:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium, and CI must run the browser tests: apt-get install chromium")
        pytest.skip("there is no Chromium: apt-get install chromium, or name it in CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture(scope="session")
def report(taxonomy) -> Report:
    return report_of(read(RELEASE), taxonomy)


@pytest.fixture(scope="session")
def inline(report, taxonomy, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("inline") / "report.xhtml"
    path.write_bytes(write_inline(read(RELEASE), report, taxonomy))
    return path


@pytest.fixture(scope="session", params=[False, True], ids=["folder", "single-file"])
def viewer(request, inline, taxonomy, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("viewer")
    return save_viewer(inline, folder, taxonomy.folder / "package", single_file=request.param)


class Visit:
    """A page that was opened from a file, and what it asked for."""

    def __init__(self, browser: "sync_api.Browser", path: Path, width: int, height: int) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(path.as_uri())


@pytest.fixture
def visit(browser):
    visits = []

    def opened(path: Path, width: int = 1280, height: int = 900) -> Visit:
        visits.append(Visit(browser, path, width, height))
        return visits[-1]

    yield opened
    for one in visits:
        one.context.close()
