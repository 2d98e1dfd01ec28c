"""Why a figure is no fact, as it is said on the way to a fact."""


class Unmapped(Exception):  # noqa: N818 - it is no error: it says why a figure is no fact
    """Why a figure is no fact."""
