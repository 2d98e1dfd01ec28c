"""Which forecast a text speaks of: the one announced, or one version of it, initial, previous or revised."""

from __future__ import annotations

from collections.abc import Mapping

from iij_xbrl.languages import LANGUAGES, spoken
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons import tables as why
from iij_xbrl.taxonomy.index import Members, Taxonomy

FORECAST_AXIS, ANNOUNCED = "ForecastAxis", "ForecastMember"
PREVIOUS, REVISED = "PreviousForecastMember", "RevisedForecastMember"
_MEMBERS = {"initial": "InitialForecastMember", "previous": PREVIOUS, "revised": REVISED}
VERSIONS: Mapping[str, str] = {
    word: _MEMBERS[role] for language in LANGUAGES for word, role in language.names("versions").items()
}
_SIDES = {word: _MEMBERS[role] for language in LANGUAGES for word, role in language.names("revisions").items()}


def version(*texts: str) -> str:
    """The member that the first text with a version names, the forecast announced if none does.

    Raises Unmapped where a text names two.
    """
    for text in texts:
        found = {
            _SIDES[match["side"].casefold()] if match["side"] else VERSIONS[match["word"].casefold()]
            for language in spoken(text)
            for match in language.patterns["scenarios.version"].finditer(text)
        }
        if len(found) > 1:
            raise Unmapped(why.TwoVersions())
        if found:
            return found.pop()
    return ANNOUNCED


def forecast_members(taxonomy: Taxonomy, member: str) -> Members:
    """The member of a forecast, if the taxonomy has it. Raises Unmapped."""
    if member not in taxonomy.members.get(FORECAST_AXIS, ()):
        raise Unmapped(why.NoForecastMember(member, FORECAST_AXIS))
    return ((FORECAST_AXIS, member),)
