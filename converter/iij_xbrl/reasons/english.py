"""The sentences of reasons in English, by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from iij_xbrl.read.origins import in_words
from iij_xbrl.reasons import evidence, no_figures, prose, scopes, tables, withdrawn, written
from iij_xbrl.reasons.base import Reason

_FEW = 4  # places that are named one by one


def _no_line(reason: tables.NoLine) -> str:
    near = ", ".join(f"{label!r} ({concept})" for label, concept in reason.near)
    return f"no line of {reason.place} has this label" + (f"; nearest: {near}" if near else "")


def _ambiguous_row(reason: tables.AmbiguousRow) -> str:
    return "ambiguous: " + " or ".join(sorted(concept or "a heading" for concept in reason.concepts))


def _ambiguous_subject(reason: prose.AmbiguousSubject) -> str:
    return "the subject is ambiguous: " + " or ".join(reason.concepts)


def _damaged_zone(reason: withdrawn.DamagedZone) -> str:
    hole = f"{reason.label!r} prints nothing in this column" if reason.label else "a row has lost its label"
    return f"damaged zone: {hole}, rows may have slipped"


def _counts_other(reason: tables.CountsOther) -> str:
    return f"counts {reason.counted or 'nothing'}, but {reason.concept} is in {reason.measure}"


def _money_for_other(reason: prose.MoneyForOther) -> str:
    return f"an amount of money{f' per {reason.per}' if reason.per else ''}, which {reason.concept} is not"


def _target_adds_up(reason: evidence.TargetAddsUp) -> str:
    return f"{reason.target} adds up with it and {in_words(reason.at, most=_FEW)}"


def _label_contradicted(reason: evidence.LabelContradicted) -> str:
    items = in_words(reason.items, most=1)
    return f"the label {reason.label!r} is contradicted: in every column the figure is the sum of {items}"


def _period_contradicted(reason: evidence.PeriodContradicted) -> str:
    why = "are confirmed for" if reason.confirmed else "are printed elsewhere for"
    return f"the {reason.of}'s period {reason.said} is contradicted: its amounts {why} {reason.meant}"


def _unknown(words: tuple[str, ...]) -> str:
    return f"in words that the taxonomy does not know: {', '.join(map(repr, words))}"


def _unknown_in_title(reason: scopes.UnknownInTitle) -> str:
    return f"{reason.title!r} above says what it is about {_unknown(reason.words)}"


def _unknown_in_header(reason: scopes.UnknownInHeader) -> str:
    return f"the header {reason.header!r} says what the column is {_unknown(reason.words)}"


def _unknown_in_group(reason: scopes.UnknownInGroup) -> str:
    return f"the row {reason.group!r} above says what it is about {_unknown(reason.words)}"


def _set_apart(reason: scopes.SetApart) -> str:
    how = {"struck": "struck out", "quoted": "quoted", "code": "set as code", "comment": "commented out"}[reason.how]
    return f"the text is {how}, so that the release does not say it"


ENGLISH: Mapping[type[Reason], str | Callable[[Any], str]] = {
    written.PointsForCommas: "points among its digits, where commas belong",
    written.BrokenGroups: "its separators do not stand in groups of three digits",
    written.TooManyDigits: "it has more digits than any figure",
    written.MisspeltCurrency: "its currency code is misspelt",
    written.BeginsWithPoint: "nothing stands in front of its point",
    written.NotGiven: "the page gives no figure: {shown}",
    written.DashAmongResidue: "a dash among residue of the conversion",
    written.SeveralFigures: "{count} figures in one cell",
    written.SignApart: "a sign apart from the figure: {beside!r}",
    written.TextBeside: "{beside!r} beside the figure",
    written.Unreadable: "unreadable",
    written.AsGiven: "{text}",
    written.DamagedCell: "damaged cell: {problem}",
    written.PointInColumn: "damaged cell: digits after a point in a column of whole numbers",
    written.MayBeComma: "three digits behind a point, which may stand for a comma",
    written.AmountWithoutScale: "an amount without its scale",
    written.GroupsMissing: "damaged cell: no commas among its digits, unlike all others",
    written.PointOrComma: "its point may stand for a comma: three digits follow it, and nothing shows which",
    written.PointMissing: "damaged cell: no point among its digits, unlike all others of the column",
    withdrawn.RowNamesOtherPeriod: "the row names {row}, its column {column}",
    # of titles, headers and groups
    scopes.UnknownInTitle: _unknown_in_title,
    scopes.MayBeOfPart: "{title!r} above is the name of a part, whose figure it may be",
    scopes.UnknownInHeader: _unknown_in_header,
    scopes.UnknownInGroup: _unknown_in_group,
    scopes.GroupSaysOther: "the row {group!r} above says another period or unit than the columns",
    scopes.LabelBegunAbove: "its label begins in the row above: {above!r}",
    scopes.LabelGoesOn: "its label goes on in the row below: {below!r}",
    scopes.LabelBreaksOff: "its label breaks off: {label!r}",
    scopes.SetApart: _set_apart,
    scopes.NoteSaysOther: "a note says another scope or period: {note!r}",
    scopes.TermsSayOther: "the page says of its periods or columns what is not as they are read: {sentence!r}",
    # of tables, columns and periods
    tables.UnitOpen: "whether it counts shares or money, or its scale, is open",
    tables.NoPeriodRead: "the column's period cannot be read",
    tables.SamePeriodTwice: "several columns claim the same period",
    tables.HeaderMoved: "the header begins over the labels, and nothing stands over the last column",
    tables.NumberOfNote: "the number of a note, as the header of its column says, and no figure",
    tables.TitleSaysOther: "the title above the table says another period than its columns",
    tables.TitleSaysOtherUnit: "the title or caption of the table says another unit than its columns",
    tables.AmongPercentages: "an amount of money below a row that heads percentages: {group!r}",
    tables.AtOpening: "whether the row is of the day on which its period opens or of the time before is open",
    tables.PeriodOpen: "which of the table's periods the column is about is open",
    tables.SeveralPeriodsGiven: "the rows give several periods",
    tables.RowNamesNoPeriod: "the row names no period",
    tables.OtherDaysThanTable: "the balances of the rows are of other days than the table's period",
    tables.RowIsShort: "the row has {missing} cells fewer than the header, and nothing says which",
    tables.FigureOverColumns: "a figure of the row stands in a cell over several columns",
    tables.FigureOverRows: "a figure of the row stands in a cell over several rows",
    tables.InNoColumn: "the figure stands in no column of the table",
    tables.NoColumnOfHeader: "no column of {place} has the header {header!r}",
    tables.NoLineOfHeader: "no line of the taxonomy has the column header {header!r}",
    tables.OnlyADay: "{concept} runs over a period, and only the day {day} is printed",
    tables.OpeningWithoutPeriod: "an opening balance needs a period that it opens",
    tables.MoreThanAPeriod: "the row names more than a period, under columns that are lines",
    # of tables, rows
    tables.LostLabels: "the table has lost its label column",
    tables.NoLabel: "the row has no label",
    tables.LabelOverFigures: "its label is repeated over columns of figures: which column the figure is of is open",
    tables.UnknownTable: "the table is not one of the taxonomy's",
    tables.NoLine: _no_line,
    tables.PartOfUnknown: "it may be a part of the row {owner!r} above, which the taxonomy does not know",
    tables.AmbiguousRow: _ambiguous_row,
    tables.SeveralRows: "several rows of the table would be {concept}, and this one does not "
    "go on from a row of its block",
    tables.OnHeading: "a figure on a heading row; headings have none (a ghost of the conversion?)",
    tables.ProForma: "pro forma figures are not what the issuer reports",
    tables.Rivals: "another column of the row would be the same data point with another value: "
    "what tells them apart is not read",
    # of tables, changes and shares
    tables.DashForChange: "a dash for a change that is not given",
    tables.EndOfRange: "one end of a range, and no amount",
    tables.NotDerived: "the taxonomy has no {derivation} of {concept}",
    tables.OtherBasis: "a change on another basis than the year before",
    tables.RatioToYearBefore: "'{header}' heads ratios to the year before, not changes",
    tables.OtherPeriodsInHeader: "the header of the change names other periods than the amounts beside it",
    tables.DaysNotSaid: "a change between two days that are not both said",
    tables.PercentOfNothing: "a percentage, and nothing says of what",
    tables.ShareOfOther: "a share of {base}, which the taxonomy has none of",
    tables.PercentsApart: "percentages stand before their amounts, or apart from them",
    tables.NoPercentSign: "no percent sign, unlike the others of its column",
    # of tables, forecasts
    tables.ForecastOfThePast: "a forecast by its title, of a period that is over",
    tables.NotOverYet: "a period that is not over yet, and nothing says that this is a forecast",
    tables.TargetOrResult: "a target or a result: the column does not say, and its neighbours are both",
    tables.TwoVersions: "a forecast of which version: the words name two",
    tables.NotAnnounced: "called '{words}', which is not the forecast that the company announced",
    tables.NoMemberOfRole: "said to be {role}, and no member of the taxonomy has that role",
    # of tables, units
    tables.PercentNotSaid: "{concept} is a percentage, and neither the cell nor its column says so",
    tables.UnitIsPercent: "a percentage, but {concept} is none",
    tables.PercentSign: "printed with a percent sign, but {concept} is no percentage",
    tables.CellSaysOther: "the cell says {says}, but {concept} is in {measure}",
    tables.CountsOther: _counts_other,
    tables.AmountForCount: "an amount in {currency}, but {concept} is in {measure}",
    tables.ScaleOfWhat: "a scale, and nothing says whether it is that of the {measure}",
    tables.NoCurrency: "no currency and scale are printed for {concept}",
    tables.NoScale: "no scale is printed for {concept}; an amount in full {currency} is not assumed",
    tables.CurrenciesContradict: "the cell says {cell}, and its column {column}",
    tables.PlacesOfShare: "more places than {currency} has, as amounts per share have, and {concept} is none",
    tables.ScalesContradict: "the cell's scale contradicts its column's",
    # of tables, numbers in headers and labels
    tables.NumberInHeader: "a number in a column header that names no period",
    tables.NumberInLabel: "a figure inside a row label",
    # of tables, withdrawn
    withdrawn.DamagedZone: _damaged_zone,
    withdrawn.AddsUpElsewhere: "the figures of these rows and columns do not add up, they may have slipped",
    withdrawn.TwiceMisread: "printed twice, once misread, and nothing tells which is right",
    withdrawn.SignUnsettled: "the label's direction contradicts the unsigned figure, and neither a sum nor another "
    "place settles the sign",
    withdrawn.NoPeriodFits: "two or more figures of the row contradict its period, and no other period fits",
    withdrawn.AnotherTotal: "the row stands where {total} belongs, its label names another total, and the sums do not "
    "decide",
    withdrawn.PartsNotGiven: "dashes stand for all parts of {total} on {at.words}: they are not given, and not zero",
    withdrawn.SameDataPoint: "{text!r} on {at.words} is the same data point",
    # sentences
    prose.SubjectSetBefore: "the sentence in front may set another subject: {sentence!r}",
    prose.NoPattern: "no sentence pattern reads this figure",
    prose.NameNotKnown: "letters stand at it, and no name that is known or printed again: {word!r}",
    prose.MayBelongToWordsBefore: "it may belong to the words in front of it, and no table confirms the other reading",
    prose.AmbiguousSubject: _ambiguous_subject,
    prose.OfOtherStandard: "{concept} is a line under another accounting standard than that of the document",
    prose.PointsOfNoPercentage: "percentage points, but no change of a percentage",
    prose.PercentChangeOfOpposite: "a percentage change of something that is told with the opposite sign",
    prose.ChangeAgainst: "a change against {against}, and nothing says how it is measured",
    prose.ChangeAgainstNothing: "a change, and nothing says against what",
    prose.ChangeSinceADay: "a change of {concept} since a day",
    prose.ChangeOverYears: "a change over more than a year, {period}",
    prose.TargetWithoutPeriod: "a figure among targets, and it does not say its period",
    prose.PlanWithoutPeriod: "a plan, and nothing says its period",
    prose.PeriodAhead: "the period ends on {end}, after the release's last day",
    prose.PeriodMayBe: "the period may be {said}, which was said before, or that of the section",
    prose.TimeNotUnderstood: "the sentence speaks of a time that is not understood: {words!r}",
    prose.NoPeriodSaid: "nothing says the period",
    prose.OnlyADaySaid: "{concept} runs over a period, and only the day {day} is said",
    prose.NoDaySaid: "nothing says the day",
    prose.RateOfAnotherDay: "a rate of another day than that of the latest balances: {day}, but the release reports "
    "on {last}",
    prose.IsPercentage: "{concept} is a percentage",
    prose.IsNoPercentage: "{concept} is no percentage",
    prose.NoExchangeRate: "an exchange rate, but {concept} is none",
    prose.MoneyForOther: _money_for_other,
    # what numbers are that are no figures
    no_figures.ConvenienceTranslation: "convenience translation, which was to be left out",
    no_figures.DateOrPeriod: "date or period name",
    no_figures.DamagedDate: "date or period name, damaged",
    no_figures.PartOfName: "part of a name",
    no_figures.RestOfAmount: "the rest of the amount in the cell in front of it",
    no_figures.FootnoteMark: "footnote mark",
    no_figures.PageNumber: "page number",
    no_figures.TelephoneNumber: "telephone number",
    no_figures.Address: "address",
    no_figures.Identifier: "stock code or other identifier",
    no_figures.Standard: "standard number or legal reference",
    no_figures.WebAddress: "URL or e-mail address",
    no_figures.ListNumber: "list number",
    no_figures.RatioBase: "base of a ratio",
    no_figures.CopyOfRow: "copy of the row above, left by a conversion",
    no_figures.GarbledChart: "garbled chart",
    no_figures.ReportsOn: "the release reports on {period}",
    no_figures.NotEnded: "it had not ended: the release reports on {last_day}",
    no_figures.NoComparative: "what is made to conform to {current} is the comparative, {comparative}",
    # evidence
    evidence.TurnedByConvention: "the table prints it with the other sign: its sums hold so, and not as printed",
    evidence.AsOtherBrackets: "in brackets, as the loss at {at.words}, which a sum proves",
    evidence.AgreesWith: "agrees with {at.words}",
    evidence.RelationHolds: "{relation} holds with it",
    evidence.TargetAddsUp: _target_adds_up,
    evidence.SameFigureInTable: "a table gives the same figure",
    evidence.SameChangeInTable: "a table gives the same change year on year",
    evidence.BalancesDiffer: "the balances of {start} and {day} differ by it",
    evidence.LettersForDigits: "letters for digits of their shape",
    evidence.PointForComma: "a point for a comma",
    evidence.ScaleLeftOut: "an amount that leaves out its scale",
    evidence.ScaleFound: "no scale is printed",
    evidence.InDamagedZone: "in a damaged zone",
    evidence.RunTogether: "run together with another figure",
    evidence.RowsInOrder: "damaged rows read in order: as many figures as lines, and they add up to {total.words}",
    evidence.OrderOfPlace: "no label: the order of {place}, and the row's amounts are printed elsewhere too",
    evidence.PrintedTwice: "the row is printed twice",
    evidence.LabelReadsLike: "the label reads like {label!r}",
    evidence.HeaderReadsLike: "the header reads like {label!r}",
    evidence.LabelApart: "its label stands apart from it; a table gives the same figure for this one alone",
    evidence.TableNamesNoDay: "the table names no day; the latest balances are of {day}",
    evidence.ChangeOfAmountsBeside: "the header names other periods, but in every row it is the change of the amounts "
    "beside it",
    evidence.CalledPercent: "called percent; the change of a percentage is taken as percentage points",
    evidence.LabelContradicted: _label_contradicted,
    evidence.PeriodContradicted: _period_contradicted,
    evidence.DashForZero: "a dash for zero: {total} on {at.words} adds up without it",
    evidence.NotDeterminedYet: "a dash for what is not determined yet",
    evidence.ForecastNotGiven: "a dash for a forecast that is not given",
    evidence.OwnScale: "the cell says its own scale, by which the figure is of the size of those beside it",
    evidence.CorrectedByErrata: "printed {printed}, stands for {meant} by the errata: {because}",
    evidence.RedatedByErrata: "printed as of {said}, stands for {meant} by the errata: {because}",
}
