"""Rows below one that the taxonomy does not know: are they its parts, or the lines that their labels name?"""

import pytest

from examples import shipped
from iij_xbrl.reasons.tables import PartOfUnknown
from support import facts, report

HEAD = """\
Internet Initiative Japan Inc.

### Operating Results Summary

	1H10	1H11
	JPY millions	JPY millions
"""
TOTAL = "Total Revenues	33,100	45,800\n"
WHOLE = """\
Network Services	20,100	30,400
SI	12,400	14,200
Equipment Sales	360	640
ATM Operation Business	240	560
"""


def read(rows: str) -> tuple[dict[str, int], list[str]]:
    """How many facts of each concept rows below a header give, and the figures that may be parts of something."""
    found = report(f"{HEAD}{rows}", shipped())
    concepts = [item.point.concept for item in facts(found)]
    parts = [item.text for item in found.leftovers if isinstance(item.reason, PartOfUnknown)]
    return {concept: concepts.count(concept) for concept in concepts}, parts


def test_what_is_named_like_lines_below_an_unknown_row_may_be_its_parts() -> None:
    rows = "Order intake	26,500	36,800\nNetwork Services	17,900	25,600\nSI	8,280	10,710\n"
    found, parts = read(f"{TOTAL}{rows}Operating Income	1,180	2,310\n")
    assert found == {"Revenues": 2, "OperatingIncome": 2}
    assert parts == ["17,900", "25,600", "8,280", "10,710"]


def test_parts_of_a_loss_are_losses() -> None:
    _, parts = read(TOTAL + "Order cancellations	(500)	(800)\nNetwork Services	(300)	(600)\n")
    assert parts == ["(300)", "(600)"]


@pytest.mark.parametrize("mark", ["  ", "- ", "\u3000"])
def test_what_is_set_in_below_an_unknown_row_is_a_part_of_it(mark: str) -> None:
    found, parts = read(
        f"{TOTAL}Overseas	100	180\n{mark}SI	400	1,200\nOperating Income	1,180	2,310\n"
    )
    assert (found, parts) == ({"Revenues": 2, "OperatingIncome": 2}, ["400", "1,200"])


def test_a_row_larger_than_the_unknown_one_is_no_part_of_it() -> None:
    found, parts = read(f"{TOTAL}Order intake	500	800\nNetwork Services	20,100	30,400\n")
    assert (found["NetworkServicesRevenue"], parts) == (2, [])


@pytest.mark.parametrize("unknown", ["Recurring services	33,000	45,000\n", "Recurring services	900	900\n"])
def test_rows_that_add_up_to_their_own_total_are_no_parts(unknown: str) -> None:
    found, parts = read(TOTAL + unknown + WHOLE)
    assert (found["SystemsIntegrationRevenue"], parts) == (2, [])


def test_rows_that_add_up_with_the_unknown_one_are_beside_it() -> None:
    rows = WHOLE.replace("20,100	30,400", "19,100	29,300")
    found, parts = read(f"{TOTAL}Moon landings	1,000	1,100\n{rows}")
    assert (found["NetworkServicesRevenue"], parts) == (2, [])


def test_a_misprinted_label_owns_nothing() -> None:
    found, parts = read(f"{TOTAL}Equipmemt Sales	90,000	90,000\nNetwork Services	20,100	30,400\n")
    assert (found["NetworkServicesRevenue"], parts) == (2, [])
