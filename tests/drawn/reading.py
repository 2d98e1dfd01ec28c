"""What a drawn page is read as, held against what it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from drawn.figures import Figure, Said, keys_of
from drawn.forms import FORMS
from drawn.page import Page
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from iij_xbrl.taxonomy.index import Taxonomy
from support import facts


@dataclass(frozen=True, slots=True)
class Verdict:
    """The figures of a page that are facts as they should be, those that are wrong ones, and those that are nowhere."""

    right: int
    due: int
    wrong: tuple[str, ...]
    missing: tuple[str, ...]


def verdict(page: Page, form: str, folder: Path, taxonomy: Taxonomy) -> Verdict:
    """Read a page in a form and hold every figure against what it says."""
    write, name = FORMS[form]
    path = folder / name
    path.write_bytes(write(page.blocks))
    report = report_of(read(path), taxonomy)
    figures = defaultdict[str, list[Figure]](list)
    for figure in page.figures:
        figures[figure.key].append(figure)
    wrong, right, seen = list[str](), 0, set[str]()
    for occurrence in facts(report):
        key = next(keys_of(occurrence.text), "")
        seen.add(key)
        says = [figure for figure in figures[key] if any(_is(occurrence, said) for said in figure.said)]
        if says:
            right += any(figure.due for figure in says)
        elif figures[key] and (occurrence.status == "fact" or not _is_evident(occurrence, figures[key])):
            wrong.append(_told(occurrence, figures[key]))
    seen.update(key for item in (*report.leftovers, *report.undetermined) for key in keys_of(item.text))
    missing = tuple(sorted(figure.text for figure in page.figures if figure.key not in seen))
    return Verdict(right, sum(figure.due and bool(figure.said) for figure in page.figures), tuple(wrong), missing)


def _is_evident(occurrence: Occurrence, figures: list[Figure]) -> bool:
    """Whether others bear out that it is what one of these is."""
    return any(_is(occurrence, said) for figure in figures for said in figure.on_evidence)


def _is(occurrence: Occurrence, said: Said) -> bool:
    point = occurrence.point
    return (point.concept, point.dimensions, str(point.period), point.unit, occurrence.value) == (
        said.concept,
        said.dimensions,
        said.period,
        said.unit,
        said.value,
    )


def _told(occurrence: Occurrence, figures: list[Figure]) -> str:
    point = occurrence.point
    what = f"{point.concept} {dict(point.dimensions) or ''} {point.period} {point.unit} {occurrence.value}"
    said = "; ".join(str(figure.said or "no fact") for figure in figures)
    return f"{occurrence.text!r} {occurrence.label!r} -> {what}; it is {said}"
