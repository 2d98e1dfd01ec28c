"""What a result depends on, as one key: the release, its errata, the taxonomy, the options and the program.

Results with the key that a release would get now are what converting it again would give, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path

from iij_xbrl import __version__
from iij_xbrl.convert import Options
from iij_xbrl.resources import templates_folder

_UNTIL = b"until"


def digest(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def common_key(taxonomy: Path, options: Options) -> str:
    """The part of the key that all releases of a batch share."""
    look = [options.look] if options.look else []
    parts = {
        "version": __version__,
        "program": _folder_digest(Path(__file__).parents[1], "**/*.py"),
        "templates": [_folder_digest(folder, "**/*") for folder in (templates_folder(), *look)],
        "taxonomy": [digest((taxonomy / "index.json").read_bytes()), _folder_digest(taxonomy / "package", "**/*")],
        "options": {name: str(value) for name, value in asdict(options).items() if name != "look"},
        "validator": version("arelle-release"),
    }
    return digest(json.dumps(parts, sort_keys=True).encode())


def release_key(common: str, release: bytes, errata: bytes | None, today: date) -> str:
    """The key of a release. The day counts where a decision of the errata holds until one."""
    day = today.isoformat() if errata is not None and _UNTIL in errata else ""
    parts = [common, digest(release), digest(errata) if errata is not None else "", day]
    return digest(json.dumps(parts).encode())


def _folder_digest(folder: Path, pattern: str) -> str:
    return digest("\n".join(_lines(folder, pattern)).encode())


def _lines(folder: Path, pattern: str) -> Iterable[str]:
    for path in sorted(folder.glob(pattern)):
        if path.is_file() and path.suffix != ".pyc":
            yield f"{path.relative_to(folder).as_posix()} {digest(path.read_bytes())}"
