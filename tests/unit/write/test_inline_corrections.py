"""A misprint that a decision corrects: as printed, untagged, with the figure that it stands for in a note behind it."""

from lxml import etree

from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import write_inline
from proofread import TRANSPOSED, checked

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
CORRECTED = f"""\
- finding: {TRANSPOSED}
  decision: corrected
  figure: {{line: 14, text: "47,027"}}
  stands-for: 47,207
  because: the statement has it
  by: a reader
"""


def page_of(folder, taxonomy: Taxonomy) -> tuple[etree._Element, Report]:
    check = checked(folder, taxonomy, errata=CORRECTED)
    return etree.fromstring(write_inline(check.release.document, check.report, taxonomy)), check.report


def test_the_note_stands_behind_the_figure_and_holds_the_tag(tmp_path, taxonomy):
    root, report = page_of(tmp_path, taxonomy)
    (remark,) = root.iter("{http://www.w3.org/1999/xhtml}span")
    assert "".join(remark.itertext()) == " [Printed as 47,027; stands for 47,207: the statement has it]"
    (tag,) = remark.iter(f"{IX}nonFraction")
    assert (tag.text, tag.get("scale"), tag.get("decimals")) == ("47,207", "6", "-6")
    assert "47,027" in "".join(remark.getparent().itertext())
    (note,) = report.footnotes
    assert [item.get("id") for item in remark.iter(f"{IX}footnote")] == [note.id]
    assert tag.get("id") in note.facts


def test_nothing_of_it_is_hidden(tmp_path, taxonomy):
    root, _ = page_of(tmp_path, taxonomy)
    assert root.find(f".//{IX}hidden") is None
    assert "47,027" not in [tag.text for tag in root.iter(f"{IX}nonFraction")]
