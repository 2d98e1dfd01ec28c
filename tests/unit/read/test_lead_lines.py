"""Lines of a text that lead in what stands right below them are paragraphs of their own."""

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Paragraph


def paragraphs(page):
    return [
        [line.plain for line in block.lines] for block in parse(page, "page.txt").blocks if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Cloud\n- Revenues: JPY5 million",
        "Before restatement:\nRevenues: JPY5 million",
        "Test Services Inc.\nRevenues were JPY5 million.",
        "システム\n・売上高：5百万円",
    ],
)
def test_lead_line_is_a_paragraph(page):
    assert paragraphs(page) == [[line] for line in page.split("\n")]


@pytest.mark.parametrize(
    "page",
    [
        "Revenues rose by a tenth, and costs\nfell.",
        "- Cloud\n- Revenues: JPY5 million",
        "Costs fell for these reasons,\n- fewer lines",
        "Test Services Inc. announces its results for the\nfirst half.",
    ],
)
def test_other_lines_are_not(page):
    assert paragraphs(page) == [page.split("\n")]
