"""The results of a release of a batch: its outcome, and the manifest that stands beside its files.

The manifest is published with the files, in one step: where it is, they are, and whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from iij_xbrl.batch.keys import digest

SUFFIX = ".manifest.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a release.

    Attributes:
        name: its name in the batch.
        code: the exit code that converting it alone would give.
        reason: what went wrong, in one line; empty where it was converted.
        counts: facts, inferred, unmapped, errors (contradictions in the release), messages of the validator, ...
        kept: whether its results were there already.
        seconds: how long it took; 0 where its results were kept.
        memory: the most that its process took, in bytes.
        text: what is to be printed of it, if anything.
    """

    name: str
    code: int
    reason: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    kept: bool = False
    seconds: int | float = 0
    memory: int = 0
    text: str = ""

    @property
    def is_converted(self) -> bool:
        """Whether there are results."""
        return not self.reason


def manifest(key: str, source: str, outcome: Outcome, files: Mapping[str, bytes]) -> bytes:
    """The manifest of a release: its key, where it was read, its outcome, and each file with size and digest."""
    content = {
        "key": key,
        "source": source,
        "outcome": {"name": outcome.name, "code": outcome.code, "counts": dict(outcome.counts)},
        "files": {name: {"bytes": len(data), "sha256": digest(data)} for name, data in sorted(files.items())},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_manifest(folder: Path) -> tuple[Path, Mapping[str, Any]] | None:
    """The manifest of the results in a folder, and where it stands; nothing where there is none, or a damaged one."""
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
        try:
            found = json.loads(path.read_bytes())
        except (ValueError, OSError):
            continue
        if isinstance(found, dict) and {"key", "source", "outcome", "files"} <= set(found):
            return path, found
    return None


def kept(folder: Path, key: str) -> Outcome | None:
    """The outcome of results that are there with this key, all files in their size; nothing where they are not."""
    found = read_manifest(folder)
    if found is None or found[1]["key"] != key:
        return None
    files = found[1]["files"]
    if any(not _has_size(folder / name, entry["bytes"]) for name, entry in files.items()):
        return None
    return Outcome(**found[1]["outcome"], kept=True)


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def as_json(outcomes: list[Outcome]) -> bytes:
    """The outcomes of a batch, without what varies from run to run."""
    left_out = ("kept", "seconds", "memory", "text")
    rows = [{name: value for name, value in asdict(item).items() if name not in left_out} for item in outcomes]
    return (json.dumps({"releases": rows}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
