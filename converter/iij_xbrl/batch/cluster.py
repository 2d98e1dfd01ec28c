"""The same batch on many machines, with dask.distributed: shards of a few hundred releases, each a task.

A shard is a batch in a process of its own on the worker, with its own warm validator; its results are made on the
worker's disk and copied, its manifest last. A task whose worker is lost runs again elsewhere; what an earlier try has
copied is the same, byte for byte, so that nothing is lost or doubled. Releases and results may stand wherever fsspec
reaches: local disks, object stores.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from iij_xbrl.batch.keys import common_key, digest
from iij_xbrl.batch.plan import Item, Plan, named
from iij_xbrl.batch.run import SUMMARY, Batch, Settings
from iij_xbrl.batch.work import Rules
from iij_xbrl.convert import Options
from iij_xbrl.errors import OutputError, ResourceError
from iij_xbrl.prove.errata import ERRATA
from iij_xbrl.resources import taxonomy_folder
from iij_xbrl.scratch import scratch

if TYPE_CHECKING:
    from distributed import Client

MANIFEST = "manifest.json"
_RETRIES = 3
_RELEASES = 200
_TOLD = 300  # characters of what a process said last


@dataclass(frozen=True, slots=True)
class Part:
    """A shard: its number, its releases by name and address, where its results go, and how it is converted."""

    number: int
    releases: tuple[tuple[str, str], ...]
    output: str
    options: Mapping[str, Any]
    today: str

    @property
    def target(self) -> str:
        """Where the results of the shard stand."""
        return f"{self.output}/shard-{self.number:05}"


def convert_on_cluster(
    client: Client,
    releases: Sequence[str],
    output: str,
    *,
    size: int = _RELEASES,
    today: date | None = None,
    **options: Any,  # noqa: ANN401 - those of `Options`
) -> Iterator[Mapping[str, Any]]:
    """Convert releases on a cluster; gives the manifest of each shard as it is there.

    Args:
        client: of the cluster; its workers have iij-xbrl installed, in the same version.
        releases: their addresses, as fsspec takes them.
        output: the address of the folder of the results; what is there of the same releases is kept.
        size: how many releases are a task.
        today: the day on which decisions of errata must hold; by default they all do.
        options: what to write, see `Options`.
    """
    from distributed import as_completed

    names = named([Path(address) for address in releases])
    addresses = {Path(address): address for address in releases}
    pairs = [(item.name, addresses[item.source]) for item in names]
    day = (today or date.min).isoformat()
    parts = [
        Part(number, tuple(pairs[at : at + size]), output.rstrip("/"), options, day)
        for number, at in enumerate(range(0, len(pairs), size))
    ]
    tasks = client.map(convert_part, parts, retries=_RETRIES, pure=False)
    for task in as_completed(tasks):
        yield task.result()


def convert_part(part: Part) -> Mapping[str, Any]:
    """Convert a shard where this runs; its manifest.

    Raises:
        OutputError: the process that converts it did not end well.
        ResourceError: fsspec is not installed.
    """
    with scratch() as folder:
        items = list(_fetched(part, folder / "in"))
        key = _key(part, items)
        if (there := _manifest(part)) is not None and there["key"] == key:
            return there
        _converted(part, items, folder)
        outcomes = json.loads((folder / "out" / SUMMARY).read_bytes())["releases"]
        manifest = {"key": key, "number": part.number, "releases": outcomes}
        _copied(folder / "out", part.target, manifest)
    return manifest


def run_part(spec: Path) -> None:
    """Convert the releases of a shard that were fetched: the process that `convert_part` starts."""
    about = json.loads(spec.read_bytes())
    items = tuple(Item(name, Path(source)) for name, source in about["items"])
    rules = Rules(taxonomy_folder(), _options(about["options"]), date.fromisoformat(about["today"]))
    batch = Batch(Plan(items), Settings(rules, Path(about["output"]), keep_going=True))
    batch.run()


def _options(given: Mapping[str, Any]) -> Options:
    return Options(**{**given, "formats": tuple(given.get("formats", Options().formats))})


def _fetched(part: Part, folder: Path) -> Iterator[Item]:
    """The releases on this disk, each in a folder of its own with its errata; one that is gone is told as such."""
    for name, address in part.releases:
        path = PurePosixPath(address)
        place = folder / name / path.name
        place.parent.mkdir(parents=True, exist_ok=True)
        for source, target in ((address, place), (f"{address[: -len(path.name)]}{ERRATA}", place.with_name(ERRATA))):
            content = _read(source)
            if content is not None:
                target.write_bytes(content)
        yield Item(name, place)


def _key(part: Part, items: Sequence[Item]) -> str:
    """What the results of a shard depend on."""
    files = sorted(path for item in items for path in item.source.parent.glob("*") if path.is_file())
    parts = [common_key(taxonomy_folder(), _options(part.options)), part.today]
    parts += [f"{path.parent.name}/{path.name} {digest(path.read_bytes())}" for path in files]
    return digest("\n".join([*parts, *(name for name, _ in part.releases)]).encode())


def _converted(part: Part, items: Sequence[Item], folder: Path) -> None:
    """Convert in a process of its own: a worker has threads, and what forks must have none."""
    spec = folder / "part.json"
    about = {
        "items": [(item.name, str(item.source)) for item in items],
        "options": dict(part.options),
        "today": part.today,
        "output": str(folder / "out"),
    }
    spec.write_text(json.dumps(about), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from iij_xbrl.batch.cluster import run_part; run_part(Path(sys.argv[1]))"
    )
    run = subprocess.run([sys.executable, "-c", program, str(spec)], capture_output=True, text=True)
    if run.returncode:
        said = run.stderr.strip().splitlines()
        raise OutputError(f"{part.target}: cannot be made ({said[-1][:_TOLD] if said else run.returncode})")


def _fsspec() -> Any:  # noqa: ANN401 - an extra, which may be absent
    try:
        import fsspec
    except ImportError as error:
        raise ResourceError("a cluster needs libraries: pip install 'iij-xbrl[cluster]'") from error
    return fsspec


def _read(address: str) -> bytes | None:
    try:
        with _fsspec().open(address, "rb") as stream:
            content: bytes = stream.read()
            return content
    except FileNotFoundError:
        return None


def _manifest(part: Part) -> Mapping[str, Any] | None:
    content = _read(f"{part.target}/{MANIFEST}")
    found = json.loads(content) if content is not None else None
    return found if isinstance(found, dict) and "key" in found else None


def _copied(folder: Path, target: str, manifest: Mapping[str, Any]) -> None:
    """Copy results to their place, the manifest last: where it is, they are."""
    files, _ = _fsspec().core.url_to_fs(target)
    if files.exists(target):
        files.rm(target, recursive=True)  # of other releases or options, or of a try that was cut short
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        address = f"{target}/{path.relative_to(folder).as_posix()}"
        files.makedirs(address.rpartition("/")[0], exist_ok=True)
        files.put_file(str(path), address)
    content = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    with files.open(f"{target}/{MANIFEST}", "wb") as stream:
        stream.write(content.encode("utf-8"))
