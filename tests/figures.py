"""Figures as a person would write them, for a vocabulary of a few concepts."""

from collections.abc import Mapping
from decimal import Decimal

from iij_xbrl.facts import DataPoint
from iij_xbrl.relations import Interval
from iij_xbrl.relations.language import Kind, Relation
from iij_xbrl.relations.parser import ConceptKind, Vocabulary, parse
from support import duration

MONEY, SHARES, EACH = "iso4217:{currency}", "xbrli:shares", "iso4217:{currency}/xbrli:shares"
VOCABULARY = Vocabulary(
    {
        **{
            name: ConceptKind("duration", MONEY)
            for name in ("Revenues", "Costs", "OperatingIncome", "NetIncome", "Issue")
        },
        **{name: ConceptKind("instant", MONEY) for name in ("Cash", "Equity", "Assets")},
        "AverageShares": ConceptKind("duration", SHARES),
        "NetIncomePerShare": ConceptKind("duration", EACH),
        "AdsEquivalents": ConceptKind("duration", "t:ADS"),
        "RevenuesChange": ConceptKind("duration", "xbrli:pure"),
        "ExchangeRate": ConceptKind("instant", "iso4217:JPY/iso4217:USD"),
    },
    {"RetailMember": "SegmentAxis", "OtherMember": "SegmentAxis", "YearOnYearMember": "ChangeBasisAxis"},
)


def relation(text: str, kind: Kind = "equation") -> Relation:
    """A relation of the vocabulary."""
    return Relation("r", kind, "Income", "error", *parse(text, VOCABULARY))


def point(concept: str, period: str, unit: str = "iso4217:JPY", **members: str) -> DataPoint:
    """A data point; the period as `2011-04-01/2011-09-30` or `2011-09-30`."""
    return DataPoint(concept, tuple(sorted(members.items())), duration(period), unit)


def printed(figures: Mapping[DataPoint, tuple[str, int]]) -> dict[DataPoint, Interval]:
    """Figures with their decimals as intervals."""
    return {item: Interval.printed(Decimal(value), decimals) for item, (value, decimals) in figures.items()}
