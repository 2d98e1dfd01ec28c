"""Reads one statement of a Japanese sentence, from behind its topic mark on.

statement  = [frame [whole "のうち"]] subject "は" [cause] [change "の"] value [remark] end
           | [frame] subject "は" value [remark] "と" change end
           | [frame] subject "は" [cause] change ["、" value] end
           | [frame] subject {("、" | "及び") subject} "は" "それぞれ" value {("、" | "及び") value} end
           | [frame] subject "は" "前年同期の" value "から" value "に" direction end
           | [frame] subject "は" "前年同期" value "に対し" value end
           | frame "は" value "の" subject [remark] end
           | [frame] ("業績" | whole "の内訳") "は" item {("、" | "及び") item} end, of which an item is
             subject ["が"] [change "の"] value [remark]
change     = basis amount ["（" percent "）"] direction | basis sign amount
basis      = "前年同期" "比" | "前年同期（" value "）" "比" | "同"
remark     = "（" item ["、" item] "）", which may stand behind the verb as well
item       = change | amount direction, against what the change before it is | "前年同期" ["は"] value | "同" value
value      = amount ["の" subject], of which the latter says whether it is a gain or a loss
cause      = words that end with "により" or the like

Behind the last amount only what ends a statement may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from iij_xbrl.extract.times.calendar import Calendar, Period, year_before
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.japanese.amounts import amount_at
from iij_xbrl.map.prose.japanese.subjects import Subject, Subjects
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.taxonomy.roles import ANNOUNCED, QUARTER_ON_QUARTER, YEAR_ON_YEAR, MemberRole

_DIRECTIONS = JAPANESE.numbers("directions") | {"+": 1, "-": -1, "△": -1, "▲": -1}
_BASES: Mapping[str, MemberRole] = {str(role): role for role in (YEAR_ON_YEAR, QUARTER_ON_QUARTER)}
_BASIS_NAMES = JAPANESE.names("bases")
_BECAME, _SUBJECT_MARK, _IN_REMARK = (
    JAPANESE.patterns[f"sentences.{name}"] for name in ("became", "subject_mark", "in_remark")
)
_BESIDE, _END, _EACH, _AND, _OPEN, _CLOSE, _LINK, _CAUSE, _EXPECTED, _EXPECTS, _PLANNED, _PAST = (
    JAPANESE.patterns[f"sentences.{name}"]
    for name in (
        *("beside", "end", "each", "and", "open", "close", "link", "cause"),
        *("expected", "expects", "planned", "said_of_past"),
    )
)
_DONE = JAPANESE.patterns["sentences.done"]
_AS_AGAINST = JAPANESE.patterns["sentences.as_against"]
_BASIS, _MOVED, _SIGNED, _BASE_WITH_VALUE, _BEHIND_BASE, _OF_YEAR_BEFORE, _OF_BALANCE_BEFORE, _SAME_BEFORE = (
    JAPANESE.patterns[f"sentences.{name}"]
    for name in (
        "basis",
        "moved",
        "signed",
        "base_with_value",
        "behind_base",
        "of_year_before",
        "of_balance_before",
        "same_before",
    )
)
_OF_OTHERS = (JAPANESE.patterns["scopes.other_scope"], JAPANESE.patterns["sentences.cause_of_part"])
_SIGNS = JAPANESE.numbers("cash_directions") | JAPANESE.numbers("result_directions")
_STOPS, _AROUND = "。\n", "、, "
_SHARES = JAPANESE.names("each_of")
_PER = JAPANESE.patterns["units.per_share"]
_LOSS = re.compile(r"[△▲]\s?(?=\d)")
_NAMED = Named((), 0, 0)
_SENTENCE = re.compile(r"[。\n]")
_OF_YEAR_END = "year-end"
_SAME_YEAR = "同"  # in the name of a day a year before


class Statement:
    """Reads one statement about subjects, at a time; `bases` are what changes of its sentence were against so far.

    `is_planned` tells of one that is expected that it speaks of a plan, which other words may call the forecast.
    """

    def __init__(
        self,
        text: str,
        subjects: Sequence[Subject],
        time: Period,
        calendar: Calendar,
        bases: frozenset[str],
        known: Subjects,
    ) -> None:
        self.text = text
        self.end = 0
        self.is_expected = False
        self.is_planned = False
        self.bases = bases
        self._found: list[tuple[Claim, Token]] = []
        self._last = ""  # the basis of the last change
        self._subjects = subjects
        self._time = time
        self._calendar = calendar
        self._known = known

    def read(self, at: int) -> bool:
        """Whether the statement is understood up to its end."""
        each = _EACH.match(self.text, at)
        if len(self._subjects) > 1 or each:
            return bool(each) and self._values(each.end() if each else at)
        subject = self._subjects[0]
        return self._amounts(at, subject) or self._amounts(self._behind_cause(at), subject)

    def read_behind(self, at: int) -> bool:
        """Whether a value and the name of its subject behind it are all that a statement holds."""
        (subject,) = self._subjects
        valued = self._value(at, subject)
        return valued is not None and self._ends(self._remark_behind(self._remark(valued, subject), subject))

    def read_list(self, at: int) -> bool:
        """Whether names with their amounts are all that a statement about results holds, two of them at least."""
        count = 0
        while (subject := self._known.starting(self.text, at)) is not None:
            mark = _SUBJECT_MARK.match(self.text, subject.end)
            at = mark.end() if mark else subject.end
            changed = self._change(at, subject)
            link = _LINK.match(self.text, changed) if changed else None
            valued = self._value(link.end() if link else at, subject)
            if valued is None:
                return False
            end = self._remark(valued, subject)
            count += 1
            joint = _AND.match(self.text, end)
            at = joint.end() if joint else end
        return count > 1 and self._ends(end)

    def claims(self) -> Iterator[tuple[Claim, Token]]:
        """What it claims; values and changes of its own period are forecasts where it tells what is expected."""
        for claim, words in self._found:
            if self.is_expected and claim.stated is None:
                claim = replace(claim, forecast=ANNOUNCED, stated=self._time, to_come=True)
            yield claim, words

    def _behind_cause(self, at: int) -> int | None:
        cause = _CAUSE.match(self.text, at)
        is_of_other = cause and any(other.search(cause.group()) for other in _OF_OTHERS)
        return cause.end() if cause and not is_of_other else None

    def _amounts(self, at: int | None, subject: Subject) -> bool:
        """Whether a value, a change or both are all that is said of a subject from a position on."""
        self._found.clear()
        if at is None:
            return False
        for both in (self._from_to, self._as_against):
            moved = both(at, subject)
            if moved:
                return self._ends(moved)
            self._found.clear()
        changed = self._change(at, subject)
        link = _LINK.match(self.text, changed) if changed else None
        valued = self._value(link.end() if link else changed or at, subject)
        if valued is None and not changed:
            return False
        ends = [valued, self._remark(valued, subject)] if valued else []
        for end in ends if not changed else ():
            beside = _BESIDE.match(self.text, end)
            also = self._change(beside.end(), subject) if beside else None
            if also:
                return self._ends(also)
        end = ends[-1] if ends else changed or at
        return self._ends(self._remark_behind(end, subject) if ends else end)

    def _from_to(self, at: int, subject: Subject) -> int | None:
        """Past a value of a time before and what it became: `前年同期の58,190百万円から61,420百万円に増加`."""
        _, begin = self._basis(at, subject)
        end = self._value(begin, subject) if begin > at and self._found else None
        became = _BECAME.match(self.text, end) if end else None
        return became.end() if became else None

    def _as_against(self, at: int, subject: Subject) -> int | None:
        """Past a value of the year before and the one of now: `前年同期1,055百万円に対し、1,210百万円`."""
        before = _OF_YEAR_BEFORE.match(self.text, at)
        end = self._value(before.end(), subject, stated=year_before(self._time)) if before else None
        against = _AS_AGAINST.match(self.text, end) if end else None
        return self._value(against.end(), subject) if against else None

    def _values(self, at: int) -> bool:
        for number, subject in enumerate(self._subjects):
            joint = _AND.match(self.text, at) if number else None
            if number and joint is None:
                return False
            end = self._value(joint.end() if joint else at, subject)
            if end is None:
                return False
            at = self._remark(end, subject)
        return self._ends(at)

    def _ends(self, at: int) -> bool:
        expected = _EXPECTED.match(self.text, at)
        match = expected or _END.match(self.text, at)
        self.end = match.end() if match else at
        if match is None:
            return False
        sentence = _SENTENCE.search(self.text, self.end)
        rest = self.text[self.end : sentence.start() if sentence else len(self.text)]
        is_over = self.text[self.end - 1] in _STOPS
        self.is_planned = _PLANNED.search(expected.group() if expected else rest) is not None
        if expected or is_over or not _EXPECTS.search(rest) or _PAST.search(match.group()):
            self.is_expected = bool(expected)
            return True
        self.is_expected = not match.group().strip(_AROUND)  # `A、B を見込んでおります` speaks of both
        return self.is_expected

    # -- amounts

    def _value(self, at: int, subject: Subject, *, stated: Period | None = None) -> int | None:
        loss = _LOSS.match(self.text, at)
        read = amount_at(self.text, loss.end() if loss else at)
        if read is None:
            return None
        token, counted, end = read
        named = self._known.behind(self.text, end, subject)
        if named:
            subject, end = named, named.end
        if loss:
            assert token.figure is not None
            figure = replace(token.figure, start=loss.start(), value=-token.figure.value)
            self._claim(
                Claim(
                    replace(token, start=loss.start(), figure=figure), _NAMED, (), "value", stated=stated, verb="same"
                ),
                subject,
            )
            return end
        sign = subject.signed.match(self.text, end) if subject.signed and not named else None
        direction, end = (_SIGNS[sign["word"]], sign.end()) if sign else (1, end)
        verb = "same" if sign else None
        self._claim(Claim(token, _NAMED, (), "value", direction, stated=stated, counted=counted, verb=verb), subject)
        return end

    def _change(self, at: int, subject: Subject) -> int | None:
        kept = len(self._found)
        basis, begin = self._basis(at, subject)
        end = self._moved(begin, basis, subject) if basis else None
        if end is None:
            del self._found[kept:]
        return end

    def _moved(self, at: int, basis: str, subject: Subject) -> int | None:
        """Past the amount of a change against a basis."""
        match = _MOVED.match(self.text, at) or _SIGNED.match(self.text, at)
        read = amount_at(self.text, match.start("amount")) if match else None
        if match is None or read is None or self.text[read[2] : match.end("amount")].strip():
            return None
        self.bases |= {basis}
        self._last = basis
        said = match.groupdict()
        if said.get("so") and _DIRECTIONS[said["so"]] != _DIRECTIONS[said["direction"]]:
            return None
        beside = next((name for name in ("percent", "also") if said.get(name)), "")
        percent = amount_at(self.text, match.start(beside)) if beside else None
        direction = _DIRECTIONS[said.get("direction") or said["sign"]]
        for token, counted, _ in (read, *((percent,) if percent else ())):
            claim = Claim(token, _NAMED, (), "change", direction, counted=counted)
            role = _BASES.get(basis)
            self._claim(replace(claim, basis=role, base=None if role else self._year_end()), subject)
        return match.end()

    def _basis(self, at: int, subject: Subject) -> tuple[str, int]:
        """What a change is against, and where its amount starts; `同` is what all changes before it were against."""
        match = _BASIS.match(self.text, at)
        if match:
            same = next(iter(self.bases)) if len(self.bases) == 1 else ""
            return _BASIS_NAMES[match["time"]] if match["time"] else same, match.end()
        before = _BASE_WITH_VALUE.match(self.text, at)
        name = _BASIS_NAMES[before["time"]] if before else ""
        end = self._value(before.end(), subject, stated=self._time_of(name)) if before else None
        behind = _BEHIND_BASE.match(self.text, end) if end else None
        return (name, behind.end()) if behind else ("", at)

    def _time_of(self, basis: str) -> Period:
        return Period(self._year_end()) if basis == _OF_YEAR_END else year_before(self._time)

    def _year_end(self) -> date:
        """The last day of the fiscal year before the one that the statement is about."""
        return self._calendar.year_start(self._calendar.year_of(self._time.end)) - timedelta(days=1)

    def _remark(self, at: int, subject: Subject) -> int:
        """Past what stands in parentheses behind a value, if it is understood."""
        opened = _OPEN.match(self.text, at)
        if opened is None:
            return at
        kept, self._last = len(self._found), ""
        end = self._remarked(opened.end(), subject)
        joint = _IN_REMARK.match(self.text, end) if end else None
        end = self._remarked(joint.end(), subject) if joint else end
        closed = _CLOSE.match(self.text, end) if end else None
        if closed is None:
            del self._found[kept:]
            return at
        return closed.end()

    def _remark_behind(self, at: int, subject: Subject) -> int:
        """Past a remark behind the verb that ends a statement: `となりました（前年同期は355百万円の営業利益）`."""
        done = _DONE.match(self.text, at)
        end = self._remark(done.end(), subject) if done else at
        return end if done and end > done.end() else at

    def _remarked(self, at: int, subject: Subject) -> int | None:
        """Past the value of the year before or the change that a remark holds."""
        balance = _OF_BALANCE_BEFORE.match(self.text, at) if subject.is_balance else None
        if balance:
            day = year_before(self._time).end if _SAME_YEAR in balance["time"] else self._year_end()
            return self._value(balance.end(), subject, stated=Period(day))
        before = _OF_YEAR_BEFORE.match(self.text, at)
        if before:
            named = self._known.starting(self.text, before.end())
            named = named if named and named.is_same(subject) else None
            at, told = (named.end, named) if named else (before.end(), subject.of_results())
            return self._value(at, told, stated=year_before(self._time))
        end = self._change(at, subject)
        if end is None and self._last:
            end = self._moved(at, self._last, subject)
        same = _SAME_BEFORE.match(self.text, at) if end is None and self.bases == {str(YEAR_ON_YEAR)} else None
        return self._value(same.end(), subject, stated=year_before(self._time)) if same else end

    def _claim(self, claim: Claim, subject: Subject) -> None:
        per = _PER.search(self.text, subject.start, subject.end)
        if per and claim.token.kind == "amount" and not claim.token.scale:
            claim = replace(claim, token=replace(claim.token, per=_SHARES[per["each"].upper()]))
        named = Named(subject.phrases, 0, 1)
        words = Token("word", subject.start, subject.end, self.text[subject.start : subject.end])
        self._found.append((replace(claim, subject=named, phrases=subject.phrases, period=self._time), words))
