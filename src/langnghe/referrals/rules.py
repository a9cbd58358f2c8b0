"""What may be referred, and what a referral must say. No Django here."""

from datetime import date

from langnghe.language.folding import normal
from langnghe.matters.rules import Competence
from langnghe.refusals import Refused


def check(*, competence: str | None, to: str, reason: str, reply_by: date, today: date) -> tuple[str, str]:
    """Return body and reason in one form. Only what the commune may not decide alone goes to somebody else.

    Raises Refused: "matter-undecided", "matter-is-ours", "referral-to-nobody", "no-reason", "deadline-passed".
    """
    if competence is None:
        raise Refused("matter-undecided")
    if competence == Competence.COMMUNE:
        raise Refused("matter-is-ours")
    to, reason = normal(to), normal(reason)
    if not to:
        raise Refused("referral-to-nobody")
    if not reason:
        raise Refused("no-reason")
    if reply_by < today:
        raise Refused("deadline-passed")
    return to, reason
