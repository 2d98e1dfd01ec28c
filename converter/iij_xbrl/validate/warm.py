"""Arelle with a taxonomy loaded beforehand, for processes that fork: each copy of it validates one report.

What a taxonomy costs is paid once. The messages are those of `validate_instance`; since this leans on how Arelle works
inside, a test holds both against each other. A copy is spent with its report, so that nothing piles up.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.validate.arelle import (
    bound_sums,
    files_left_open,
    load_arelle,
    messages_of,
    run_options,
    validate_instance,
)
from iij_xbrl.validate.messages import Validation

if TYPE_CHECKING:
    from arelle.ModelXbrl import ModelXbrl

_FOOTNOTES = ("XBRL-footnotes", "http://www.xbrl.org/2003/arcrole/fact-footnote")


class Warm:
    """A loaded taxonomy, in a process that is about to fork or that validates a single report."""

    def __init__(self, package: Path, schema_ref: str) -> None:
        """Load the entry point that reports refer to as `schema_ref`.

        Raises:
            ResourceError: `package` is no taxonomy package, or does not hold the entry point.
        """
        session_type, _ = load_arelle()
        self._package, self._schema_ref = package, schema_ref
        options, self._expected = run_options(schema_ref, package, "none", calculations=True, validate=False)
        self._session = session_type()
        with files_left_open():
            self._session.run(options)
        self._model: ModelXbrl | None = next(iter(self._session.get_models()), None)
        if self._model is None or self._model.modelDocument is None:
            raise ResourceError(f"{package}: its entry point {schema_ref} cannot be loaded")

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
        from arelle import FileSource, ModelDocument, ModelXbrl, Validate

        self._session.get_log_messages().clear()
        model.errors.clear()
        for key in [key for key in model.relationshipSets if key[0] in _FOOTNOTES]:
            del model.relationshipSets[key]
        model.fileSource = FileSource.openFileSource(str(path.resolve()), model.modelManager.cntlr)
        model.modelDocument = ModelDocument.load(model, str(path.resolve()), isEntry=True)
        ModelXbrl.loadSchemalocatedSchemas(model)
        Validate.validate(model)
