"""Amounts in sentences that are not written as amounts are: what each may be, for evidence to decide.

`JPY1.262 million` may be 1,262 million, `JPY584` may have left out its scale, `JP244 million` a letter of its currency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iij_xbrl.extract.tokens import Token
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import PointForComma, ScaleLeftOut
from iij_xbrl.reasons.written import AmountWithoutScale, MayBeComma, MisspeltCurrency

_THOUSAND = 3
_SCALES = (3, 6, 9)


def readings_of(token: Token, refusal: Reason, *, has_title_scale: bool) -> Iterator[tuple[Token, Reason]]:
    """What a refused amount may be, each with how it is then written wrongly; nothing for other refusals.

    Where a title says the scale of amounts, one that leaves it out is not written wrongly. Zero has no scale.
    """
    figure = token.figure
    if token.kind != "amount" or figure is None:
        return
    if isinstance(refusal, MisspeltCurrency):
        yield replace(token, figure=replace(figure, problem=None)), refusal
    elif isinstance(refusal, AmountWithoutScale) and figure.value and not has_title_scale:
        for scale in _SCALES:
            yield replace(token, scale=scale), ScaleLeftOut()
    elif isinstance(refusal, MayBeComma) and figure.places == _THOUSAND:
        value = figure.value.scaleb(_THOUSAND).quantize(1)
        yield replace(token, figure=replace(figure, value=value, places=0)), PointForComma()
