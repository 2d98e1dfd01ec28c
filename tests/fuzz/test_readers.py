"""The saved inputs of the readers' fuzzing: each is read or refused."""

import pytest
from readers import CORPUS, READERS, corpus, read_one

SAVED = [(name, path) for name in READERS for path in corpus(name)]


def test_every_reader_has_saved_inputs() -> None:
    assert {path.name for path in CORPUS.iterdir()} == set(READERS)


@pytest.mark.parametrize(("name", "path"), SAVED, ids=lambda value: getattr(value, "name", value))
def test_a_saved_input_is_read_or_refused(name, path) -> None:
    document = read_one(name, path.read_bytes())
    assert document is None or document.blocks
