"""Examples, and five real documents as text taken from PDF, where they stand beside the repository (not ours to ship).

The numbers of facts are lower bounds: reading more is an improvement, reading less is a defect.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from examples import report_on, shipped
from iij_xbrl.convert import Options, convert
from iij_xbrl.extract.cells.numbers import is_dash, numbers
from iij_xbrl.read import read
from iij_xbrl.report import Report
from support import REPOSITORY, SEEDS, facts, together, trace

pytestmark = pytest.mark.slow

EXAMPLES = REPOSITORY / "examples"
MAPPED = {
    SEEDS / "1h09-release.txt": 1166,
    SEEDS / "1h11-release.txt": 1240,
    SEEDS / "1h13-release.txt": 1200,
    SEEDS / "1h16-release.txt": 994,
    SEEDS / "1h11-slides.txt": 265,
    EXAMPLES / "1h09" / "release.md": 1171,
    EXAMPLES / "1h11" / "release.md": 1243,
    EXAMPLES / "1h11-slides" / "slides.md": 322,
    EXAMPLES / "1h13" / "release.md": 1166,
    EXAMPLES / "1h16" / "release.md": 985,
}


@dataclass(frozen=True)
class Converted:
    path: Path
    report: Report
    trace: list[dict[str, str]]


def name_of(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def apart(releases):
    """Each release with the tests of it together, which convert it once."""
    return [pytest.param(path, marks=together(f"real-{name_of(path)}"), id=name_of(path)) for path in releases]


@pytest.fixture(scope="module", params=apart(MAPPED))
def converted(request) -> Converted:
    path = request.param
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the repository")
    report = report_on(path)
    return Converted(path, report, trace(report, shipped()))


def test_arelle_finds_no_error(tmp_path):
    """`test_stock_processor` and `test_syntaxes` have it read the pages of the other examples."""
    conversion = convert(EXAMPLES / "1h11" / "release.md", tmp_path, taxonomy=shipped(), options=Options())
    validation, report = conversion.validation, conversion.report
    assert validation is not None
    assert [message for message in validation.messages if message.severity == "error"] == []
    tagged = [item for fact in report.facts for item in fact.occurrences if not item.is_apart]
    assert validation.facts == len(tagged) + len(report.undetermined) + len(report.texts)


def test_as_many_figures_are_mapped_as_ever(converted):
    assert len(list(facts(converted.report))) >= MAPPED[converted.path]


def test_every_data_point_stands_once(converted):
    points = [fact.point for fact in converted.report.facts]
    assert len(points) == len(set(points))


def test_every_fact_is_complete(converted):
    """Only a data point that the page leaves open, with a dash, has neither value nor decimals."""
    open_places = (dash.span.origin for dash in converted.report.undetermined)
    left_open = {(str(origin.line), str(origin.start)) for origin in open_places}
    for row in converted.trace:
        if row["status"] in ("fact", "inferred"):
            assert all(row[name] for name in ("fact_id", "concept", "period", "unit", "text")), row
            assert bool(row["value"]) == bool(row["decimals"]) == ((row["line"], row["start"]) not in left_open), row


def test_every_other_number_has_a_reason(converted):
    rows = [row for row in converted.trace if row["status"] != "fact"]
    assert {row["status"] for row in rows} <= {"inferred", "not-a-fact", "unmapped"}
    assert [row for row in rows if not row["reason"]] == []


def test_every_row_of_the_trace_is_the_source_at_its_place(converted):
    lines = converted.path.read_text(encoding="utf-8").split("\n")
    for row in converted.trace:
        assert lines[int(row["line"]) - 1][int(row["start"]) : int(row["end"])] == row["text"]


def test_every_number_of_every_table_is_accounted_for(converted):
    """Numbers wherever they stand, and dashes in rows of figures."""
    accounted: dict[int, list[tuple[int, int]]] = {}
    for row in converted.trace:
        accounted.setdefault(int(row["line"]), []).append((int(row["start"]), int(row["end"])))
    missing = []
    for table in read(converted.path).tables:
        for row in table.rows:
            header = any(char.isalpha() for cell in row.texts[1:] for char in cell.plain)
            for position, cell in enumerate(row.texts):
                tokens = [(number.start, number.end) for number in numbers(cell.plain)]
                if position and is_dash(cell.plain) and not header:
                    tokens.append((0, len(cell.plain)))
                for start, end in tokens:
                    place = cell.span.within(start, end).origin
                    found = accounted.get(place.line, ())
                    if not any(place.start < stop and first < place.end for first, stop in found):
                        missing.append((place.line, cell.raw, cell.plain[start:end]))
    assert missing == []


def test_no_number_is_accounted_for_twice(converted):
    """Only a token that prints several facts stands in several rows, and then in nothing but facts."""
    seen: dict[tuple[str, str], str] = {}
    for row in converted.trace:
        place = row["line"], row["start"]
        if place in seen:
            assert {seen[place], row["status"]} <= {"fact", "inferred"}, row
        seen[place] = row["status"]


def test_every_value_is_what_is_printed(converted):
    """But for the scale and the sign: the digits of the value are those of the text."""
    for row in converted.trace:
        if row["fact_id"] and any(char.isdigit() for char in row["text"]):
            (number,) = numbers(row["text"])
            assert (
                Decimal(row["printed_value"]).normalize().as_tuple().digits
                == number.value.normalize().as_tuple().digits
            )
            assert abs(Decimal(row["value"])) == abs(Decimal(row["printed_value"]))


def test_ids_are_unique_and_tell_the_place(converted):
    ids = [row["fact_id"] for row in converted.trace if row["fact_id"]]
    assert len(ids) == len(set(ids))
    assert all(
        row["fact_id"].startswith(f"f.r_l{row['line']}c{row['start']}") for row in converted.trace if row["fact_id"]
    )
