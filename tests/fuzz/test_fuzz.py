"""A short run of the fuzzing; `make fuzz MINUTES=30` is the long one."""

import math

import pytest

from fuzz import fuzz_of, run

SEEDS = range(300)  # the same on each machine: some six seconds


@pytest.mark.slow
def test_nothing_but_our_own_errors_comes_of_mutated_inputs(tmp_path):
    _, failed = run(fuzz_of(tmp_path), SEEDS, until=math.inf)
    assert failed == {}
