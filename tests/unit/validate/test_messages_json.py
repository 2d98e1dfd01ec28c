"""What the validator said, as a file; and which of it fails a run."""

import json

import pytest

from iij_xbrl.exit_codes import failures
from iij_xbrl.validate.messages import Message, Validation
from iij_xbrl.validate.messages_json import messages_json

WARNING = Message("ix:unused", "warning", "an unused context")
BROKEN = Message("calc11e:inconsistentCalculationUsingRounding", "inconsistency", "a sum", ("f.1", "f.2"))


def test_all_messages_are_written_the_gravest_first():
    validation = Validation.of([WARNING, BROKEN], calculations=3, facts=7, assertions=[("sum", 2, 1)])
    found = json.loads(messages_json(validation))
    assert [item["code"] for item in found["messages"]] == [BROKEN.code, WARNING.code]
    assert found["messages"][0]["fact_ids"] == ["f.1", "f.2"]
    assert (found["facts"], found["calculations"]) == (7, 3)
    assert found["assertions"] == [{"id": "sum", "satisfied": 2, "unsatisfied": 1}]


@pytest.mark.parametrize(
    ("fail_on", "failing"), [("error", ()), ("inconsistency", (BROKEN,)), ("warning", (BROKEN, WARNING))]
)
def test_what_fails_a_run_is_of_the_severity_or_a_graver_one(fail_on, failing):
    assert failures(Validation.of([WARNING, BROKEN]), fail_on) == failing
