"""YAML from anywhere: what is too much, too deep or no text is a mistake with its line."""

import os
import threading

import pytest

from iij_xbrl.errors import SourceError
from iij_xbrl.limits import Limits
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.taxonomy.source.located import Mistakes, read_yaml

ENTRY = "- finding: open-relation:Revenues\n  decision: accepted\n  because: known\n  by: us\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (BOMB, 1, "more than 20,000 keys and values, with what aliases stand for"),
        ("a: 1\nb: " + "x" * 10_001, 2, "a line of 10,004 characters"),
        ("# a comment\n" * 100_000, 1, "a YAML file of more than 1,000,000 characters"),
        ("a: 1\nb: &b [*b]\n", 2, "nested more than 100 levels deep, or holds itself"),
        ("a: 1\nb: " + "[" * 200 + "]" * 200, 2, "nested more than 100 levels deep"),
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
    assert words in next(iter(mistakes.found))[1]


def test_the_limits_are_those_that_are_given(tmp_path):
    path = tmp_path / "errata.yaml"
    path.write_text("- [[[1]]]\n", encoding="utf-8")
    with pytest.raises(SourceError, match="nested more than 2 levels"):
        read_errata(path, Limits(depth=2))


def test_a_file_of_too_many_values_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "source.yaml"
    path.write_text("- x\n" * 1000 + "- [", encoding="utf-8")  # which at its end would be no YAML
    mistakes = Mistakes()
    read_yaml(path, mistakes, Limits(nodes=500))
    (told,) = mistakes.found
    assert (told[0].line, told[1][:29]) == (500, "more than 500 keys and values")


def test_errata_that_can_be_read_once_only_are_read_once(tmp_path):
    path = tmp_path / "errata.yaml"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(ENTRY,))
    writer.start()
    assert [entry.finding for entry in read_errata(path).entries] == ["open-relation:Revenues"]
    writer.join()


def test_of_many_mistakes_fifty_are_shown_and_the_others_counted(tmp_path):
    path = tmp_path / "errata.yaml"
    path.write_text("- finding: x\n" * 100, encoding="utf-8")
    with pytest.raises(SourceError, match=r"\nand [\d,]+ more mistakes$") as caught:
        read_errata(path)
    assert len(str(caught.value).splitlines()) == 51
