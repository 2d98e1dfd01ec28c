"""Renders reasons as sentences: the one place where a kind meets its words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from iij_xbrl.messages.words import filled
from iij_xbrl.reasons.base import Joint, Reason
from iij_xbrl.reasons.english import ENGLISH

Wording = str | Callable[[Any], str]
"""A format string over the fields of a kind, or a function of a reason where the words depend on its values."""

LANGUAGES: Mapping[str, Mapping[type[Reason], Wording]] = {"en": ENGLISH}
"""The languages whose sentences stand in code; those of others are data, see `sentences_in`."""


def sentence(reason: Reason | None, language: str = "en") -> str:
    """A reason in words; nothing for none. What a language has no words for is told in English."""
    if reason is None:
        return ""
    if isinstance(reason, Joint):
        return "; ".join(sentence(item, language) for item in reason.reasons)
    template = sentences_in(language).get(type(reason).__name__) if language not in LANGUAGES else None
    if template is None:
        return _in_english(reason, language)
    return filled(template, {name: _shown(getattr(reason, name), language) for name in reason.fields()})


@cache
def sentences_in(language: str) -> Mapping[str, str]:
    """The sentences of a language by the names of kinds."""
    return tomllib.loads((resources.files(__package__) / f"{language}.toml").read_text(encoding="utf-8"))


def _shown(value: object, language: str) -> str:
    if isinstance(value, Reason):
        return sentence(value, language)
    if isinstance(value, tuple):
        return ", ".join(f"{item[0]} ({item[1]})" if isinstance(item, tuple) else str(item) for item in value)
    return "" if value is None else str(value)


def _in_english(reason: Reason, language: str) -> str:
    wording = LANGUAGES["en"][type(reason)]
    if callable(wording):
        return wording(reason)
    values = {name: getattr(reason, name) for name in reason.fields()}
    return wording.format_map(
        {name: sentence(value, language) if isinstance(value, Reason) else value for name, value in values.items()}
    )
