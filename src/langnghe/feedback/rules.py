"""When a result may be told. No Django here."""

from langnghe.refusals import Refused


def check_result(*, waiting: int, unwritten: int, voices: int) -> None:
    """A result notice holds everybody's voice: nothing waits, everything has its text for everybody.

    Raises Refused: "still-waiting", "texts-missing", "nothing-to-tell".
    """
    if waiting:
        raise Refused("still-waiting", count=waiting)
    if unwritten:
        raise Refused("texts-missing", count=unwritten)
    if not voices:
        raise Refused("nothing-to-tell")
