"""YAML from anywhere: what is too much, too deep or no text is a mistake with its line."""

import pytest

from iij_xbrl.errors import SourceError
from iij_xbrl.limits import Limits
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.taxonomy.located import Mistakes, read_yaml

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (BOMB, 1, "more than 200,000 values, with what aliases stand for"),
        ("a: 1\nb: &b [*b]\n", 2, "nested more than 100 levels deep, or holds itself"),
        ("a: 1\nb: " + "[" * 1000 + "]" * 1000, 2, "nested more than 100 levels deep"),
        ("a: 1\nb: \x01\n", 2, "a character that no text has (U+0001)"),
        ('a: 1\nb: "\\x1b[2J"\n', 2, "holds a control character"),
        ("a: 1\nb: !!int foo\n", 2, "'foo' is no whole number"),
        ("a: 1\nb: !!int " + "9" * 5000, 2, "is no whole number"),
    ],
)
def test_hostile_yaml_is_a_mistake_with_its_line(tmp_path, text, line, words):
    path = tmp_path / "source.yaml"
    path.write_text(text, encoding="utf-8")
    mistakes = Mistakes()
    read_yaml(path, mistakes)
    assert [where.line for where, _ in mistakes.found] == [line]
    assert words in mistakes.found[0][1]


def test_the_limits_are_those_that_are_given(tmp_path):
    path = tmp_path / "errata.yaml"
    path.write_text("- [[[1]]]\n", encoding="utf-8")
    with pytest.raises(SourceError, match="nested more than 2 levels"):
        read_errata(path, Limits(depth=2))
