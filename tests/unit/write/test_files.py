"""Results are put in place all at once, or not at all."""

import os
from pathlib import Path

import pytest

from iij_xbrl.errors import OutputError
from iij_xbrl.write import publish


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_stand_in_a_new_folder(tmp_path):
    folder = tmp_path / "new" / "out"
    paths = publish(folder, {"b.xml": b"b", "a/a.xml": b"a"})
    assert paths == (folder / "a/a.xml", folder / "b.xml")
    assert contents(tmp_path) == {"new/out/a/a.xml": b"a", "new/out/b.xml": b"b"}


def test_new_files_have_the_usual_permissions(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    (path,) = publish(tmp_path / "out", {"a.xml": b"a"})
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert path.parent.stat().st_mode == (tmp_path / "folder").stat().st_mode


def test_older_results_are_replaced_and_other_files_left_alone(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"old")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    publish(tmp_path, {"a.xml": b"new"})
    assert contents(tmp_path) == {"a.xml": b"new", "notes.txt": b"mine"}


def test_when_one_file_cannot_be_written_nothing_changes(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"old")
    (tmp_path / "z.xml").mkdir()  # in the way of a file
    with pytest.raises(OutputError) as caught:
        publish(tmp_path, {"a.xml": b"new", "b/b.xml": b"new", "z.xml": b"new"})
    assert str(caught.value) == f"{tmp_path / 'z.xml'}: cannot be written (Is a directory); nothing was changed"
    assert contents(tmp_path) == {"a.xml": b"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "z.xml"]


def test_a_new_folder_disappears_again(tmp_path):
    folder = tmp_path / "new" / "out"
    with pytest.raises(OutputError):
        publish(folder, {"a": b"", "a/b": b""})  # `a` cannot be a file and a folder
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_run_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "a.xml").write_bytes(b"old")
    moved = []

    def replace(self: Path, target: Path) -> Path:
        if moved and self.suffix == ".new":
            raise KeyboardInterrupt
        moved.append(self)
        os.replace(self, target)  # noqa: PTH105
        return target

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, {"a.xml": b"new", "b.xml": b"new"})
    assert contents(tmp_path) == {"a.xml": b"old"}


def test_a_file_where_the_folder_should_be_is_one_clear_line(tmp_path):
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(OutputError) as caught:
        publish(tmp_path / "out", {"a.xml": b"a"})
    assert str(caught.value) == f"{tmp_path / 'out'}: cannot be written (Not a directory); nothing was changed"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_one_clear_line(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match=r"cannot be written \(Permission denied\); nothing was changed"):
        publish(tmp_path / "out", {"a.xml": b"a"})


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "", "a/../../b"])
def test_no_file_leads_out_of_the_folder(tmp_path, name):
    with pytest.raises(OutputError, match="no path within the folder; nothing was written"):
        publish(tmp_path / "out", {"fine.xml": b"", name: b""})
    assert contents(tmp_path) == {}
