"""The periods of the columns of values: their own, parts of a year, the caption's in order, or that of the table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from iij_xbrl.extract.heads.column_heads import Head
from iij_xbrl.extract.heads.column_times import own_periods
from iij_xbrl.extract.heads.parts_of_year import is_another_part, parts_of_year
from iij_xbrl.extract.heads.relative_years import relative_years
from iij_xbrl.extract.heads.torn_headers import fits, names_month
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.partial_periods import YEAR
from iij_xbrl.extract.times.periods import Calendar, Mention
from iij_xbrl.extract.times.years_beside import months_alone
from iij_xbrl.languages import ENGLISH, JAPANESE, says
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason

_DAY = ENGLISH.patterns["periods.date"]
_YEARS = re.compile(rf"\b{YEAR.pattern}\b")
_QUARTER = 3  # months


def value_periods(
    values: Sequence[Head], heads: Sequence[Head], section: Section, calendar: Calendar, *, is_laid_out: bool
) -> tuple[dict[int, Mention], Reason | None]:
    """The periods of the columns of values by their numbers, and why those have none that are not among them.

    `heads` are all columns of the table; `is_laid_out` tells that each header stands where its format says.
    """
    own = own_periods(values, section)
    apart = {(own[head.index].period, head.beside, _counted(head)) for head in values if head.index in own}
    if len(own) == len(values) and (len(apart) == len(own) or not calendar.is_known):
        return own, None  # what other companies set side by side of one time is mapped to nothing
    named = section.captions
    years = relative_years(values, section, calendar)
    if years:
        return years, None
    parts = parts_of_year(values, named, calendar)
    if parts:
        return parts, None
    if len({mention.period for mention in named}) == 1:
        named = named[:1]  # a title may name its period twice: 2012年3月期（2011年4月1日～2012年3月31日）
    is_list = len({mention.kind == "duration" for mention in named}) == 1  # else what is left of heads torn apart
    if is_list and len(named) == len(values) and _agrees(values, heads, named):
        return {head.index: mention for head, mention in zip(values, named, strict=True)}, None
    if not own and len(named) == 1 and _are_of(values, named[0], calendar):
        labelled = _clear(values, is_others=is_laid_out and not calendar.is_known)
        if labelled:
            return dict.fromkeys((head.index for head in labelled), named[0]), why.NoPeriodRead()
    if is_laid_out or _are_told_in_words([head for head in values if not head.mention]):
        kept = _told_once(values, own)
        if kept:
            return kept, why.NoPeriodRead()
    return {}, why.SamePeriodTwice() if own and len(own) == len(values) else why.NoPeriodRead()


def _clear(values: Sequence[Head], *, is_others: bool) -> list[Head]:
    """The columns that may be of the table's one period: those with a header, since others hold the marks of notes.

    None where headers do not tell them apart, but on the pages of others, which are mapped to nothing.
    """
    is_bare = len(values) == 1 or (is_others and not any(head.own for head in values))
    labelled = [head for head in values if head.label or (is_others and head.own) or is_bare]
    is_clear = is_others or (len(labelled) == len(values) and not _are_alike(labelled))
    return labelled if is_clear else []


def _told_once(values: Sequence[Head], own: Mapping[int, Mention]) -> dict[int, Mention]:
    """The periods that headers state themselves, where no other column is of the same."""
    stated = [head for head in values if head.own_mention and head.index in own]
    told = Counter((own[head.index].period, head.beside) for head in stated)
    return {head.index: own[head.index] for head in stated if told[own[head.index].period, head.beside] == 1}


def _are_alike(heads: Sequence[Head]) -> bool:
    """Whether each header stands over several columns, and nothing tells these apart."""
    said = Counter((head.label, head.spanned, head.beside, _counted(head)) for head in heads)
    return min(said.values(), default=1) > 1


def _counted(head: Head) -> str | None:
    """What a column's own header says that it counts: `Shares` beside `$`."""
    return (head.unit.count or head.unit.currency) if head.unit else None


def _are_of(heads: Sequence[Head], mention: Mention, calendar: Calendar) -> bool:
    """Whether no header names a month, counts other months than a period, names another year or says it is before."""
    if any(names_month(head.fragment) for head in heads):
        return False
    named = {year for head in heads for year in _YEARS.findall(head.fragment)}
    is_other = len(named) > 1 or not named <= {
        str(day.year) for day in (mention.period.start, mention.period.end) if day
    }
    is_other = is_other or any(is_another_part(head, mention, calendar) for head in heads)
    if mention.period.months == _QUARTER and any(says("periods.to_date", " ".join(head.spanned)) for head in heads):
        return False
    return not is_other and all(head.counted <= {mention.period.months} and not _is_of_before(head) for head in heads)


def _is_of_before(head: Head) -> bool:
    """Whether a header says that it is of the period before; a previous target may be of any."""
    text = " ".join((head.fragment, *(text for text in head.spanned if JAPANESE.script.search(text))))
    is_target = says("scenarios.forecast", text) or says("scenarios.forecast_column", text)
    return bool(says("headers.previous", text)) and not is_target


def _are_told_in_words(heads: Sequence[Head]) -> bool:
    """Whether columns have headers of their own that are words alone, so that nothing of a period is lost in them.

    So is nothing in one that is a period with something else behind it, `1H11E`, a month or several periods.
    """
    return all(
        says("headers.named_beside", head.fragment)
        or (len(head.named) > 1 and not _DAY.search(head.fragment))
        or any(True for _ in months_alone(head.fragment))
        or (head.label and not any(char.isdigit() for char in head.fragment))
        for head in heads
    )


def _agrees(values: Sequence[Head], heads: Sequence[Head], named: Sequence[Mention]) -> bool:
    """Whether what is left of a header can be read as the caption's periods, in order."""
    position = 0
    by_column = {head.index: place for place, head in enumerate(values)}
    for head in heads:
        fragment = head.fragment
        if not fragment or (head.unit and not head.fragment):
            continue
        fitting = [place for place in range(position, len(named)) if fits(fragment, head.mention, named[place])]
        if not fitting:
            return False
        expected = by_column.get(head.index)
        if expected is not None:
            if expected not in fitting:
                return False
            position = expected
        else:
            position = fitting[0]
    return True
