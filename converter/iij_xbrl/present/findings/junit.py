"""Findings as JUnit XML: one test case for each."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.borders import markup_text, xml_text
from iij_xbrl.present.findings.paths import posix
from iij_xbrl.prove.check import Check, Checked
from iij_xbrl.prove.choices import is_counted
from iij_xbrl.prove.findings import Severity
from iij_xbrl.write.markup import environment

_TEMPLATE = "junit.xml.j2"


@dataclass(frozen=True, slots=True)
class Case:
    """A test case: `failed` at or above the asked severity, `skipped` (why) where the errata accept the finding."""

    name: str
    code: str
    file: str
    line: int | None
    message: str
    text: str
    severity: Severity
    failed: bool
    skipped: str = ""


def junit(check: Check, fail_on: str) -> str:
    """The check as JUnit XML, without times. A release without findings is one test case that passes."""
    found = [_case(item, is_counted(item.finding, fail_on)) for item in check.found]
    decided = [_case(item, False) for item in check.decided]
    template = environment().get_template(_TEMPLATE)
    return markup_text(template.render(release=xml_text(posix(check.release.path)), cases=[*found, *decided]))


def _case(item: Checked, failed: bool) -> Case:
    finding, first = item.finding, item.places[0]
    lines = [f"{place}  {place.quoted.line.raw.strip()}" for place in item.places]
    details = [f"likely cause: {finding.cause}"] if finding.cause else []
    details += [f"expected: {finding.expected}"] if finding.expected else []
    return Case(
        name=xml_text(item.id),
        code=finding.code,
        file=xml_text(posix(first.file)),
        line=first.origin.line,
        message=xml_text(finding.message),
        text=xml_text("\n".join([finding.message, *details, *lines])),
        severity=finding.severity,
        failed=failed,
        skipped=xml_text(f"{item.entry.decision}: {item.entry.because} ({item.entry.by})") if item.entry else "",
    )
