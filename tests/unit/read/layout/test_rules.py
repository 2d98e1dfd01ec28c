"""Which rules of a page are those of a table, and what they tell of its heads."""

from iij_xbrl.read.layout.geometry import Box, Rule
from iij_xbrl.read.layout.tables.grid import rules_within


def test_a_line_from_top_to_bottom_has_no_width():
    inside, beside = (Rule(Box(at, 90, at, 118), across=False) for at in (210, 460))
    assert rules_within([inside, beside], Box(60, 90, 450, 145)) == [inside]


def test_lines_at_both_sides_of_several_heads_part_nothing(tables):
    heads = [(153, 100, "1H11"), (253, 100, "1H10"), (353, 100, "1H09")]
    rows = [(60, 114, "Revenues"), (210, 114, ">47,207"), (310, 114, ">34,272"), (410, 114, ">33,239")]
    rows += [(60, 128, "Costs"), (210, 128, ">37,971"), (310, 128, ">27,431"), (410, 128, ">28,440")]
    lines = [(150, 90, 150, 104), (350, 90, 350, 104)]
    assert tables([*heads, *rows], lines=lines)[0][0] == ["", "1H11", "1H10", "1H09"]
