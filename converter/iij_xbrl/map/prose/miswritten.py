"""Amounts in sentences that are not written as amounts are: what each may be, for evidence to decide.

`JPY1.262 million` may be 1,262 million, `JPY584` may have left out its scale, `JP244 million` a letter of its currency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iij_xbrl.extract.numbers import MISSPELT
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.refusals import MAY_BE_COMMA, NO_SCALE, POINT_FOR_COMMA, SCALE_LEFT_OUT

_THOUSAND = 3
_SCALES = (3, 6, 9)


def readings_of(token: Token, refusal: str, *, has_title_scale: bool) -> Iterator[tuple[Token, str]]:
    """What a refused amount may be, each with how it is then written wrongly; nothing for other refusals.

    Where a title says the scale of amounts, one that leaves it out is not written wrongly. Zero has no scale.
    """
    figure = token.figure
    if token.kind != "amount" or figure is None:
        return
    if refusal == MISSPELT:
        yield replace(token, figure=replace(figure, problem="")), MISSPELT
    elif refusal == NO_SCALE and figure.value and not has_title_scale:
        for scale in _SCALES:
            yield replace(token, scale=scale), SCALE_LEFT_OUT
    elif refusal == MAY_BE_COMMA and figure.places == _THOUSAND:
        value = figure.value.scaleb(_THOUSAND).quantize(1)
        yield replace(token, figure=replace(figure, value=value, places=0)), POINT_FOR_COMMA
