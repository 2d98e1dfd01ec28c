"""Whose release a document is: it must name the issuer, and nobody else as its author.

A name counts where it stands alone: `IIJ` in `IIJ Global Solutions Inc.` is another company. The opening, down to the
first table, names the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iij_xbrl.errors import InputError
from iij_xbrl.languages import ENGLISH, patterns_of
from iij_xbrl.read.document import Document, Table, rows_of
from iij_xbrl.taxonomy.index import Entity, Taxonomy

_OPENING = 12  # lines that may name the author
_COMPANIES = patterns_of("scopes.company")
_WRITTEN_BY = patterns_of("scopes.written_by")
_OWN = ENGLISH.patterns["scopes.own"]


def check_issuer(document: Document, taxonomy: Taxonomy, path: Path) -> None:
    """Raises InputError where a document does not name the issuer, or names another company as its author."""
    doubt = doubt_of_issuer(document, taxonomy.entity)
    if doubt:
        raise InputError(f"{path}: {doubt}; --any-issuer reads it all the same")


def doubt_of_issuer(document: Document, entity: Entity) -> str:
    """Why a document may be another company's; empty where it is the issuer's."""
    issuer = _pattern(entity)
    opening = tuple(_opening(document))
    written = next((text for text in opening if _is_written_by_others(text, entity, issuer)), None)
    if written:
        return f"others than {entity.name} wrote it: {written!r}"
    for text in opening:
        if _names(text, entity, issuer):
            return ""
        other = next((name for name in _companies(text) if not _is_issuer(name, entity)), None)
        if other:
            return f"its author is {other}, not {entity.name}"
    named = any(_names(" ".join(text.plain.split()), entity, issuer) for text in document.texts)
    return "" if named else f"it does not name {entity.name}"


def is_of_another(document: Document, entity: Entity) -> bool:
    """Whether a document does not name the issuer, and names other companies: its years are not the issuer's."""
    if not doubt_of_issuer(document, entity):
        return False
    return any(True for text in document.texts for _ in _companies(" ".join(text.plain.split())))


def _is_written_by_others(text: str, entity: Entity, issuer: re.Pattern[str]) -> bool:
    """Whether a text says that somebody else wrote what follows, `Published by ...`, or an analyst."""
    for pattern in _WRITTEN_BY:
        for match in pattern.finditer(text):
            whom = match["whom"]
            if whom is None or not (_names(whom, entity, issuer) or _OWN.match(whom)):
                return True
    return False


def _opening(document: Document) -> Iterator[str]:
    """The first lines of a document, as far as no table comes before."""
    count = 0
    for block in document.blocks:
        if isinstance(block, Table):
            return
        for row in rows_of(block):
            text = " ".join(row[0].plain.split())
            if text:
                yield text
                count += 1
            if count == _OPENING:
                return


def _names(text: str, entity: Entity, issuer: re.Pattern[str]) -> bool:
    """Whether a text names the issuer, or one of its codes, and not as a part of another company's name."""
    for name in _companies(text):
        text = text if _is_issuer(name, entity) else text.replace(name, " ")
    return bool(issuer.search(text))


def _is_issuer(company: str, entity: Entity) -> bool:
    return any(company.casefold().rstrip(".").endswith(name.casefold().rstrip(".")) for name in entity.names)


def _companies(text: str) -> Iterator[str]:
    """The names of companies in a text: capitalised words up to a form of company."""
    return (match.group() for pattern in _COMPANIES for match in pattern.finditer(text))


def _pattern(entity: Entity) -> re.Pattern[str]:
    """The names and codes of the issuer, each standing alone."""
    known = sorted(filter(None, (*entity.names, *entity.codes)), key=len, reverse=True)
    return re.compile("|".join(rf"(?<![\w,.-]){re.escape(name)}(?!\w|[,.]\d)" for name in known), re.IGNORECASE)
