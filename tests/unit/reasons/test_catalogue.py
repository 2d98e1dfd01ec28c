"""The catalogue of messages: one entry a code, and each page provokes its message."""

import pytest
from click.testing import CliRunner

from iij_xbrl.cli import main
from iij_xbrl.messages.catalogue import SORTS, code_of, markdown, messages
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.prove import prove
from iij_xbrl.prove.choices import CODES
from iij_xbrl.read import parse
from iij_xbrl.reasons.render import LANGUAGES
from support import REPOSITORY

KINDS = {code_of(kind): kind.__module__.rpartition(".")[2] for kind in LANGUAGES["en"]}
WITH_PAGES = [code for code, message in messages().items() if message.example]


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def test_every_code_has_an_entry_and_every_entry_a_code():
    assert {code: message.sort for code, message in messages().items()} == KINDS | dict.fromkeys(CODES, "findings")


def test_every_entry_says_what_it_means_why_it_matters_and_what_to_do():
    lacking = [code for code, message in messages().items() if not (message.means and message.do)]
    assert lacking == []
    assert all(message.sort in SORTS for message in messages().values())


@pytest.mark.parametrize("code", WITH_PAGES)
def test_the_page_of_a_message_provokes_it(code, taxonomy):
    report = report_of(parse(messages()[code].example.strip("\n"), "page"), taxonomy)
    if messages()[code].sort == "findings":
        assert code in {finding.code for finding in prove(report, taxonomy)}
        return
    items = (*report.leftovers, *report.undetermined, *(place for fact in report.facts for place in fact.occurrences))
    reasons = [item.reason for item in (*items, *report.misdated) if item.reason]
    assert code in {code_of(type(part)) for reason in reasons for part in reason.parts()}


def test_explain_prints_a_message():
    shown = CliRunner().invoke(main, ["explain", "open-relation"])
    assert shown.exit_code == 0
    titles = [line for line in shown.stdout.splitlines() if line and not line.startswith(" ")]
    assert titles == ["open-relation", "What it means", "Why it matters", "Example", "What to do"]


def test_explain_names_the_nearest_code():
    shown = CliRunner().invoke(main, ["explain", "open-relatoin"])
    assert shown.exit_code == 2
    assert "did you mean open-relation" in shown.stderr


def test_the_documentation_is_made_from_the_catalogue():
    """`python -m iij_xbrl.messages > docs/messages.md` makes it again."""
    assert (REPOSITORY / "docs" / "messages.md").read_text(encoding="utf-8") == markdown()
