"""Notes of the page are linked to the facts that bear their mark, and to no other."""

import time

import pytest

from iij_xbrl.read import parse
from iij_xbrl.report import Report
from iij_xbrl.report.build import build_report
from iij_xbrl.report.footnotes import with_footnotes
from iij_xbrl.report.ids import occurrence_ids
from support import compiled, report

PAGE = """\
# Statements of Income

| | 1H10 | 1H11 |
|---|---|---|
| | JPY millions | JPY millions |
| {wan} | {first} | 12 |
| Outsourcing services | 7 | 8 |

Words between the table and the note.

{note} Of the
whole *group* and others.

{more}
"""


def noted(found: Report) -> dict[str, list[str]]:
    """The figures of each note, by its text."""
    ids = {id_: item for item, id_ in occurrence_ids(item for fact in found.facts for item in fact.occurrences).items()}
    return {note.text: [ids[fact].text for fact in note.facts] for note in found.footnotes}


def converted(taxonomy, *, wan="WAN services", first="11", note="", more="") -> Report:
    return report(PAGE.format(wan=wan, first=first, note=note, more=more), taxonomy)


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>2</sup>", "<sup>2</sup>"),
        (" ²", "²"),
        ("*2", "^{*2.}"),
        (" (Note 2)", "(Note2)"),
        (" (2)", "(2)"),
        ("*", "*"),
        ("†", "†"),
    ],
)
def test_a_mark_on_a_label_is_one_on_the_figures_of_its_row(mark, note, taxonomy):
    found = noted(converted(taxonomy, wan=f"WAN services{mark}", note=note))
    assert found.get("Of the whole *group* and others.", []) == ["11", "12"]


def test_a_mark_on_a_figure_is_one_on_that_figure(taxonomy):
    assert noted(converted(taxonomy, first="11*1", note="*1")) == {"Of the whole *group* and others.": ["11"]}


def test_a_note_of_several_lines_has_a_place_for_each(taxonomy):
    (note,) = converted(taxonomy, first="11*1", note="*1").footnotes
    assert [(span.origin.line, span.start) for span in note.spans] == [(11, 3), (12, 0)]
    assert (note.id, note.language) == ("n.r_l11c3.v", "en")


def test_a_mark_without_a_note_links_nothing(taxonomy):
    assert noted(converted(taxonomy, first="11*1", note="*2")) == {}


def test_a_note_without_a_mark_is_no_footnote(taxonomy):
    assert noted(converted(taxonomy, note="(Note)")) == {}


def test_of_two_notes_with_the_mark_the_nearest_counts(taxonomy):
    found = converted(taxonomy, first="11*1", note="*1", more="*1 Of another table of the page.")
    assert noted(found) == {"Of the whole *group* and others.": ["11"]}


def test_a_list_of_starred_items_is_no_note(taxonomy):
    assert noted(converted(taxonomy, first="11*", note="*", more="* Another item of the page.")) == {}


@pytest.mark.parametrize("again", ["*1", "*2"])
def test_a_mark_that_another_table_uses_anew_may_be_its_own(again, taxonomy):
    text = f"""\
        # Statements of Income

        | | 1H10 |
        |---|---|
        | | JPY millions |
        | WAN services*2 | 11 |

        # Statements of Income

        | | 1H11 |
        |---|---|
        | | JPY millions |
        | WAN services{again} | 12 |

        *2 Of one of them and no other.
        """
    assert noted(report(text, taxonomy)) == ({} if again == "*1" else {"Of one of them and no other.": ["12"]})


def test_a_mark_in_a_header_is_one_on_the_column_and_one_in_the_title_is_one_on_the_table(taxonomy):
    text = """\
        # Statements of Income ¹

        | | 1H10 | 1H11 ² |
        |---|---|---|
        | | JPY millions | JPY millions |
        | WAN services | 11 | 12 |

        ¹ Of the whole of it all.

        ² Of the column on the right.
        """
    assert noted(report(text, taxonomy)) == {
        "Of the whole of it all.": ["11", "12"],
        "Of the column on the right.": ["12"],
    }


def test_a_note_may_stand_in_a_row_below_the_table(taxonomy):
    text = """\
        # Statements of Income

        | | 1H11 |
        |---|---|
        | | JPY millions |
        | WAN services † | 12 |
        | † Of the group | and others |
        """
    assert noted(report(text, taxonomy)) == {"Of the group and others": ["12"]}


PHRASES = """\
phrases:
- Revenues: [Revenues]
"""


def test_in_a_sentence_a_mark_is_on_the_figure_or_on_the_name_that_it_is_glued_to(tmp_path):
    from unit.conftest import INCOME

    taxonomy = compiled(tmp_path / "t", INCOME, prose=PHRASES)
    text = """\
        # 1H11 results

        | | 1H11 |
        |---|---|
        | | JPY millions |
        | WAN services | 12 |

        Revenues² were JPY47 million, up 3.1% YoY. Revenues for 1H10 were JPY46 million¹.

        ¹ Rounded.

        ² Of the group.
        """
    assert noted(report(text, taxonomy)) == {"Rounded.": ["46"], "Of the group.": ["47", "3.1"]}


def test_marks_above_no_figures_are_read_in_linear_time(taxonomy):
    rows = "".join(f"| Part {at} | text *1 |\n" for at in range(4_000))
    document = parse(f"| | 1H11 |\n|---|---|\n{rows}\n*1 A note\n", "page")
    start = time.process_time()
    with_footnotes(build_report("page", (), ()), document, taxonomy)
    assert time.process_time() - start < 4
