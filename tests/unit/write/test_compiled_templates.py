"""Templates are compiled once a process, and again where they have changed."""

from iij_xbrl.write.compiled_templates import compiled_templates
from iij_xbrl.write.markup import environment


def test_a_template_is_compiled_once(tmp_path, monkeypatch):
    (tmp_path / "a.j2").write_text("one")
    assert environment(tmp_path).get_template("a.j2").render() == "one"
    with monkeypatch.context() as patched:
        patched.setattr("jinja2.environment.Environment.compile", None)  # calling it would fail
        assert environment(tmp_path).get_template("a.j2").render() == "one"


def test_a_template_that_has_changed_is_compiled_again(tmp_path):
    for text in ("one", "two"):
        (tmp_path / "a.j2").write_text(text)
        assert environment(tmp_path).get_template("a.j2").render() == text


def test_somebodys_own_templates_are_not_kept(tmp_path):
    (tmp_path / "a.j2").write_text("one")
    environment(look=tmp_path).get_template("a.j2")
    assert not any(code.co_filename == str(tmp_path / "a.j2") for _, code in compiled_templates()._compiled.values())
