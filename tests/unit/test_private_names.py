"""A name that begins with an underscore is of its own module, and used there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_SOURCES = Path(__file__).parents[2] / "converter" / "iij_xbrl"


def _bound(tree: ast.Module) -> Iterator[str]:
    """The private names that a module binds at its top."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


@pytest.mark.parametrize("room", sorted(path.name for path in _SOURCES.iterdir() if (path / "__init__.py").exists()))
def test_each_private_name_of_a_module_is_used_in_it(room: str) -> None:
    unused = []
    for path in sorted((_SOURCES / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        private = {name for name in _bound(tree) if name.startswith("_") and not name.startswith("__") and name != "_"}
        unused += [f"{path.relative_to(_SOURCES)}: {name}" for name in sorted(private - used)]
    assert unused == []
