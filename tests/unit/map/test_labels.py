"""Labels compare equal however they are set; different labels never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.map.labels import effect_key, key, variants


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("TOTAL REVENUES", "Total revenues"),
        ("Total  Revenues ", "Total Revenues"),
        ("Total Revenues:", "Total Revenues"),
        ("Other—net", "Other -net"),
        ("Other expense — net", "Other expense -net"),
        ("Deferred tax assets -Current", "Deferred tax assets – current"),
        ("IIJ FiberAccess / F", "IIJ FiberAccess/F"),
        ("Common-stock", "Common - stock"),
        ("Internet Connectivity Services (Corporate Use)", "Internet connectivity service(corporate use)"),
        ("Systems Operation and Maintenance", "System operation and maintenance"),
        ("Subsidiaries", "Subsidiary"),
        ("Losses on write-down", "Loss on write-down"),
        ("shareholders’ equity", "shareholders' equity"),
        ("CAPEX,including capital leases", "CAPEX, including capital leases"),
    ],
)
def test_one_label_in_two_settings(left, right):
    assert key(left) == key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Cost of network services", "Network services"),
        ("Deferred tax assets -Current", "Deferred tax assets -Noncurrent"),
        ("Net income", "Net income attributable to IIJ"),
        ("Interest income", "Interest expense"),
        ("IP Service (-99Mbps)", "IP Service (1Gbps-)"),
        ("BASIC NET INCOME PER SHARE", "DILUTED NET INCOME PER SHARE"),
        ("Net loss", "Net losses attributable"),
    ],
)
def test_two_labels_stay_two(left, right):
    assert key(left) != key(right)


@pytest.mark.parametrize("word", ["gas", "loss", "business", "process", "is"])
def test_a_word_that_is_no_plural_keeps_its_end(word):
    assert key(word) == word


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Increase (decrease) in accounts payable", "Decrease in accounts payable"),
        ("Net losses (gains) on sales of other investments", "Net gains on sales of other investments"),
        ("Foreign exchange losses, net", "Foreign exchange gains, net"),
        ("Net cash provided by operating activities", "Net cash used in operating activities"),
        ("Deferred income tax expense (benefit)", "Deferred income tax expense"),
        (
            "Provision for (reversal of) allowance for doubtful accounts",
            "Provision for allowance for doubtful accounts",
        ),
    ],
)
def test_the_direction_of_an_effect_does_not_matter(left, right):
    assert key(left) != key(right)
    assert effect_key(left) == effect_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Increase in accounts payable", "Increase in accounts receivable"),
        ("Net cash used in investing activities", "Net cash used in financing activities"),
        ("Purchase of other investments", "Sales of other investments"),
    ],
)
def test_the_thing_of_an_effect_matters(left, right):
    assert effect_key(left) != effect_key(right)


def test_a_label_without_figures_has_one_reading():
    assert list(variants("Total revenues")) == ["Total revenues"]


def test_clauses_that_hold_figures_can_be_left_out():
    label = "Common-stock - authorized, 377,600 shares; issued and outstanding, 206,478 shares at March 31, 2011"
    assert list(variants(label)) == [label, "Common-stock - authorized", "Common-stock"]


@pytest.mark.parametrize(
    "label",
    ["Net income, excluding 5% tax", "Operating income - 50 shares or more", "Total revenues, before 3% rebate"],
)
def test_a_clause_that_leaves_something_out_makes_another_line(label):
    assert list(variants(label)) == [label]


def test_a_heading_in_front_of_a_line_can_be_left_out():
    assert list(variants("EQUITY: Common-stock, 377,600 shares"))[-3:] == [
        "EQUITY: Common-stock",
        "Common-stock",
        "EQUITY",
    ]


@given(
    st.sampled_from(["Accounts receivable", "Cost of ATM operation business", "Net income (loss)"]),
    st.booleans(),
    st.integers(1, 4),
)
def test_case_and_spaces_never_matter(label, shout, spaces):
    printed = label.replace(" ", " " * spaces)
    assert key(printed.upper() if shout else printed.lower()) == key(label)


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(label):
    assert key(key(label)) == key(label)
