"""A short run of the fuzzing; `make fuzz MINUTES=30` is the long one."""

import time

import pytest

from fuzz import fuzz_of, run

SECONDS = 6


@pytest.mark.slow
def test_nothing_but_our_own_errors_comes_of_mutated_inputs(tmp_path):
    tried, failed = run(fuzz_of(tmp_path), range(1_000_000), time.monotonic() + SECONDS)
    assert failed == {}
    assert sum(tried.values()) > 5
