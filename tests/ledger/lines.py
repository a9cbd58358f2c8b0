"""What the tests of the ledger write: one kind of line, and the claims that rows would make of it."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from langnghe.ledger import actions as ledger
from langnghe.ledger.rules import Claim
from langnghe.ledger.writing import action

EVENING = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
FACTS = {"words": "Đề nghị xã sửa đường thôn 01.", "heard_at": 1772368200, "hamlet": None}


@action
def write(*, about: UUID, by: str = "officer", at: datetime = EVENING, kind="opinion heard", log="20035", facts=FACTS):
    return ledger.record(kind, log=log, about=about, by=by, at=at, facts=facts)


def written(count):
    """Write `count` lines about as many things and return what they are about."""
    abouts = [uuid4() for _ in range(count)]
    for about in abouts:
        write(about=about)
    return abouts


def claimed(abouts):
    return [Claim("opinion heard", about, FACTS) for about in abouts]
