"""Coverage-guided fuzzing of a reader: `python guided.py READER [SECONDS]`, or `make fuzz-readers MINUTES=10`.

Needs atheris (the extra `fuzz`). New inputs and failures go to a folder whose name is printed at the end.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["iij_xbrl.read", "iij_xbrl.extract"]):
    import readers

    from iij_xbrl.read.pdf import reader as pdf_reader
    from iij_xbrl.read.pdf.answers import answered


def _here(_path: Path, data: bytes, question: str, _limits: object) -> Iterator[Any]:
    """The pages of a PDF read in this process, so that coverage is seen."""
    yield from answered(question, data)


def main() -> None:
    """Fuzz one reader for some seconds, from its saved inputs on."""
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    pdf_reader.asked = _here
    found = tempfile.mkdtemp(prefix=f"fuzz-{name}-")
    options = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000", f"-artifact_prefix={found}/"]
    atheris.Setup(
        [sys.argv[0], *options, "-print_final_stats=1", found, str(readers.CORPUS / name)],
        lambda content: readers.read_one(name, content),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
