"""Words that are matched against a page stand in the languages' data files, not in code."""

import ast
import re
from pathlib import Path

import pytest

import iij_xbrl

PACKAGE = Path(iij_xbrl.__file__).parent
METHODS = ("startswith", "endswith", "removeprefix", "removesuffix", "count", "find")
# The stages that read what a page says. Readers of formats know words of formats only, but for what notes are called.
STAGES = ("extract", "map", "reconcile", "report", "prove")
MODULES = [PACKAGE / "read" / "marks.py", *sorted(path for stage in STAGES for path in (PACKAGE / stage).rglob("*.py"))]
# What a pattern holds that is no word of a language: names of groups, escapes, classes of characters, comments.
NO_WORDS = re.compile(r"\(\?P[<=]\w+[>)]|\(\?[a-z-]+|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\.|\[(?:\\.|[^\]\\])*\]|#[^\n]*")
WORD = re.compile(r"[^\W\d_]{2,}")
# Words of formats and of the taxonomy's source, which no page prints as such.
_TAGS = {
    *("body", "center", "charset", "div", "doctype", "encoding", "font", "head", "html", "meta", "noscript", "script"),
    *("span", "style", "table", "template", "textarea", "title", "xml", "xmp", "CDATA"),
}
OF_FORMATS = {
    "map/prose/phrases.py": {"figure", "period", "name", "holder"},
    "read/html/__init__.py": _TAGS,
    "read/html/encoding.py": _TAGS,
    "read/html/source.py": _TAGS,
    "read/marks.py": {"sup"},
}


def patterns(tree: ast.Module):
    """The texts of regular expressions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield "".join(texts(node.args[0]))


def texts(node: ast.AST):
    """The texts in an expression, keys such as `match["year"]` aside."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.Subscript) and child is node.slice):
            yield from texts(child)


def compared(tree: ast.Module):
    """The texts that words of a page are compared with: `self.word(at) == "and"`, `text.casefold() in ("a", "b")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(reads_page(side) for side in sides):
                yield from (text for side in sides for text in texts(side))
        elif is_asked(node):
            yield from (text for argument in node.args for text in texts(argument))


def is_asked(node: ast.AST) -> bool:
    """Whether a method of a text of the page is called that takes another text."""
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS
    return is_method and reads_page(node.func.value)


def reads_page(node: ast.AST) -> bool:
    """Whether an expression is what a page says: a word of it, or a text in small letters."""
    text = ast.unparse(node)
    return bool(re.search(r"\.(?:word|casefold|lower)\(|\.plain\b|\.text$", text))


def words_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {word for pattern in patterns(tree) for word in WORD.findall(NO_WORDS.sub(" ", pattern))}
    return found | {word for text in compared(tree) for word in WORD.findall(text)}


def test_words_of_patterns_are_found_and_names_of_groups_left_out():
    tree = ast.parse('import re\nP = re.compile(r"(?P<month>march|\\bapril)\\s+[a-z]+")')
    (pattern,) = patterns(tree)
    assert WORD.findall(NO_WORDS.sub(" ", pattern)) == ["march", "april"]


def test_words_that_texts_are_compared_with_are_found():
    tree = ast.parse('ok = self.word(at) == "and" or match["x"].lower() in ("half", "quarter")')
    assert set(compared(tree)) >= {"and", "half", "quarter"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_word_of_a_language_stands_in_code(path):
    assert words_in(path) - OF_FORMATS.get(path.relative_to(PACKAGE).as_posix(), set()) == set()
