"""Chromium, headless and without a network; where there is none, the tests say so and are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from examples import EXAMPLE, inline_of, report_on, shipped
from iij_xbrl.present.viewer import save_viewer
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install -e '.[test]'")

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
    return shipped()


@pytest.fixture(scope="session")
def report() -> Report:
    return report_on(EXAMPLE)


@pytest.fixture(scope="session")
def inline(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("inline") / "report.xhtml"
    path.write_bytes(inline_of(EXAMPLE))
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


@pytest.fixture(scope="session")
def opening(browser) -> Callable[[Path, int, int], Visit]:
    """Opens a page; whoever does closes its context."""
    return partial(Visit, browser)


@pytest.fixture
def visit(opening):
    visits = []

    def opened(path: Path, width: int = 1280, height: int = 900) -> Visit:
        visits.append(opening(path, width, height))
        return visits[-1]

    yield opened
    for one in visits:
        one.context.close()
