"""What a conversion costs beside the stock Arelle command on its own output; `make bench` prints it.

Everything is measured in one run and told as ratios: machines differ, and so do their neighbours. How many releases a
batch is measured with: `IIJ_XBRL_BENCH=10,100,1000`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.releases import write_releases
from support import REPOSITORY

RELEASE = REPOSITORY / "examples" / "1h11" / "release.md"
OURS = [sys.executable, "-m", "iij_xbrl", "convert"]
STOCK = [
    sys.executable, "-c", "from arelle.CntlrCmdLine import main; main()", "--internetConnectivity", "offline",
    "--validate",
    "--calc", "c11r", "--utr", "--validateDuplicateFacts", "inconsistent", "--formula", "none",
    "--disablePersistentConfig", "--file",
]  # fmt: skip
RUNS = 5
JOBS = 2
SIZES = [int(size) for size in os.environ.get("IIJ_XBRL_BENCH", "10,100").split(",")]


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of processors, and the most memory of one process, in megabytes."""

    wall: float
    cpu: float
    memory: float


def cost(command: Sequence[str]) -> Cost:
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), command
    return Cost(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _environment() -> dict[str, str]:
    """That of a person who has installed the program: its modules are compiled once, not by each process."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": ":".join(path for path in sys.path if path)}


def mid(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(getattr(item, name) for item in costs) for name in ("wall", "cpu", "memory")))


def test_a_cold_conversion_beside_the_stock_command(tmp_path: Path) -> None:
    ours, stock, own = [], [], []
    for _ in range(RUNS):
        ours.append(cost([*OURS, str(RELEASE), "-o", str(tmp_path / "out"), "-q"]))
        stock.append(cost([*STOCK, str(tmp_path / "out" / "release.xbri")]))
        own.append(cost([*OURS, str(RELEASE), "-o", str(tmp_path / "own"), "-q", "--no-validate"]))
    one, other, part = mid(ours), mid(stock), mid(own)
    print("\n| cold, 1H11 | clock | processors | memory |\n|---|---|---|---|")
    print(f"| `convert`, validated | {one.wall:.1f} s | {one.cpu:.1f} s | {one.memory:.0f} MB |")
    print(f"| the stock command on its `.xbri` | {other.wall:.1f} s | {other.cpu:.1f} s | {other.memory:.0f} MB |")
    print(f"| ratio | {one.wall / other.wall:.2f} | {one.cpu / other.cpu:.2f} | |")
    print(f"| our own part (`--no-validate`) | {part.wall / other.wall:.2f} | {part.cpu / other.cpu:.2f} | |")


def test_a_batch_beside_the_stock_command(tmp_path: Path) -> None:
    print("\n| releases | a second | processors, each | most memory of a process |\n|---|---|---|---|")
    for size in SIZES:
        write_releases(tmp_path / str(size), size)
        command = [*OURS, str(tmp_path / str(size)), "-o", str(tmp_path / f"out{size}"), "-q", "--jobs", str(JOBS)]
        batch = cost([*command, "--keep-going"])
        each = batch.cpu / size
        print(f"| {size:,} | {size / batch.wall:.2f} | {each:.2f} s | {batch.memory:.0f} MB |", flush=True)
    packages = sorted((tmp_path / f"out{SIZES[0]}").rglob("*.xbri"))[:10]
    rate = len(packages) / _side_by_side([[*STOCK, str(path)] for path in packages])
    stock = mid([cost([*STOCK, str(path)]) for path in packages[:RUNS]]).cpu
    print(f"| the stock command, {JOBS} at a time | {rate:.2f} | {stock:.2f} s | |")
    print(f"| ratio | {SIZES[-1] / batch.wall / rate:.1f} | {stock / each:.1f} | |")


def _side_by_side(commands: Sequence[Sequence[str]]) -> float:
    start, waiting, running = perf_counter(), list(commands), []
    while waiting or running:
        while waiting and len(running) < JOBS:
            command = waiting.pop()
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment()
            )
            running.append(process)
        running.pop(0).wait()
    return perf_counter() - start
