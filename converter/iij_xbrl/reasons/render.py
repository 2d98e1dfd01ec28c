"""Renders reasons as sentences: the one place where a kind meets its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from iij_xbrl.reasons.base import Joint, Reason
from iij_xbrl.reasons.english import ENGLISH

Wording = str | Callable[[Any], str]
"""A format string over the fields of a kind, or a function of a reason where the words depend on its values."""

LANGUAGES: Mapping[str, Mapping[type[Reason], Wording]] = {"en": ENGLISH}


def sentence(reason: Reason | None, language: str = "en") -> str:
    """A reason in words; nothing for none."""
    if reason is None:
        return ""
    if isinstance(reason, Joint):
        return "; ".join(sentence(item, language) for item in reason.reasons)
    wording = LANGUAGES[language][type(reason)]
    if callable(wording):
        return wording(reason)
    values = {field.name: getattr(reason, field.name) for field in fields(reason)}
    return wording.format_map(
        {name: sentence(value, language) if isinstance(value, Reason) else value for name, value in values.items()}
    )
