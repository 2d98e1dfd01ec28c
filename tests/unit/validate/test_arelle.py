"""The boundary to Arelle, with a taxonomy of four concepts: Sales = ProductSales + ServiceSales, SharesIssued."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.report.ids import occurrence_ids
from iij_xbrl.report.model import DataPoint, Fact, Occurrence, Period, Report
from iij_xbrl.taxonomy.index import Entity, Taxonomy
from iij_xbrl.validate import Message, Validation, validate_instance, validate_taxonomy
from iij_xbrl.validate.arelle import schema_cache
from iij_xbrl.write import write_instance
from iij_xbrl.write.packages import taxonomy_package
from support import at

PACKAGE = Path(__file__).parent / "fixtures" / "package"
MINI = Taxonomy(
    prefix="mini",
    namespace="https://mini.example/2026-11-30/mini",
    schema_ref="https://mini.example/2026-11-30/mini.xsd",
    entity=Entity("Mini", "https://mini.example/entities", "1", "JPY", (4, 1), ()),
    types={},
    concepts={},
    places=(),
    default_members={"RegionAxis": "RegionDomain"},
    version="1.0",
    folder=PACKAGE,
)
HALF = Period(date(2011, 9, 30), date(2011, 4, 1))
WRONG_SUM = "calc11e:inconsistentCalculationUsingRounding"


def printed(line: int, concept: str, value: int, unit: str = "iso4217:JPY", **aspects: object) -> Occurrence:
    """One figure; each stands on a line of its own, so its fact has the id `f.l<line>c0.v`."""
    point = DataPoint(concept, aspects.get("dimensions", ()), aspects.get("period", HALF), unit)
    return Occurrence(point, Decimal(value), Decimal(value), 0, at(line, 0, 9), str(value), concept, "")


@pytest.fixture
def instance(tmp_path):
    """Writes figures as an instance, every one of them, and gives its path."""

    def write(*figures: Occurrence) -> Path:
        ids = occurrence_ids(figures)
        facts = tuple(Fact(ids[item], item.point, item, (item,), (ids[item],)) for item in figures)
        report = Report("mini", facts, ())
        path = tmp_path / "mini.xbrl"
        path.write_bytes(write_instance(report, MINI))
        return path

    return write


@pytest.fixture
def figures() -> list[Occurrence]:
    """Three figures that add up, in two regions, and one balance."""
    asia = {"dimensions": (("RegionAxis", "AsiaMember"),)}
    return [
        printed(9, "Sales", 110),
        printed(10, "ProductSales", 60),
        printed(11, "ServiceSales", 50),
        printed(12, "Sales", 11, **asia),
        printed(13, "ProductSales", 11, **asia),
        printed(14, "SharesIssued", 206478, "xbrli:shares", period=Period(date(2011, 9, 30))),
    ]


def codes(validation: Validation) -> set[tuple[str, str]]:
    return {(message.code, message.severity) for message in validation.messages}


def test_a_clean_instance_has_no_messages(instance, figures):
    assert validate_instance(instance(*figures), PACKAGE) == Validation(messages=(), calculations=2, facts=6)


def test_a_wrong_sum_is_reported_with_its_facts_the_total_first(instance):
    path = instance(printed(9, "ProductSales", 60), printed(10, "ServiceSales", 50), printed(11, "Sales", 112))
    (message,) = validate_instance(path, PACKAGE).messages
    assert (message.code, message.severity) == (WRONG_SUM, "inconsistency")
    assert message.fact_ids == ("f.r_l11c0.v", "f.r_l9c0.v", "f.r_l10c0.v")
    assert "from mini:Sales in link role" in message.text
    assert "reported sum [111.5, 112.5] computed sum [109.0, 111.0]" in message.text


def test_a_sum_within_rounding_is_consistent(instance):
    path = instance(printed(9, "Sales", 111), printed(10, "ProductSales", 60), printed(11, "ServiceSales", 50))
    assert validate_instance(path, PACKAGE).messages == ()


def test_calculations_can_be_left_out(instance):
    path = instance(printed(9, "Sales", 999), printed(10, "ProductSales", 60), printed(11, "ServiceSales", 50))
    assert validate_instance(path, PACKAGE, calculations=False) == Validation((), calculations=0, facts=3)


def test_an_inconsistent_duplicate_is_reported_with_both_facts(instance):
    validation = validate_instance(instance(printed(9, "Sales", 110), printed(100, "Sales", 101)), PACKAGE)
    assert codes(validation) == {("arelle:duplicateFacts", "warning")}
    assert validation.messages[0].fact_ids == ("f.r_l9c0.v", "f.r_l100c0.v")


def test_a_wrong_unit_is_an_error_of_the_fact(instance):
    validation = validate_instance(instance(printed(9, "Sales", 110, "xbrli:shares")), PACKAGE)
    assert ("xbrl.4.8.2:monetaryFactUnit-notMonetaryMeasure", "error") in codes(validation)
    assert {message.fact_ids for message in validation.messages} == {("f.r_l9c0.v",)}
    assert not validation.is_valid


def test_the_unit_registry_is_consulted(instance):
    validation = validate_instance(instance(printed(9, "Sales", 110, "iso4217:XJP")), PACKAGE)
    assert "utre:error-NumericFactUtrInvalid" in {message.code for message in validation.messages}


def test_a_member_that_its_axis_does_not_have_is_an_error(instance):
    stray = (("RegionAxis", "StrayMember"),)
    validation = validate_instance(instance(printed(9, "Sales", 110, dimensions=stray)), PACKAGE)
    assert ("xbrldie:PrimaryItemDimensionallyInvalidError", "error") in codes(validation)


def test_a_missing_file_is_one_clear_line(tmp_path):
    path = tmp_path / "nothing.xbrl"
    with pytest.raises(InputError) as caught:
        validate_instance(path, PACKAGE)
    assert str(caught.value) == f"{path}: no such file, nothing to validate"


@pytest.mark.parametrize("content", ["", "some text", "<a/>", "<html xmlns='http://www.w3.org/1999/xhtml'/>"])
def test_what_is_no_report_is_an_error(tmp_path, content):
    path = tmp_path / "other.xbrl"
    path.write_text(content)
    assert not validate_instance(path, PACKAGE).is_valid


def test_without_its_package_an_instance_is_not_valid(instance, figures):
    validation = validate_instance(instance(*figures), None)
    assert {"IOerror", "xbrl:schemaImportMissing"} == {message.code for message in validation.messages}


def test_a_package_that_is_none_is_refused(instance, tmp_path):
    path = instance(printed(9, "Sales", 110))
    with pytest.raises(ResourceError, match=r"no taxonomy package, META-INF/taxonomyPackage\.xml is missing"):
        validate_instance(path, tmp_path)
    with pytest.raises(ResourceError, match="no taxonomy package, neither a directory nor a zip file"):
        validate_instance(path, tmp_path / "nothing.zip")


def test_a_zipped_package_serves_as_well_as_a_directory(instance, figures, tmp_path):
    package = tmp_path / "mini.zip"
    package.write_bytes(taxonomy_package(PACKAGE))
    path = instance(*figures)
    assert validate_instance(path, package) == validate_instance(path, PACKAGE)


def test_a_zipped_package_does_not_depend_on_when_its_files_were_written(tmp_path):
    copy = tmp_path / "package"
    shutil.copytree(PACKAGE, copy)
    for file in copy.rglob("*.x*"):
        os.utime(file, (0, 0))
    assert taxonomy_package(copy) == taxonomy_package(PACKAGE)
    (tmp_path / "package.zip").write_bytes(taxonomy_package(copy))
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert "package/META-INF/taxonomyPackage.xml" in archive.namelist()


def test_runs_in_one_process_do_not_disturb_each_other(instance, figures, tmp_path):
    clean = instance(*figures)
    first = validate_instance(clean, PACKAGE)
    wrong = instance(printed(9, "Sales", 999), printed(10, "ProductSales", 60), printed(11, "ServiceSales", 50))
    assert [message.code for message in validate_instance(wrong, PACKAGE).messages] == [WRONG_SUM]
    assert validate_taxonomy(PACKAGE).messages == ()
    assert validate_instance(instance(*figures), PACKAGE) == first


def test_the_taxonomy_is_valid():
    assert validate_taxonomy(PACKAGE) == Validation((), calculations=0, facts=0)


@pytest.fixture
def damaged(tmp_path):
    """Copies the package with one text replaced in one file."""

    def damage(file: str, old: str, new: str) -> Path:
        package = tmp_path / "damaged"
        shutil.copytree(PACKAGE, package)
        text = (package / file).read_text()
        assert old in text
        (package / file).write_text(text.replace(old, new))
        return package

    return damage


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("mini-cal.xml", "#mini_ServiceSales", "#mini_ProductSales", "calc11e:duplicateCalculationRelationships"),
        ("mini-cal.xml", "#mini_ServiceSales", "#mini_RegionDomain", "calc11e:nonDecimalItemNode"),
        ("mini-cal.xml", "link:arcroleRef", "link:documentation", "xbrl.3.5.2.5:missingArcroleRef"),
        ("mini-def.xml", "#mini_AsiaMember", "#mini_NoSuchMember", "xbrl.3.5.4:hrefIdNotFound"),
        ("mini.xsd", "xbrli:sharesItemType", "xbrli:nosuchItemType", "xbrl.5.1.1.3:itemType"),
        ("META-INF/catalog.xml", "rewriteURI", "rewriteIt", "tpe:invalidCatalogFile"),
    ],
)
def test_a_mistake_in_the_taxonomy_is_an_error(damaged, file, old, new, code):
    assert (code, "error") in codes(validate_taxonomy(damaged(file, old, new)))


def test_a_package_without_entry_point_is_refused(damaged):
    package = damaged("META-INF/taxonomyPackage.xml", "entryPointDocument", "languages")
    with pytest.raises(ResourceError, match=r"META-INF/taxonomyPackage\.xml names no entry point"):
        validate_taxonomy(package)


def test_messages_name_the_package_as_the_caller_does(damaged):
    package = damaged("META-INF/taxonomyPackage.xml", "tp:identifier", "tp:identity")
    texts = [message.text for message in validate_taxonomy(package).messages]
    assert f'Unable to load package "{package}".' in texts


def test_only_the_given_entry_point_is_loaded():
    (message,) = validate_taxonomy(PACKAGE, "https://mini.example/2026-11-30/other.xsd").messages
    assert message.code == "IOerror"
    assert "other.xsd" in message.text


def test_nothing_is_printed_and_the_home_directory_stays_empty(instance, figures, tmp_path, capfd, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("LANG", "xx_XX.UTF-8")
    assert validate_instance(instance(*figures), PACKAGE).messages == ()
    assert capfd.readouterr() == ("", "")
    assert list(home.iterdir()) == []


def test_messages_do_not_depend_on_hash_seeds(instance):
    path = instance(
        printed(9, "Sales", 999),
        printed(10, "ProductSales", 60),
        printed(11, "ServiceSales", 50),
        printed(12, "ServiceSales", 40),
        printed(13, "SharesIssued", 1, period=Period(date(2011, 9, 30))),
    )
    program = (
        "import sys, json, pathlib; from iij_xbrl.validate import validate_instance as v;"
        "m = v(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])).messages;"
        "print(json.dumps([[x.code, x.severity, x.text, x.fact_ids] for x in m]))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(path), str(PACKAGE)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    here = [Message(code, severity, text, tuple(ids)) for code, severity, text, ids in json.loads(outputs.pop())]
    assert tuple(here) == validate_instance(path, PACKAGE).messages


def test_importing_the_package_does_not_import_arelle():
    program = "import sys, iij_xbrl.validate; print('arelle' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert run.stdout == "False\n"


def test_the_schema_cache_holds_what_an_instance_needs():
    for file in (
        "http/www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd",
        "http/www.xbrl.org/2006/xbrldi-2006.xsd",
        "http/www.xbrl.org/utr/2025-03-18/utr.xml",
        "https/www.xbrl.org/2023/calculation-1.1.xsd",
    ):
        assert (schema_cache() / file).is_file()
