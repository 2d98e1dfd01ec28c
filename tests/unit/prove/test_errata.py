"""errata.yaml: decisions on findings, corrections of the report, entries that decide nothing, and the skeleton."""

from datetime import date
from decimal import Decimal

import pytest

from iij_xbrl.errors import SourceError, UsageError
from iij_xbrl.prove.corrections import correct
from iij_xbrl.prove.errata import Entry, RowPlace, read_errata
from iij_xbrl.prove.findings import Finding
from iij_xbrl.prove.skeleton import skeleton
from iij_xbrl.write import write_instance
from proofread import CONTRADICTORY, TRANSPOSED, checked
from support import duration, facts, values

ACCEPTED = f"""\
- finding: {TRANSPOSED}
  decision: accepted
  because: it is known
  by: a reader
"""
CORRECTED = f"""\
- finding: {TRANSPOSED}
  decision: corrected
  figure: {{line: 14, text: "47,027"}}
  stands-for: 47,207
  because: the statement has it
  by: a reader
"""


def codes(check):
    return [item.finding.code for item in check.found]


def errors(check):
    return [item.id for item in check.found if item.finding.severity == "error"]


def revenues(report):
    return [
        (f.text, f.value) for f in facts(report) if f.point.concept == "Revenues" and f.point.period.end.year == 2011
    ]


def test_a_finding_is_named_by_what_contradicts_what(tmp_path, taxonomy):
    assert errors(checked(tmp_path, taxonomy)) == [TRANSPOSED]


def test_the_name_survives_a_line_above(tmp_path, taxonomy):
    assert errors(checked(tmp_path, taxonomy, "A new line.\n\n" + CONTRADICTORY)) == [TRANSPOSED]


def test_the_name_does_not_survive_another_figure_on_either_side(tmp_path, taxonomy):
    """A decision on one contradiction must not hide the next."""
    for old, new in (("47,027", "47,072"), ("47,206,508", "46,206,508")):
        check = checked(tmp_path, taxonomy, CONTRADICTORY.replace(old, new), ACCEPTED)
        assert len(errors(check)) == 1
        assert codes(check)[-1] == "errata-unused"


def test_an_accepted_finding_is_no_longer_open_and_the_report_stays(tmp_path, taxonomy):
    check = checked(tmp_path, taxonomy, errata=ACCEPTED)
    assert errors(check) == []
    assert not check.fails("error")
    assert [(item.id, item.entry.because) for item in check.decided] == [(TRANSPOSED, "it is known")]
    assert check.report == check.release.report


def test_an_undecided_finding_stays_open(tmp_path, taxonomy):
    errata = f"- finding: {TRANSPOSED}\n  decision: undecided\n  because: ''\n  by:\n"
    check = checked(tmp_path, taxonomy, errata=errata)
    assert errors(check) == [TRANSPOSED]
    assert check.decided == ()


def test_a_corrected_figure_has_the_value_that_it_stands_for(tmp_path, taxonomy):
    check = checked(tmp_path, taxonomy, errata=CORRECTED)
    assert errors(check) == []
    assert [item.id for item in check.decided] == [TRANSPOSED]
    assert revenues(check.report) == [("47,206,508", Decimal("47206508000")), ("47,027", Decimal("47207000000"))]
    assert ("47,027", Decimal("47027000000")) in revenues(check.release.report)


def test_a_correction_says_what_was_printed(tmp_path, taxonomy):
    (correction,) = checked(tmp_path, taxonomy, errata=CORRECTED).corrections
    assert correction.corrected.status == "inferred"
    assert correction.footnote == "Printed as 47,027; stands for 47,207: the statement has it"


def test_a_corrected_report_is_written_with_its_value(tmp_path, taxonomy):
    check = checked(tmp_path, taxonomy, errata=CORRECTED)
    written = write_instance(check.report, taxonomy, all_occurrences=True)
    assert b">47207000000<" in written
    assert b">47027000000<" not in written


def test_a_correction_that_is_wrong_itself_is_found(tmp_path, taxonomy):
    check = checked(tmp_path, taxonomy, errata=CORRECTED.replace("stands-for: 47,207", "stands-for: 47,270"))
    assert len(errors(check)) == 1


def test_a_correction_keeps_the_scale_and_changes_the_precision(tmp_path, taxonomy):
    check = checked(tmp_path, taxonomy, errata=CORRECTED.replace("stands-for: 47,207", "stands-for: 47,206.5"))
    (correction,) = check.corrections
    assert (correction.corrected.value, correction.corrected.decimals) == (Decimal("47206500000"), -5)


@pytest.mark.parametrize(("stands_for", "value"), [("(15)", -15000), ("15", 15000)])
def test_a_correction_turns_the_sign_where_the_printed_sign_turns(tmp_path, taxonomy, stands_for, value):
    text = CONTRADICTORY + "| Elimination | (14) | (15) |\n"
    found = next(item for item in checked(tmp_path, taxonomy, text).found if "Elimination:2010" in item.id)
    errata = f"""\
    - finding: {found.id}
      decision: corrected
      figure: {{line: 7, text: "(12)"}}
      stands-for: {stands_for}
      because: of a test
      by: a reader
    """
    (correction,) = checked(tmp_path, taxonomy, text, errata).corrections
    assert (correction.printed.value, correction.corrected.value) == (-12000, value)


def test_a_row_may_stand_for_another_period(tmp_path, taxonomy):
    report = checked(tmp_path, taxonomy).report
    wrong = next(fact for fact in facts(report) if fact.text == "47,027")
    finding = Finding("wrong-period-label", "error", "it is", "label", (wrong,), ())
    entry = Entry(
        1, "named", "corrected", "of a test", "a reader", None, RowPlace(14), duration("2012-04-01/2012-09-30")
    )
    corrected, (correction,), failed = correct(report, [entry], {"named": finding})
    assert failed == {}
    assert values(corrected, "Revenues")["2012-04-01/2012-09-30"] == "47027000000"
    assert revenues(corrected) == [("47,206,508", Decimal("47206508000"))]
    assert [fact.text for fact in facts(corrected) if fact.span.origin.line == 14] == ["34,272", "47,027"]
    assert correction.footnote == "Printed as 2011-04-01/2011-09-30; stands for 2012-04-01/2012-09-30: of a test"


def test_a_figure_without_a_place_is_corrected_wherever_the_finding_has_it(tmp_path, taxonomy):
    text = CONTRADICTORY.replace("| 34,272 | 47,027 |", "| 47,027 | 47,027 |")
    named = "inconsistent-duplicate:Revenues:2010-04-01/2010-09-30:47,027:34,272,600"
    errata = CORRECTED.replace("line: 14, ", "").replace(TRANSPOSED, named)
    corrections = checked(tmp_path, taxonomy, text, errata).corrections
    assert [item.printed.span.origin.start for item in corrections] == [19, 28]


def test_a_figure_that_the_finding_has_not_is_told(tmp_path, taxonomy):
    errata = CORRECTED.replace('line: 14, text: "47,027"', 'text: "34,272"')
    check = checked(tmp_path, taxonomy, errata=errata)
    assert "the finding has no figure that is printed as 34,272" in check.found[-1].finding.message
    assert check.corrections == ()


def test_the_rows_of_a_finding_stand_for_a_period_without_their_lines(tmp_path, taxonomy):
    report = checked(tmp_path, taxonomy).report
    wrong = next(fact for fact in facts(report) if fact.text == "47,027")
    finding = Finding("wrong-period-label", "error", "it is", "label", (wrong,), ())
    path = tmp_path / "errata.yaml"
    told = CORRECTED.replace('  figure: {line: 14, text: "47,027"}\n', "").replace("47,207", "2012-04-01/2012-09-30", 1)
    path.write_text(told.replace(TRANSPOSED, "named"), encoding="utf-8")
    corrected, _, failed = correct(report, read_errata(path).entries, {"named": finding})
    assert failed == {}
    assert values(corrected, "Revenues")["2012-04-01/2012-09-30"] == "47027000000"


def test_a_row_of_another_line_is_not_corrected(tmp_path, taxonomy):
    row = CORRECTED.replace('figure: {line: 14, text: "47,027"}', "row: {line: 3}")
    check = checked(tmp_path, taxonomy, errata=row.replace("47,207", "2010-04-01/2010-09-30", 1))
    assert check.found[-1].finding.code == "errata-unknown"
    assert "line 3 has no fact of the finding's period" in check.found[-1].finding.message
    assert check.corrections == ()


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (("inconsistent-duplicate:", "inconsistent-dupe:"), "errata-unknown", "no finding has the code"),
        (("Revenues:", "Revenue:"), "errata-unknown", "the release has no fact of 'Revenue'"),
        ((":47,027:", ":47,028:"), "errata-unused", "the release has no such finding"),
        (("line: 14", "line: 13"), "errata-unknown", "it stands on line 14"),
        (('text: "47,027"', 'text: "47,028"'), "errata-unknown", "line 14 prints no fact 47,028"),
        (
            ('"47,027"', '"47,027", column: 9'),
            "errata-unknown",
            "line 14:9 prints no fact 47,027; it stands on line 14",
        ),
    ],
)
def test_an_entry_that_decides_nothing_is_a_warning_with_its_place(tmp_path, taxonomy, change, code, words):
    check = checked(tmp_path, taxonomy, errata=CORRECTED.replace(*change))
    notice = check.found[-1]
    assert (notice.finding.code, notice.finding.severity) == (code, "warning")
    assert words in notice.finding.message
    assert str(notice.places[0]) == f"{tmp_path / 'errata.yaml'}:1:1"
    assert errors(check) == [TRANSPOSED]


def test_a_figure_printed_twice_on_a_line_needs_its_column(tmp_path, taxonomy):
    text = CONTRADICTORY.replace("| 34,272 | 47,027 |", "| 47,027 | 47,027 |")
    errata = CORRECTED.replace(TRANSPOSED, "inconsistent-duplicate:Revenues:2010-04-01/2010-09-30:47,027:34,272,600")
    ambiguous = checked(tmp_path, taxonomy, text, errata)
    assert "prints 47,027 at columns 20, 29; add 'column'" in ambiguous.found[-1].finding.message
    told = checked(tmp_path, taxonomy, text, errata.replace('"47,027"', '"47,027", column: 29'))
    assert [correction.printed.span.origin.start for correction in told.corrections] == [28]


def test_a_decision_outlives_its_day_only_where_a_day_is_given(tmp_path, taxonomy):
    errata = ACCEPTED + "  until: 2012-03-31\n"
    assert errors(checked(tmp_path, taxonomy, errata=errata)) == []
    assert errors(checked(tmp_path, taxonomy, errata=errata, today=date(2012, 3, 31))) == []
    late = checked(tmp_path, taxonomy, errata=errata, today=date(2012, 4, 1))
    assert errors(late) == [TRANSPOSED]
    assert codes(late)[-1] == "errata-outdated"


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("decision: accepted", "decision: acepted"), 2, "unknown decision 'acepted'; did you mean accepted"),
        (("because: it is known", "becuse: it is known"), 3, "unknown key 'becuse'; did you mean because?"),
        (("because: it is known", "because:"), 3, "'because' is missing or empty"),
        (("  by: a reader\n", ""), 1, "'by' is missing or empty"),
        (("by: a reader", "by: a reader\n  until: soon"), 5, "'until' is no day: 'soon'"),
        (("decision: accepted", "decision: corrected"), 1, "a correction names what it corrects"),
        (("by: a reader", "by: a reader\n  stands-for: 12"), 5, "'stands-for' needs 'decision: corrected'"),
        (("by: a reader", "by: [a, reader"), 5, "not YAML"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(tmp_path, change, line, words):
    path = tmp_path / "errata.yaml"
    path.write_text(ACCEPTED.replace(*change), encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        read_errata(path)
    assert any(text.startswith(f"{path}:{line}:") and words in text for text in str(raised.value).splitlines())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("stands-for: 47,207", "stands-for: much"), "'stands-for' is no number: 'much'"),
        (("line: 14", "column: 29"), "the place has no 'line'"),
        (("line: 14", "lin: 14"), "unknown key 'lin'"),
        (("line: 14", "line: 14, page: 3"), "unknown key 'page'"),
        (("line: 14", "place: here"), "'place' is no place: 'here'"),
        (('figure: {line: 14, text: "47,027"}', "row: {line: 14}"), "'stands-for' is no period: '47,207'"),
    ],
)
def test_a_mistake_in_a_correction_is_told(tmp_path, change, words):
    path = tmp_path / "errata.yaml"
    path.write_text(CORRECTED.replace(*change), encoding="utf-8")
    with pytest.raises(SourceError, match=words):
        read_errata(path)


def test_mistakes_are_told_together(tmp_path):
    path = tmp_path / "errata.yaml"
    path.write_text(ACCEPTED.replace("accepted", "x") + CORRECTED.replace("by: a reader", "by:"), encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        read_errata(path)
    assert len(str(raised.value).splitlines()) == 2


def test_a_finding_is_decided_once(tmp_path):
    path = tmp_path / "errata.yaml"
    path.write_text(ACCEPTED + ACCEPTED, encoding="utf-8")
    with pytest.raises(SourceError, match="decided twice; first on line 1"):
        read_errata(path)


def test_errata_that_cannot_be_read(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_errata(tmp_path / "none.yaml")


def test_errata_without_entries(tmp_path):
    path = tmp_path / "errata.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read_errata(path).entries == ()


def test_the_skeleton_names_the_findings_and_decides_nothing(tmp_path, taxonomy):
    before = checked(tmp_path, taxonomy)
    text, count = skeleton(before, None)
    assert count == 1
    after = checked(tmp_path, taxonomy, errata=text)
    assert [item.id for item in after.found] == [item.id for item in before.found]


def test_the_skeleton_proposes_what_settles_the_finding(tmp_path, taxonomy):
    text, _ = skeleton(checked(tmp_path, taxonomy), None)
    assert '  figure: {text: "47,027"}\n' in text, "which stands whatever lines the release is set in"
    assert "# proposed, to be decided: " in text, "of two places either may be wrong"
    decided = (
        text.replace("undecided\n", "corrected\n").replace('because: ""', "because: seen").replace('by: ""', "by: A")
    )
    after = checked(tmp_path, taxonomy, errata=decided)
    assert [item.finding.severity for item in after.found if item.finding.severity != "rounding"] == []
    assert len(after.corrections) == 1


def test_the_skeleton_holds_roundings_only_where_asked(tmp_path, taxonomy):
    before = checked(tmp_path, taxonomy)
    assert skeleton(before, None, all_severities=True)[1] == len(before.found) == 2


def test_the_skeleton_adds_to_what_is_there(tmp_path, taxonomy):
    check = checked(tmp_path, taxonomy, errata="# by hand\n" + ACCEPTED)
    errata = read_errata(tmp_path / "errata.yaml")
    text, count = skeleton(check, errata, all_severities=True)
    assert count == 1
    assert text.startswith("# by hand\n" + ACCEPTED)
    assert len(read_back(tmp_path, text).entries) == 2


def read_back(folder, text):
    path = folder / "again.yaml"
    path.write_text(text, encoding="utf-8")
    return read_errata(path)


def test_a_figure_and_a_row_may_be_named_by_their_place(tmp_path, taxonomy):
    by_place = CORRECTED.replace("line: 14", 'place: "release.md:14:29"')
    check = checked(tmp_path, taxonomy, errata=by_place)
    assert [correction.printed.text for correction in check.corrections] == ["47,027"]
    assert errors(check) == []
