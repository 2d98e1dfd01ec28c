"""Inputs of a batch: files, folders, patterns; names that are short and cannot collide."""

import os
from pathlib import Path

import pytest

from iij_xbrl.batch.plan import plan
from iij_xbrl.errors import InputError, UsageError


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in (
        "1h11/release.md",
        "1h11/errata.yaml",
        "1h13/release.md",
        "1h13/.hidden.md",
        "tanshin.txt",
        "note.png",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    return tmp_path


def names(*inputs: object, output: Path | None = None) -> list[str]:
    return [item.name for item in plan([str(item) for item in inputs], output).items]


def test_a_file_has_the_name_of_the_file(folder):
    assert names(folder / "tanshin.txt", folder / "1h11/release.md") == ["release", "tanshin"]


def test_files_of_one_name_have_their_folders_names_too(folder):
    assert names(folder / "1h11/release.md", folder / "1h13/release.md") == ["1h11/release", "1h13/release"]


def test_names_do_not_depend_on_the_current_folder(folder, monkeypatch):
    monkeypatch.chdir(folder / "1h11")
    assert names("release.md", "../1h13/release.md") == ["1h11/release", "1h13/release"]


def test_files_that_differ_in_their_endings_keep_them(folder):
    (folder / "tanshin.md").write_text("text", encoding="utf-8")
    assert names(folder / "tanshin.txt", folder / "tanshin.md") == [
        f"{_above(folder)}/tanshin.{end}" for end in ("md", "txt")
    ]


def _above(folder: Path) -> str:
    return "/".join(folder.parts[1:])


def test_a_folder_gives_its_releases_at_any_depth_and_counts_the_rest(folder):
    planned = plan([str(folder)])
    assert [item.name for item in planned.items] == ["1h11/release", "1h13/release", "tanshin"]
    assert planned.passed_over == 3


def test_a_pipe_in_a_folder_is_not_waited_for(folder):
    os.mkfifo(folder / "1h13" / "pipe.md")
    (folder / "1h13" / "gone.md").symlink_to("nowhere.md")
    assert names(folder / "1h13") == ["gone", "release"]


def test_the_folder_of_the_results_is_not_looked_into(folder):
    (folder / "out").mkdir()
    (folder / "out" / "page.html").write_text("text", encoding="utf-8")
    assert names(folder, output=folder / "out") == ["1h11/release", "1h13/release", "tanshin"]


def test_a_pattern_gives_what_it_matches(folder):
    assert names(folder / "**" / "*.md") == ["1h11/release", "1h13/release"]


def test_a_file_that_is_named_twice_is_one_release(folder):
    planned = plan([str(folder / "tanshin.txt"), str(folder / "1h11" / ".." / "tanshin.txt")])
    assert len(planned.items) == 1


@pytest.mark.parametrize(
    ("given", "single"), [("tanshin.txt", True), ("1h11", False), ("*.txt", False), ("none.md", True)]
)
def test_one_file_is_told_from_a_folder_or_pattern_with_one(folder, given, single):
    assert plan([str(folder / given)]).is_single == single


def test_standard_input_is_a_release():
    assert names("-") == ["release"]


def test_nothing_to_convert_is_one_clear_line(tmp_path):
    with pytest.raises(InputError, match="no release in this folder"):
        plan([str(tmp_path)])
    with pytest.raises(InputError, match="no file matches"):
        plan([str(tmp_path / "*.md")])
    with pytest.raises(UsageError, match="no release is named"):
        plan([])
