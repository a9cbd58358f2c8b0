"""Reading papers: the minutes a ward already has become opinions, and nothing in them is dropped or invented.

sources (docx, sheets, plain, office) → lines and tables (blocks) → understanding (headings, labels, prose, tables, answers)
→ the account of every word (accounting). No Django here.
"""
