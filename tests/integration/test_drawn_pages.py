"""Pages drawn at random: no fact is another than the page says, and every figure is accounted for, in every form.

What is known to be read wrongly is left out of what is drawn, and stands here:

- a line of the taxonomy as a remark on another one, `* Equity method investees`, `Equity method investees:`;
- a plain line that is a title with words more, in small letters, above sentences of a sheet;
- a name that holds a number, `上位10社`, alone above a title of a Japanese sheet or beside the figures of a row;
- words that say something else beside a row where they hold a number, `Index (FY2005 = 100)`, in a cell or in a note of
  the last row.
"""

from dataclasses import replace

import pytest

from drawn import prose
from drawn.figures import Figure
from drawn.forms import FORMS
from drawn.page import Page
from drawn.pages import KINDS, OF_ANY, OF_SENTENCES, drawn_page
from drawn.reading import Verdict, verdict
from iij_xbrl.pipeline import load_taxonomy

TAXONOMY = load_taxonomy()
PAGES = {"text": 70, "spaces": 20, "Markdown": 20, "HTML": 30, "CSV": 30, "workbook": 16}
PARTS = 4  # of the pages of a form, each a test
OF_ANY_EACH = 2  # kinds of tables in which each trap is set that any has, in turn
OTHERS = tuple(kind for kind in KINDS if kind != "table")
TRAPS = (
    *(f"table: {name}" for name in KINDS["table"].traps),
    *(f"{kind}: {name}" for kind in OTHERS for name in KINDS[kind].traps if name not in OF_ANY),
    *(
        f"{OTHERS[(at * OF_ANY_EACH + more) % len(OTHERS)]}: {name}"
        for at, name in enumerate(OF_ANY)
        for more in range(OF_ANY_EACH)
    ),
    *(f"list: {name}" for name in prose.OF_LISTS),
    *(f"sentences: {name}" for name in OF_SENTENCES),
)
HARMLESS = (
    *(f"{kind}: {name}" for kind in KINDS for name in KINDS[kind].harmless),
    *("list: nothing", "sentences: nothing"),
)


def told(page: Page, found: Verdict, form: str) -> str:
    """A page that is read wrongly, for a person."""
    source = FORMS["text"][0](page.blocks).decode()
    return "\n".join([f"{form}: {', '.join(page.traps)}", source, *found.wrong, f"missing: {found.missing}"])


def check(page: Page, form: str, folder) -> Verdict:
    found = verdict(page, form, folder, TAXONOMY)
    assert not found.wrong and not found.missing, told(page, found, form)
    return found


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("form", FORMS)
def test_no_fact_is_wrong_and_no_figure_is_missing(form, part, tmp_path):
    for seed in range(part, PAGES[form], PARTS):
        page = drawn_page(seed)
        if page.is_sheet or form not in ("CSV", "workbook"):
            check(page, form, tmp_path)


@pytest.mark.parametrize("trap", TRAPS)
def test_each_trap_is_seen(trap, tmp_path):
    for seed in range(3 if trap.startswith(("table", "list", "sentences")) else 1):
        check(drawn_page(seed, trap), "text", tmp_path)


@pytest.mark.parametrize("trap", HARMLESS)
def test_what_changes_nothing_is_read_whole(trap, tmp_path):
    for seed in range(2):
        found = check(drawn_page(seed, trap), "text", tmp_path)
        assert found.right == found.due > 0


def test_a_seed_draws_the_same_page_again():
    assert drawn_page(7).blocks == drawn_page(7).blocks != drawn_page(8).blocks


def test_a_figure_that_says_something_else_is_found_wrong(tmp_path):
    page = drawn_page(1, "table: nothing")
    for figure in page.figures:
        figure.close()
    found = verdict(page, "text", tmp_path, TAXONOMY)
    assert len(found.wrong) == len(page.figures) and not found.right


def test_a_figure_that_is_in_no_trace_is_found_missing(tmp_path):
    page = drawn_page(1, "table: nothing")
    page = replace(page, figures=(*page.figures, Figure("123,456")))
    assert verdict(page, "text", tmp_path, TAXONOMY).missing == ("123,456",)
