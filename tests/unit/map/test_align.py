"""Rows and lines both run down the page: the heaviest chain that climbs in both is the reading."""

from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.map.tables.rows.align import Pair, align


def test_nothing_aligns_to_nothing():
    alignment = align([])
    assert (alignment.lines, alignment.ambiguous, alignment.weight) == ({}, {}, 0)


def test_rows_that_fit_one_line_each_are_those_lines():
    assert align([Pair(0, 4, 20), Pair(1, 7, 20)]).lines == {0: 4, 1: 7}


def test_a_repeated_label_is_told_apart_by_the_order():
    """Revenues, Total, Costs, Total: each total closes the block above it."""
    pairs = [Pair(0, 0, 20), Pair(1, 1, 20), Pair(1, 3, 20), Pair(2, 2, 20), Pair(3, 1, 20), Pair(3, 3, 20)]
    alignment = align(pairs)
    assert alignment.lines == {0: 0, 1: 1, 2: 2, 3: 3}
    assert alignment.ambiguous == {}


def test_a_row_that_fits_two_lines_equally_is_ambiguous():
    alignment = align([Pair(0, 0, 20), Pair(1, 1, 20), Pair(1, 2, 20), Pair(2, 3, 20)])
    assert alignment.lines == {0: 0, 2: 3}
    assert alignment.ambiguous == {1: (1, 2)}


def test_two_rows_that_fit_one_line_are_ambiguous():
    alignment = align([Pair(0, 5, 20), Pair(1, 5, 20)])
    assert alignment.lines == {}
    assert set(alignment.ambiguous) == {0, 1}


def test_a_better_label_beats_another():
    alignment = align([Pair(0, 1, 20), Pair(0, 2, 14)])
    assert alignment.lines == {0: 1}


def test_rows_printed_against_the_order_are_left_out():
    alignment = align([Pair(0, 1, 20), Pair(1, 2, 20), Pair(2, 0, 20)])
    assert alignment.lines == {0: 1, 1: 2}
    assert 2 not in alignment.ambiguous


def test_many_rows_outweigh_one_good_label():
    alignment = align([Pair(0, 9, 20), Pair(1, 1, 14), Pair(2, 2, 14)])
    assert alignment.lines == {1: 1, 2: 2}


def test_the_weight_is_that_of_the_best_chain():
    assert align([Pair(0, 0, 20), Pair(1, 1, 14), Pair(2, 0, 20)]).weight == 34


PAIRS = st.lists(
    st.builds(Pair, st.integers(0, 6), st.integers(0, 6), st.sampled_from([2, 8, 14, 20])),
    max_size=9,
    unique_by=lambda pair: (pair.row, pair.line),
)


def chains(pairs: list[Pair]) -> list[tuple[Pair, ...]]:
    """All chains that climb, by trying each set of pairs."""
    found: list[tuple[Pair, ...]] = [()]
    for pair in sorted(pairs):
        found += [
            (*chain, pair) for chain in found if not chain or (chain[-1].row < pair.row and chain[-1].line < pair.line)
        ]
    return found


@given(PAIRS)
def test_the_alignment_is_what_all_heaviest_chains_agree_upon(pairs):
    every = chains(pairs)
    best = max(sum(pair.weight for pair in chain) for chain in every)
    heaviest = [
        {pair.row: pair.line for pair in chain} for chain in every if sum(pair.weight for pair in chain) == best
    ]
    alignment = align(pairs)
    assert alignment.weight == best
    rows = {pair.row for pair in pairs}
    sure = {
        row: heaviest[0][row] for row in rows if len({chain.get(row) for chain in heaviest}) == 1 and row in heaviest[0]
    }
    assert alignment.lines == sure
    used = {row for chain in heaviest for row in chain}
    assert set(alignment.ambiguous) == used - set(sure)
