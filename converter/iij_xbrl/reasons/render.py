"""Renders reasons as sentences: the one place where a kind meets its words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from iij_xbrl.messages.words import Words, filled, words_of
from iij_xbrl.reasons.base import Joint, Reason
from iij_xbrl.reasons.english import ENGLISH

Wording = str | Callable[[Any], str]
"""A format string over the fields of a kind, or a function of a reason where the words depend on its values."""

_NAMING = frozenset({"concept", "concepts", "place", "total", "target", "relation"})


LANGUAGES: Mapping[str, Mapping[type[Reason], Wording]] = {"en": ENGLISH}
"""The languages whose sentences stand in code; those of others are data, see `sentences_in`."""


def sentence(reason: Reason | None, language: str = "en", words: Words | None = None) -> str:
    """A reason in words; nothing for none. What a language has no words for is told in English.

    `words` are those of the language, with the names of concepts and tables in it.
    """
    if reason is None:
        return ""
    template = sentences_in(language).get(type(reason).__name__) if language not in LANGUAGES else None
    words = words or words_of(language)
    if isinstance(reason, Joint):
        return words("; ").join(sentence(item, language, words) for item in reason.reasons)
    if template is None:
        return _in_english(reason, language)
    return filled(template, {name: _shown(name, getattr(reason, name), words) for name in reason.fields()})


@cache
def sentences_in(language: str) -> Mapping[str, str]:
    """The sentences of a language by the names of kinds."""
    return tomllib.loads((resources.files(__package__) / f"{language}.toml").read_text(encoding="utf-8"))


def _shown(field: str, value: object, words: Words) -> str:
    if isinstance(value, Reason):
        return sentence(value, words.language, words)
    if isinstance(value, tuple):
        return words(", ").join(_item(field, item, words) for item in value)
    return "" if value is None else _named(field, str(value), words)


def _item(field: str, item: object, words: Words) -> str:
    if isinstance(item, tuple):
        label, concept = item
        return words("{label} ({concept})", label=label, concept=words.concept(concept))
    return _named(field, str(item), words)


def _named(field: str, text: str, words: Words) -> str:
    return words.named(text) if field in _NAMING else text


def _in_english(reason: Reason, language: str) -> str:
    wording = LANGUAGES["en"][type(reason)]
    if callable(wording):
        return wording(reason)
    values = {name: getattr(reason, name) for name in reason.fields()}
    return wording.format_map(
        {name: sentence(value, language) if isinstance(value, Reason) else value for name, value in values.items()}
    )
