"""What pages begin with, and what heads their sections."""

from __future__ import annotations

from drawn.page import Block, Heading, Text
from drawn.words_en import ENGLISH
from drawn.world import World

_TIMES = ("First Three Months", "First Six Months", "First Nine Months", "")
_PUBLISHED = ("Tokyo, August 8", "Tokyo, November 8", "Tokyo, February 10", "Tokyo, May 15")
_STARTS = "from April 1, {} to {}"
_TITLES = ("Financial Results Summary", "Results of Operation", "Business Results")
_JAPANESE_TITLES = ("１．経営成績", "２．財政状態及び業績", "３．その他の情報")


def opening(world: World) -> list[Block]:
    """The company, the period and the rate."""
    return _english(world) if world.language is ENGLISH else _japanese(world)


def section_heading(world: World, number: int) -> Heading:
    """The heading of a section."""
    if world.language is ENGLISH:
        return Heading(2, f"{world.now.name} {_TITLES[number]}")
    return Heading(2, _JAPANESE_TITLES[number])


def _english(world: World) -> list[Block]:
    span = world.now
    year_end = f"March 31, {span.year + 1}"
    times = _TIMES[span.quarters - 1]
    what = f"{times.casefold()} of the fiscal year ending {year_end}" if times else f"fiscal year ended {year_end}"
    title = f"IIJ Announces {times} Financial Results".replace("  ", " ")
    return [
        Heading(1, "Internet Initiative Japan Inc."),
        Text(f"{title} for the Fiscal Year Ending {year_end}", "bold"),
        Text(
            f"{_PUBLISHED[span.quarters - 1]}, {span.end.year + (span.quarters == 3)} - "
            f'Internet Initiative Japan Inc. ("IIJ", NASDAQ:IIJI, TSE:3774) announced today its consolidated financial '
            f'results for the {what} ({_STARTS.format(span.year, span.last_day)}, "{span.name}"). The rate used for '
            f"translation was JPY{world.rate} per US$1.00."
        ),
    ]


def _japanese(world: World) -> list[Block]:
    span = world.now
    part = f"第{span.quarters}四半期" if span.quarters < 4 else ""
    return [
        Heading(1, f"{span.year + 1}年3月期 {part}決算短信〔米国基準〕（連結）"),
        Text("株式会社インターネットイニシアティブ（コード番号 3774）"),
    ]
