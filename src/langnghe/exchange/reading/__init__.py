"""Reading papers: the minutes a ward already has become opinions, and nothing in them is dropped or invented.

Sources (docx, sheets, plain, office) become lines and tables (blocks); understanding walks through them with prose,
rows, answering and forms, and through our own papers with own_forms, own_rows and own_prose; accounting knows where
every word went. `sandbox.read_papers` is the door. No Django here.
"""
