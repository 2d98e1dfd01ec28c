"""What pages put beside a known title, head or label, and it is about something else; and what changes nothing."""

from __future__ import annotations

import random

COMPANIES = (
    *("hi-ho Inc.", "IIJ Global Solutions Inc.", "Net Care, Inc.", "Internet Multifeed Co.", "Trust Networks Inc."),
    *("IIJ America", "Example Networks K.K.", "NTT Communications", "KDDI Corporation"),
)
SCOPES = (
    *("Non-Consolidated", "Unconsolidated", "Parent Company Only", "Stand-alone", "Separate financial results"),
    *("Affiliates", "Subsidiaries", "Joint venture", "Our peers", "Industry average", "Competitor A"),
    *("Peer group median", "Top ten customers", "Predecessor", "Acquired business"),
    *("Overseas", "Kansai", "Public sector", "Enterprise", "Retail", "Mobile", "Cloud business", "Security"),
    *("Segment A", "Division B", "Eliminations", "Corporate", "Unallocated", "Former IIJ", "Target company"),
)
BASES = (
    *("Budget", "Business plan", "Internal target", "Consensus", "Market expectation", "Downside case", "Base case"),
    *("Simulation", "Illustrative", "Hypothetical", "Specimen", "Pro forma", "As if combined", "Aggregated"),
    *("Before restatement", "As previously reported", "Originally announced", "Before correction", "Adjusted"),
    *("Before reclassification", "Normalized", "Underlying", "Excluding one-time items", "Excluding IIJ-Global"),
    *("Organic", "Like-for-like", "At constant currency", "Before intersegment elimination", "Gross of eliminations"),
    *("Non-GAAP", "Cash basis", "Management basis", "Tax basis", "J-GAAP", "IFRS", "Discontinued operations"),
    *("Per employee", "Per customer", "Monthly average", "Annualized", "Run rate", "Weighted", "Median", "Maximum"),
    *("Index (FY2005 = 100)", "Rejected", "Withdrawn", "Superseded", "Draft", "Not final", "Provisional", "Misprint"),
    *("Wrong figures", "Obsolete", "Orders", "Backlog", "Bookings", "Billings", "Contribution of acquisitions"),
    *("Effect of exchange rates", "Impact of the earthquake", "Difference from plan", "Deviation", "Composition"),
)
NEUTRAL = ("Unaudited", "Consolidated", "Summary", "Overview", "Key figures", "U.S. GAAP", "Highlights")
MARKS = ("*", "**", "†", "*1", "(1)", "(Note 1)")
SUFFIXES = ("E", "e", "K", "bn", "B", "xx", "k", "F", "p", "r", "R", "?", "!", "/2", "x")


def other(draw: random.Random) -> str:
    """Words that say that something is not the issuer's own, or is not what it is called."""
    return draw.choice(draw.choice((COMPANIES, SCOPES, BASES)))
