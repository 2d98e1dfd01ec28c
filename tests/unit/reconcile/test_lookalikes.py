"""Letters that stand for digits of their shape count where relations or other places say so, and not else."""

from decimal import Decimal

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.prove.proof import prove
from iij_xbrl.read import parse
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.evidence import LettersForDigits
from support import facts, unmapped

PAGE = """\
**Internet Initiative Japan Inc.**

### Operating Results Summary

\t1H10\t1H11\tYoY % change
\tJPY millions\tJPY millions\t
"""


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def read(taxonomy, *rows: str):
    return report_of(parse(PAGE + "\n".join(rows) + "\n", "release"), taxonomy)


def inferred(found) -> dict[str, Decimal]:
    return {fact.text: fact.value for fact in facts(found) if said(fact.reason, LettersForDigits)}


def test_a_sum_and_changes_confirm_them(taxonomy):
    found = read(
        taxonomy,
        "Total Revenues\t33,100\t45,800\t38.4",
        "Network Services\t20,100\t30,4OO\tS1.2",
        "SI\t12,400\tl4,200\t14.5",
        "Equipment Sales\t360\t640\t77.8",
        "ATM Operation Business\t240\tS60\t133.3",
    )
    amounts = {"30,4OO": Decimal(30_400_000_000), "l4,200": Decimal(14_200_000_000), "S60": Decimal(560_000_000)}
    assert inferred(found) == amounts | {"S1.2": Decimal("0.512")}


def test_cells_that_confirm_each_other_are_all_that_is_left_of_a_row(taxonomy):
    found = read(taxonomy, "Net income attributable to IIJ\tB40\t1,29O\t53.6", "Operating Income\t1,180\t2,3l0\t95.8")
    expected = {"B40": Decimal(840_000_000), "1,29O": Decimal(1_290_000_000), "2,3l0": Decimal(2_310_000_000)}
    assert inferred(found) == expected
    assert not unmapped(found)


@pytest.mark.parametrize(
    "cells",
    ["1,180\t2,3l0\t", "1,180\t2,3l0\t85.8", "1,180\t2,310E\t95.8", "1.18B\t2.31B\t95.8", "SO\tlO\t"],
)
def test_nothing_confirms_them_or_a_change_contradicts(taxonomy, cells):
    assert inferred(read(taxonomy, f"Operating Income\t{cells}")) == {}


def test_they_are_misprints_to_a_proof_reader(taxonomy):
    (found,) = prove(read(taxonomy, "Operating Income\t1,180\t2,3l0\t95.8"), taxonomy)
    assert (found.code, found.expected) == ("misread-number", "2,310")
