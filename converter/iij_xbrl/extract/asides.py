"""What a text says in brackets, and what stands around words that say something."""

from __future__ import annotations

import re

ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
"""Brackets with no others in them, and what stands in them."""

AROUND = " .:;()（）[]*_"
"""Spaces, signs, brackets and marks of emphasis at the sides of a text."""
