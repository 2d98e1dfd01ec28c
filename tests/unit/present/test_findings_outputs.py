"""Findings for people and for programs: terminal, JSON, JUnit, SARIF, annotations."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree
from rich.console import Console

from iij_xbrl.present.findings.github import github
from iij_xbrl.present.findings.json import SCHEMA, VERSION, findings_json
from iij_xbrl.present.findings.junit import junit
from iij_xbrl.present.findings.quote import quoted_rows
from iij_xbrl.present.findings.sarif import sarif
from iij_xbrl.present.findings.table import finding_rows
from iij_xbrl.present.findings.terminal import check_text, show_check
from iij_xbrl.prove.check import RULES
from iij_xbrl.prove.findings import CATALOGUE
from proofread import CONTRADICTORY, TRANSPOSED, checked
from support import REPOSITORY

ACCEPTED = f"- finding: {TRANSPOSED}\n  decision: accepted\n  because: it <is> known\n  by: a reader\n"
ROW = "| Total revenues | 34,272 | 47,027 |"


@pytest.fixture
def check(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return checked(Path(), taxonomy)


TIED = """\
### Statements of Income

| | 1H10 | 1H11 |
|---|---:|---:|
| | Thousands of JPY | Thousands of JPY |
| Network services: | | |
| WAN services | 3,297,421 | 12,701,727 |
| Outsourcing services | 7,095,752 | 8,412,015 |
| Total | 10,393,473 | 21,113,742 |
| Systems integration: | | |
| Systems construction | 4,498,738 | 5,194,343 |
| Systems operation and maintenance | 8,488,261 | 9,519,839 |
| Total | 12,986,999 | 14,714,182 |
"""


@pytest.fixture
def tied(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return checked(Path(), taxonomy, TIED)


def test_of_tied_figures_each_says_what_it_should_be(tied):
    text = check_text(tied, "error")
    assert "tied          one of 2 figures that are equally likely" in text
    expected = dict(re.findall(r"^ +page\.md:(\d+):\d+  expected ([\d,]+)$", text, re.MULTILINE))
    assert expected == {"7": "3,297,721", "8": "7,096,052", "9": "10,393,173"}


def test_the_json_has_ties_and_what_each_suspect_should_be(tied):
    (finding,) = json.loads(findings_json(tied))["findings"]
    assert (finding["ties"], {place["role"] for place in finding["places"]}) == (2, {"suspect", "possible"})
    assert finding["places"][0]["expected"] == {
        "text": "3,297,721",
        "interval": ["3297720000", "3297722000"],
    }


@pytest.fixture
def decided(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return checked(Path(), taxonomy, errata=ACCEPTED)


def test_the_readme_tells_what_every_code_means():
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", readme, re.MULTILINE))
    assert {code: told.get(code) for code in CATALOGUE} == CATALOGUE


def test_the_terminal_quotes_the_row_and_marks_the_figure(check):
    lines = check_text(check, "error").splitlines()
    at = lines.index("     page.md:14:29")
    assert lines[at + 1].strip() == ROW
    assert lines[at + 2].index("^") == lines[at + 1].index("47,027")
    assert lines[at + 2].strip() == "^" * len("47,027")


def test_the_terminal_quotes_every_place(check):
    text = check_text(check, "error")
    assert re.findall(r"^ +page\.md:(\d+:\d+)$", text, re.MULTILINE) == ["14:29", "6:33"]
    assert text.index("14:29") < text.index("less likely") < text.index("6:33")


def test_the_terminal_shows_roundings_in_a_line_each_or_in_full(check):
    assert "page.md:14:20  'Total revenues' 34,272, but 34,272,600" in check_text(check, "error")
    assert check_text(check, "error").count("^^^") < check_text(check, "error", everything=True).count("^^^")


def test_the_terminal_ends_with_one_line(check, decided):
    assert check_text(check, "error").splitlines()[-1] == (
        "page.md: 1 error, 1 difference of rounding; fails (--fail-on error)"
    )
    assert check_text(decided, "error").splitlines()[-1] == (
        "page.md: 1 difference of rounding; 1 decided in errata.yaml; passes"
    )


def test_the_terminal_tells_decisions_where_asked(decided):
    assert "it <is> known (a reader)" in check_text(decided, "error", everything=True)
    assert "it <is> known" not in check_text(decided, "error")


def test_colours_are_no_part_of_the_text(check):
    coloured = Console(force_terminal=True, color_system="standard", width=140, highlight=False, soft_wrap=True)
    with coloured.capture() as capture:
        show_check(coloured, check, "error")
    assert "\x1b[" in capture.get()
    assert re.sub(r"\x1b\[[0-9;]*m", "", capture.get()) == check_text(check, "error")


def test_a_row_is_quoted_once_for_figures_beside_each_other(check):
    (item,) = [item for item in check.found if item.id == TRANSPOSED]
    first = item.places[0]
    (row,) = quoted_rows([first, first], 80)
    assert [piece.text for piece in row.pieces if piece.marked] == ["47,027"]
    assert "".join(piece.text for piece in row.pieces) == ROW


def test_a_long_row_keeps_its_label_and_what_stands_around_the_figure(tmp_path, taxonomy):
    label = "Total revenues, " + "which are told at length " * 12
    text = CONTRADICTORY.replace("| Total revenues | 34,272 |", f"| Total revenues<sup>1</sup> | 34,272 {' ' * 300}|")
    item = next(item for item in checked(tmp_path, taxonomy, text).found if item.id == TRANSPOSED)
    (row,) = quoted_rows(item.places[:1], 60)
    quoted = "".join(piece.text for piece in row.pieces)
    assert len(quoted) < 100 < len(label)
    assert quoted.startswith("| Total revenues")
    assert " … " in quoted


def schema():
    return json.loads((REPOSITORY / "templates" / SCHEMA).read_text(encoding="utf-8"))


def test_the_json_follows_its_schema(check, decided):
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    for one in (check, decided):
        assert [error.message for error in validator.iter_errors(json.loads(findings_json(one)))] == []


def test_the_schema_rejects_what_it_should(check):
    jsonschema = pytest.importorskip("jsonschema")
    content = json.loads(findings_json(check))
    content["findings"][0]["severity"] = "grave"
    content["findings"][0]["places"][0]["column"] = 0
    errors = list(jsonschema.Draft202012Validator(schema()).iter_errors(content))
    assert len(errors) == 2


def test_the_schema_has_the_version_that_is_written(check):
    assert schema()["properties"]["version"]["const"] == VERSION == json.loads(findings_json(check))["version"]


def test_the_json_holds_values_as_text_and_their_intervals(check):
    fact = json.loads(findings_json(check))["findings"][0]["places"][0]["fact"]
    assert (fact["text"], fact["value"], fact["decimals"]) == ("47,027", "47027000000", -6)
    assert fact["interval"] == ["47026500000", "47027500000"]


def cases(check, fail_on):
    root = etree.fromstring(junit(check, fail_on).encode("utf-8"))
    return root, root.findall("testsuite/testcase")


def test_junit_has_a_case_for_each_finding_and_fails_what_is_grave_enough(check):
    for fail_on, failures in (("error", 1), ("rounding", 2)):
        root, found = cases(check, fail_on)
        assert [case.get("name") for case in found] == [item.id for item in check.found]
        assert len(root.findall(".//failure")) == failures == int(root.get("failures"))
        assert (found[0].get("file"), found[0].get("line")) == ("page.md", "14")
        assert ROW in found[0].find("failure").text


def test_junit_skips_what_is_accepted_and_says_why(decided):
    root, _ = cases(decided, "error")
    assert root.find(".//skipped").get("message") == "accepted: it <is> known (a reader)"
    assert root.get("failures") == "0"


def test_junit_of_a_page_without_findings_is_a_case_that_passes(tmp_path, taxonomy):
    root, (case,) = cases(checked(tmp_path, taxonomy, CONTRADICTORY.split("###")[1]), "warning")
    assert (root.get("tests"), root.get("failures"), len(case)) == ("1", "0", 0)


def test_sarif_points_to_the_characters(check):
    log = json.loads(sarif(check))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "page.md"}
    assert location["region"] == {"startLine": 14, "startColumn": 29, "endColumn": 35, "snippet": {"text": "47,027"}}
    assert location["contextRegion"]["snippet"]["text"] == ROW


def test_sarif_relates_the_other_places(check):
    (related,) = json.loads(sarif(check))["runs"][0]["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 6
    assert related["message"]["text"] == "47,206,508, less likely"


def test_sarif_results_refer_to_their_rules(check):
    (run,) = json.loads(sarif(check))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(RULES)
    assert set(CATALOGUE) < set(rules)
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert [result["level"] for result in run["results"]] == ["error", "note"]


def test_sarif_has_the_properties_that_the_standard_requires(check, decided):
    """SARIF 2.1.0, sections 3.13, 3.14, 3.19, 3.27, 3.28, 3.29 and 3.30; its schema is checked outside the tests."""
    for one in (check, decided):
        log = json.loads(sarif(one, everything=True))
        assert set(log) == {"$schema", "version", "runs"}
        for result in log["runs"][0]["results"]:
            assert result["message"]["text"]
            assert result["level"] in ("error", "warning", "note")
            places = [*result["locations"], *result.get("relatedLocations", ())]
            for place in places:
                region = place["physicalLocation"]["region"]
                assert 1 <= region["startColumn"] < region["endColumn"]
                assert "://" not in place["physicalLocation"]["artifactLocation"]["uri"]
            ids = [place["id"] for place in result.get("relatedLocations", ())]
            assert len(set(ids)) == len(ids)


def test_sarif_leaves_decided_findings_out_unless_asked(decided):
    def suppressed(log):
        return [result for result in json.loads(log)["runs"][0]["results"] if "suppressions" in result]

    assert suppressed(sarif(decided)) == []
    (result,) = suppressed(sarif(decided, everything=True))
    assert result["suppressions"][0]["justification"] == "it <is> known (a reader)"


def test_sarif_names_other_files_by_address(tmp_path, taxonomy, monkeypatch):
    folder = tmp_path / "half year #1"
    folder.mkdir()
    check = checked(folder, taxonomy)

    def named():
        result = json.loads(sarif(check))["runs"][0]["results"][0]
        return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    monkeypatch.chdir(tmp_path)
    assert named() == "half%20year%20%231/page.md"
    monkeypatch.chdir(REPOSITORY)
    assert named() == (folder / "page.md").as_uri()


def test_annotations_are_one_line_each_with_place_and_title(check):
    error, notice = github(check).splitlines()
    assert error.startswith(
        "::error file=page.md,line=14,col=29,endColumn=35,title=inconsistent-duplicate::'Total revenues'"
    )
    assert notice.startswith("::notice file=page.md,line=14,col=20")
    assert error.endswith("%0Asee page.md:6:33")


def test_annotations_escape_what_ends_a_property(tmp_path, taxonomy, monkeypatch):
    folder = tmp_path / "a,b:c%"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    assert "file=a%2Cb%3Ac%25/page.md,line" in github(checked(folder, taxonomy))


@pytest.mark.parametrize("output", [findings_json, sarif, github, lambda one: junit(one, "error")])
def test_the_same_release_gives_the_same_bytes(output, tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert output(checked(Path(), taxonomy)) == output(checked(Path(), taxonomy))


def test_the_table_has_a_row_for_each_finding_open_or_decided(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    row, *others = finding_rows(checked(Path(), taxonomy), "page")
    assert (row["document"], row["code"], row["severity"]) == ("page", "inconsistent-duplicate", "error")
    assert row["id"] == TRANSPOSED
    assert len(row["places"]) > 1
    assert row["place"] == row["places"][0]
    decided = finding_rows(checked(Path(), taxonomy, errata=ACCEPTED), "page")
    assert len(decided) == 1 + len(others)
    assert {item["id"]: item["decision"] for item in decided}[TRANSPOSED] == "accepted"
    assert {item["decision"] for item in (row, *others)} == {""}


def test_what_is_left_out_by_code_is_counted(check):
    codes = {item.finding.code for item in check.found}
    few = check.chosen(ignore=codes)
    assert not few.found
    assert f"({len(check.found)} not shown: --select, --ignore)" in check_text(few, "error")
    assert "not shown" not in check_text(check, "error")
