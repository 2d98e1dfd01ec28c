"""The boundary to Arelle: nothing else in the project imports it.

Arelle runs in this process, offline, in a Session of its own for each run: a Session that is used again with packages
fails. One run at a time per process: Arelle is not thread safe.

Only Arelle's bundled schemas are read, and no configuration is read or written, so that a result does not depend on
what somebody's home directory holds.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.scratch import scratch
from iij_xbrl.validate.loaded import LoadedFact, LoadedFootnote, LoadedReport, LoadedText
from iij_xbrl.validate.messages import Message, Severity, Validation
from iij_xbrl.validate.taxonomy_packages import entry_points, packages, references

if TYPE_CHECKING:
    from arelle.api.Session import Session
    from arelle.ModelXbrl import ModelXbrl
    from arelle.RuntimeOptions import RuntimeOptions

TaxonomyMode = Literal["none", "all"]

_UTR = "https://www.xbrl.org/utr/2025-03-18/utr.xml"

_SEVERITIES: Mapping[str, Severity] = {
    "CRITICAL": "error",
    "ERROR": "error",
    "ERROR-SEMANTIC": "error",
    "ASSERTION-NOT-SATISFIED": "error",
    "INCONSISTENCY": "inconsistency",
    "WARNING": "warning",
    "WARNING-SEMANTIC": "warning",
    "INFO": "info",
    "INFO-SEMANTIC": "info",
}
# Chatter: times (those of slow steps under a code of their own), activated packages, the machine's locale.
_CHATTER = frozenset({"", "info", "info:profileActivity", "arelle:uiLocale"})
# Objects are numbered as they are loaded, which is no part of what is wrong.
_OBJECT_NUMBER = re.compile(r"\b(Model\w+)\[\d+, ")
_WORKBOOKS = ("openpyxl", "openpyxl.cell")


def schema_cache() -> Path:
    """The directory of the schemas that come with Arelle: `http/www.xbrl.org/2003/...`, `https/www.xbrl.org/...`."""
    spec = find_spec("arelle")
    if spec is None or spec.origin is None:
        raise ResourceError("arelle-release: not installed; install iij-xbrl again")
    return Path(spec.origin).parent / "resources" / "cache"


def validate_instance(
    path: Path,
    package: Path | None,
    *,
    taxonomy_mode: TaxonomyMode = "none",
    calculations: bool = True,
    viewer: Path | None = None,
    assertions: str = "",
) -> Validation:
    """Validate a report: an instance, an inline report, xBRL-JSON, the metadata of xBRL-CSV, or a report package.

    XBRL 2.1, Dimensions, the Unit Type Registry, inconsistent duplicates and Calculations 1.1 (round-to-nearest); and
    Formula, where the report refers to assertions or `assertions` does.

    Args:
        path: the report.
        package: the taxonomy package that resolves its schemaRef, as a directory or a zip file.
        taxonomy_mode: `none` trusts the taxonomy, `all` validates it as well.
        calculations: whether to check the sums and the assertions.
        viewer: where to write the inline viewer of an inline report, from the same load; its script is put beside it.
            It shows the references of the taxonomy, too, which a report does not refer to.
        assertions: the address of an entry point with assertions that the report does not refer to.

    Raises:
        InputError: there is no such file.
        ResourceError: `package` is no taxonomy package.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file, nothing to validate")
    added = [assertions] if assertions else []
    if viewer is not None and package is not None:
        added += references(path, package)
    more = {**_viewer_options(viewer), **({"importFiles": "|".join(added)} if added else {})}
    with _run(str(path.resolve()), package, taxonomy_mode, calculations=calculations, **more) as run:
        messages, models = run
        if not any(map(_is_report, models)) and not any(message.severity == "error" for message in messages):
            messages.append(Message("iij-xbrl:notAReport", "error", f"{path.name}: this is no XBRL report"))
        return Validation.of(
            messages,
            calculations=sum(map(bound_sums, models)) if calculations else 0,
            facts=sum(len(model.factsInInstance) for model in models),
            assertions=[item for model in models for item in _assertions(model)],
        )


def load_report(path: Path, package: Path | None = None) -> LoadedReport:
    """What a report in any syntax, or a report package, holds, and what is wrong with it but for calculations.

    Args:
        path: an instance, an inline report, an xBRL-JSON report, the metadata of an xBRL-CSV report, or a package.
        package: the taxonomy package that resolves its schemaRef; a report package brings its own.

    Raises:
        InputError: there is no such file.
        ResourceError: `package` is no taxonomy package.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file, nothing to load")
    with _run(str(path.resolve()), package, "none", calculations=False) as (messages, models):
        facts = [fact for model in models for fact in model.factsInInstance]
        texts = (_loaded_text(fact) for fact in facts if not fact.isNumeric)
        return LoadedReport(
            tuple(_loaded(fact) for fact in facts if fact.isNumeric),
            tuple(note for model in models for note in _footnotes(model)),
            tuple(sorted(texts, key=lambda text: text.id)),
            tuple(messages),
        )


def load_facts(path: Path, package: Path | None = None) -> tuple[LoadedFact, ...]:
    """The numeric facts of a report, as `load_report` loads it."""
    return load_report(path, package).facts


def validate_taxonomy(package: Path, entry: str | None = None) -> Validation:
    """Validate a taxonomy package and all that its entry points load.

    Args:
        package: the package, as a directory or a zip file. A directory is zipped first: what is checked is what is
            handed out.
        entry: the URL of the one entry point to load; otherwise each entry point that the package names.

    Raises:
        ResourceError: `package` is no taxonomy package, or names no entry point.
    """
    from iij_xbrl.write.packages import taxonomy_package

    with scratch() as temporary:
        archive = package
        if package.is_dir():
            archive = temporary / "package.zip"
            archive.write_bytes(taxonomy_package(package))
        entries = [entry] if entry is not None else entry_points(package)
        found: dict[Message, None] = {}
        for url in entries:
            with _run(url, archive, "all", calculations=True) as (messages, _):
                found.update((_renamed(message, archive, package), None) for message in messages)
    return Validation.of(found)


@contextmanager
def _run(
    entry: str,
    package: Path | None,
    mode: TaxonomyMode,
    *,
    calculations: bool,
    **more: Any,  # noqa: ANN401 - as `run_options` takes them
) -> Iterator[tuple[list[Message], list[ModelXbrl]]]:
    """Load and validate; gives the messages and, until the end of the block, the loaded models."""
    session_type, _ = load_arelle()
    options, expected = run_options(entry, package, mode, calculations=calculations, **more)
    with files_left_open(), session_type() as session:
        session.run(options)
        models = list(session.get_models())
        try:
            yield list(messages_of(session.get_log_messages(), models, expected)), models
        finally:
            for model in models:
                source = model.fileSource
                model.close()
                source.close()  # a model from an archive does not close it


@contextmanager
def files_left_open() -> Iterator[None]:
    """Nothing is said of files that are closed by chance: Arelle leaves those of a package open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield


def load_arelle() -> tuple[type[Session], type[RuntimeOptions]]:
    """Import Arelle. It imports openpyxl for reports in workbooks, which takes a third of its start; ours are none."""
    absent = [name for name in _WORKBOOKS if name not in sys.modules]
    for name in absent:
        stub: Any = ModuleType(name)
        stub.Cell = stub.MergedCell = type("Cell", (), {})
        sys.modules[name] = stub
    try:
        from arelle.api.Session import Session
        from arelle.RuntimeOptions import RuntimeOptions
    finally:
        for name in absent:
            del sys.modules[name]
    return Session, RuntimeOptions


def run_options(
    entry: str,
    package: Path | None,
    mode: TaxonomyMode,
    *,
    calculations: bool,
    validate: bool = True,
    **more: Any,  # noqa: ANN401 - the options of plug-ins
) -> tuple[RuntimeOptions, frozenset[str]]:
    """How Arelle runs, always: offline, with its own schemas; and the codes that it is bound to report for it."""
    _, options_type = load_arelle()
    named, expected = packages(package)
    options = options_type(
        entrypointFile=entry,
        packages=named,
        internetConnectivity="offline",
        cacheDirectory=str(schema_cache()),
        disablePersistentConfig=True,
        keepOpen=True,
        validate=validate,
        baseTaxonomyValidationMode=mode,
        calcs="c11r" if calculations else None,
        formulaAction="run" if calculations else "none",
        utrValidate=True,
        utrUrl=_UTR,
        validateDuplicateFacts="inconsistent",
        validateXmlOim=True,
        logFile="logToStructuredMessage",
        logPropagate=False,
        logRefObjectProperties=False,
        uiLang="en-US",
        **more,
    )
    return options, expected


def _viewer_options(viewer: Path | None) -> dict[str, Any]:
    if viewer is None:
        return {}
    plugin = find_spec("iXBRLViewerPlugin")
    if plugin is None or plugin.origin is None:
        raise ResourceError("ixbrl-viewer: not installed; install iij-xbrl again")
    return {"plugins": str(Path(plugin.origin).parent), "pluginOptions": {"saveViewerDest": str(viewer.resolve())}}


def messages_of(
    log: Iterable[Mapping[str, Any]], models: Iterable[ModelXbrl], expected: frozenset[str]
) -> Iterator[Message]:
    """What Arelle logged, as values; `expected` codes and chatter are left out."""
    facts = {fact.id: fact for model in models for fact in (*model.facts, *model.undefinedFacts) if fact.id}
    positions = {id_: position for position, id_ in enumerate(facts)}
    for entry in log:
        code, severity = str(entry["messageCode"] or ""), _SEVERITIES.get(entry["levelname"])
        if severity is None or code in expected or (severity in ("info", "warning") and code in _CHATTER):
            continue
        named = [str(ref.get("href", "")).rpartition("#")[2] for ref in entry["refs"]]
        ids = sorted({id_ for id_ in named if id_ in facts}, key=positions.__getitem__)
        if code.startswith("calc11e:inconsistentCalculation"):
            total = facts[named[0]].qname
            ids.sort(key=lambda id_: facts[id_].qname != total)
        if code.startswith("message:") and severity == "error":
            severity = "inconsistency"  # an assertion that fails, as a sum that does, leaves the report valid XBRL
        text = _OBJECT_NUMBER.sub(r"\1[", str(entry["msg"]).strip())
        yield Message(code, severity, text, tuple(ids))


def _assertions(model: ModelXbrl) -> Iterator[tuple[str, int, int]]:
    """Each assertion that was evaluated: id, how often satisfied, how often not."""
    for results in model.errors:
        if isinstance(results, dict):
            for name, (satisfied, unsatisfied, *_) in results.items():
                yield str(name), satisfied, unsatisfied


def _renamed(message: Message, archive: Path, package: Path) -> Message:
    """The message with the package's own name for the place where it was zipped."""
    return Message(message.code, message.severity, message.text.replace(str(archive), str(package)), message.fact_ids)


def _is_report(model: ModelXbrl) -> bool:
    from arelle.ModelDocument import Type

    document = model.modelDocument
    return document is not None and document.type in (
        Type.INSTANCE,
        Type.INLINEXBRL,
        Type.INLINEXBRLDOCUMENTSET,
    )


def _loaded(fact: Any) -> LoadedFact:  # noqa: ANN401 - Arelle's own types admit what is valid nowhere
    context, unit = fact.context, fact.unit
    measures = [[_measure(qname) for qname in part] for part in unit.measures]
    dimensions = {axis.localName: value.memberQname.localName for axis, value in context.qnameDims.items()}
    return LoadedFact(
        id=fact.id or "",
        concept=fact.qname.localName,
        dimensions=tuple(sorted(dimensions.items())),
        period=_period(context),
        unit="/".join("*".join(part) for part in measures if part),
        value=None if fact.isNil else Decimal(fact.value),
        decimals=fact.decimals or "",
        printed=fact.stringValue,
    )


def _loaded_text(fact: Any) -> LoadedText:  # noqa: ANN401 - as above
    return LoadedText(fact.id or "", fact.qname.localName, _period(fact.context), fact.value, fact.xmlLang or "")


def _period(context: Any) -> str:  # noqa: ANN401 - as above
    end = (context.endDatetime - timedelta(days=1)).date()
    return str(end) if context.isInstantPeriod else f"{context.startDatetime.date()}/{end}"


def _footnotes(model: ModelXbrl) -> list[LoadedFootnote]:
    from arelle import XmlUtil

    on: defaultdict[Any, list[str]] = defaultdict(list)
    for relationship in model.relationshipSet("XBRL-footnotes").modelRelationships:
        fact: Any = relationship.fromModelObject
        on[relationship.toModelObject].append(fact.id)
    return sorted(
        (
            LoadedFootnote(
                id=note.id or "",
                text=" ".join(XmlUtil.innerText(note, ixExclude=True, ixContinuation=True, strip=False).split()),
                language=note.xmlLang or "",
                facts=tuple(sorted(facts)),
            )
            for note, facts in on.items()
        ),
        key=lambda note: note.id,
    )


def _measure(qname: Any) -> str:  # noqa: ANN401 - a QName, whose module is imported late
    prefix = {"http://www.xbrl.org/2003/iso4217": "iso4217", "http://www.xbrl.org/2003/instance": "xbrli"}
    return f"{prefix.get(qname.namespaceURI, qname.prefix)}:{qname.localName}"


def bound_sums(model: ModelXbrl) -> int:
    """How many sums Calculations 1.1 bound: total and at least one item in the same context and unit, by link role."""
    from arelle import XbrlConst

    reported: defaultdict[Any, set[tuple[int, int]]] = defaultdict(set)
    for fact in model.facts:
        if fact.isNumeric and fact.context is not None and fact.unit is not None and not fact.isNil:
            reported[fact.concept].add((fact.context.contextNonDimAwareHash, fact.unit.hash))
    bound = 0
    for arcrole, role, link, arc in list(model.baseSets):
        if arcrole in XbrlConst.summationItems and role and link and arc:
            relationships = model.relationshipSet(arcrole, role, link, arc)
            for total, arcs in relationships.fromModelObjects().items():
                items = set().union(*(reported[arc.toModelObject] for arc in arcs))
                bound += len(reported[total] & items)
    return bound
