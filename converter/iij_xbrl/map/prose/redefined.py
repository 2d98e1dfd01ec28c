"""Facts of sentences whose periods the document's own terms put in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.facts import Leftover
from iij_xbrl.map.prose.mapper import Prose
from iij_xbrl.map.scopes.terms.statements import Statement
from iij_xbrl.map.scopes.terms.terms import doubt_of


def without_doubtful(prose: Prose, said: Sequence[Statement], calendar: Calendar) -> Prose:
    """The facts of sentences, those left out whose periods statements put in doubt."""
    about = [item for item in said if item.beside is None]
    if not about:
        return prose
    doubts = {fact: doubt_of(fact.point.period, "", about, calendar) for fact in (*prose.facts, *prose.doubtful)}
    closed = (
        Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", reason)
        for fact in prose.facts
        if (reason := doubts[fact])
    )
    return replace(
        prose,
        facts=tuple(fact for fact in prose.facts if not doubts[fact]),
        leftovers=(*prose.leftovers, *closed),
        doubtful=tuple(fact for fact in prose.doubtful if not doubts[fact]),
    )
