"""What a message means, in the terminal."""

from __future__ import annotations

import textwrap

from rich.markup import escape
from rich.text import Text

from iij_xbrl.messages.catalogue import Message
from iij_xbrl.messages.words import Words
from iij_xbrl.present.terminal import console

_WIDTH = 100
_TABS = 16


def show_message(message: Message, words: Words) -> None:
    """Print a message of the catalogue: its sections in order, pages as they are, other texts in lines."""
    out = console()
    out.print(f"[bold]{escape(message.code)}[/bold]")
    for name, text in message.sections:
        out.print(f"\n[bold]{escape(words(name))}[/bold]")
        is_page = name == "Example"
        width = _WIDTH if text.isascii() else _WIDTH // 2  # characters of Japanese are two columns wide
        lines = text.strip("\n").expandtabs(_TABS) if is_page else textwrap.fill(text.strip(), width)
        out.print(Text(textwrap.indent(lines, "  ")), soft_wrap=True)
