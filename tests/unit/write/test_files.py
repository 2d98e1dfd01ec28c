"""Results are put in place all at once, or not at all."""

import os
import threading
from pathlib import Path

import pytest

from iij_xbrl.errors import OutputError
from iij_xbrl.locks import locked
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


def test_files_to_remove_are_gone_with_the_same_step(tmp_path):
    (tmp_path / "old.xml").write_bytes(b"old")
    publish(tmp_path, {"a.xml": b"new"}, remove=["old.xml", "was-never-there.xml"])
    assert contents(tmp_path) == {"a.xml": b"new"}


def test_a_symbolic_link_is_followed_and_stays(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "real.xml").write_bytes(b"old")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.xml").symlink_to(elsewhere / "real.xml")
    (folder / "b.xml").symlink_to(elsewhere / "to-be-made.xml")
    publish(folder, {"a.xml": b"new", "b.xml": b"new"})
    assert (folder / "a.xml").is_symlink()
    assert (folder / "b.xml").is_symlink()
    assert contents(elsewhere) == {"real.xml": b"new", "to-be-made.xml": b"new"}


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"old")
    (tmp_path / "a.xml").chmod(0o640)
    publish(tmp_path, {"a.xml": b"new"})
    assert (tmp_path / "a.xml").stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    publish(tmp_path, {"pipe": b"findings", "a.xml": b"a"})
    reader.join(10)
    assert read == [b"findings"]
    assert pipe.is_fifo()
    assert (tmp_path / "a.xml").read_bytes() == b"a"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes devices")
def test_a_device_is_written_to_and_stays_a_device(tmp_path):
    device = tmp_path / "null"
    try:
        os.mknod(device, 0o020666, os.makedev(1, 3))
        device.open("wb").close()
    except OSError:
        pytest.skip("no devices on this file system")
    before = device.lstat()
    publish(tmp_path, {"null": b"findings"})
    after = device.lstat()
    assert (after.st_mode, after.st_rdev, after.st_ino) == (before.st_mode, before.st_rdev, before.st_ino)
    assert [path.name for path in tmp_path.iterdir()] == ["null"]


def test_two_writers_of_one_folder_leave_the_set_of_one_of_them(tmp_path):
    sets = [{f"{name}.xml": bytes([number]) * 1000 for name in "abcdefgh"} for number in range(8)]
    writers = [threading.Thread(target=publish, args=(tmp_path / "out", files)) for files in sets]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert contents(tmp_path / "out") in sets
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_a_folder_is_locked_for_one_at_a_time(tmp_path):
    with locked(tmp_path) as first, locked(tmp_path, wait=False) as second:
        assert first
        assert not second
    with locked(tmp_path, wait=False) as third:
        assert third


def test_a_journal_of_another_hand_leads_nowhere(tmp_path):
    """A folder may be from elsewhere; what it calls a journal moves nothing out of it."""
    folder = tmp_path / "out"
    ready = folder / f".iij-xbrl-{'0' * 16}.ready"
    (ready / "new").mkdir(parents=True)
    (tmp_path / "outside.txt").write_bytes(b"mine")
    (ready / "names.json").write_text('{"write": ["../outside.txt"], "remove": ["../outside.txt"], "make": []}')
    publish(folder, {"a.xml": b"a"})
    assert contents(tmp_path) == {"out/a.xml": b"a", "outside.txt": b"mine"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes devices")
def test_a_device_without_room_is_told_by_its_name(tmp_path):
    device = tmp_path / "findings.html"
    try:
        os.mknod(device, 0o020666, os.makedev(1, 7))
        device.open("wb").close()
    except OSError:
        pytest.skip("no devices on this file system")
    with pytest.raises(OutputError, match=r"findings\.html: cannot be written \(No space left on device\)$"):
        publish(tmp_path, {"findings.html": b"new"})
    assert device.is_char_device()
