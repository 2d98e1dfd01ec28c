"""Makes `support` importable from every test, and property tests the same on every run.

`HYPOTHESIS_PROFILE=explore pytest` looks further, at other values each time.
"""

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
