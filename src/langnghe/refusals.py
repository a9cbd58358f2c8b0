"""How every rule says no. No Django here.

A refusal is a code and the facts of the case; `langnghe.web.refusals` turns it into a sentence in three languages.
"""


class Refused(Exception):
    """A rule of the work does not allow what was asked. `code` is hyphenated, `facts` fill its sentence."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
