"""Output in Japanese: the words are data, fit what they are the words of, and what they lack is told in English."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import iij_xbrl
from examples import EXAMPLE, excerpt, shipped
from iij_xbrl.cli import main
from iij_xbrl.messages.catalogue import messages, translated
from iij_xbrl.messages.words import filled, words_of
from iij_xbrl.present.findings.words import in_words, words_in
from iij_xbrl.prove.findings import CATALOGUE, Finding
from iij_xbrl.reasons.render import LANGUAGES, sentence, sentences_in
from iij_xbrl.reasons.tables import NoLine, NotOverYet
from support import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
PACKAGE = Path(iij_xbrl.__file__).parent
KINDS = {kind.__name__: kind for kind in LANGUAGES["en"]}
FIELD = re.compile(r"\{(\w+)\}")
JAPANESE = re.compile("[぀-ヿ㐀-鿿]")
MISPRINT = "| Six months ended September 30, 2011 | 47,207 |"


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    """The sections of the example in which operating income is printed with two values."""
    path = tmp_path_factory.mktemp("words") / "release.md"
    sections = (
        "Operating Results Summary",
        "1. Consolidated Financial Results for the first Six Months Ended September 30, 2011",
        "(1) Consolidated Results of Operations",
    )
    path.write_text(excerpt(EXAMPLE, *sections), encoding="utf-8")
    return path


def shown(*arguments: str) -> str:
    return CliRunner().invoke(main, arguments).output


@pytest.mark.parametrize("kind", sentences_in("ja"))
def test_a_sentence_is_that_of_a_kind_and_fills_in_its_fields(kind):
    assert set(FIELD.findall(sentences_in("ja")[kind])) <= {*KINDS[kind].fields()}


def test_each_finding_has_a_sentence():
    assert set(words_of("ja").findings) == set(CATALOGUE)


def test_each_phrase_is_one_that_is_printed():
    texts = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    counted = {f"{{count}} {noun}" for noun in texts}
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2"))
    others = set(words_of("ja").phrases) - texts - counted
    assert [phrase for phrase in others if f'"{phrase}"' not in templates] == []


def test_a_reason_is_told_in_japanese():
    assert sentence(NotOverYet(), "ja") == "期間が終了しておらず、予想とも示されていない"
    near = NoLine("IncomeStatement", (("営業利益", "OperatingIncome"),))
    assert sentence(near, "ja") == "IncomeStatementにこの項目名の行がない（近いもの：「営業利益」（OperatingIncome））"
    assert sentence(NoLine("IncomeStatement", ()), "ja") == "IncomeStatementにこの項目名の行がない"


def test_what_has_no_words_is_told_in_english(monkeypatch):
    monkeypatch.setattr("iij_xbrl.reasons.render.sentences_in", lambda _: {})
    assert sentence(NotOverYet(), "ja") == sentence(NotOverYet())


def test_a_part_of_a_sentence_goes_where_its_field_is_empty():
    assert filled("{a}が[{b}と]合わない", {"a": "営業利益", "b": ""}) == "営業利益が合わない"


def test_a_finding_names_the_concept_by_its_label():
    finding = Finding("unread-number", "error", "cannot be read", "", (), ())
    assert in_words(finding, words_in("en", shipped())) == "cannot be read"
    assert JAPANESE.search(in_words(finding, words_in("ja", shipped())))
    assert words_in("ja", shipped()).concept("OperatingIncome") == "営業利益"


def test_a_check_follows_the_language(page):
    japanese, english = (shown("check", str(page), "--lang", code) for code in ("ja", "en"))
    assert "考えられる原因  1桁の誤り" in japanese
    assert "likely cause" not in japanese
    assert JAPANESE.search(english) is None
    assert "inconsistent-duplicate:OperatingIncome:2011-04-01/2011-09-30" in japanese


@pytest.mark.parametrize("output", ["html", "json", "sarif"])
def test_a_check_in_a_format_follows_the_language(page, output):
    japanese, english = (shown("check", str(page), "--format", output, "--lang", code) for code in ("ja", "en"))
    assert "営業利益" in japanese and "と一致しない" in japanese
    assert JAPANESE.search(english) is None


def test_the_page_of_findings_says_its_language(page):
    shown_page = shown("check", str(page), "--format", "html", "--lang", "ja")
    assert '<html lang="ja">' in shown_page
    assert "指摘事項" in shown_page and "考えられる原因" in shown_page and "Likely cause" not in shown_page


def test_an_explanation_follows_the_language(page):
    lines = page.read_text(encoding="utf-8").split("\n")
    (line,) = [number for number, text in enumerate(lines, 1) if text.startswith(MISPRINT)]
    told = shown("explain", str(page), f"{line}:{lines[line - 1].index('2,488') + 1}", "--lang", "ja")
    assert "iij:OperatingIncome  営業利益  Operating income" in told
    assert "状態" in told and "ファクト" in told


def test_the_summary_of_a_conversion_follows_the_language(page, tmp_path):
    told = shown("convert", str(page), "--no-validate", "-o", str(tmp_path / "out"), "--lang", "ja")
    assert all(heading in told for heading in ("文書中の数値", "文書中の矛盾", "ファイル"))
    assert not any(heading in told for heading in ("numbers of the release", "Contradictions in the release", "Files"))


RELEASE = REPOSITORY / "examples" / "1h11-ja" / "release.md"


def test_an_explanation_says_what_gave_a_figure_in_japanese():
    told = shown("explain", str(RELEASE), "24:32", "--lang", "ja")
    assert "業績概要" in told and "表示名：" in told
    assert "OperatingResultsSummary" not in told and "printed as" not in told


def test_a_correction_is_told_in_the_language_of_its_reason():
    told = shown("explain", str(RELEASE), "565:35", "--lang", "ja")
    assert "「2,488」と表示されているが、正しくは2,448" in told
    assert "Printed as" not in told and "corrected:" not in told


def test_a_loss_is_expected_as_a_japanese_page_marks_it():
    told = shown("check", str(RELEASE), "--all", "--lang", "ja")
    assert "△209" in told and "(209)" not in told


def test_every_message_is_explained_in_japanese():
    english, japanese = messages(), translated("ja")
    lacking = [code for code in english if not JAPANESE.search(japanese[code].means + japanese[code].do)]
    assert lacking == []
    assert [code for code in english if english[code].why and japanese[code].why == english[code].why] == []
    assert all(japanese[code].example == message.example for code, message in english.items())


def test_a_translation_is_that_of_a_message():
    data = tomllib.loads((PACKAGE / "messages" / "catalogue_ja.toml").read_text(encoding="utf-8"))
    assert set(data["messages"]) <= set(messages())
    assert set(data["why"]) <= {message.why for message in messages().values()}


def test_a_message_is_explained_in_the_language():
    output = shown("explain", "open-relation", "--lang", "ja")
    titles = [line for line in output.splitlines() if line and not line.startswith(" ")]
    assert titles == ["open-relation", "意味", "重要な理由", "例", "対処"]


def test_what_gave_a_figure_of_a_sentence_is_told_in_japanese(tmp_path):
    page = tmp_path / "release.md"
    page.write_text(
        "# 2012年3月期 第2四半期決算短信\n\n株式会社インターネットイニシアティブ（コード番号 3774）\n\n"
        "当第2四半期連結累計期間の営業収益は47,207百万円（前年同期比37.7％増）となりました。\n",
        encoding="utf-8",
    )
    assert "「営業収益」（営業収益合計を示す語句）" in shown("explain", str(page), "47,207", "--lang", "ja")
    output = shown("explain", str(page), "37.7", "--lang", "ja")
    assert "増加、前年同期比" in output
    assert "文又は段落の示す期間" in output


def test_why_a_figure_is_no_fact_names_concepts_and_tables_in_japanese(tmp_path):
    page = tmp_path / "release.md"
    page.write_text(
        "# 2020年3月期 決算短信〔IFRS〕（連結）\n\n株式会社インターネットイニシアティブ（コード番号 3774）\n\n"
        "### 連結財政状態計算書\n\n（単位：千円）\n\n| | 2019年3月31日 | 2020年3月31日 |\n|---|---:|---:|\n"
        "| 現金及び現金同等物 | 31,957,789 | 38,671,734 |\n| 営業債権等 | 33,374,830 | 32,585,140 |\n",
        encoding="utf-8",
    )
    output = shown("convert", str(page), "--no-validate", "-o", str(tmp_path / "out"), "--lang", "ja")
    assert "連結財政状態計算書にこの項目名の行がない（近いもの：「営業債権」（営業債権））" in output
    assert "既存の行の表示名とする場合" in output and "a new line of" not in output


def test_every_kind_of_reason_has_a_sentence_in_japanese():
    assert {kind.__name__ for kind in LANGUAGES["en"]} - set(sentences_in("ja")) == set()


def test_axes_and_members_of_relations_have_the_names_that_the_taxonomy_gives_them():
    words = words_in("ja", shipped())
    assert (
        words.named("OperatingIncome[SegmentAxis=AtmOperationBusinessMember]") == "営業利益[事業セグメント=ATM運営事業]"
    )
    assert words_in("en", shipped()).concept("SegmentAxis") == "SegmentAxis"
