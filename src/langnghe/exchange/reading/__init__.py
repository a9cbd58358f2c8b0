"""Reading papers: the minutes a ward already has become opinions, and nothing in them is dropped or invented.

Sources (docx, sheets, plain, office) become lines and tables (blocks); understanding walks through them with prose,
rows, answering and forms; accounting knows where every word went. `sandbox.read_papers` is the door. No Django here.
"""
