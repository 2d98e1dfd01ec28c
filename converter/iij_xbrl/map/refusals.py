"""Why a figure is no fact, as it is said on the way to a fact."""

POINT_FOR_COMMA = "a point for a comma"
"""Part of the reason of a figure that counts with a comma where it prints a point."""
MAY_BE_COMMA = "three digits behind a point, which may stand for a comma"
NO_SCALE = "an amount without its scale"


class Unmapped(Exception):  # noqa: N818 - it is no error: it says why a figure is no fact
    """Why a figure is no fact."""
