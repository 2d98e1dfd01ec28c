"""The code is what the design says: stages in one direction, one boundary to the validator, nothing of an issuer."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from support import REPOSITORY

PACKAGE = REPOSITORY / "converter" / "iij_xbrl"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
STAGES = ("read", "extract", "facts", "map", "reconcile", "report", "write", "validate", "prove", "present")
# Rooms in the order in which they may be used; what stands beside them is used by any.
ROOMS = {
    "extract": ("times", "cells", "heads", "figures"),
    "read.layout": ("lines", "tables", "overleaf"),
    "map.scopes": ("words", "titles", "tables", "terms"),
    "map.tables": ("rows", "figures"),
    "map.prose": ("lines", "grammar", "japanese"),
    "reconcile": ("damage", "signs"),
    "taxonomy": ("source", "compiler"),
}
# Beside the stages stand the languages and the reasons, which know nothing of them, the taxonomy, whose index they read
# and whose tools may ask the validator, and the relations, which reconcile and prove evaluate. On top of all of them
# are the modules that join them together.
BESIDE = (
    "borders",
    "errors",
    "limits",
    "locks",
    "process_limits",
    "scratch",
    "reasons",
    "messages",
    "resources",
    "languages",
    "taxonomy",
    "relations",
)
ABOVE = (
    "pipeline",
    "tables",
    "dataset",
    "explain",
    "convert",
    "exit_codes",
    "batch",
    "api",
    "cli",
    "__main__",
    "__init__",
)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


@cache
def imported(module: str, *, when_loaded: bool = False) -> set[str]:
    """The names of the modules that a module imports; `when_loaded` leaves out those inside functions and for types."""
    found: set[str] = set()
    todo: list[ast.AST] = [tree(module)]
    while todo:
        node = todo.pop()
        if when_loaded and (isinstance(node, ast.FunctionDef) or is_for_types(node)):
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{module}: imports are written out in full"
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        todo += ast.iter_child_nodes(node)
    return found


def ours(module: str, *, when_loaded: bool = False) -> set[str]:
    names = {name.removeprefix("iij_xbrl.") for name in imported(module, when_loaded=when_loaded)}
    return {name for name in names if name in MODULES} - {module}


def stage(module: str) -> str:
    return module.split(".")[0] or "__init__"


def room(module: str) -> tuple[str, int]:
    """The folder with rooms in which a module is, and which of its rooms it is in; none where it is in no room."""
    for folder, rooms in ROOMS.items():
        for number, name in enumerate(rooms):
            if f"{module}.".startswith(f"{folder}.{name}."):
                return folder, number
    return "", 0


def test_every_module_belongs_to_a_stage():
    assert {stage(module) for module in MODULES} <= {*STAGES, *BESIDE, *ABOVE}


@pytest.mark.parametrize("module", [module for module in MODULES if stage(module) in STAGES])
def test_no_stage_imports_a_later_one(module):
    own = STAGES.index(stage(module))
    for other in ours(module):
        assert stage(other) not in ABOVE or module.startswith("present"), f"{module} imports {other}"
        if stage(other) in STAGES:
            assert STAGES.index(stage(other)) <= own, f"{module} imports {other}, a later stage"


@pytest.mark.parametrize("module", [module for module in MODULES if room(module)[0]])
def test_no_room_imports_a_later_one(module):
    folder, own = room(module)
    assert not [other for other in ours(module) if room(other)[0] == folder and room(other)[1] > own]


def test_every_room_has_modules():
    of_modules = {room(module) for module in MODULES}
    assert {(folder, number) for folder, rooms in ROOMS.items() for number in range(len(rooms))} <= of_modules


@pytest.mark.parametrize("module", [module for module in MODULES if stage(module) in ("read", "extract")])
def test_reading_and_extracting_know_no_taxonomy(module):
    assert not [other for other in ours(module) if stage(other) == "taxonomy"]


@pytest.mark.parametrize("module", [module for module in MODULES if stage(module) == "relations"])
def test_relations_know_no_stage_after_the_report(module):
    later = {*STAGES[STAGES.index("write") :], *ABOVE}
    assert not [other for other in ours(module) if stage(other) in later]


NEUTRAL = ("borders", "errors", "languages", "limits", "process_limits")


@pytest.mark.parametrize("module", [module for module in MODULES if stage(module) == "read"])
def test_reading_knows_nothing_of_finance(module):
    assert {stage(other) for other in ours(module)} <= {"read", *NEUTRAL}


@pytest.mark.parametrize("when_loaded", [True, False], ids=["when loaded", "for types and in functions too"])
def test_imports_have_no_cycles(when_loaded):
    """Between modules: a circle that only types close is one for the reader all the same."""
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join((*path[path.index(module) :], module))
        if module not in done:
            for other in sorted(ours(module, when_loaded=when_loaded)):
                visit(other, (*path, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())
    assert done == set(MODULES)


def test_only_the_boundary_imports_the_validator():
    users = [module for module in MODULES if any(name.split(".")[0] == "arelle" for name in imported(module))]
    assert users == ["validate.arelle", "validate.known", "validate.warm"]


ISSUERS_WORDS = re.compile(r"\bIIJ\b(?! taxonomy)|hi-ho|Internet Initiative|ATM [Oo]peration|order backlog")


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes of docstrings, of attributes too."""
    found = set()
    for node in ast.walk(module):
        for statement in getattr(node, "body", []) if not isinstance(node, ast.Lambda | ast.IfExp) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                found.add(id(statement.value))
    return found


def strings(module: str) -> list[str]:
    parsed = tree(module)
    skipped = docstrings(parsed)
    return [
        node.value
        for node in ast.walk(parsed)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
    ]


def test_strings_of_code_are_found_and_docstrings_left_out():
    assert "the row has no label" in strings("reasons.english")
    assert not [text for text in strings("reasons.english") if text.startswith("The sentences of reasons")]


def test_no_words_of_the_issuer_stand_in_code():
    assert [(module, text) for module in MODULES for text in strings(module) if ISSUERS_WORDS.search(text)] == []


def floats(module: str) -> list[str]:
    """The binary floats of a module: calls and constants."""
    nodes = list(ast.walk(tree(module)))
    alike = {id(node.value) for node in nodes if isinstance(node, ast.keyword) and node.arg == "cutoff"}
    calls = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "float"]
    constants = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    return [ast.unparse(node) for node in (*calls, *constants) if id(node) not in alike]


def test_no_binary_floats():
    """But for how alike two labels must be to be named as the nearest, which is no figure of a release.

    The layout of a page, of a PDF or of a text set with spaces, measures places on it; its figures stay text.
    """
    layout = ("read.layout.", "read.monospaced.", "read.pdf.")
    modules = [module for module in MODULES if not module.startswith(layout)]
    assert {module: found for module in modules if (found := floats(module))} == {}


def test_no_broad_except():
    caught = [
        (module, ast.unparse(node.type) if node.type else "")
        for module in sorted({*MODULES} - {"cli.common"})
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ExceptHandler)
    ]
    assert [item for item in caught if item[1] in ("", "Exception", "BaseException")] == []


def test_one_place_turns_any_exception_into_an_exit_code():
    caught = [node.type for node in ast.walk(tree("cli.common")) if isinstance(node, ast.ExceptHandler)]
    assert [ast.unparse(kind) for kind in caught if kind].count("Exception") == 1


def test_the_tests_see_the_package_that_is_tested():
    import iij_xbrl

    assert Path(iij_xbrl.__file__).parent == PACKAGE
