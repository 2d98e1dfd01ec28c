"""Roles that the converter gives figures, which a taxonomy binds to its own axes and members in `dimensions.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

AxisRole = Literal["change-basis", "forecast", "qualifier"]
MemberRole = Literal[
    "year-on-year",
    "quarter-on-quarter",
    "initial-target",
    "previous-target",
    "revised-target",
    "announced-forecast",
    "initial-forecast",
    "previous-forecast",
    "revised-forecast",
    "more-than",
    "up-to",
    "about",
]

CHANGE_BASIS: AxisRole = "change-basis"
FORECAST: AxisRole = "forecast"
QUALIFIER: AxisRole = "qualifier"

YEAR_ON_YEAR: MemberRole = "year-on-year"
QUARTER_ON_QUARTER: MemberRole = "quarter-on-quarter"
INITIAL_TARGET: MemberRole = "initial-target"
PREVIOUS_TARGET: MemberRole = "previous-target"
REVISED_TARGET: MemberRole = "revised-target"
ANNOUNCED: MemberRole = "announced-forecast"
INITIAL: MemberRole = "initial-forecast"
PREVIOUS: MemberRole = "previous-forecast"
REVISED: MemberRole = "revised-forecast"
OVER: MemberRole = "more-than"
UP_TO: MemberRole = "up-to"
ABOUT: MemberRole = "about"

MEMBERS: Mapping[AxisRole, tuple[MemberRole, ...]] = MappingProxyType(
    {
        CHANGE_BASIS: (YEAR_ON_YEAR, QUARTER_ON_QUARTER, INITIAL_TARGET, PREVIOUS_TARGET, REVISED_TARGET),
        FORECAST: (ANNOUNCED, INITIAL, PREVIOUS, REVISED),
        QUALIFIER: (OVER, UP_TO, ABOUT),
    }
)
"""The roles of members by the role of their axis."""
