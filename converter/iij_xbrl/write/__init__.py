"""Writes a report as files: syntaxes here, markup in the templates."""

from iij_xbrl.write.files import publish
from iij_xbrl.write.inline.release import write_inline
from iij_xbrl.write.instance import write_instance
from iij_xbrl.write.oim_csv import write_csv
from iij_xbrl.write.oim_json import write_json
from iij_xbrl.write.packages import report_package, taxonomy_package

__all__ = [
    "publish",
    "report_package",
    "taxonomy_package",
    "write_csv",
    "write_inline",
    "write_instance",
    "write_json",
]
