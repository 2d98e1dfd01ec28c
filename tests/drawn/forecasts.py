"""What is expected of a year: beside results, as it was before, and in the form of the exchange."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from drawn.around import Trap, named
from drawn.figures import FORECAST, YEN, Figure, Said, rounded
from drawn.page import Heading, Row, Table
from drawn.spans import Span
from drawn.words_en import ENGLISH
from drawn.world import World

_CONCEPTS = ("Revenues", "OperatingIncome", "NetIncomeAttributableToParent")
_HEADS = {
    "Revenues": ("Total Revenues", "営業収益"),
    "OperatingIncome": ("Operating Income", "営業利益"),
    "NetIncomeAttributableToParent": ("Net Income attributable to IIJ", "当社株主に帰属する当期純利益"),
}


def _expected(world: World, concept: str, span: Span, version: str = "ForecastMember") -> Figure:
    """A round amount of hundreds of millions."""
    key = f"expected {concept} {span.iso} {version}"
    value = world.once(key, lambda: {"": world.draw.randint(11, 990) * 100})[""]
    said = Said(concept, span.iso, Decimal(value).scaleb(6), YEN, (("ForecastAxis", version),))
    return Figure(world.print(value), (said,))


def _year(world: World) -> Span:
    """The year that is under way, or the next one."""
    return Span(world.now.year + (world.now.quarters == 4), 0, 4)


def _title(world: World) -> str:
    year = _year(world)
    if world.language is ENGLISH:
        return f"Target of Consolidated Financial Results for the Fiscal Year Ending {year.last_day}"
    return f"３．{world.language.name(year)}の連結業績予想"


def forecast(world: World) -> Table:
    """The form of the exchange: a row of the year, columns of lines."""
    year = _year(world)
    name = f"Fiscal year ending {year.last_day}" if world.language is ENGLISH else world.language.name(year)
    rows = [Row(name, [_expected(world, concept, year) for concept in _CONCEPTS])]
    heads = [_HEADS[concept][world.language is not ENGLISH] for concept in _CONCEPTS]
    return Table(
        [Heading(3, _title(world))], [["", *heads], ["", *[world.language.million] * len(heads)]], rows, is_turned=True
    )


def _result_beside(world: World, table: Table) -> None:
    """A row of the year before, which is a result."""
    before = _year(world).before()
    if world.language is ENGLISH:
        name = world.pick((f"Fiscal year ended {before.last_day}", f"(Reference) Results of {before.name}"))
    else:
        name = world.pick((world.language.name(before), f"（参考）前期実績（{world.language.name(before)}）"))
    table.rows.append(Row(name, [world.yen(concept, before) for concept in _CONCEPTS]))


def _before_revision(world: World, table: Table) -> None:
    """What was expected before, what is now, and the difference."""
    year = _year(world)
    previous, revised = ("PreviousForecastMember", "RevisedForecastMember")
    names = ("Previous forecast (A)", "Revised forecast (B)", "Difference (B-A)")
    if world.language is not ENGLISH:
        names = ("前回発表予想（Ａ）", "今回修正予想（Ｂ）", "増減額（Ｂ－Ａ）")
    old, new = ([_expected(world, concept, year, version) for concept in _CONCEPTS] for version in (previous, revised))
    changes: list[Figure | str] = []
    for concept, before, after in zip(_CONCEPTS, old, new, strict=True):
        change = after.said[0].value - before.said[0].value
        basis = (("ChangeBasisAxis", "PreviousTargetMember"), ("ForecastAxis", revised))
        said = Said(f"{concept}ChangeAmount", year.iso, change, YEN, basis)
        changes.append(Figure(world.print(int(change.scaleb(-6))), (said,), due=False))
    table.rows = [Row(name, list(cells)) for name, cells in zip(names, (old, new, changes), strict=True)]
    for row in table.rows:
        for figure in row.figures:
            figure.doubt()


def _progress(world: World, table: Table) -> None:
    """How much of it was reached by now: no line of the taxonomy."""
    name = "Progress (%)" if world.language is ENGLISH else "進捗率（％）"
    table.rows.append(Row(name, [world.percentage() for _ in _CONCEPTS]))


def _changes_beside(world: World, table: Table) -> None:
    """Behind each amount its change on the year before."""
    year = _year(world)
    for at, concept in reversed(list(enumerate(_CONCEPTS))):
        figure = table.rows[0].cells[at]
        assert isinstance(figure, Figure)
        before = Decimal(world.amount(concept, year.before())) / 1000
        percent = rounded(figure.said[0].value.scaleb(-6) / before * 100 - 100, "0.1")
        basis = (("ChangeBasisAxis", "YearOnYearMember"), *FORECAST)
        said = Said(f"{concept}ChangePercent", year.iso, percent / 100, "xbrli:pure", basis)
        table.add_column(
            at + 1, "", "%" if world.language is ENGLISH else "％", [Figure(world.print(percent), (said,))]
        )


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(_result_beside, _before_revision, _progress, _changes_beside)
"""What stands beside what is expected."""
