"""Every file that ships, of every example, as somebody else opens it: the stock Arelle command, offline, no severity
rewritten, with calculations, units, duplicates and the rules of the Open Information Model switched on."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from iij_xbrl.convert import FORMATS, Options, convert
from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.prove.errata import read_errata
from support import REPOSITORY

EXAMPLES = sorted(path.parent for path in REPOSITORY.glob("examples/*/errata.yaml"))
TAXONOMY = load_taxonomy()
ACCEPTED = {  # what the errata accept as published, and nothing in the release explains
    "1h09": {"message:iij_NetIncomePerShare.DilutedWeightedAverageAdsEquivalents"},
    "1h16": {"message:iij_CapitalExpenditures.CapexIncludingCapitalLeases"},  # adds up with another purchase of assets
}
SYNTAXES = ("xbrl", "json", "csv.json", "xhtml")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory) -> dict[str, Path]:
    """The files of each example, without their endings, by the example's name."""
    found = {}
    for example in EXAMPLES:
        (page,) = example.glob("*.md")
        target = tmp_path_factory.mktemp(example.name)
        options = Options(tuple(name for name in FORMATS if name != "parquet"), validate=False)
        convert(page, target, taxonomy=TAXONOMY, options=options, errata=read_errata(example / "errata.yaml"))
        found[example.name] = target / page.stem
    return found


def stock(files: list[Path], *more: str) -> tuple[int, Counter[tuple[str, str]]]:
    """How many files the command validated, and what it says that is more than information: level and code."""
    folder = files[0].parent
    log = folder / f"{files[0].name}.log.json"
    command = [
        *(sys.executable, "-m", "arelle.CntlrCmdLine", "--file", "|".join(map(str, files)), "--validate"),
        *("--packages", str(folder / f"{TAXONOMY.prefix}-taxonomy.zip"), "--internetConnectivity", "offline"),
        *("--calc", "c11r", "--utr", "--validateDuplicateFacts", "inconsistent", "--oim", "--disablePersistentConfig"),
        *("--logFile", str(log), *more),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    entries = json.loads(log.read_text(encoding="utf-8"))["log"]
    said = Counter((entry["level"], entry["code"]) for entry in entries if entry["level"] not in ("info", "debug"))
    return sum(entry["message"]["text"].startswith("[info] validated in") for entry in entries), said


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xbri", "xbr"])
@pytest.mark.parametrize("name", [example.name for example in EXAMPLES])
def test_a_report_package_needs_nothing_beside_it(name, ending, shipped):
    assert stock([shipped[name].with_suffix(f".{ending}")]) == (1, Counter())


@pytest.mark.slow
@pytest.mark.parametrize("name", [example.name for example in EXAMPLES])
def test_the_other_files_need_the_taxonomy_package_that_lies_beside_them(name, shipped):
    files = [shipped[name].with_suffix(f".{ending}") for ending in SYNTAXES]
    assert stock(files) == (len(SYNTAXES), Counter())


@pytest.mark.slow
@pytest.mark.parametrize("name", [example.name for example in EXAMPLES])
def test_assertions_find_no_more_than_rounding_and_what_decisions_accept(name, shipped):
    """What a decision accepts without correcting it stays open."""
    assertions = TAXONOMY.schema_ref.replace(".xsd", "-assertions.xsd")
    validated, said = stock([shipped[name].with_suffix(".xhtml")], "--import", assertions)
    assert validated == 1
    assert {code for level, code in said if level != "warning"} == ACCEPTED.get(name, set())
    assert all(code.startswith("message:") for _, code in said)
