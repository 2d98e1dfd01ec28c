"""PDFs that would take all time or memory: what reads and draws them ends, and says why."""

import pytest

from hostile import INPUTS, pdf_mask, pdf_pattern, pdf_stamp
from iij_xbrl.errors import InputError
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.read import read
from iij_xbrl.read.pdf.exchange import DRAW, READ
from iij_xbrl.read.pdf.process import asked, pictures
from pdfs import drawn

FORMS = {item.name: item for item in INPUTS if item.kind == "forms" and item.codes == {4}}
LITTLE = Limits(memory=100)


@pytest.mark.parametrize("name", FORMS)
def test_forms_that_draw_each_other(tmp_path, name):
    with pytest.raises(InputError, match=rf"{name}: to read it takes more than 100 MB.*--limit memory=400"):
        read(FORMS[name].write(tmp_path), limits=LITTLE)


@pytest.mark.parametrize("made", [pdf_mask, pdf_stamp])
def test_a_page_that_cannot_be_drawn(tmp_path, made):
    path = tmp_path / "release.pdf"
    path.write_bytes(made())
    assert read(path).blocks
    with pytest.raises(InputError, match=r"release\.pdf: to draw a page with findings takes more than 400 MB"):
        pictures(path, [1])


def test_a_page_that_takes_long(tmp_path):
    with pytest.raises(InputError, match="more than 1 s"):
        list(asked(tmp_path, pdf_pattern(), DRAW + "1", Limits(seconds=1)))


def test_who_stops_asking_ends_the_process(tmp_path):
    answers = asked(tmp_path, drawn([(72, 72, "one")], [(72, 72, "two")]), READ, LIMITS)
    assert next(answers) == 2
    answers.close()
    assert list(answers) == []
