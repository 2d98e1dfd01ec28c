"""What Arelle has found out about a taxonomy, and need not for each of its reports.

It validates a taxonomy along with each report. Where one process has done so and nothing was wrong, its copies validate
what the report adds. This leans on how Arelle works inside, as `warm` does, and is held against cold runs with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from arelle.ModelDtsObject import ModelLink
    from arelle.ModelObject import ModelObject
    from arelle.ModelXbrl import ModelXbrl


@dataclass(frozen=True, slots=True)
class Known:
    """The links that were looked at, and what was found in them: arcroles of generic arcs, locators of other labels."""

    links: frozenset[ModelLink] = frozenset()
    arcroles: frozenset[str] = frozenset()
    locators: frozenset[ModelObject] = frozenset()


NOTHING = Known()


def validate(model: ModelXbrl, known: Known = NOTHING) -> Known:
    """Validate what is loaded, but for the links that are known; gives what is known then."""
    from arelle.Validate import Validate
    from arelle.ValidateXbrl import ValidateXbrl

    found = [known]

    class Validator(ValidateXbrl):
        def checkLinks(self, modelLinks: set[ModelLink]) -> None:  # noqa: N802, N803 - as Arelle names them
            super().checkLinks(modelLinks - known.links)
            self.genericArcArcroles |= known.arcroles
            self.remoteResourceLocElements |= known.locators
            in_links = frozenset(self.genericArcArcroles), frozenset(self.remoteResourceLocElements)
            found.append(Known(frozenset(modelLinks), *in_links))

    run = Validate(model)
    run.instValidator = run.formulaValidator = Validator(model)
    run.validate()
    return found[-1]


def settle(model: ModelXbrl) -> None:
    """Have a taxonomy that was validated not be gone through again, and found out what is asked of its concepts."""
    from arelle.XbrlConst import dtrNoDecimalsItemTypes

    for document in model.urlDocs.values():
        document.skipDTS = True
    for concept in model.qnameConcepts.values():
        concept.instanceOfType(dtrNoDecimalsItemTypes)


@cache
def remember() -> None:
    """Have Arelle answer once what it asks for each fact, of what kind a concept is and which units a kind may have."""
    from arelle.ModelDtsObject import ModelConcept
    from arelle.ValidateUtr import ValidateUtr

    concepts, units = cast(Any, ModelConcept), cast(Any, ValidateUtr)
    units.measuresMatch = lru_cache(maxsize=1024)(units.measuresMatch)
    is_of_type = concepts.instanceOfType
    is_of_types = lru_cache(maxsize=8192)(is_of_type)

    def instance_of_type(concept: Any, types: Any) -> bool:  # noqa: ANN401 - a concept, and one type or several
        return bool((is_of_types if isinstance(types, frozenset) else is_of_type)(concept, types))

    concepts.instanceOfType = instance_of_type


def compile_page_schema(model: ModelXbrl) -> None:
    """Compile the schema of inline reports, which Arelle would for each of them."""
    from arelle import XmlValidate
    from arelle.XhtmlInlineUtil import INLINE_1_1_SCHEMA

    validating: Any = XmlValidate
    library = validating.etree = _Compiling(validating.etree)
    parser = XmlValidate.lxmlResolvingParser(model.modelManager.cntlr, model)
    library.XMLSchema(library.parse(INLINE_1_1_SCHEMA, parser=parser))


class _Compiling:
    """The library by which Arelle validates XML (lxml), which compiles each schema once."""

    def __init__(self, library: Any) -> None:  # noqa: ANN401 - a module
        self._library = library
        self._schemas: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it has
        return getattr(self._library, name)

    def XMLSchema(self, tree: Any) -> Any:  # noqa: N802, ANN401 - as it is named there
        """The schema of a parsed document."""
        address = tree.docinfo.URL
        if address not in self._schemas:
            self._schemas[address] = self._library.XMLSchema(tree)
        return self._schemas[address]
