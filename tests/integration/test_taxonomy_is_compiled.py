"""The committed package and index are what the committed source compiles to, and they are valid."""

from pathlib import Path

from lxml import etree

from iij_xbrl.taxonomy.build import stale
from iij_xbrl.taxonomy.check import check
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.validate.arelle import validate_taxonomy
from iij_xbrl.validate.messages import Message

ROOT = Path(__file__).parents[2]
TAXONOMY = ROOT / "taxonomy"
HREF = "{http://www.w3.org/1999/xlink}href"
LINK = "{http://www.xbrl.org/2003/linkbase}"


def test_a_fresh_compile_gives_the_committed_bytes():
    assert stale(TAXONOMY, ROOT / "templates") == (), "run `iij-xbrl taxonomy build` and commit what it writes"


def test_the_taxonomy_has_no_findings():
    assert check(TAXONOMY, validate=said_of_widest) == ()


def said_of_widest(package: Path) -> tuple[Message, ...]:
    """What Arelle says of the entry points that load all that the others load, but for their own few lines.

    Both are loaded by one schema, which stands beside them in this copy of the package only.
    """
    entry = load(TAXONOMY).schema_ref
    widest, others = ("-all", "-mapping"), ("", "-assertions", "-assertions-all")
    urls = {name: entry.replace(".xsd", f"{name}.xsd") for name in (*widest, *others)}
    files = {name: reached(url.rpartition("/")[2]) for name, url in urls.items()}
    entries = {url.rpartition("/")[2] for url in urls.values()}
    loaded = set().union(*(files[name] for name in widest))
    assert set().union(*(files[name] for name in others)) - entries < loaded
    namespace = load(TAXONOMY).namespace
    imports = "".join(
        f'<import namespace="{namespace}/{name[1:]}" schemaLocation="{urls[name].rpartition("/")[2]}"/>'
        for name in widest
    )
    schema = f'<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="{namespace}/both">{imports}</schema>'
    assert package != TAXONOMY / "package"
    (package / "both.xsd").write_text(schema, encoding="utf-8")
    return validate_taxonomy(package, f"{entry.rpartition('/')[0]}/both.xsd").messages


def reached(name: str) -> set[str]:
    """The files of the package that one of them loads, itself among them."""
    found, waiting = set(), {name}
    while waiting:
        found.add(here := waiting.pop())
        elements = etree.parse(TAXONOMY / "package" / here).iter(etree.Element)
        named = {(item.get("schemaLocation") or item.get(HREF) or "").partition("#")[0] for item in elements}
        waiting |= {name for name in named if (TAXONOMY / "package" / name).is_file()} - found
    return found


def test_every_concept_of_the_index_is_declared_and_placed():
    taxonomy = load(TAXONOMY)
    (schema,) = (TAXONOMY / "package").glob("*[0-9].xsd")  # not those that add to it
    declared = {item.get("name") for item in etree.parse(schema).iter("{http://www.w3.org/2001/XMLSchema}element")}
    placed = {line.concept for place in taxonomy.places for line in place.lines}
    placed |= {name for place in taxonomy.places for line in place.lines for name in line.derived.values()}
    placed |= {column.concept for place in taxonomy.places for column in place.columns}
    assert set(taxonomy.concepts) <= declared
    assert set(taxonomy.concepts) == placed - {None}


def test_every_concept_says_what_it_is_in_each_language():
    for concept in load(TAXONOMY).concepts.values():
        assert set(concept.documentation) == {"en", "ja"}, concept.name
        assert concept.documentation["en"].endswith("."), concept.name
        assert concept.documentation["ja"].endswith("。"), concept.name


def test_every_line_of_the_statements_has_a_reference():
    taxonomy = load(TAXONOMY)
    statements = ("CashFlow", "ComprehensiveIncome", "ShareholdersEquity", "TseResults", "TseFinancialPosition")
    placed = {line.concept for place in taxonomy.places if place.role in statements for line in place.lines}
    assert [name for name in placed - {None} if not taxonomy.concepts[name].references] == []


def test_every_partition_of_equal_dimensions_is_in_the_calculation_linkbase():
    taxonomy = load(TAXONOMY)
    sums = {
        (place.role, place.lines[line.partition].concept)
        for place in taxonomy.places
        for line in place.lines
        if line.partition is not None and line.members == place.lines[line.partition].members
    }
    added = {
        (place.role, total)
        for place in taxonomy.places
        for calculation in place.calculations
        for total in calculation.sums
    }
    assert sums <= added
    written = [arc for path in (TAXONOMY / "package").glob("*-calculation-*.xml") for arc in _arcs(path)]
    assert len(written) == sum(
        len(items)
        for place in taxonomy.places
        for calculation in place.calculations
        for items in calculation.sums.values()
    )


def _arcs(path: Path) -> list[etree._Element]:
    return list(etree.parse(path).iter(f"{LINK}calculationArc"))


def test_no_total_stands_beside_its_own_parts():
    """In no layout are the items of a total and the total itself items of one sum."""
    for place in load(TAXONOMY).places:
        parts = {total: {item for item, _ in items} for one in place.calculations for total, items in one.sums.items()}
        for calculation in place.calculations:
            for items in calculation.sums.values():
                beside = {item for item, _ in items}
                assert not [item for item in beside if parts.get(item, set()) & beside], calculation.role


def test_every_line_of_a_statement_is_in_a_calculation_of_it_or_says_why_not():
    taxonomy = load(TAXONOMY)
    for place in taxonomy.places:
        if place.kind == "statement":
            summed = {name for calculation in place.calculations for name in calculation.concepts}
            for name in {line.concept for line in place.lines if line.concept} - summed:
                said = taxonomy.concepts[name].documentation
                assert f'"{place.titles[0]}"' in said["en"].partition("in no calculation of")[2], (place.role, name)
                assert "計算リンク" in said["ja"]
