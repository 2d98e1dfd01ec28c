"""Checks a release: its findings less those that the errata decide, each with all its places quoted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.prove.choices import is_chosen, is_counted
from iij_xbrl.prove.corrections import Correction, correct
from iij_xbrl.prove.errata import ERRATA_CATALOGUE, Entry, Errata
from iij_xbrl.prove.finding_ids import named
from iij_xbrl.prove.findings import CATALOGUE, OF_WORDS, Finding, Severity, Wanted
from iij_xbrl.prove.proof import prove
from iij_xbrl.read.document import Document, Line, Quotation, Span
from iij_xbrl.read.origins import LineOrigin, Origin, place_in
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.report import evaluated, evaluated_again, settled
from iij_xbrl.report import Report
from iij_xbrl.report.ids import ids_of
from iij_xbrl.taxonomy.index import Taxonomy

Role = Literal["suspect", "possible", "against"]
"""Of a place: probably wrong; wrong only if that is not; speaking against both."""
RULES: Mapping[str, str] = {**CATALOGUE, **ERRATA_CATALOGUE}


@dataclass(frozen=True, slots=True)
class Release:
    """A release as it is checked: its file as the user named it, its document and its report."""

    path: Path
    document: Document
    report: Report


@dataclass(frozen=True, slots=True)
class Place:
    """Something a finding is about: a figure, or a line of the errata; `occurrence` and `fact_id` say which fact.

    `quoted` is the row that it stands in. `expected` is what a figure should be, were it the wrong one, as far as the
    others tell.
    """

    file: Path
    span: Span
    quoted: Quotation
    role: Role
    occurrence: Occurrence | None = None
    fact_id: str = ""
    expected: Wanted | None = None

    @property
    def is_suspect(self) -> bool:
        """Whether the place is probably what is wrong."""
        return self.role == "suspect"

    @property
    def origin(self) -> Origin:
        """Where it stands in the file."""
        return self.span.origin

    def __str__(self) -> str:
        return place_in(self.file, self.origin)


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding with its name, its places, suspects first, and the entry of the errata that decided it, if one did."""

    id: str
    finding: Finding
    places: tuple[Place, ...]
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What a check gave: what is open, what was decided, and the report with its corrections.

    `hidden` is how many open findings are left out because of their codes.
    """

    release: Release
    errata: Path | None
    report: Report
    found: tuple[Checked, ...]
    decided: tuple[Checked, ...]
    corrections: tuple[Correction, ...]
    hidden: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings of a severity are open."""
        return sum(checked.finding.severity == severity for checked in self.found)

    def fails(self, fail_on: str) -> bool:
        """Whether something is open that fails a check, by severity or code; see `choices`."""
        return any(is_counted(checked.finding, fail_on) for checked in self.found)

    def chosen(self, select: Collection[str] = (), ignore: Collection[str] = ()) -> Check:
        """The check with the findings of some codes only."""
        found, decided = (
            tuple(item for item in items if is_chosen(item.finding, select, ignore))
            for items in (self.found, self.decided)
        )
        return replace(self, found=found, decided=decided, hidden=self.hidden + len(self.found) - len(found))


def check(
    release: Release,
    taxonomy: Taxonomy,
    errata: Errata | None = None,
    today: date | None = None,
    limits: Limits = LIMITS,
) -> Check:
    """Check a release against the decisions in `errata`.

    Without `today` no decision is ever outdated: the clock is not asked, so that the same input gives the same output.
    `limits` bound the search for the figures that explain contradictions.
    """
    errata = errata or Errata(Path())
    evaluations = evaluated(release.report, taxonomy)
    before = named(_proved(release.report, taxonomy, evaluations, limits))
    unfit = dict(_unfit(errata.entries, dict(before), release.report, today))
    wanted = [entry for entry in errata.entries if entry.decision == "corrected" and entry not in unfit]
    report, corrections, failed = correct(release.report, wanted, dict(before))
    after = before
    if corrections:
        evaluations = evaluated_again(evaluations, release.report, report, taxonomy)
        after = named(_proved(report, taxonomy, evaluations, limits))
    unfit |= {entry: ("errata-unknown", reason) for entry, reason in failed.items()}
    sound = [entry for entry in errata.entries if entry not in unfit]
    accepted = {entry.finding: entry for entry in sound if entry.decision == "accepted"}
    needless = set(accepted) - {name for name, _ in after}
    unfit |= {accepted[name]: ("errata-unused", "a correction settles it already") for name in sorted(needless)}
    corrected = {entry.finding: entry for entry in sound if entry.decision == "corrected"}
    still = {name for name, _ in after}
    quote = _Quote(release, report)
    return Check(
        release=release,
        errata=errata.path if errata.entries else None,
        report=report,
        found=(
            *(quote.checked(name, finding) for name, finding in after if name not in accepted),
            *_notices(errata, unfit),
        ),
        decided=(
            *(quote.checked(name, finding, accepted[name]) for name, finding in after if name in accepted),
            *(
                quote.checked(name, finding, corrected[name])
                for name, finding in before
                if name in corrected and name not in still
            ),
        ),
        corrections=corrections,
    )


def _proved(
    report: Report, taxonomy: Taxonomy, evaluations: tuple[Evaluation, ...], limits: Limits
) -> tuple[Finding, ...]:
    return prove(report, taxonomy, settled(evaluations, report, taxonomy), limits)


Unfit = tuple[Entry, tuple[str, str]]


def _unfit(
    entries: Sequence[Entry], findings: Mapping[str, Finding], report: Report, today: date | None
) -> Iterator[Unfit]:
    """The entries that decide nothing, each with a code and why."""
    concepts = {fact.point.concept for fact in report.facts}
    for entry in entries:
        code, _, rest = entry.finding.partition(":")
        concept = rest.partition(":")[0]
        if entry.finding in findings:
            if entry.until and today and entry.until < today:
                yield entry, ("errata-outdated", f"it held until {entry.until}")
        elif code not in RULES:
            yield entry, ("errata-unknown", f"no finding has the code {code!r}")
        elif concept not in concepts and code not in OF_WORDS:
            yield entry, ("errata-unknown", f"the release has no fact of {concept!r}")
        else:
            yield entry, ("errata-unused", "the release has no such finding")


def _notices(errata: Errata, unfit: Mapping[Entry, tuple[str, str]]) -> Iterator[Checked]:
    for entry in errata.entries:
        if entry not in unfit:
            continue
        code, why = unfit[entry]
        message = f"the entry of the errata for {entry.finding} decides nothing: {why}"
        row = errata.source[entry.line - 1] if entry.line <= len(errata.source) else ""
        start, end = len(row) - len(row.lstrip()), len(row)
        span = Span(0, entry.line, 0, start, end, LineOrigin(entry.line, start, end))
        place = Place(errata.path, span, Quotation(Line(row, row), start, end), "suspect")
        yield Checked(f"{code}:{entry.finding}", Finding(code, "warning", message, "", (), ()), (place,))


class _Quote:
    """Finds the rows of occurrences, and the ids that their facts have in every output."""

    def __init__(self, release: Release, corrected: Report) -> None:
        self.release = release
        self.ids = ids_of(corrected)
        if release.report is not corrected:
            self.ids |= ids_of(release.report)

    def checked(self, name: str, finding: Finding, entry: Entry | None = None) -> Checked:
        wanted = finding.wanted or (None,) * len(finding.suspects)
        places = [
            self._place(item, "suspect" if at < len(finding.likeliest) else "possible", expected)
            for at, (item, expected) in enumerate(zip(finding.suspects, wanted, strict=True))
        ]
        places += [self._place(item, "suspect") for item in finding.unread]
        places += [self._place(item, "against") for item in finding.others]
        return Checked(name, finding, tuple(places), entry)

    def _place(self, item: Occurrence | Leftover, role: Role, expected: Wanted | None = None) -> Place:
        quoted = self.release.document.quote(item.span)
        if isinstance(item, Leftover):
            return Place(self.release.path, item.span, quoted, role)
        return Place(self.release.path, item.span, quoted, role, item, self.ids.get(item, ""), expected)
