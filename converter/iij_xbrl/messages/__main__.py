"""Prints the documentation of all messages: `python -m iij_xbrl.messages > docs/messages.md`."""

import sys

from iij_xbrl.messages.catalogue import markdown

sys.stdout.write(markdown())
