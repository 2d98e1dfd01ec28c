"""Whose release a document is: it must name the issuer, and nobody else as its author."""

from pathlib import Path

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.map.issuer import check_issuer, doubt_of_issuer
from iij_xbrl.pipeline import load_taxonomy
from support import page


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


@pytest.mark.parametrize(
    "text",
    [
        "Internet Initiative Japan Inc.\n\nResults\n",
        "# IIJ Announces First Six Months Financial Results\n",
        "Results\n\nCode number: 3774\n",
        "株式会社インターネットイニシアティブ\n\n決算短信\n",
        "Results of the group\n\nIIJ has partners such as Example Networks Corporation.\n",
    ],
)
def test_a_release_that_names_the_issuer_is_its_own(taxonomy, text):
    assert doubt_of_issuer(page(text), taxonomy.entity) == ""


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Example Networks Corporation\n\nResults\n", "Example Networks Corporation"),
        ("IIJ Global Solutions Inc.\n\nResults\n", "IIJ Global Solutions Inc."),
        ("Peer Corp.\n\nPeer Corp. competes with IIJ.\n", "Peer Corp."),
    ],
)
def test_another_author_is_named(taxonomy, text, author):
    assert doubt_of_issuer(page(text), taxonomy.entity).startswith(f"its author is {author}, not")


@pytest.mark.parametrize("text", ["Results\n\nRevenues were JPY3,774 million.\n", "Results of 13774 shops\n"])
def test_a_release_that_names_nobody_is_refused(taxonomy, text):
    with pytest.raises(InputError, match=r"does not name Internet Initiative Japan Inc\.; --any-issuer reads it"):
        check_issuer(page(text), taxonomy, Path("page.md"))


@pytest.mark.parametrize(
    "line",
    [
        "Published by Example Securities Co., Ltd. on November 8, 2011.",
        "Analyst report: IIJ",
        "Equity Research Note on Internet Initiative Japan Inc.",
        "This summary was prepared by a student of finance.",
    ],
)
def test_what_others_wrote_about_the_issuer_is_not_its_release(taxonomy, line):
    text = f"Internet Initiative Japan Inc.\n\n{line}\n\nResults\n"
    assert "wrote it" in doubt_of_issuer(page(text), taxonomy.entity)


@pytest.mark.parametrize(
    "line", ["Prepared by the company.", "Published by Internet Initiative Japan Inc.", "Issued by IIJ on November 8."]
)
def test_what_the_issuer_wrote_is_its_own(taxonomy, line):
    text = f"Internet Initiative Japan Inc.\n\n{line}\n\nResults\n"
    assert doubt_of_issuer(page(text), taxonomy.entity) == ""
