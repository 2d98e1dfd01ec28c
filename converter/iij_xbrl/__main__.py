"""`python -m iij_xbrl`."""

from iij_xbrl.cli import main

main()
