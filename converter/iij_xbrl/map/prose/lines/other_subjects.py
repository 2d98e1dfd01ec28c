"""Sentences that set another subject for those behind them: `NTT grew.` in front of `Revenues were JPY5 million.`.

A sentence of which nothing is read, and that names somebody unknown, a company of the group, another scope or a plan,
may say what the next one is about. It does until a sentence speaks of the issuer: `our revenues`, `we`, its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from iij_xbrl.languages import ENGLISH, JAPANESE, patterns_of
from iij_xbrl.map.labels import key
from iij_xbrl.map.prose.lines.run_in_heads import head_in_brackets
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.said_behind import says_other, says_other_time
from iij_xbrl.map.scopes.words.accounts import COMPANY_FORMS, OTHERS, Accountant, is_about_other, is_part
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.prose import SubjectSetBefore

_OTHER_SCOPE = patterns_of("scopes.other_scope")
_OWN = ENGLISH.patterns["scopes.own"]
_OPENS = ENGLISH.patterns["scopes.opens_with"]
_RELATED = ENGLISH.patterns["scopes.related"]
_SETS = ENGLISH.patterns["scopes.sets_subject"]
_LEADS, _DESCRIBED, _TELLS = (ENGLISH.patterns[f"scopes.{name}"] for name in ("leads_to", "described", "tells"))
_TOPIC = JAPANESE.patterns["sentences.topic"]
_SHORT = 12  # words
_FEW, _SUBJECT = 5, 4  # words of a sentence that is short, and in which the subject stands
_FEW_OF_NAME = 4
_BEGIN = 2  # words in which others are named
_FULL_STOP = "。"
_NAME = re.compile(r"[A-Z]{2,}|[A-Z][^\W\d]*(?:[&-][^\W\d]+)*")
_FIRST = re.compile(r"[\w&’'-]+")
_NOBODY = frozenset((*ENGLISH.words["places"], *ENGLISH.words["no_owners"]))
_EVENT, _IN_FRONT = (ENGLISH.patterns[f"scopes.{name}"] for name in ("company_event", "time_in_front"))


@dataclass(slots=True)
class OtherSubjects:
    """What earlier sentences of a text say of the subject of a later one; `accountant` knows the words."""

    accountant: Accountant
    _set: Reason | None = None
    _ahead: Reason | None = None
    _known: dict[str, Reason | None] = field(default_factory=dict)

    def begin(self) -> None:
        """A text begins: what was said before counts only where it points ahead (`The following concerns hi-ho.`)."""
        self._set, self._ahead = self._ahead, None

    def before(self, sentence: str) -> Reason | None:
        """Why a sentence may be about another subject than the issuer."""
        if self._set and self._is_own(sentence):
            self._set = None
        is_other = self._opens_with_company(sentence) or self._opens_in_brackets(sentence)
        return self._set or (SubjectSetBefore(sentence) if is_other else None)

    def _opens_in_brackets(self, sentence: str) -> bool:
        """Whether a sentence begins with a name in brackets of what it is about: `(Budget) Revenues were ...`."""
        account = self.accountant.account(head_in_brackets(sentence))
        if not account.text or len(account.text.split()) > _SUBJECT:
            return False
        return says_other(account.text, self.accountant) or (bool(account.unknown) and not account.has_content)

    def _opens_with_company(self, sentence: str) -> bool:
        """Whether a sentence says in front of its subject which company of the group it is about: `For hi-ho, ...`."""
        opening = _OPENS.match(sentence)
        account = self.accountant.account(opening["whom"]) if opening else None
        return account is not None and any(tile.is_a("company") for tile in account.tiles)

    def any_of(self, sentences: Iterable[str]) -> Reason | None:
        """The same of a sentence behind others."""
        return next((reason for sentence in sentences if (reason := self._other(sentence))), None)

    def said(self, sentence: str, *, is_read: bool) -> None:
        """Go on behind a sentence; `is_read` tells that something was read of it."""
        if is_read:
            return
        reason = self._other(sentence)
        self._set = reason or self._set
        self._ahead = reason if reason and (_SETS.search(sentence) or _LEADS.search(sentence)) else None

    def _other(self, sentence: str) -> Reason | None:
        if sentence not in self._known:
            self._known[sentence] = SubjectSetBefore(sentence) if self._is_other(sentence) else None
        return self._known[sentence]

    def _is_other(self, sentence: str) -> bool:
        if JAPANESE.script.search(sentence):
            topic = _TOPIC.search(sentence)
            return topic is not None and not self.accountant.account(sentence[: topic.start()]).is_understood
        if len(sentence.split()) <= _FEW and says_other_time(sentence):
            return True
        points = bool(_SETS.search(sentence))
        if (
            self._is_of_company(sentence)
            or self._is_of_named_company(sentence)
            or (points and self._unknown(sentence))
            or self._leads_to_other(sentence)
        ):
            return True
        if self._is_name(sentence):
            return True  # even beside the issuer's: `Former IIJ.`
        is_other = self._is_of_other_scope(sentence) or self._names_somebody(sentence)
        return is_other and (not self._is_own(sentence) or self._is_of_related(sentence))

    def _is_of_other_scope(self, sentence: str) -> bool:
        """Whether a short sentence says another scope, or points at what is expected."""
        if len(sentence.split()) > _SHORT:
            return False
        is_scope = any(pattern.search(sentence) for pattern in _OTHER_SCOPE)
        return is_scope or (_SETS.search(sentence) is not None and bool(says_forecast(sentence)))

    def _leads_to_other(self, sentence: str) -> bool:
        """Whether a sentence says that those behind it are about something else: `We now turn to the budget.`."""
        match = _LEADS.search(sentence) or _DESCRIBED.search(sentence)
        account = self.accountant.account(_OWN.sub(" ", match["whom"])) if match else None
        return account is not None and (is_about_other(account) or says_forecast(account.text))

    def _is_name(self, sentence: str) -> bool:
        """Whether a few words that nothing understands state nothing, and so head what stands behind: `Budget.`."""
        is_short = len(sentence.split()) <= _FEW_OF_NAME and sentence[:1].isupper()
        return is_short and not _TELLS.search(sentence) and bool(self._unknown(sentence))

    def _unknown(self, sentence: str) -> tuple[str, ...]:
        return self.accountant.account(_OWN.sub(" ", sentence)).unknown

    def _is_of_company(self, sentence: str) -> bool:
        """Whether a company of the group, or a word for one, is the subject, or stands in a short sentence."""
        words = sentence.split()
        begin = sentence if len(words) <= _FEW else " ".join(words[:_SUBJECT])
        account = self.accountant.account(_OWN.sub(" ", begin))
        unknown = {word.casefold().strip(".'’") for run in account.unknown for word in run.split()}
        is_form = bool(unknown & (COMPANY_FORMS | OTHERS)) or self._begins_with_others(sentence)
        return is_form or any(map(is_part, account.tiles))

    def _begins_with_others(self, sentence: str) -> bool:
        """Whether a sentence begins with a word for others, in the plural too: `Our rivals did better.`."""
        begin = _FIRST.findall(_OWN.sub(" ", sentence))[:_BEGIN]
        return any(key(word.rstrip("'’")) in OTHERS for word in begin)

    def _is_of_named_company(self, sentence: str) -> bool:
        """Whether a sentence tells what happens to a company, or names one behind a time: `In 2010 KDDI grew`."""
        match = _EVENT.match(sentence) or (_IN_FRONT.match(sentence) if len(sentence.split()) <= _SHORT else None)
        if match is None:
            return False
        account = self.accountant.account(match["whom"])
        words = {word.casefold() for run in account.unknown for word in run.split()}
        return bool(words - _NOBODY) or any(map(is_part, account.tiles))

    def _is_own(self, sentence: str) -> bool:
        """Whether a sentence speaks of the issuer."""
        return bool(_OWN.search(sentence)) or any(
            tile.is_a("issuer") for tile in self.accountant.account(sentence).tiles
        )

    def _is_of_related(self, sentence: str) -> bool:
        """Whether the subject is somebody by name whom the issuer calls its own: `Our rival KDDI is growing.`."""
        match = _RELATED.match(sentence)
        name = match["name"] if match else ""
        return bool(name) and any(name in run.split() for run in self._unknown(sentence))

    def _names_somebody(self, sentence: str) -> bool:
        """Whether unknown words of the subject are names: in capitals, or with one where no sentence begins."""
        begin = _FIRST.findall(sentence)[: _SUBJECT if len(sentence.split()) > _FEW else None]
        names = {word for at, word in enumerate(begin) if _NAME.fullmatch(word) and (at or word.isupper())}
        names = {word for word in names if word.casefold() not in _NOBODY}
        return bool(names) and not names.isdisjoint(word for run in self._unknown(sentence) for word in run.split())


def sentences_in_front(text: str, start: int) -> Iterable[str]:
    """The Japanese sentences in front of that of a place, none of them behind a line feed."""
    line = text.rfind("\n", 0, start) + 1
    begin = text.rfind(_FULL_STOP, line, start) + 1
    return filter(str.strip, text[line:begin].split(_FULL_STOP))
