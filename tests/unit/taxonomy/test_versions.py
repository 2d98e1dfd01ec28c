"""Versions: what changed between two, and that no schema changes without a new one."""

import hashlib
from pathlib import Path

import pytest

from iij_xbrl.errors import ResourceError
from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.present.taxonomy_changes import as_html, as_text
from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.loaded import load, load_packaged
from iij_xbrl.taxonomy.versions import Change, changes
from iij_xbrl.write import taxonomy_package

# The schema of each version, as published: a schema that changes needs a new version, and a line here.
PUBLISHED = {
    "1.0": "f85f9c0cd3054942022ea97b5b8ab224c712c85d3cc74af34a525311e739dd23",
    "1.1": "a527e1a5de502bb6dbbb8e0a1bc1834baa3b9d493d18da8fc0b395495552d334",
    "1.2": "a527e1a5de502bb6dbbb8e0a1bc1834baa3b9d493d18da8fc0b395495552d334",  # relations to other taxonomies
    "1.3": "d7298dd7ec485f243e5e97267ee53d3e401d57750db232c6c67c69bb2ca6bdda",  # ADS ratios beside their concept
    "1.4": "df595d81e402b714e8cfe6302105f1770cc6cdf75cfe63a8146ff6b58cf0e8af",  # statements under IFRS
    "1.5": "7e49e9be5e36fec82df318adff3080bec3685238edc9392a6e1996fc2f239219",  # more statements under IFRS
    "1.6": "510149b1b1b68ec5d12f04f71afab4c4931e87633a7776d3962a972956dc2aa7",  # changes of profit before tax
    "1.7": "01014aab90cc25462c8841d5f1a41e6bdb89defc2bdc32296137e2659d9622c0",  # calculations of statements under IFRS
    "1.8": "f24190ac53289419e1513be925cd3bd8cd4276ddde02acb62d4e2c96ffb8e6fb",  # references apart
    "1.9": "8d2fa2bd6fd33faae55ba77955050e3be2ff4efbbb2b92354c23a0a4be7a530c",  # lines of releases under IFRS
    "1.10": "4e3c43324ede9e3ad38ef5228ea808685e484925f8290661810def3e67aa9272",  # lines of releases until 2008
    "1.11": "134fbdd325c27431bcc8c6d2f1f7f71448c65bb210297144e7b327398e7a0f18",  # a ratio of the Japanese form
    "1.12": "bcc94dd7b1fdec337edf70fa6a0e1873cddf334a556f75f6f6a68f219c4859a5",  # relations and labels
}


@pytest.fixture
def old(toy: Path) -> Taxonomy:
    build(toy)
    return load(toy)


def changed(old: Taxonomy, folder: Path) -> tuple[Change, ...]:
    build(folder)
    return changes(old, load(folder))


def test_a_version_differs_in_nothing_from_itself(old):
    assert changes(old, old) == ()


def test_another_label_is_a_change(old, edited):
    found = changed(old, edited("income.yaml", "en: Toy sales", "en: Toys sold"))
    assert [(item.kind, item.subject, item.name) for item in found] == [
        ("changed", "label", "ToySales [en]"),
        ("changed", "place", "Income: ToySales"),
    ]
    assert (found[0].before, found[0].after) == ("Toy sales", "Toys sold")


def test_a_new_line_is_a_concept_its_labels_its_place_and_a_part_of_its_sum(old, edited):
    line = "- ToySales: {en: Toy sales, ja: 玩具売上高, printed: [Toys], balance: credit}"
    added = f"{line}\n  - Rent: {{en: Rent, ja: 家賃, balance: credit}}"
    found = {(item.kind, item.subject, item.name) for item in changed(old, edited("income.yaml", line, added))}
    assert found >= {
        ("added", "concept", "Rent"),
        ("added", "label", "Rent [en]"),
        ("added", "place", "Income: Rent"),
        ("changed", "calculation", "Income: Sales"),
    }


def test_both_forms_say_what_was_and_what_is(old, edited):
    found = changed(old, edited("income.yaml", "en: Toy sales", "en: <Toys> sold"))
    assert "~ label ToySales [en]\n    was Toy sales\n    is  <Toys> sold\n" in as_text(found, old, old)
    assert "<td><del>Toy sales</del></td><td><ins>&lt;Toys&gt; sold</ins></td>" in as_html(found, old, old)


def test_no_label_is_obeyed_by_a_terminal_or_an_editor(old):
    told = [Change("label", "Sales en standard", "Sales", "\x1b[2J\u202e"), Change("concept", "\x9b", "", "x")]
    for shown in (as_text(told, old, old), as_html(told, old, old)):
        assert not set("\x1b\u202e\x9b") & set(shown)


def test_a_schema_that_changes_has_a_new_version():
    taxonomy = load_taxonomy()
    schema = (taxonomy.folder / "package" / taxonomy.entry_point).read_bytes()
    assert hashlib.sha256(schema).hexdigest() == PUBLISHED[taxonomy.version], (
        "the schema changed: give the taxonomy a new version (and date) in taxonomy.yaml, and add its line here"
    )


def test_packages_are_compared_as_their_folders_are(old, edited, tmp_path):
    before, after = tmp_path / "before.zip", tmp_path / "after.zip"
    before.write_bytes(taxonomy_package(old.folder / "package", "toy", index=True))
    folder = edited("income.yaml", "en: Toy sales", "en: Toys sold")
    build(folder)
    after.write_bytes(taxonomy_package(folder / "package", "toy", index=True))
    assert changes(load_packaged(before), load_packaged(after)) == changes(old, load_packaged(folder)) != ()


def test_a_package_without_an_index_cannot_be_compared(old, tmp_path):
    path = tmp_path / "other.zip"
    path.write_bytes(taxonomy_package(old.folder / "package"))
    with pytest.raises(ResourceError, match=r"other.zip: no index.json in it; `iij-xbrl taxonomy package` writes it"):
        load_packaged(path)
