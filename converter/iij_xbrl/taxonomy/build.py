"""Source folder to compiled folder: `source/*.yaml` in, `package/` and `index.json` out, moved in at the end."""

from __future__ import annotations

from pathlib import Path

from iij_xbrl.resources import templates_folder
from iij_xbrl.taxonomy.compiler.compile import INDEX, PACKAGE, compile_taxonomy
from iij_xbrl.taxonomy.source.files import read
from iij_xbrl.taxonomy.source.model import Model
from iij_xbrl.taxonomy.source.resolve import resolve
from iij_xbrl.write.files import publish

SOURCE = "source"


def load_model(folder: Path) -> Model:
    """Read and resolve `folder/source`.

    Raises:
        SourceError: every mistake, one `file:line: what is wrong; what is allowed` per line.
        ResourceError: there is no source.
    """
    return resolve(read(folder / SOURCE))


def build(folder: Path, templates: Path | None = None) -> dict[str, bytes]:
    """Compile the taxonomy in `folder`; nothing is changed where the source has a mistake.

    Args:
        folder: a taxonomy folder, which holds `source`.
        templates: the folder of templates; by default the shipped ones.

    Returns:
        What was written, by path relative to `folder`.

    Raises:
        SourceError: every mistake in the source.
        ResourceError: there is no source.
    """
    files = compile_taxonomy(load_model(folder), templates or templates_folder())
    write(folder, files)
    return files


def stale(folder: Path, templates: Path | None = None) -> tuple[str, ...]:
    """The compiled files in `folder` that a fresh compile would change, add or remove; sorted."""
    fresh = compile_taxonomy(load_model(folder), templates or templates_folder())
    package = folder / PACKAGE
    present = {path.relative_to(folder).as_posix() for path in package.rglob("*") if path.is_file()}
    if (folder / INDEX).is_file():
        present.add(INDEX)
    changed = {path for path in present & set(fresh) if (folder / path).read_bytes() != fresh[path]}
    return tuple(sorted(changed | (present ^ set(fresh))))


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put compiled files in place, in one step, and take out what no longer belongs to the package.

    Raises:
        OutputError: the folder cannot be written; nothing was changed.
    """
    package = folder / PACKAGE
    present = {path.relative_to(folder).as_posix() for path in package.rglob("*") if path.is_file()}
    publish(folder, files, remove=sorted(present - set(files)))
