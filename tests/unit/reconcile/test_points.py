"""Points where commas belong: the figure counts where the page bears it out."""

import pytest

from iij_xbrl.reasons.render import sentence
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, facts, report, unmapped

PLACE = """\
role: Income
title: {en: Statements of Income, ja: 損益計算書}
defaults: {type: monetary, period: duration}
lines:
- total: Sales
  en: Total sales
  ja: 売上高
  of:
  - Network: {en: Network services, ja: ネットワーク}
  - Systems: {en: Systems integration, ja: 構築}
  - Equipment: {en: Equipment sales, ja: 機器}
"""
ROWS = {"Network services": "31,320,981", "Systems integration": "14,714,182", "Equipment sales": "1,171,345"}


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("income"), PLACE)


def page(total: str = "47,206,508", **changed: str) -> str:
    rows = ROWS | {label.replace("_", " "): figure for label, figure in changed.items()}
    lines = "".join(f"{label}\t{figure}\n" for label, figure in rows.items())
    return f"Statements of Income\n\n\t1H11\n\tThousands of JPY\n{lines}Total sales\t{total}\n"


@pytest.mark.parametrize("printed", ["14,714.182", "14.714.182", "14.714,182"])
def test_a_figure_with_points_counts_with_commas_where_a_sum_bears_it_out(taxonomy, printed):
    (fact,) = [item for item in facts(report(page(Systems_integration=printed), taxonomy)) if item.text == printed]
    assert (f"{fact.value:f}", fact.decimals, fact.status) == ("14714182000", -3, "inferred")
    assert sentence(fact.reason).startswith("a point for a comma; Sales = ")


@pytest.mark.parametrize("printed", ["14,714.182", "14.714.182", "14.714,182"])
def test_a_figure_that_nothing_bears_out_is_unmapped(taxonomy, printed):
    found = report(page("48,206,508", Systems_integration=printed), taxonomy)
    assert list(unmapped(found)) == [printed]
