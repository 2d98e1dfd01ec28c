"""Templates of somebody's own: in the sandbox, with mistakes located."""

import re
import resource
import signal

import pytest

from iij_xbrl.errors import MalformedError, UsageError
from iij_xbrl.write.markup import environment, render_template, well_formed


def page(tmp_path, template, **values):
    (tmp_path / "page.j2").write_text(template, encoding="utf-8")
    return render_template(environment(look=tmp_path), "page.j2", tmp_path, **values)


def test_a_template_of_ones_own_is_used(tmp_path):
    assert page(tmp_path, "<p>{{ title }}</p>", title="A & B") == b"<p>A &amp; B</p>"


def test_no_template_prints_what_xml_does_not_allow(tmp_path):
    assert page(tmp_path, "<p>{{ title }}</p>", title="a\x1b\ufffeb") == b"<p>a  b</p>"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (
            "<p>\n{{ ''.__class__.__mro__ }}</p>",
            "page.j2:2: the template has a mistake: access to attribute '__class__'",
        ),
        ("<p>\n{{ cycler.__init__.__globals__.os }}</p>", "page.j2:2: the template has a mistake: access to attribute"),
        ("<p>\n\n{{ nothing }}</p>", "page.j2:3: the template has a mistake: 'nothing' is undefined"),
        ("<p>\n{% if %}</p>", "page.j2:2: the template has a mistake"),
        ("<p>{{ 1 / 0 }}</p>", "page.j2:1: the template has a mistake: division by zero"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "page.j2:1: the template has a mistake: Range too big"),
        ("{% include 'lost.j2' %}", "the template has a mistake: there is no template lost.j2"),
        ("{% include '../secret.j2' %}", "the template has a mistake: there is no template ../secret.j2"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_place(tmp_path, template, words):
    (tmp_path.parent / "secret.j2").write_text("secret")
    with pytest.raises(UsageError) as caught:
        page(tmp_path, template)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", "it takes more than 0.1 s"),
        ("{% macro m(n) %}{{ m(n - 1) if n }}{{ m(n - 1) if n }}{% endmacro %}{{ m(40) }}", "it takes more than 0.1 s"),
        ("<p>{{ 'a' * 10 ** 9 }}</p>", "it takes more than 250,000,000 bytes of memory"),
        ("<p>{{ 'a' | center(10 ** 9) }}</p>", "it takes more than 250,000,000 bytes of memory"),
        ("{% set n = namespace(x='aa') %}{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}", "of memory"),
        ("<p>{{ 10 ** (10 ** 8) }}</p>", "a number is too large"),
        ("{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}", "too large"),
    ],
)
def test_a_template_that_takes_too_much_is_stopped(tmp_path, monkeypatch, template, words):
    if words.endswith(" s"):
        monkeypatch.setattr("iij_xbrl.write.sandbox._SECONDS", 0.1)
    with pytest.raises(UsageError, match=re.escape("page.j2:1: the template has a mistake")) as caught:
        page(tmp_path, template)
    assert words in str(caught.value)


def test_what_stops_a_template_is_gone_behind_it(tmp_path):
    limits = resource.getrlimit(resource.RLIMIT_AS)
    page(tmp_path, "<p/>")
    assert resource.getrlimit(resource.RLIMIT_AS) == limits
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_a_folder_that_is_missing_is_a_wrong_argument(tmp_path):
    with pytest.raises(UsageError, match="no such folder of templates"):
        environment(look=tmp_path / "missing")


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    look = tmp_path / "look"
    look.mkdir()
    (tmp_path / "secret").write_text("secret")
    (look / "page.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(UsageError, match="leads out of the folder of templates"):
        environment(look=look)


@pytest.mark.parametrize("template", ["no markup", "<p>", "<p>&nbsp;</p>", "<p></q>"])
def test_what_is_no_xml_is_not_given_on(tmp_path, template):
    with pytest.raises(MalformedError, match="not well-formed XML"):
        page(tmp_path, template)


def test_xml_is_given_on_as_it_is():
    assert well_formed(b"<p/>", "page") == b"<p/>"
