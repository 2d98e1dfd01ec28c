"""report: occurrences become a report of data points."""

from iij_xbrl.report.build import build_report
from iij_xbrl.report.model import Fact, Report

__all__ = ["Fact", "Report", "build_report"]
