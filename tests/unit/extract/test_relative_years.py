"""Columns headed by years around the one that the title of a Japanese document says: `前期 | 当期 | 次期予想`."""

import pytest

from support import periods, table

PAGE = """\
    # {title}

    ## {section}

    （単位：百万円）

    | | {heads} |
    |---|---:|---:|
    | 営業収益 | 114,272 | 123,050 |
    | 営業利益 | 5,723 | 5,075 |
"""
YEAR = "平成27年3月期 決算短信〔米国基準〕（連結）"
BEFORE, NOW, AFTER = "2013-04-01/2014-03-31", "2014-04-01/2015-03-31", "2015-04-01/2016-03-31"


def read(heads, section="業績の推移", title=YEAR):
    return list(periods(table(PAGE.format(title=title, section=section, heads=heads))).values())


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("前期 | 当期", [BEFORE, NOW]),
        ("前期実績 | 当期実績", [BEFORE, NOW]),
        ("当期 | 次期予想", [NOW, AFTER]),
        ("当期（実績） | 次期（予想）", [NOW, AFTER]),
        ("前年度末 | 当年度末", ["2014-03-31", "2015-03-31"]),
    ],
)
def test_the_title_of_the_document_says_which_years_they_are(heads, expected):
    assert read(heads) == expected
    assert read(heads, "平成27年3月期の業績") == expected


@pytest.mark.parametrize(
    ("heads", "section", "title"),
    [
        ("前期 | 当期", "平成26年3月期の業績", YEAR),
        ("前期 | 当期", "四半期業績", YEAR),
        ("前期実績 | 当期予想", "次期の見通し", YEAR),
        ("前期 | 当期", "業績の推移", "平成27年3月期 第2四半期決算短信〔米国基準〕（連結）"),
        ("前期 | 当期", "業績の推移", "会社案内"),
    ],
)
def test_which_years_are_meant_is_open_below_others_in_parts_of_a_year_and_without_a_title(heads, section, title):
    assert not any("20" in period for period in read(heads, section, title))
