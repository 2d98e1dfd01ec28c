"""The pages of a PDF as they look, with the figures of findings marked."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from iij_xbrl.prove.check import Place
from iij_xbrl.read.origins import BoxOrigin

_ROOM = 2  # points around a figure


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure on a sheet: its id, the finding it links to, how that looks, its text, and its place in percent."""

    id: str
    number: int
    look: str
    text: str
    left: str
    top: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with figures that findings are about, as an address of its picture."""

    page: int
    width: int
    height: int
    address: str
    spots: tuple[Spot, ...]


Found = tuple[int, str, Place]
"""The number of a finding, how it looks, and one of its places."""


def spot_id(place: Place) -> str:
    """The id of a place on its sheet."""
    return f"sheet-{place.span.name}"


def sheets(path: Path, found: Iterable[Found]) -> list[Sheet]:
    """The pages of a file that have places of findings; none where its places are no boxes."""
    from iij_xbrl.read.pdf.process import pictures

    by_page: dict[int, dict[str, tuple[int, str, Place]]] = {}
    for number, look, place in found:
        if isinstance(place.span.origin, BoxOrigin):
            by_page.setdefault(place.span.origin.page, {}).setdefault(spot_id(place), (number, look, place))
    if not by_page:
        return []
    shown = []
    for picture in pictures(path, sorted(by_page)):
        spots = tuple(
            _spot(number, look, place, picture.width, picture.height)
            for number, look, place in by_page[picture.page].values()
        )
        address = "data:image/png;base64," + base64.b64encode(picture.png).decode("ascii")
        shown.append(Sheet(picture.page, round(picture.width), round(picture.height), address, spots))
    return shown


def _spot(number: int, look: str, place: Place, width: float, height: float) -> Spot:
    origin = place.span.origin
    assert isinstance(origin, BoxOrigin)
    left, top, right, bottom = map(float, origin.box)
    text = place.quoted.line.plain[place.quoted.start : place.quoted.end]
    shares = (
        (left - _ROOM) / width,
        (top - _ROOM) / height,
        (right - left + 2 * _ROOM) / width,
        (bottom - top + 2 * _ROOM) / height,
    )
    return Spot(spot_id(place), number, look, text, *(f"{100 * share:.2f}%" for share in shares))
