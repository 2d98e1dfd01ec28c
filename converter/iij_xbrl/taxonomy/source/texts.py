"""The texts of the taxonomy source: names, labels, days and patterns with holes, and how each may be written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from iij_xbrl.languages import CURRENCIES

_NO_LEAP_YEAR = 2001
Name = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]*$")]
Text = Annotated[str, Field(min_length=1)]
OneOrMany = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
Texts = Annotated[tuple[Text, ...], OneOrMany]
# An element of another taxonomy; with a minus where its values have the other sign.
Element = Annotated[str, Field(pattern=r"^-?[A-Z][A-Za-z0-9]*$")]
Elements = Mapping[str, Annotated[tuple[Element, ...], OneOrMany, Field(min_length=1)]]
Paragraph = Annotated[str, Field(pattern=r"^\d{3}-\d{2,3}-(\d\d|S\d\d)(-\d{1,3}[A-Z]?(\([a-z]\))?)?$")]


def _filled(*allowed: str) -> Callable[[str], str]:
    """Checks that braces in a text hold these names only, each alone; a brace of its own is written twice."""

    def check(text: str) -> str:
        names = ", ".join(f"{{{name}}}" for name in allowed)
        try:
            pieces = list(Formatter().parse(text))
        except ValueError as error:
            raise ValueError(f"{error}; write {{{{ for a brace, and {names}") from None
        for _, name, spec, conversion in pieces:
            if name is not None and (name not in allowed or spec or conversion):
                raise ValueError(f"'{{{name}}}' is not known here; allowed: {names}")
        return text

    return check


def _day(text: str) -> str:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day {text}; write it as 2026-04-01") from None
    return text


def _day_of_year(text: str) -> str:
    try:
        datetime.date.fromisoformat(f"{_NO_LEAP_YEAR}-{text}")
    except ValueError:
        raise ValueError(f"no year has a day {text}; write month and day, as 04-01") from None
    return text


def _currency(text: str) -> str:
    if text not in CURRENCIES.minor_units:
        raise ValueError(f"there is no currency {text}; write its code of ISO 4217, as JPY")
    return text


LabelPattern = Annotated[Text, AfterValidator(_filled("en", "ja"))]
UnitPattern = Annotated[str, AfterValidator(_filled("currency"))]
RelationPattern = Annotated[Text, AfterValidator(_filled("derived", "name"))]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(_day)]
DayOfYear = Annotated[str, Field(pattern=r"^\d\d-\d\d$"), AfterValidator(_day_of_year)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$"), AfterValidator(_currency)]
