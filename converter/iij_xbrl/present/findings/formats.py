"""The findings of a check as text, in each format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from iij_xbrl.messages.words import Words
from iij_xbrl.present.findings.words import IN_ENGLISH
from iij_xbrl.prove.check import Check

Format = Literal["terminal", "json", "junit", "sarif", "github", "html"]
SUFFIXES: Mapping[str, str] = {
    "terminal": ".txt",
    "json": ".json",
    "junit": ".xml",
    "sarif": ".sarif",
    "github": ".txt",
    "html": ".html",
}
"""How a file of each format is called."""


def findings_text(
    checked: Check, output_format: str, fail_on: str, *, everything: bool, words: Words = IN_ENGLISH
) -> str:
    """The findings in a format; `everything` shows differences of rounding and decided findings in full.

    `words` are those of what is said of the release; JUnit and the annotations of GitHub are in English.
    """
    if output_format == "json":
        from iij_xbrl.present.findings.json import findings_json

        return findings_json(checked, words)
    if output_format == "junit":
        from iij_xbrl.present.findings.junit import junit

        return junit(checked, fail_on)
    if output_format == "sarif":
        from iij_xbrl.present.findings.sarif import sarif

        return sarif(checked, everything=everything, words=words)
    if output_format == "github":
        from iij_xbrl.present.findings.github import github

        return github(checked)
    if output_format == "html":
        from iij_xbrl.present.findings.html import findings_html

        return findings_html(checked, fail_on, words)
    from iij_xbrl.present.findings.terminal import check_text

    return check_text(checked, fail_on, everything=everything, words=words)
