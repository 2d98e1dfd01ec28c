"""Footnote marks beside the line that their note names."""

import pytest

from iij_xbrl.prove import Finding, prove
from support import compiled, report

PLACE = """\
places:
- role: Services
  title: {en: Services, ja: サービス}
  defaults: {type: monetary, period: duration}
  lines:
  - Wan: {en: WAN services, ja: WAN}
  - Outsourcing: {en: Outsourcing services, ja: アウトソーシング}
  - Mobile: {en: Mobile services, ja: モバイル}
"""
PAGE = """\
# Services

| | 1H10 | 1H11 |
|---|---|---|
| | JPY millions | JPY millions |
| WAN services{wan} | 11 | 12 |
| Outsourcing services{outsourcing} | 7 | 8 |
| Mobile services{mobile} | 9 | 9 |

*1 {note}
"""
NAMED = 'Revenue from "WAN services" includes that of a company.'


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("services"), PLACE)


def found(taxonomy, note: str = NAMED, **marked: str) -> list[Finding]:
    marks = {"wan": "", "outsourcing": "", "mobile": ""} | marked
    return list(prove(report(PAGE.format(note=note, **marks), taxonomy), taxonomy))


def test_a_mark_on_a_line_beside_the_one_that_its_note_names(taxonomy):
    (finding,) = found(taxonomy, wan="*1", mobile="*1")
    assert (finding.code, finding.severity) == ("wrong-footnote-mark", "warning")
    assert [item.text for item in finding.suspects] == ["9", "9"]
    assert [item.text for item in finding.others] == ["11", "12"]


@pytest.mark.parametrize(
    ("note", "marked"),
    [
        (NAMED, {"wan": "*1"}),
        (NAMED, {"mobile": "*1"}),
        ("Revenue includes that of a company.", {"wan": "*1", "mobile": "*1"}),
        (NAMED, {"wan": "*1", "outsourcing": "*1", "mobile": "*1"}),
        ('"WAN services" and "Mobile services" include others.', {"wan": "*1", "mobile": "*1"}),
    ],
)
def test_other_marks_may_stand(taxonomy, note, marked):
    assert found(taxonomy, note, **marked) == []
