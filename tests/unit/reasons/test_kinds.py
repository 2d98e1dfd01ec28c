"""The catalogue of reasons: closed, worded in one place, and nothing is decided on the words."""

import ast
import pickle
import string
from pathlib import Path

import pytest

from iij_xbrl.read.origins import LineOrigin
from iij_xbrl.reasons import evidence, no_figures, prose, scopes, tables, withdrawn, written
from iij_xbrl.reasons.base import Joint, Reason, both, part, said
from iij_xbrl.reasons.render import LANGUAGES, sentence
from support import REPOSITORY

PACKAGE = REPOSITORY / "converter" / "iij_xbrl"
KINDS = {
    kind
    for module in (evidence, no_figures, prose, scopes, tables, withdrawn, written)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Reason) and kind is not Reason
}
RENDERED = "sentence"
SEARCHES = ("startswith", "endswith", "find", "index", "search", "match", "fullmatch")


def lines(*numbers: int) -> tuple[LineOrigin, ...]:
    return tuple(LineOrigin(number, 0, 1) for number in numbers)


def test_every_kind_is_a_value():
    with pytest.raises(AttributeError, match="immutable"):
        written.SeveralFigures(2).count = 3
    assert not any(hasattr(kind, "__dict__") and kind.__dictoffset__ for kind in KINDS)
    assert written.SeveralFigures(2) == written.SeveralFigures(2) != written.SeveralFigures(3)
    assert tables.NoLabel() != tables.UnknownTable()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_sentence_and_every_sentence_a_kind(language):
    assert set(LANGUAGES[language]) == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS, key=lambda kind: kind.__name__))
def test_a_sentence_speaks_of_all_that_its_kind_holds(kind):
    wording = LANGUAGES["en"][kind]
    if isinstance(wording, str):
        assert {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(wording) if name} == {
            *kind.fields()
        }


def test_a_kind_takes_what_it_is_about():
    confirmed = evidence.PeriodContradicted("row", "2Q11", "2Q12", confirmed=True)
    assert (confirmed.said, confirmed.confirmed) == ("2Q11", True)
    assert not evidence.PeriodContradicted("row", "2Q11", meant="2Q12").confirmed
    assert repr(written.SeveralFigures(2)) == "SeveralFigures(count=2)"
    assert pickle.loads(pickle.dumps(confirmed)) in {confirmed}
    for wrong in ((), ("row", "2Q11", "2Q12", True, "more")):
        with pytest.raises(TypeError, match="PeriodContradicted is of of, said, meant, confirmed"):
            evidence.PeriodContradicted(*wrong)


def test_a_reason_in_a_reason_is_found_and_told():
    reason = both(withdrawn.DamagedZone("Sales"), None, written.DamagedCell(written.SeveralFigures(2)))
    assert isinstance(reason, Joint)
    assert said(reason, written.SeveralFigures)
    assert part(reason, withdrawn.DamagedZone) == withdrawn.DamagedZone("Sales")
    assert not said(None, written.SeveralFigures)
    zone = "damaged zone: 'Sales' prints nothing in this column, rows may have slipped"
    assert sentence(reason) == f"{zone}; damaged cell: 2 figures in one cell"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (tables.NoLine("Income", ()), "no line of Income has this label"),
        (
            tables.NoLine("Income", (("Sales", "Revenues"), ("Sale", "Gain"))),
            "no line of Income has this label; nearest: 'Sales' (Revenues), 'Sale' (Gain)",
        ),
        (tables.AmbiguousRow((None, "Revenues")), "ambiguous: Revenues or a heading"),
        (tables.CountsOther("", "Shares", "shares"), "counts nothing, but Shares is in shares"),
        (prose.MoneyForOther("share", "Revenues"), "an amount of money per share, which Revenues is not"),
        (prose.MoneyForOther("", "Shares"), "an amount of money, which Shares is not"),
        (
            evidence.LabelContradicted("Sales", lines(3, 9)),
            "the label 'Sales' is contradicted: in every column the figure is the sum of lines 3 to 9",
        ),
        (evidence.TargetAddsUp("Sales", lines(3, 4)), "Sales adds up with it and lines 3, 4"),
        (evidence.TargetAddsUp("Sales", lines(3, 4, 5, 6, 9)), "Sales adds up with it and lines 3 to 9"),
    ],
)
def test_words_that_depend_on_values(reason, words):
    assert sentence(reason) == words


def comparisons_of_words(source: str) -> list[str]:
    """The comparisons in a module whose sides hold a rendered sentence or are a string beside a reason."""
    found = []
    for node in ast.walk(ast.parse(source)):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SEARCHES:
            sides = [node.func.value, *node.args]
        if any(_is_rendered(side) for side in sides):
            found.append(ast.unparse(node))
    return found


def _is_rendered(side: ast.expr) -> bool:
    if isinstance(side, ast.Call) and isinstance(side.func, ast.Name):
        return side.func.id == RENDERED or (side.func.id == "str" and bool(side.args) and _is_reason(side.args[0]))
    return _is_reason(side)


def _is_reason(side: ast.expr) -> bool:
    return isinstance(side, ast.Attribute) and side.attr in ("reason", "problem", "message")


def test_comparisons_of_words_are_seen():
    assert comparisons_of_words('if "contradicted" in item.reason: pass\nsentence(x).startswith("a")') == [
        "'contradicted' in item.reason",
        "sentence(x).startswith('a')",
    ]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(Path(path).relative_to(PACKAGE)))
def test_nothing_decides_on_the_wording_of_a_reason(path):
    assert comparisons_of_words(path.read_text(encoding="utf-8")) == []
