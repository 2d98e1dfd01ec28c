"""The order of the sections of a release makes no wrong fact: the same come out, wherever their section stands.

Only a section that names no period itself, behind one about another period than the release's, is not understood.
"""

import random
import re
from collections import Counter
from functools import cache

import pytest

from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse
from support import REPOSITORY, facts

TAXONOMY = load_taxonomy()
LOST = {"1h09": 0, "1h11": 0, "1h13": 0, "1h16": 12}
"""At most so many; 1H16 has a section `Financial Condition`, which may follow the second quarter's."""


def sections(page: str) -> tuple[str, list[str]]:
    """What stands in front of the first section, and the sections, each with its heading of the second level."""
    first, *parts = re.split(r"(?m)^(?=## )", page)
    return first, parts


@cache
def read(page: str) -> Counter[tuple[object, ...]]:
    return Counter(_fact(item) for item in facts(report_of(parse(page, "release"), TAXONOMY)))


def _fact(item: Occurrence) -> tuple[object, ...]:
    point = item.point
    return item.text, point.concept, point.dimensions, str(point.period), point.unit, item.value, item.decimals


@pytest.mark.parametrize("example", LOST)
@pytest.mark.parametrize("seed", [1, 2])
def test_sections_in_another_order_hold_the_same_facts(example, seed):
    page = (REPOSITORY / "examples" / example / "release.md").read_text(encoding="utf-8")
    first, parts = sections(page)
    assert len(parts) > 5
    moved = parts.copy()
    random.Random(seed).shuffle(moved)
    assert moved != parts
    if not moved[-1].endswith("\n"):
        moved[-1] += "\n"
    before, after = read(page), read(first + "\n".join(moved))
    assert after - before == Counter()  # nothing wrong
    assert sum((before - after).values()) <= LOST[example]
