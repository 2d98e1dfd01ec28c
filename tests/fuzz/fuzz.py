"""Fuzzing by mutation: `python fuzz.py MINUTES [SEED]`, or `make fuzz MINUTES=30`.

Releases, figures, errata and reports are mutated and read, proof-read, converted, mapped and made ready for the
viewer. Nothing but our own errors may come of it; every XHTML parses; the visible text of a report is the source's. A
failure is written to a file with the seed that brings it back.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lxml import etree

from iij_xbrl.convert import Options, converted
from iij_xbrl.errors import IijXbrlError
from iij_xbrl.extract import Calendar, extract
from iij_xbrl.extract.figures.files import to_csv, to_json
from iij_xbrl.extract.figures.tables import read_figures
from iij_xbrl.limits import LIMITS
from iij_xbrl.pipeline import load_taxonomy, report_of, report_of_tables
from iij_xbrl.present.findings.formats import findings_text
from iij_xbrl.present.report_input import harmless
from iij_xbrl.prove.check import Release, check
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.read import parse, read
from iij_xbrl.read.document import Document, rows_of
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import write_instance

sys.path.insert(0, str(Path(__file__).parent))
from mutations import excerpt, mutated

EXAMPLES = Path(__file__).parents[2] / "examples"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_SECONDS = 20  # of processor time for one input of some forty lines
FORMATS = ("json", "sarif", "junit", "github", "html", "terminal")


class FuzzError(AssertionError):
    """Something that must hold does not."""


@dataclass(frozen=True, slots=True)
class Fuzz:
    """What inputs are made of, and where they are put."""

    taxonomy: Taxonomy
    releases: tuple[str, ...]
    errata: str
    figures: tuple[str, str]
    report: str
    folder: Path

    def one(self, seed: int) -> str:
        """One input, and what may be done with it; the name of what was tried."""
        random = Random(seed)
        name, run = random.choices(list(_KINDS.items()), weights=(6, 3, 2, 2))[0]
        start = time.process_time()
        try:
            run(self, random)
        except IijXbrlError:
            name += ", refused"
        if time.process_time() - start > MOST_SECONDS:
            raise FuzzError(f"it took more than {MOST_SECONDS} s")
        return name

    def convert(self, random: Random) -> None:
        """Read, proof-read and write a release."""
        text = mutated(excerpt(random.choice(self.releases), random), random)
        path = self._file("release.md", text)
        document = read(path)
        checked = check(Release(path, document, report_of(document, self.taxonomy)), self.taxonomy)
        for output_format in FORMATS:
            shown = findings_text(checked, output_format, "error", everything=True)
            if any(char in shown for char in "\x1b\x9b\u202e"):
                raise FuzzError(f"{output_format}: a terminal obeys what it shows")
        _, files = converted(
            path, self.taxonomy, Options(("inline", "xbrl", "json", "csv"), validate=False, any_issuer=True)
        )
        for name, content in files.items():
            if name.endswith((".xhtml", ".xbrl")):
                etree.fromstring(content)
        _same_text(document, files[f"{document.name}.xhtml"])

    def map(self, random: Random) -> None:
        """Map figures of another tool."""
        content = random.choice(self.figures)
        suffix = "json" if content.startswith("[") else "csv"
        tables = read_figures(self._file(f"figures.{suffix}", mutated(content, random)))
        etree.fromstring(write_instance(report_of_tables("figures", tables, self.taxonomy), self.taxonomy))

    def decide(self, random: Random) -> None:
        """Read errata."""
        read_errata(self._file("errata.yaml", mutated(self.errata, random)))

    def view(self, random: Random) -> None:
        """Make a report from elsewhere harmless."""
        page = harmless(self._file("report.xhtml", mutated(self.report, random)), LIMITS)
        if b"<script" in page:
            raise FuzzError("a script is left")

    def _file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return path


_KINDS: dict[str, Callable[[Fuzz, Random], None]] = {
    "convert": Fuzz.convert,
    "map": Fuzz.map,
    "errata": Fuzz.decide,
    "view": Fuzz.view,
}


def _same_text(document: Document, page: bytes) -> None:
    """That the page shows the words of the source, all of them, in order."""
    found = etree.fromstring(page).find(f".//{XHTML}div[@class='page']")
    shown = _squeezed(_visible(found)) if found is not None else ""
    said = _squeezed("".join(text.plain for block in document.blocks for row in rows_of(block) for text in row))
    if shown != said:
        at = next(
            (at for at, pair in enumerate(zip(shown, said, strict=False)) if pair[0] != pair[1]),
            min(len(shown), len(said)),
        )
        raise FuzzError(f"the page shows {shown[at : at + 40]!r} for {said[at : at + 40]!r}")


def _visible(element: etree._Element) -> str:
    if not isinstance(element.tag, str) or element.get("class") in ("mark", "aside"):
        return element.tail or ""
    return (element.text or "") + "".join(map(_visible, element)) + (element.tail or "")


def _squeezed(text: str) -> str:
    """The text without white space and what XML does not allow."""
    return "".join(char for char in text if not char.isspace() and char.isprintable())


def fuzz_of(folder: Path) -> Fuzz:
    """The fuzz of the examples."""
    taxonomy = load_taxonomy()
    releases = tuple(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/release.md")))
    errata = (EXAMPLES / "1h11" / "errata.yaml").read_text(encoding="utf-8")
    small = "\n".join(releases[-1].split("\n")[:60])
    entity = taxonomy.entity
    tables = extract(parse(small, "figures"), Calendar(*entity.fiscal_year), entity.currency)
    path = folder / "small.md"
    path.write_text(small, encoding="utf-8")
    _, files = converted(path, taxonomy, Options(("inline",), validate=False))
    figures = (to_csv(tables).decode("utf-8"), to_json(tables).decode("utf-8"))
    return Fuzz(taxonomy, releases, errata, figures, files["small.xhtml"].decode("utf-8"), folder)


def run(fuzz: Fuzz, seeds: range, until: float) -> tuple[Counter[str], dict[int, str]]:
    """Try seeds until a moment of `time.monotonic`: how often each was tried, and what failed, by seed."""
    tried: Counter[str] = Counter()
    failed: dict[int, str] = {}
    for seed in seeds:
        if time.monotonic() > until:
            break
        try:
            tried[fuzz.one(seed)] += 1
        except Exception:  # noqa: BLE001 - any exception is what is looked for
            tried["failed"] += 1
            failed[seed] = traceback.format_exc()
    return tried, failed


def main() -> int:
    """Fuzz for some minutes, print what was tried, and write what failed to `fuzz-failures/`."""
    minutes, first = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as folder:
        fuzz = fuzz_of(Path(folder))
        tried, failed = run(fuzz, range(first, sys.maxsize), time.monotonic() + 60 * minutes)
    for seed, told in failed.items():
        target = Path("fuzz-failures") / f"{seed}.txt"
        target.parent.mkdir(exist_ok=True)
        target.write_text(told, encoding="utf-8")
        sys.stdout.write(f"seed {seed}: {told.strip().splitlines()[-1]}\n")
    sys.stdout.write(f"{sum(tried.values())} inputs: {dict(sorted(tried.items()))}{os.linesep}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
