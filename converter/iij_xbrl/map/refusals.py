"""Why a figure is no fact, as it is said on the way to a fact."""

POINT_FOR_COMMA = "a point for a comma"
"""Part of the reason of a figure that counts with a comma where it prints a point."""
MAY_BE_COMMA = "three digits behind a point, which may stand for a comma"
RATE_OF_ANOTHER_DAY = "a rate of another day than that of the latest balances"
NO_SCALE = "an amount without its scale"
SCALE_LEFT_OUT = "an amount that leaves out its scale"
"""Part of the reason of an amount that counts with a scale which it does not print."""


class Unmapped(Exception):  # noqa: N818 - it is no error: it says why a figure is no fact
    """Why a figure is no fact."""
