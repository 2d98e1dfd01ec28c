"""Pages in English."""

from __future__ import annotations

from drawn.spans import Span
from drawn.words import Language


def _name(span: Span) -> str:
    return span.name


def _words(span: Span) -> str:
    return span.words


def _day(span: Span) -> str:
    return span.last_day


ENGLISH = Language(
    labels={
        "Revenues": "Total Revenues",
        "NetworkServicesRevenue": "Network Services",
        "SystemsIntegrationRevenue": "SI",
        "EquipmentSalesRevenue": "Equipment Sales",
        "AtmOperationBusinessRevenue": "ATM Operation Business",
        "CostOfRevenues": "Total Costs",
        "SellingGeneralAdministrativeAndResearchExpenses": "SG&A Expenses and R&D",
        "OperatingIncome": "Operating Income",
        "NetIncomeAttributableToParent": "Net income attributable to IIJ",
    },
    title="Operating Results Summary",
    million="JPY millions",
    thousand="JPY thousands",
    change="YoY % change",
    minus="({})",
    name=_name,
    words=_words,
    day=_day,
    companies=(
        *("hi-ho Inc.", "IIJ Global Solutions Inc.", "Net Care, Inc.", "Internet Multifeed Co."),
        *("Trust Networks Inc.",),
        *("IIJ America", "Example Networks K.K.", "NTT Communications", "KDDI Corporation"),
    ),
    scopes=(
        *("Non-Consolidated", "Unconsolidated", "Parent Company Only", "Stand-alone", "Separate financial results"),
        *("Affiliates", "Subsidiaries", "Joint venture", "Our peers", "Industry average", "Competitor A"),
        *("Peer group median", "Top ten customers", "Predecessor", "Acquired business"),
        *("Overseas", "Kansai", "Public sector", "Enterprise", "Retail", "Mobile", "Cloud business", "Security"),
        *("Segment A", "Division B", "Eliminations", "Corporate", "Unallocated", "Former IIJ", "Target company"),
    ),
    bases=(
        *(
            "Budget",
            "Business plan",
            "Internal target",
            "Consensus",
            "Market expectation",
            "Downside case",
            "Base case",
        ),
        *("Simulation", "Illustrative", "Hypothetical", "Specimen", "Pro forma", "As if combined", "Aggregated"),
        *("Before restatement", "As previously reported", "Originally announced", "Before correction", "Adjusted"),
        *("Before reclassification", "Normalized", "Underlying", "Excluding one-time items", "Excluding IIJ-Global"),
        *(
            "Organic",
            "Like-for-like",
            "At constant currency",
            "Before intersegment elimination",
            "Gross of eliminations",
        ),
        *("Non-GAAP", "Cash basis", "Management basis", "Tax basis", "J-GAAP", "IFRS", "Discontinued operations"),
        *("Per employee", "Per customer", "Monthly average", "Annualized", "Run rate", "Weighted", "Median"),
        *("Maximum",),
        *(
            "Index (FY2005 = 100)",
            "Rejected",
            "Withdrawn",
            "Superseded",
            "Draft",
            "Not final",
            "Provisional",
            "Misprint",
        ),
        *("Wrong figures", "Obsolete", "Orders", "Backlog", "Bookings", "Billings", "Contribution of acquisitions"),
        *("Effect of exchange rates", "Impact of the earthquake", "Difference from plan", "Deviation", "Composition"),
    ),
    neutral=("Unaudited", "Consolidated", "Summary", "Overview", "Key figures", "U.S. GAAP", "Highlights"),
    marks=("*", "**", "†", "*1", "(1)", "(Note 1)"),
    suffixes=("E", "e", "K", "bn", "B", "xx", "k", "F", "p", "r", "R", "?", "!", "/2", "x"),
    damage=(*("{} / 1,234", "[{}", "> {}", "${}", "€{}", "{}%", "x{}", "{} shares", "{} (budget)"),),
    titles=("{other} {title}", "{title} ({other})", "{title} - {other}", "{title}: {other}", "{other}: {title}"),
    lines=("{}", "({})", "[{}]", "{}:"),
    captions=("Table 1: {}", "Table 2: {}", "Table 3: {}"),
    introductions=(
        *("The following table shows {}.", "Figures of {} are as follows.", "Shown below: {}."),
        *("The table is of {}.",),
    ),
    corners=("{}", "({})"),
    last_rows=("{}", "({})", "* {}"),
    notes=("({})", "Note: {}", "(Note) {}"),
    conclusions=(
        *("All figures are {}.", "These figures are of {}.", "The figures above are of {}.", "The above is {}."),
    ),
    corrections=(
        "Correction: the table above was printed in error.",
        "The figures above are incorrect and should be disregarded.",
        "The table above has been withdrawn.",
    ),
    heads=("{1} ({0})", "{1} {0}", "{0} {1}", "{0}", "{1}, {0}"),
    strange_heads=("Adjustments", "Budget", "Plan", "Consensus", "Average", "Elimination", "Reference", "Others"),
    note_heads=("Notes", "Note", "Note No."),
    groups=("{}", "{}:"),
    label_ways=("{1} ({0})", "{1} - {0}", "{1}, {0}", "{0} {1}", "{1} of {0}", "{1}: {0}", "{1} [{0}]"),
    label_beginnings=(
        *("Revenues from services provided to", "Decrease in", "Loss on", "Amounts due to", "Provision for", "Less:"),
    ),
    label_ends=(
        "of hi-ho Inc.",
        "of discontinued operations",
        "(excluding IIJ-Global)",
        "before eliminations",
        "per employee",
    ),
)
"""The words of pages in English."""
