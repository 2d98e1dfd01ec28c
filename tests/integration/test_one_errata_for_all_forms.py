"""Decisions hold in each form of a release: they name findings and figures, not lines."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, read_release, report_of
from iij_xbrl.prove.check import Release, check
from iij_xbrl.prove.errata import errata_beside, read_errata
from support import REPOSITORY

FORMS = [
    path
    for name in ("1h11", "1h11-ja")
    for path in sorted((REPOSITORY / "examples" / name).iterdir())
    if path.suffix in (".html", ".md", ".pdf", ".xlsx")
]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_errata_of_an_example_decide_each_of_its_forms(path):
    taxonomy = load_taxonomy()
    document = read_release(path, taxonomy)
    errata = read_errata(errata_beside(path))
    result = check(Release(path, document, report_of(document, taxonomy)), taxonomy, errata)
    assert [item.id for item in result.found if item.finding.severity != "rounding"] == []
    assert len(result.decided) == len(errata.entries)
    assert len(result.corrections) == 3
