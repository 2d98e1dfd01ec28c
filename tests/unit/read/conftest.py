"""What tests of formats compare with: the facts of the 1H11 example in its text form."""

from collections import Counter

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import read
from support import REPOSITORY, counted


@pytest.fixture(scope="session")
def taxonomy():
    return load_taxonomy()


@pytest.fixture(scope="session")
def as_text(taxonomy) -> Counter[tuple[object, ...]]:
    return counted(report_of(read(REPOSITORY / "examples" / "1h11" / "release.md"), taxonomy))
