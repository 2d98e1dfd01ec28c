"""With several workers, the tests of a file are one worker's: what they share is made once."""

import pytest


def test_the_tests_of_a_file_are_a_group(request):
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("groups are those of several workers: make test")
    name, _, group = request.node.nodeid.partition("@")
    assert group == name.partition("::")[0]
