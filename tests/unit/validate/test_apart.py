"""A report from elsewhere is loaded in a process that takes no more than it may, and reads ordinary files only."""

import os
import signal

import pytest

from hostile import report
from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.present.viewer import save_viewer

SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://x">{}</xs:schema>'


def refusal(tmp_path, reference, **limits):
    path = tmp_path / "report.xhtml"
    path.write_text(report(reference=reference), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        save_viewer(path, tmp_path / "out", None, limits=Limits(**limits))
    assert not (tmp_path / "out").exists()
    return str(caught.value)


def test_a_pipe_is_no_schema(tmp_path):
    os.mkfifo(tmp_path / "pipe.xsd")
    assert "pipe.xsd: is no ordinary file" in refusal(tmp_path, "pipe.xsd")


def test_a_schema_that_names_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.xsd")
    named = '<xs:import namespace="http://z" schemaLocation="pipe.xsd"/>'
    (tmp_path / "first.xsd").write_text(SCHEMA.format(named), encoding="utf-8")
    assert "pipe.xsd: is no ordinary file" in refusal(tmp_path, "first.xsd")


def test_a_schema_that_takes_too_long_is_refused(tmp_path):
    elements = "".join(f'<xs:element name="e{at}"/>' for at in range(300_000))
    (tmp_path / "large.xsd").write_text(SCHEMA.format(elements), encoding="utf-8")
    told = refusal(tmp_path, "large.xsd", loading=1)
    assert told.endswith("report.xhtml: to load it takes more than 1 s (--limit loading=10)")


def test_a_schema_that_takes_too_much_memory_is_refused(tmp_path):
    with (tmp_path / "large.xsd").open("wb") as file:
        file.truncate(300_000_000)
    refusal(tmp_path, "large.xsd", memory=150)


def test_its_limits_are_not_those_of_the_program(tmp_path):
    import resource

    before = [resource.getrlimit(what) for what in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_CORE)]
    on_interrupt = signal.getsignal(signal.SIGINT)  # which a shell may have set for what it runs in the background
    refusal(tmp_path, "missing.xsd")
    assert before == [
        resource.getrlimit(what) for what in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_CORE)
    ]
    assert signal.getsignal(signal.SIGINT) == on_interrupt
