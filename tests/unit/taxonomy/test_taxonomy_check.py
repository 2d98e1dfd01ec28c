"""The checker: XML Schema, what a validator says, style."""

import pytest

from iij_xbrl.errors import ResourceError
from iij_xbrl.taxonomy.build import build, load_model
from iij_xbrl.taxonomy.check import Finding, check, schema_pass, style_pass
from iij_xbrl.validate.arelle import schema_cache, validate_taxonomy
from iij_xbrl.validate.messages import Message


@pytest.fixture
def built(toy, templates):
    build(toy, templates)
    return toy


def damage(folder, file, old, new):
    path = folder / "package" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_fresh_taxonomy_has_no_findings(built, templates):
    assert check(built, templates=templates) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("toy-2020-01-31.xsd", 'nillable="true"', 'nillable="maybe"', "'maybe' is not a valid value"),
        ("toy-2020-01-31.xsd", "<link:definition>", "<link:description>", ""),
        ("toy-2020-01-31.xsd", '<link:roleType roleURI="', '<link:roleType uri="', "attribute 'uri' is not allowed"),
        ("toy-2020-01-31-calculation-Income.xml", ' weight="1"', "", "'weight' is required"),
        ("toy-2020-01-31-presentation.xml", 'order="1"', 'order="first"', "'first' is not a valid value"),
        ("toy-2020-01-31-definition.xml", 'closed="true"', 'closed="yes"', "'yes' is not a valid value"),
    ],
)
def test_the_schema_pass_finds_what_xml_schema_forbids(built, file, old, new, words):
    damage(built, file, old, new)
    found = schema_pass(built / "package", "toy-2020-01-31.xsd", schema_cache())
    assert found
    assert found[0].place.rsplit("/", 1)[1].startswith(f"{file}:")
    assert words in found[0].message


def test_compiled_files_that_are_not_of_this_source_are_found(built, templates):
    damage(built, "toy-2020-01-31-label-en.xml", "Toy sales", "Toys sold")
    found = check(built, templates=templates, validate=lambda package: ())
    assert [(finding.code, finding.place) for finding in found] == [
        ("taxonomy.stale", str(built / "package" / "toy-2020-01-31-label-en.xml"))
    ]


def test_the_validators_messages_are_findings(built, templates):
    messages = [Message("xbrl.1", "error", "wrong"), Message("note", "info", "fine")]
    found = check(built, templates=templates, validate=lambda package: messages)
    assert found == (Finding(str(built / "package"), "error", "xbrl.1", "wrong"),)


def test_one_label_for_two_concepts_is_a_warning(edited):
    folder = edited("income.yaml", "en: Toy sales", "en: Repairs")
    (finding,) = style_pass(load_model(folder))
    assert (finding.code, finding.severity) == ("taxonomy.label.duplicate", "warning")
    assert finding.place.endswith("income.yaml:18")
    assert finding.message == "RepairSales has the standard label of ToySales in en: Repairs"


def test_an_axis_that_no_place_uses_is_a_warning(edited):
    extra = "- SpareAxis: {en: Spare, ja: 予備, domain: {SpareDomain: {en: Spares, ja: 予備}}}\n- ChangeBasisAxis:"
    (finding,) = style_pass(load_model(edited("dimensions.yaml", "- ChangeBasisAxis:", extra)))
    assert finding.code == "taxonomy.axis.unused"


def test_siblings_printed_alike_are_a_warning(edited):
    folder = edited("income.yaml", "en: Returns,", "printed: [Toys], en: Returns,")
    (finding,) = style_pass(load_model(folder))
    assert finding.code == "taxonomy.printed.ambiguous"
    assert "Returns and ToySales are both printed as 'Toys'" in finding.message


@pytest.mark.parametrize(("said", "missing"), [("", ["Returns"]), ("without_balance: a size, ", [])])
def test_an_amount_without_balance_says_why_once_signs_are_published(said, missing, edited):
    folder = edited("income.yaml", "en: Returns, ja: 返品, balance: debit,", f"{said}en: Returns, ja: 返品,")
    assert style_pass(load_model(folder)) == ()
    settings = folder / "source" / "taxonomy.yaml"
    policy = "sign_policy: {en: As the balance says., ja: 貸借属性に従う。}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + policy, encoding="utf-8")
    found = style_pass(load_model(folder))
    assert [(item.code, item.message.partition(" ")[0]) for item in found] == [
        ("taxonomy.balance.missing", name) for name in missing
    ]


def test_a_taxonomy_that_is_not_compiled_is_named(toy, templates):
    with pytest.raises(ResourceError, match="no compiled taxonomy here"):
        check(toy, templates=templates, validate=lambda package: ())


def test_arelle_finds_nothing_in_a_taxonomy_whose_axis_has_no_default(edited, templates):
    folder = edited("dimensions.yaml", "    default: RegionDomain\n", "")
    build(folder, templates)
    assert validate_taxonomy(folder / "package").messages == ()
