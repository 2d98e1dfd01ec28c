"""Which relations a concept takes part in."""

from iij_xbrl.relations.index import relations_with
from iij_xbrl.taxonomy.index import Taxonomy


def test_relations_come_in_the_order_of_the_taxonomy(taxonomy: Taxonomy) -> None:
    named = {"TotalAssets", "Revenues"}
    found = relations_with(named, taxonomy)
    assert found == [item for item in taxonomy.relations if any(term.concept in named for term in item.terms)]


def test_a_concept_without_relations_has_none(taxonomy: Taxonomy) -> None:
    assert relations_with(("NoConcept",), taxonomy) == []
