"""Is a compiled taxonomy right? XML Schema, the validator's judgement, and the style rules that regulators check.

The validator does not check a schema of ours fully (`nillable="maybe"` passes), hence the pass with XML Schema. What
validates XBRL is handed in: this module knows no validator.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import urlsplit

from lxml import etree

from iij_xbrl.errors import ResourceError
from iij_xbrl.resources import templates_folder
from iij_xbrl.scratch import scratch
from iij_xbrl.taxonomy.build import load_model, stale
from iij_xbrl.taxonomy.compiler.compile import PACKAGE, environment_of
from iij_xbrl.taxonomy.compiler.formula import FORMULA_SCHEMAS
from iij_xbrl.taxonomy.source.model import LANGUAGES, Model

Severity = Literal["error", "warning"]
_LINK = "{http://www.xbrl.org/2003/linkbase}"
_OASIS = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_CATALOG, _STAND_INS = "META-INF/catalog.xml", "stand-ins"
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_IMPORTS = {
    "http://www.xbrl.org/2003/linkbase": "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd",
    "http://www.xbrl.org/2006/ref": "http://www.xbrl.org/2006/ref-2006-02-27.xsd",
    "http://xbrl.org/2005/xbrldt": "http://www.xbrl.org/2005/xbrldt-2005.xsd",
    **FORMULA_SCHEMAS,
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong with a taxonomy: `place` is `file:line` of the source or of a compiled file."""

    place: str
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} [{self.code}]"


class ValidatorMessage(Protocol):
    """What a validator says; `validate.messages.Message` is one."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def severity(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


Validate = Callable[[Path], Iterable[ValidatorMessage]]


def check(
    folder: Path, *, templates: Path | None = None, cache: Path | None = None, validate: Validate | None = None
) -> tuple[Finding, ...]:
    """Check the taxonomy in `folder`: that it is compiled, valid, and in good style.

    Args:
        folder: a taxonomy folder with `source` and `package`.
        templates: the folder of templates; by default the shipped ones.
        cache: the directory of the standard's schemas; by default the validator's.
        validate: what validates a taxonomy package; by default Arelle.

    Returns:
        Errors first, then warnings, each by place.

    Raises:
        SourceError: every mistake in the source.
        ResourceError: there is no source, or no compiled package.
    """
    from iij_xbrl.validate import arelle

    model = load_model(folder)
    package = folder / PACKAGE
    if not package.is_dir():
        raise ResourceError(f"{package}: no compiled taxonomy here; run `iij-xbrl taxonomy build {folder}`")
    found = [
        *stale_pass(folder, templates),
        *schema_pass(package, model.entry_point, cache or arelle.schema_cache()),
        *style_pass(model),
    ]
    with loadable(package, model, templates or templates_folder()) as copy:
        found += validator_pass(copy, validate or (lambda path: arelle.validate_taxonomy(path).messages), package)
    return tuple(sorted(found, key=lambda finding: (finding.severity, finding)))


def stale_pass(folder: Path, templates: Path | None = None) -> Iterator[Finding]:
    """The compiled files that are not what the source compiles to."""
    for path in stale(folder, templates):
        text = f"not what the source compiles to; run `iij-xbrl taxonomy build {folder}`"
        yield Finding(str(folder / path), "error", "taxonomy.stale", text)


def validator_pass(package: Path, validate: Validate, named: Path | None = None) -> Iterator[Finding]:
    """What the validator says about a taxonomy package, which findings call `named`; information apart."""
    place = str(named or package)
    for message in validate(package):
        if message.severity != "info":
            severity: Severity = "warning" if message.severity == "warning" else "error"
            yield Finding(place, severity, message.code, message.text.replace(str(package), place))


@contextmanager
def loadable(package: Path, model: Model, templates: Path) -> Iterator[Path]:
    """A copy of a package whose entry points load anywhere; one that relates to no other taxonomy is itself.

    Schemas of what lines name of other taxonomies stand in for these, at their addresses.
    """
    if not model.others:
        yield package
        return
    template = environment_of(templates).get_template("stand-in.xsd.j2")
    with scratch() as folder:
        copy = folder / package.resolve().name
        shutil.copytree(package, copy)
        rewritten = etree.parse(copy / _CATALOG)
        (copy / _STAND_INS).mkdir()
        for prefix, other in model.others.items():
            schema = template.render(other=other, other_prefix=prefix)
            (copy / _STAND_INS / f"{prefix}.xsd").write_text(schema, encoding="utf-8")
            at = {"uriStartString": other.location, "rewritePrefix": f"../{_STAND_INS}/{prefix}.xsd"}
            etree.SubElement(rewritten.getroot(), f"{{{_OASIS}}}rewriteURI", at)
        rewritten.write(copy / _CATALOG, encoding="utf-8", xml_declaration=True)
        yield copy


class _Resolver(etree.Resolver):
    """Reads the standard's schemas from a cache laid out as `scheme/host/path`; nothing is fetched."""

    def __init__(self, cache: Path) -> None:
        super().__init__()
        self._cache = cache

    def resolve(  # type: ignore[override]  # the stubs name a type that lxml does not have
        self, system_url: str, public_id: str, context: object
    ) -> object:
        parts = urlsplit(system_url)
        if parts.scheme not in ("http", "https"):
            return None
        for scheme in (parts.scheme, "https", "http"):
            path = self._cache / scheme / parts.netloc / parts.path.lstrip("/")
            if path.is_file():
                return self.resolve_filename(str(path), context)
        return self.resolve_string("", context)


def schema_pass(package: Path, entry_point: str, cache: Path) -> tuple[Finding, ...]:
    """Validate the schema and the linkbases of a package by XML Schema 1.0.

    Args:
        package: the folder of a compiled taxonomy package.
        entry_point: the file name of its schema.
        cache: a directory with the standard's schemas as `http/www.xbrl.org/2003/...`.

    Returns:
        What is not valid, each with file and line.
    """
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Resolver(cache))
    try:
        own = etree.parse(package / entry_point, parser)
        schema = etree.XMLSchema(_driver(own, package / entry_point, parser))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError) as error:
        return tuple(_schema_findings(error.error_log, package / entry_point))
    found: list[Finding] = []
    for part in own.iterfind(f"{_XSD}annotation/{_XSD}appinfo/{_LINK}*"):
        if not schema.validate(part):
            found += _schema_findings(schema.error_log, package / entry_point)
    for path in sorted(package.glob("*.xml")):
        if not schema.validate(etree.parse(path, parser)):
            found += _schema_findings(schema.error_log, path)
    return tuple(found)


def _driver(own: etree._ElementTree, path: Path, parser: etree.XMLParser) -> etree._ElementTree:
    """A schema that knows the taxonomy and all that its linkbases may hold."""
    imports = {str(own.getroot().get("targetNamespace")): path.name, **_IMPORTS}
    root = etree.Element(f"{_XSD}schema")
    for namespace, location in imports.items():
        etree.SubElement(root, f"{_XSD}import", namespace=namespace, schemaLocation=location)
    base = path.with_name("driver.xsd").resolve().as_uri()
    return etree.fromstring(etree.tostring(root), parser, base_url=base).getroottree()


def _schema_findings(log: Iterable[object], path: Path) -> Iterator[Finding]:
    for entry in log:
        line, text = getattr(entry, "line", 0), getattr(entry, "message", str(entry))
        yield Finding(f"{path}:{line}", "error", "taxonomy.schema", text)


def style_pass(model: Model) -> tuple[Finding, ...]:
    """Style rules: names, labels, references to what exists, nothing that is never used."""
    found = (_labels(model), _unused(model), _ambiguous(model), _undocumented(model), _unbalanced(model))
    return tuple(sorted(finding for findings in found for finding in findings))


def _labels(model: Model) -> Iterator[Finding]:
    for language in LANGUAGES:
        named: dict[str, list[str]] = defaultdict(list)
        for concept in model.concepts.values():
            named[" ".join(concept.labels[language].casefold().split())].append(concept.name)
        for names in named.values():
            first = model.concepts[names[0]]
            for name in names[1:]:
                label = first.labels[language]
                text = f"{name} has the standard label of {first.name} in {language}: {label}"
                yield Finding(str(model.concepts[name].where), "warning", "taxonomy.label.duplicate", text)


def _unused(model: Model) -> Iterator[Finding]:
    used = {axis for place in model.places for _, axes, _ in place.cells(model.change_axis) for axis in axes}
    used |= {axis for place in model.places for axis in place.axes}
    for name in model.axes:
        if name not in used:
            yield Finding("dimensions.yaml", "warning", "taxonomy.axis.unused", f"no place uses {name}")
    placed = {line.name for place in model.places for line in place.lines}
    for heading in model.abstracts.values():
        if heading.name not in placed:
            yield Finding(str(heading.where), "warning", "taxonomy.heading.unused", f"no place shows {heading.name}")


def _unbalanced(model: Model) -> Iterator[Finding]:
    """A taxonomy that publishes what signs mean says of each amount whether it is a debit or a credit, or why neither.

    A change has no balance of its own: its sign says the direction.
    """
    if model.settings.sign_policy is None:
        return
    for concept in model.concepts.values():
        is_amount = model.settings.types[concept.type].base == "xbrli:monetaryItemType" and not concept.derived_from
        if is_amount and not concept.balance and not concept.without_balance:
            text = f"{concept.name} has no balance; give it one, or say why not with 'without_balance'"
            yield Finding(str(concept.where), "warning", "taxonomy.balance.missing", text)


def _undocumented(model: Model) -> Iterator[Finding]:
    """A taxonomy that documents anything documents every concept."""
    if not model.documentation:
        return
    for concept in model.concepts.values():
        if concept.name not in model.documentation:
            derivation = f"{concept.derivation} a doc_en and a doc_ja in taxonomy.yaml"
            remedy = derivation if concept.derivation else "it an en and a ja in documentation.yaml"
            text = f"{concept.name} has no documentation; give {remedy}"
            yield Finding(str(concept.where), "warning", "taxonomy.documentation.missing", text)


def _ambiguous(model: Model) -> Iterator[Finding]:
    """Sibling lines that print the same label for different concepts cannot be told apart by their label."""
    for place in model.places:
        seen: dict[tuple[int | None, str, object], str] = {}
        for line in place.lines:
            if line.concept is None or line.kind == "total":  # a total closes its block, whatever it is called
                continue
            for label in line.labels:
                key = (line.parent, label.casefold(), (line.members, line.instant))
                other = seen.setdefault(key, line.name)
                if other != line.name:
                    text = f"in {place.role}, {line.name} and {other} are both printed as '{label}' under one heading"
                    yield Finding(str(line.where), "warning", "taxonomy.printed.ambiguous", text)
