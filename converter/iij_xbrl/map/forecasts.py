"""Which forecast a text speaks of: the one announced, or one version of it, initial, previous or revised.

A Japanese company announces its forecast, `業績予想`, and speaks of plans and targets, `計画` and `目標`, beside it: of
years that no forecast is of, or of another amount. What a page calls so is therefore not taken for the forecast.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from iij_xbrl.languages import LANGUAGES, says, spoken
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons import tables as why
from iij_xbrl.taxonomy.index import Members, Taxonomy
from iij_xbrl.taxonomy.roles import ANNOUNCED, INITIAL, PREVIOUS, REVISED, MemberRole

_ROLES: Mapping[str, MemberRole] = {"initial": INITIAL, "previous": PREVIOUS, "revised": REVISED}
VERSIONS: Mapping[str, MemberRole] = {
    word: _ROLES[role] for language in LANGUAGES for word, role in language.names("versions").items()
}
_SIDES = {word: _ROLES[role] for language in LANGUAGES for word, role in language.names("revisions").items()}


def version(*texts: str) -> MemberRole:
    """The version that the first text with one names, the forecast announced if none does.

    Raises Unmapped where a text names two, or something else than what was announced.
    """
    check_announced(*texts)
    for text in texts:
        named = _versions(text)
        if len(named) > 1:
            raise Unmapped(why.TwoVersions())
        if named:
            return next(iter(named))
    return ANNOUNCED


def check_announced(*texts: str) -> None:
    """Raises Unmapped where the nearest text that says what is told calls it a plan, a target or another's forecast."""
    for text in texts:
        other = says("scenarios.of_others", text)
        is_announced = says("scenarios.announced", text)
        other = other or (None if is_announced else says("scenarios.internal", text))
        if other:
            raise Unmapped(why.NotAnnounced(other.group()))
        if is_announced:
            return


@lru_cache(maxsize=1024)  # headers, labels and titles are asked for each figure
def _versions(text: str) -> frozenset[MemberRole]:
    """The versions that a text names."""
    return frozenset(
        _SIDES[match["side"].casefold()] if match["side"] else VERSIONS[match["word"].casefold()]
        for language in spoken(text)
        for match in language.patterns["scenarios.version"].finditer(text)
    )


def members_of(taxonomy: Taxonomy, role: MemberRole) -> Members:
    """The member that the taxonomy binds to a role, with its axis. Raises Unmapped where it binds none."""
    if role not in taxonomy.member_roles:
        raise Unmapped(why.NoMemberOfRole(role))
    return taxonomy.member_roles[role]
