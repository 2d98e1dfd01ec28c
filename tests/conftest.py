"""Makes `support` importable from every test, property tests the same on every run, and each file one worker's.

`HYPOTHESIS_PROFILE=explore pytest` looks further, at other values each time.
"""

import gc
import os

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
gc.set_threshold(50_000, 20, 100)  # releases that tests share are many objects, gone through in vain again and again


@pytest.hookimpl(tryfirst=True)  # pytest-xdist reads the marks in its own hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a file share what takes long to make: one worker runs them all, but for parts marked `together`."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
