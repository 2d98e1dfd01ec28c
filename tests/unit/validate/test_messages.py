"""Messages of a validation, as values."""

from itertools import permutations

import pytest

from iij_xbrl.validate import Message, Validation

ERROR = Message("xbrl.4.7.2", "error", "contextRef ...", ("f.r_l1c1.v",))
SUM = Message("calc11e:inconsistentCalculationUsingRounding", "inconsistency", "reported sum ...", ("f.r_l2c1.v",))
DUPLICATE = Message("arelle:duplicateFacts", "warning", "Revenues ...", ("f.r_l3c1.v",))
SAME_BUT_FACTS = Message("arelle:duplicateFacts", "warning", "Revenues ...", ("f.r_l4c1.v",))


def test_messages_are_sorted_whatever_order_they_come_in():
    for messages in permutations([SAME_BUT_FACTS, DUPLICATE, SUM, ERROR]):
        assert Validation.of(messages).messages == (ERROR, SUM, DUPLICATE, SAME_BUT_FACTS)


@pytest.mark.parametrize(("messages", "is_valid"), [((), True), ((SUM, DUPLICATE), True), ((SUM, ERROR), False)])
def test_only_errors_make_a_report_invalid(messages, is_valid):
    assert Validation.of(messages).is_valid is is_valid
