"""What ships, as somebody else opens it: the stock Arelle command, offline, no severity rewritten, with calculations,
units, duplicates and the rules of the Open Information Model switched on.

Validating the taxonomy anew for each report is what takes time: that is done once, for a package. The command opens
one archive a start, so a few are opened: an English and a Japanese report, one in later layouts, and one `.xbr`. The
reports of all examples are validated as the files beside them; what a package holds for each layout is in
`test_packages`.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from examples import shipped
from iij_xbrl.convert import FORMATS, Options, convert
from iij_xbrl.prove.errata import read_errata
from support import REPOSITORY

EXAMPLES = sorted(path.parent for path in REPOSITORY.glob("examples/*/errata.yaml"))
ACCEPTED = {  # what the errata accept as published, and nothing in the release explains
    "1h09": {"message:iij_NetIncomePerShare.DilutedWeightedAverageAdsEquivalents"},
    "1h16": {"message:iij_CapitalExpenditures.CapexIncludingCapitalLeases"},  # adds up with another purchase of assets
}
DATA = ("xbrl", "json", "csv.json")
TRUSTED = ("--baseTaxonomyValidation", "none")


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    """The files of each example, in a folder of its name."""
    target = tmp_path_factory.mktemp("out")
    options = Options(tuple(name for name in FORMATS if name != "parquet"), validate=False)
    for example in EXAMPLES:
        (page,) = example.glob("*.md")
        errata = read_errata(example / "errata.yaml")
        convert(page, target / example.name, taxonomy=shipped(), options=options, errata=errata)
    return target


def files(out: Path, *endings: str) -> list[Path]:
    """The files of all examples with these endings."""
    paths = sorted(path for path in out.glob("*/*") if path.is_file())
    return [path for path in paths if path.name.partition(".")[2] in endings]


def stock(log: Path, files: list[Path], *more: str) -> tuple[list[Path], dict[Path | None, Counter[tuple[str, str]]]]:
    """The files that the command validated, and what it says that is more than information: level and code, by file."""
    command = [
        *(sys.executable, "-m", "arelle.CntlrCmdLine", "--file", "|".join(map(str, files)), "--validate"),
        *("--internetConnectivity", "offline", "--disablePersistentConfig", "--logFile", str(log)),
        *("--calc", "c11r", "--utr", "--validateDuplicateFacts", "inconsistent", "--oim", *more),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    said: dict[Path | None, Counter[tuple[str, str]]] = {}
    here: Counter[tuple[str, str]] = Counter()
    for entry in json.loads(log.read_text(encoding="utf-8"))["log"]:
        if entry["level"] not in ("info", "debug"):
            here[entry["level"], entry["code"]] += 1
        elif found := re.match(r"\[info\] validated in .* secs - (.*)", entry["message"]["text"]):
            said[Path(found[1].strip())], here = here, Counter()  # the last word on a file
    return list(said), said | ({None: here} if here else {})


def beside(out: Path) -> tuple[str, str]:
    """The taxonomy package that lies beside each example, as the option that names it."""
    packages = list(out.glob(f"*/{shipped().prefix}-taxonomy.zip"))
    assert len(packages) == len(EXAMPLES)
    assert len({package.read_bytes() for package in packages}) == 1
    return "--packages", str(packages[0])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("example", "ending"), [("1h11", "xbri"), ("1h11-ja", "xbri"), ("1h16", "xbri"), ("1h11", "xbr")]
)
def test_a_report_package_needs_nothing_beside_it(example, ending, out, tmp_path):
    (package,) = (out / example).glob(f"*.{ending}")
    more = () if (example, ending) == ("1h11", "xbri") else TRUSTED
    ((within,), said) = stock(tmp_path / "log.json", [package], *more)
    assert package in within.parents
    assert said == {within: Counter()}


@pytest.mark.slow
def test_data_files_need_the_taxonomy_package_that_lies_beside_them(out, tmp_path):
    data = files(out, *DATA)
    assert len(data) == len(DATA) * len(EXAMPLES)
    validated, said = stock(tmp_path / "log.json", data, *TRUSTED, *beside(out))
    assert validated == data
    assert said == {path: Counter() for path in data}


@pytest.mark.slow
def test_assertions_find_no_more_than_rounding_and_what_decisions_accept(out, tmp_path):
    """What a decision accepts without correcting it stays open. The inline report is otherwise without a message."""
    assertions = shipped().schema_ref.replace(".xsd", "-assertions.xsd")
    inline = files(out, "xhtml")
    validated, said = stock(tmp_path / "log.json", inline, *TRUSTED, *beside(out), "--import", assertions)
    assert validated == inline
    assert len(inline) == len(EXAMPLES)
    found = {path: {code for level, code in codes if level != "warning"} for path, codes in said.items()}
    assert found == {path: ACCEPTED.get(path.parent.name, set()) for path in inline}
    assert all(code.startswith("message:") for codes in said.values() for _, code in codes)
