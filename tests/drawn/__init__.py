"""Pages drawn at random whose figures are known: what each may be read as, and what no fact may be made of.

A page is an opening and a few sections, each a table, a list or sentences with one trap or none. `world` draws amounts
that add up, `tables`, `columns`, `rows` and `layouts` set traps in tables, `prose` and `comparisons` in running text.
`pages` draws; `forms` writes a page as text, Markdown, HTML, CSV or a workbook; `reading` judges what is read.
"""
