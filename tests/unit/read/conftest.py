"""What tests of formats compare with: the facts of the 1H11 example in its text form."""

from collections import Counter

import pytest

from examples import EXAMPLE, report_on, shipped
from support import counted


@pytest.fixture(scope="session")
def taxonomy():
    return shipped()


@pytest.fixture(scope="session")
def as_text() -> Counter[tuple[object, ...]]:
    return counted(report_on(EXAMPLE))
