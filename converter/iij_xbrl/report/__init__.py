"""report: occurrences become a report of data points."""

from iij_xbrl.report.build import build_report
from iij_xbrl.report.model import Fact, Footnote, Report

__all__ = ["Fact", "Footnote", "Report", "build_report"]
