"""Processors that are not Arelle read what we write: the same facts, the same values.

ixbrlparse reads the inline report, py-xbrl and edgartools the instance with its taxonomy. The first two give values as
binary floats, so values are compared as floats. edgartools brings 300 MB of packages: an extra of its own installs it.
brel is left out: it is slow.
"""

import shutil
import warnings

import pytest

from examples import EXAMPLE, inline_of, report_on, shipped
from iij_xbrl.facts import Occurrence
from iij_xbrl.report import Report
from iij_xbrl.report.ids import occurrence_ids, text_id
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.validate.arelle import schema_cache
from iij_xbrl.write import write_instance
from iij_xbrl.write.aspects import said


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return shipped()


@pytest.fixture(scope="module")
def report() -> Report:
    return report_on(EXAMPLE)


def printed(occurrence: Occurrence) -> tuple[str, str, str, float]:
    point = occurrence.point
    start = str(point.period.start or point.period.end)
    return point.concept, start, str(point.period.end), float(occurrence.value)


def test_ixbrlparse_reads_every_occurrence_of_the_inline_report(report, tmp_path):
    ixbrlparse = pytest.importorskip("ixbrlparse")
    path = tmp_path / "report.xhtml"
    path.write_bytes(inline_of(EXAMPLE))
    with path.open(encoding="utf-8") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = ixbrlparse.IXBRL(file, raise_on_error=False)
    ids = occurrence_ids(occurrence for fact in report.facts for occurrence in fact.occurrences)
    expected = {id_: (*printed(occurrence), occurrence.point.unit) for occurrence, id_ in ids.items()}
    read_ = {}
    for fact in found.numeric:
        period = fact.context
        start, end = (period.instant, period.instant) if period.instant else (period.startdate, period.enddate)
        read_[fact.soup_tag["id"]] = (fact.name, str(start), str(end), pytest.approx(fact.value), fact.unit)
    assert found.errors == []
    # ixbrlparse does not know the formats of days in transformation registry 5: it warns, and gives the words instead.
    words = {fact.soup_tag["id"]: fact.value for fact in found.nonnumeric}
    assert {text_id(fact) for fact in report.texts} == words.keys()
    assert words["t.r_AccountingStandard.v"] == "U.S. GAAP"
    assert words["t.r_DocumentPeriodEndDate.v"] == "September 30, 2011"
    # ixbrlparse knows no divided units: it gives the numerator's.
    assert read_.keys() == expected.keys()
    for id_, (*aspects, unit) in expected.items():
        *others, other_unit = read_[id_]
        assert aspects == others
        assert unit.split("/")[0] == other_unit or "/" in unit


@pytest.mark.slow
def test_py_xbrl_reads_every_data_point_of_the_instance_and_its_taxonomy(report, taxonomy, tmp_path):
    cache = pytest.importorskip("xbrl.cache")
    instance = pytest.importorskip("xbrl.instance")
    for scheme in ("http", "https"):  # what py-xbrl would download
        shutil.copytree(schema_cache() / scheme, tmp_path / "cache", dirs_exist_ok=True)
    base = taxonomy.schema_ref.partition("://")[2].rpartition("/")[0]
    shutil.copytree(taxonomy.folder / "package", tmp_path / "cache" / base)
    path = tmp_path / "report.xbrl"
    path.write_bytes(write_instance(report, taxonomy))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = instance.XbrlParser(cache.HttpCache(str(tmp_path / "cache"))).parse_instance(str(path))
    read_ = []
    for fact in found.facts:
        context = fact.context
        end = getattr(context, "instant_date", None) or context.end_date
        read_.append((fact.concept.name, str(getattr(context, "start_date", end)), str(end), fact.value))
    numbers = [(*aspects, float(value)) for *aspects, value in read_ if not isinstance(value, str)]
    assert sorted(numbers) == sorted(printed(fact.occurrence) for fact in report.facts)
    words = {concept: value for concept, *_, value in read_ if isinstance(value, str)}
    assert words == {fact.concept: fact.value for fact in said(report)}


@pytest.mark.slow
def test_edgartools_reads_every_data_point_with_its_label(report, taxonomy, tmp_path):
    xbrl = pytest.importorskip("edgar.xbrl", reason="pip install '.[interoperability]' installs edgartools")
    path = tmp_path / "report.xbrl"
    path.write_bytes(write_instance(report, taxonomy))
    package = {part.stem.rpartition("-")[2]: part for part in (taxonomy.folder / "package").glob("*.xml")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = xbrl.XBRL.from_files(
            instance_file=path,
            schema_file=taxonomy.folder / "package" / taxonomy.schema_ref.rpartition("/")[2],
            presentation_file=package["presentation"],
            calculation_file=package["IncomeStatement"],
            definition_file=package["definition"],
            label_file=package["en"],
        )
        read_ = found.facts.get_facts()
    assert {fact["fact_id"]: (fact["concept"], fact["value"], fact["decimals"]) for fact in read_} == {
        fact.id: (f"iij:{fact.point.concept}", str(fact.occurrence.value), str(fact.occurrence.decimals))
        for fact in report.facts
    }
    assert not [fact["concept"] for fact in read_ if fact["label"] in (None, "", fact["concept"])]
