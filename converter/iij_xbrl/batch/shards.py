"""The tables of all releases that stand in a folder, joined into a dataset of a few hundred releases a file.

`dataset/facts/00000.parquet`, ... and likewise `findings` and `coverage`: DuckDB, pandas and polars read each as one
table. A part has a manifest, which is published with it, and is made again only where one of its releases has changed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from iij_xbrl.batch.keys import digest
from iij_xbrl.batch.results import SUFFIX, Outcome
from iij_xbrl.tables import schemas
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import publish
from iij_xbrl.write.columns import Schema, from_csv, parquet_writer, to_arrow

DATASET = "dataset"
_PARTS = "parts"
_RELEASES = 200


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the dataset: its name, the folder of all results, the manifests of its releases, and its key."""

    name: str
    output: Path
    manifests: tuple[Path, ...]
    key: str


def shards(output: Path, size: int = _RELEASES) -> Iterator[Shard]:
    """The parts of the dataset of all releases in a folder, sorted by their names."""
    for number, manifests in enumerate(_parts(sorted(output.rglob(f"*{SUFFIX}")), size)):
        key = digest("".join(digest(path.read_bytes()) for path in manifests).encode())
        yield Shard(f"{number:05}", output, manifests, key)


def _parts(manifests: Sequence[Path], size: int) -> Iterator[tuple[Path, ...]]:
    return (tuple(manifests[at : at + size]) for at in range(0, len(manifests), size))


def is_there(shard: Shard) -> bool:
    """Whether the part is there, made of the same results."""
    try:
        found = json.loads((shard.output / DATASET / _PARTS / f"{shard.name}.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("key") == shard.key


def surplus(output: Path, count: int) -> list[str]:
    """The files, below the dataset, of parts that there are no releases for any more."""
    found = sorted((output / DATASET).glob("*/[0-9]*.*"))
    return [path.relative_to(output / DATASET).as_posix() for path in found if int(path.stem) >= count]


def join_tables(shard: Shard, taxonomy: Taxonomy) -> Outcome:
    """Write a part of the dataset from the tables that stand beside its manifests.

    Raises:
        InputError: a table is of another version.
        ResourceError: the library that writes Parquet is not installed.
        OutputError: the dataset cannot be written.
    """
    files = {f"{schema.name}/{shard.name}.parquet": _joined(schema, shard.manifests) for schema in schemas(taxonomy)}
    names = [path.parent.relative_to(shard.output).as_posix() for path in shard.manifests]
    about = {"key": shard.key, "releases": names}
    files[f"{_PARTS}/{shard.name}.json"] = (json.dumps(about, indent=2) + "\n").encode()
    publish(shard.output / DATASET, files)
    return Outcome(shard.name, 0)


def _joined(schema: Schema, manifests: Sequence[Path]) -> bytes:
    """One table of a shard as Parquet, a row group for each release: no more than one is in memory unpacked."""
    buffer = io.BytesIO()
    with parquet_writer(schema, buffer) as writer:
        for path in manifests:
            table = path.with_name(f"{path.name.removesuffix(SUFFIX)}.{schema.name}.csv")
            writer.write_table(to_arrow(schema, from_csv(schema, table.read_bytes(), str(table))))
    return buffer.getvalue()
