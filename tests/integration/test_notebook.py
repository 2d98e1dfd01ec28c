"""The notebook of the examples runs from top to bottom, and shows what it says."""

import ast
import json

import pytest

from support import REPOSITORY

NOTEBOOK = REPOSITORY / "examples" / "facts.ipynb"


def shown(source: str, names: dict[str, object]) -> object:
    """Run a cell; its last expression, which a notebook shows."""
    *statements, last = ast.parse(source).body
    exec(compile(ast.Module(statements, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    exec(compile(ast.Module([last], []), "cell", "exec"), names)
    return None


@pytest.mark.slow
def test_the_notebook_runs(monkeypatch):
    pytest.importorskip("pandas", reason="pandas is not installed: pip install 'iij-xbrl[notebook]'")
    monkeypatch.chdir(NOTEBOOK.parent)
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names: dict[str, object] = {}
    values = [shown("".join(cell["source"]), names) for cell in cells if cell["cell_type"] == "code"]
    report, fact, revenue, findings, table, sizes, conversion = values
    assert "<table>" in report._repr_html_()
    assert fact[3] >= 1
    assert {"half", "quarter"} <= set(revenue["period_role"])
    assert "<table>" in findings._repr_html_()
    assert len(table)
    assert set(sizes.index) == {"1h11", "1h13"}
    assert "not validated" in repr(conversion)
