"""What is printed in another language than English: phrases, findings, and the taxonomy's labels.

English stands in the code, where it is needed; the data file of another language (`ja.toml`) gives phrases by their
English and the sentences of findings by their codes. What it lacks is printed in English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType

ENGLISH = "en"
LANGUAGES = (ENGLISH, "ja")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
_NAME = re.compile(r"\b[A-Z][A-Za-z0-9]+")  # of a concept or a table
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language; `labels` are the names of concepts in it."""

    language: str = ENGLISH
    phrases: Mapping[str, str] = field(default_factory=lambda: _NONE)
    findings: Mapping[str, str] = field(default_factory=lambda: _NONE)
    labels: Mapping[str, str] = field(default_factory=lambda: _NONE)

    def __call__(self, phrase: str, **values: object) -> str:
        """A phrase, with values in it where it has fields."""
        told = self.phrases.get(phrase, phrase)
        return told.format(**values) if values else told

    def concept(self, name: str) -> str:
        """The name of a concept: its label, or, without one, as it is."""
        return self.labels.get(name, name)

    def named(self, text: str) -> str:
        """A text with the names of the concepts and tables in it."""
        return _NAME.sub(lambda match: self.concept(match.group()), text)


def words_of(language: str, labels: Mapping[str, str] = _NONE) -> Words:
    """The words of one of `LANGUAGES`; `labels` are those of the taxonomy in it."""
    if language == ENGLISH:
        return Words()
    data = _data(language)
    return Words(language, data["phrases"], data["findings"], labels)


@cache
def _data(language: str) -> Mapping[str, Mapping[str, str]]:
    text = (resources.files(__package__) / f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def filled(template: str, values: Mapping[str, str]) -> str:
    """A sentence with its fields filled in; what stands in square brackets goes where a field in it is empty."""

    def kept(part: re.Match[str]) -> str:
        return part[1] if all(values[name] for name in _FIELD.findall(part[1])) else ""

    return _FIELD.sub(lambda match: values[match[1]], _OPTIONAL.sub(kept, template))
