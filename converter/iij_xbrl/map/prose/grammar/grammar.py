"""The grammar of statements that hold figures. A statement counts only if every word up to its figure is understood.

sentence    = [frame {frame}] statement {tail | connector statement | cause item {separator item}}
frame       = "as of" day "," | ("in" | "during" | "for") period "," | ("for" | "as for") topic [day] ","
            | "as compared to" ["respective"] balances day "," | "as a result of the above" "," | "while"
statement   = [period] subject {"and" subject} {scope} (being | changing | headline)
scope       = ["for" | "in" | "during"] period | "," apposition "," | "compared to" "balance" day ","
            | "(" "including" words ")"
being       = be (value {"and" value} | direction delta)
changing    = {adverb} (increased | decreased) ["by" delta] [("to" | "reaching") value]
planned     = "to reach" value day
below       = value | direction delta {"and" direction delta}, right below a line that is but a subject
headline    = [":"] value tails, up to the end of the sentence or to a separator and another one
tail        = "(" items ")" | [","] direction delta | ("compared to" | "from") value period | scope
items       = (direction delta | period ["(" words ")"] ":" value | part ":" value) {"," items} ["due to" anything]
value       = [qualifier] [noun "of"] figure
delta       = [qualifier] figure [basis]
basis       = "YoY" | "QoQ" | ("from" | "compared to") ("balance" day | period | "target")
breakdown   = "breakdown" ["of" whole] be figure "in" part {separator figure "in" part}
announced   = issuer "targets" item {separator item} ("for" | "in") period
nouns       = item separator item {separator item}, below an item of a list and further right
item        = subject {scope} "of" value [tail]
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.prose.claims import Claim, Context
from iij_xbrl.map.prose.grammar.cursor import (
    AND,
    BE,
    CAUSES,
    CONDITIONS,
    DOUBTS,
    EXISTING,
    IN,
    INSIDE,
    NEUTRAL,
    SEPARATORS,
)
from iij_xbrl.map.prose.grammar.headlines import carried, is_heading
from iij_xbrl.map.prose.grammar.lists import announced, breakdown, exceeding, items, nouns, parts
from iij_xbrl.map.prose.grammar.openings import frames, is_set_elsewhere, marks
from iij_xbrl.map.prose.grammar.remainders import growth, plan, value_at_end
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.grammar.statements import statement
from iij_xbrl.map.prose.grammar.tails import idiom, parenthesis
from iij_xbrl.map.prose.phrases import PhraseBook


def claims_of(tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> list[Claim]:
    """What a sentence claims of its figures; `text` is that of its passage."""
    return _read(Sentence(tokens, text, book, context))


def _read(sentence: Sentence) -> list[Claim]:
    """All claims of the sentence."""
    if any(token.text in CONDITIONS for token in sentence.tokens) or _is_asked(sentence):
        return []
    indent = sentence.indent()
    if sentence.context.said and indent > sentence.context.said[0]:
        sentence.time = sentence.context.said[1]
    if sentence.context.whole and sentence.figure(0) and sentence.word(1) in INSIDE:  # the breakdown goes on
        parts(sentence, 0, sentence.context.whole)
        sentence.settle(0)
        return sentence.claims
    sentence.context.whole = frozenset()
    start = marks(sentence, 0)
    leading = sentence.period(IN.at(sentence, start)[1])
    if leading and not leading.is_instant:
        sentence.context.said = (indent, leading)
    at = frames(sentence, start)
    end = carried(sentence, at)
    if end is None:
        sentence.context.carried = None
        end = (
            announced(sentence, at)
            or statement(sentence, at, opens=True)
            or breakdown(sentence, at)
            or nouns(sentence, at)
        )
    understood = end is not None
    at = end or at
    if not understood and (is_heading(sentence, start) or is_set_elsewhere(sentence, at)):
        return []
    passed = False  # words that nothing read since the last statement
    while at < len(sentence.tokens) and sentence.word(at) not in DOUBTS:
        end = _next(sentence, at, understood=understood, passed=passed)
        passed = end is None
        understood = understood and (end is not None or not _turns_away(sentence, at))
        at = end or at + 1
    return sentence.claims


def _is_asked(sentence: Sentence) -> bool:
    """Whether the sentence is a question."""
    end = sentence.tokens[-1].end if sentence.tokens else 0
    return sentence.text[end:].lstrip().startswith("?") or sentence.word(len(sentence.tokens) - 1) == "?"


def _is_set(sentence: Sentence, at: int) -> bool:
    """Whether words of which nothing was understood say in front of `there was` where; a clause of its own does not."""
    words = (token.text for token in sentence.tokens[:at] if token.kind == "word")
    return sentence.word(at - 1) not in AND and any(word not in NEUTRAL for word in words)


def _turns_away(sentence: Sentence, at: int) -> bool:
    """Whether words that nothing reads set what follows elsewhere: `; at hi-ho, ...`, `hi-ho's income was JPY5`."""
    if sentence.word(at) in {",", ";", *AND}:
        return is_set_elsewhere(sentence, SEPARATORS.at(sentence, at)[1])
    return sentence.is_verb(at) and sentence.figure(BE.at(sentence, at)[1]) is not None


def _next(sentence: Sentence, at: int, *, understood: bool, passed: bool) -> int | None:
    held = idiom(sentence, at) or growth(sentence, at)
    if held:
        return held
    cause, end = CAUSES.at(sentence, at)
    if cause and not (EXISTING.at(sentence, at)[0] and not understood and _is_set(sentence, at)):
        return items(sentence, end)
    if not sentence.named:
        return plan(sentence, at)
    if sentence.word(at) == "(":
        before = len(sentence.claims)
        close = parenthesis(sentence, at, sentence.named[-1], stray=True)
        sentence.settle(before)
        return close
    if understood and sentence.word(at) in {",", ";", *AND}:
        end = SEPARATORS.at(sentence, at)[1]
        is_listed = not passed and bool(sentence.claims) and sentence.claims[-1].bare
        return (
            exceeding(sentence, end)
            or statement(sentence, end, opens=is_listed)
            or breakdown(sentence, end)
            or value_at_end(sentence, end)
        )
    return None
