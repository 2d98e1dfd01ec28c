"""<name>.arelle.json: all that the validator said of what ships."""

from __future__ import annotations

import json
from dataclasses import asdict

from iij_xbrl.validate.messages import Validation


def messages_json(validation: Validation) -> bytes:
    """The messages in order, the gravest first, what was counted, and how often each assertion held."""
    content = {
        "facts": validation.facts,
        "calculations": validation.calculations,
        "messages": [asdict(message) for message in validation.messages],
        "assertions": [
            {"id": name, "satisfied": satisfied, "unsatisfied": failed}
            for name, satisfied, failed in validation.assertions
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
