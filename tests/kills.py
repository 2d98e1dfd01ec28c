"""Kills a process at every moment of putting results in place: `python kills.py SIGNAL FOLDER`.

The interpreter itself holds the moment: a child counts the events that it is audited for (each file opened, renamed,
linked, removed) and signals itself at the n-th, for every n. Prints one JSON object a kill: what stood in the folder
afterwards, and after the next run.
"""

import json
import os
import signal
import sys
from collections.abc import Collection
from pathlib import Path

from iij_xbrl.cli.signals import ending_signals
from iij_xbrl.write import publish

OLD = {"a.xml": "old", "b/b.xml": "old", "gone.xml": "old"}
NEW = {"a.xml": "new", "b/b.xml": "new", "c/c/c.xml": "new", "d.xml": "new"}
NEXT = "next.xml"
_WATCHED = {"open", "os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir", "shutil.rmtree", "os.scandir"}
_MOST = 500


def _publish(folder: Path, files: dict[str, str], remove: Collection[str], signum: int, at: int) -> None:
    seen = 0

    def count(event: str, _: object) -> None:
        nonlocal seen
        if event in _WATCHED:
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signum)

    os.fsync = lambda _: None  # it is for a loss of power; a kill loses nothing that the system has been given
    with ending_signals():
        sys.addaudithook(count)
        publish(folder, {name: text.encode() for name, text in files.items()}, remove=remove)


def in_child(folder: Path, files: dict[str, str], remove: Collection[str] = (), signum: int = 0, at: int = 0) -> bool:
    """Publish in a child; whether it came to its end."""
    child = os.fork()
    if not child:
        code = 1
        try:
            _publish(folder, files, remove, signum, at)
            code = 0
        except KeyboardInterrupt:
            pass
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


def visible(folder: Path) -> dict[str, str]:
    """What a person sees in a folder."""
    found = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    paths = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_text() for name, path in paths.items() if not name.startswith(".iij-xbrl-")}


def kill_at(folder: Path, top: Path, signum: int, at: int) -> dict[str, object]:
    """One kill, and the run that follows it."""
    ended = in_child(folder, NEW, ["gone.xml"], signum, at)
    seen, hidden = visible(folder), [path.name for path in top.rglob(".iij-xbrl-*")]
    in_child(folder, {NEXT: "next"})
    after = {name: text for name, text in visible(folder).items() if name != NEXT}
    left = [path.name for path in top.rglob(".iij-xbrl-*")]
    return {"at": at, "ended": ended, "seen": seen, "hidden": hidden, "after": after, "left": left}


def main() -> None:
    """Kill at the first, second, ... event, until there is none left, in a folder that is there and in a new one."""
    signum, base = signal.Signals[sys.argv[1]], Path(sys.argv[2])
    for kind in ("there", "new"):
        for at in range(1, _MOST):
            top = base / kind / str(at)
            folder = top / "results" / "1h11"
            top.mkdir(parents=True)
            if kind == "there":
                in_child(folder, OLD)
            outcome = kill_at(folder, top, signum, at)
            sys.stdout.write(json.dumps({"kind": kind, **outcome}) + "\n")
            if outcome["ended"] and not outcome["hidden"] and at > 1:
                break


if __name__ == "__main__":
    main()
