"""Arelle with a taxonomy loaded beforehand, for processes that fork: each copy of it validates one report.

What a taxonomy costs is paid once. The messages are those of `validate_instance`; since this leans on how Arelle works
inside, a test holds both against each other. A copy is spent with its report, so that nothing piles up.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.scratch import scratch
from iij_xbrl.validate.arelle import (
    bound_sums,
    files_left_open,
    load_arelle,
    messages_of,
    run_options,
    validate_instance,
)
from iij_xbrl.validate.known import NOTHING, Known, compile_page_schema, remember, settle, validate
from iij_xbrl.validate.messages import Validation

if TYPE_CHECKING:
    from arelle.ModelXbrl import ModelXbrl

# Loaded as an entry point itself, a schema is known by its file; what reports and calculations refer to is its address,
# and Arelle would parse it again for each of their locators.
_EMPTY = """\
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink">
  <link:schemaRef xlink:type="simple" xlink:href="{}"/>
</xbrl>
"""


class Warm:
    """A loaded taxonomy, in a process that is about to fork or that validates a single report."""

    def __init__(self, package: Path, schema_ref: str) -> None:
        """Load the entry point that reports refer to as `schema_ref`.

        All of the taxonomy is looked at before, and what the validator finds out about it is kept: that costs as much
        as a report saves, and is done before there is one.

        Raises:
            ResourceError: `package` is no taxonomy package, or does not hold the entry point.
        """
        session_type, _ = load_arelle()
        self._package, self._schema_ref = package, schema_ref
        self._session = session_type()
        with scratch() as folder, files_left_open():
            empty = folder / "empty.xbrl"
            empty.write_text(_EMPTY.format(schema_ref), encoding="utf-8")
            options, self._expected = run_options(str(empty), package, "none", calculations=True, validate=False)
            self._session.run(options)
            self._model: ModelXbrl | None = next(iter(self._session.get_models()), None)
            loaded = self._model.urlDocs if self._model is not None else {}
            loaded.pop(str(empty), None)
            self._known = NOTHING
            if self._model is not None and schema_ref in loaded:
                self._known = self._looked_at(self._model)
        if schema_ref not in loaded:
            raise ResourceError(f"{package}: its entry point {schema_ref} cannot be loaded")

    def _looked_at(self, model: ModelXbrl) -> Known:
        """What is known of the taxonomy once all of it is validated; nothing where something is wrong with it."""
        compile_page_schema(model)
        known = validate(model)
        if any(messages_of(self._session.get_log_messages(), [model], self._expected)):
            return NOTHING  # and is to be told of each report
        settle(model)
        remember()
        return known

    def validate(self, path: Path) -> Validation:
        """Validate a report, as `validate_instance` does; once only, in a copy of this process.

        A report that refers to another entry point is validated without what is loaded here.

        Raises:
            InputError: there is no such file, or another report was validated before.
        """
        if not path.is_file():
            raise InputError(f"{path}: no such file, nothing to validate")
        if f'href="{self._schema_ref}"'.encode() not in path.read_bytes():
            self._session.close()
            return validate_instance(path, self._package)
        model, self._model = self._model, None
        if model is None:
            raise InputError(f"{path}: this copy of the validator is spent; fork another one")
        gc.disable()  # the process ends with its report
        with files_left_open():
            self._load(model, path)
        return Validation.of(
            messages_of(self._session.get_log_messages(), [model], self._expected),
            calculations=bound_sums(model),
            facts=len(model.factsInInstance),
        )

    def _load(self, model: ModelXbrl, path: Path) -> None:
        """Read a report into the loaded taxonomy, and validate it."""
        from arelle import FileSource, ModelDocument, ModelXbrl

        self._session.get_log_messages().clear()
        model.errors.clear()
        links = _link_counts(model)
        model.fileSource = FileSource.openFileSource(str(path.resolve()), model.modelManager.cntlr)
        model.modelDocument = ModelDocument.load(model, str(path.resolve()), isEntry=True)
        ModelXbrl.loadSchemalocatedSchemas(model)
        _forget_outdated(model, links)
        validate(model, self._known)


def _link_counts(model: ModelXbrl) -> dict[tuple[object, ...], int]:
    """How many extended links hold the relationships of an arcrole, link role and so on."""
    return {key: len(links) for key, links in model.baseSets.items()}


def _forget_outdated(model: ModelXbrl, before: dict[tuple[object, ...], int]) -> None:
    """Have those relationships gathered again that the report or its schemas have added to, such as its sums."""
    now = _link_counts(model)
    for key in list(model.relationshipSets):
        links = key[:4]  # the rest of the key is no part of what is gathered
        collective = not all(isinstance(part, str | None) for part in key[:2])
        if collective or now.get(links, 0) != before.get(links, 0):
            del model.relationshipSets[key]
