"""Building writes everything or nothing."""

import pytest

from iij_xbrl.errors import ResourceError, SourceError
from iij_xbrl.taxonomy.build import build, stale
from iij_xbrl.taxonomy.loaded import load


def content(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_build_writes_package_and_index(toy, templates):
    written = build(toy, templates)
    assert {path for path in written if (toy / path).read_bytes() == written[path]} == set(written)
    assert {path.name for path in toy.iterdir()} == {"source", "package", "index.json"}
    assert load(toy).concepts["Sales"].balance == "credit"


def test_what_no_longer_belongs_to_the_package_is_removed(toy, templates):
    build(toy, templates)
    (toy / "package" / "toy-2019-01-31.xsd").write_text("old")
    assert stale(toy, templates) == ("package/toy-2019-01-31.xsd",)
    build(toy, templates)
    assert stale(toy, templates) == ()


def test_a_mistake_in_the_source_leaves_the_compiled_files_alone(edited, templates):
    folder = edited()
    build(folder, templates)
    edited("income.yaml", "en: Toy sales", "eng: Toy sales")
    before = content(folder)
    with pytest.raises(SourceError):
        build(folder, templates)
    assert content(folder) == before


def test_an_edit_makes_the_compiled_files_stale(edited, templates):
    folder = edited()
    build(folder, templates)
    edited("income.yaml", "en: Toy sales", "en: Games")
    assert stale(folder, templates) == ("index.json", "package/toy-2020-01-31-label-en.xml")


def test_what_was_loaded_before_is_the_same_value_until_its_index_changes(edited, templates):
    folder = edited()
    build(folder, templates)
    before = load(folder)
    assert load(folder) is before
    edited("income.yaml", "en: Toy sales", "en: Games")
    build(folder, templates)
    assert load(folder) is not before


def test_an_index_of_another_format_is_refused_with_what_to_do(toy, templates):
    build(toy, templates)
    index = toy / "index.json"
    index.write_text(index.read_text(encoding="utf-8").replace('"format": 1', '"format": 0'), encoding="utf-8")
    with pytest.raises(ResourceError, match=r"index\.json: format 0, expected 1; run `iij-xbrl taxonomy build`"):
        load(toy)
