"""What a drawn page is read as, held against what it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drawn.forms import FORMS
from drawn.page import Page
from drawn.world import Figure, Said, keys_of
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
    wrong, right, seen = list[str](), 0, set[str]()
    for occurrence in facts(report):
        key = next(keys_of(occurrence.text), "")
        seen.add(key)
        figure = page.figures.get(key)
        if figure is None:
            continue
        if any(_is(occurrence, said) for said in figure.said):
            right += 1
        elif occurrence.status == "fact" or not any(_is(occurrence, said) for said in figure.on_evidence):
            wrong.append(_told(occurrence, figure))
    seen.update(key for item in (*report.leftovers, *report.undetermined) for key in keys_of(item.text))
    missing = tuple(sorted(figure.text for key, figure in page.figures.items() if key not in seen))
    return Verdict(right, sum(bool(figure.said) for figure in page.figures.values()), tuple(wrong), missing)


def _is(occurrence: Occurrence, said: Said) -> bool:
    point = occurrence.point
    return (point.concept, point.dimensions, str(point.period), point.unit, occurrence.value) == (
        said.concept,
        said.dimensions,
        said.period,
        said.unit,
        said.value,
    )


def _told(occurrence: Occurrence, figure: Figure) -> str:
    point = occurrence.point
    what = f"{point.concept} {dict(point.dimensions) or ''} {point.period} {point.unit} {occurrence.value}"
    return f"{figure.text!r} {occurrence.label!r} -> {what}; it is {figure.said or 'no fact'}"
