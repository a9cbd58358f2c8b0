"""Verbs about telling people back: publish the result of a dialogue."""

from datetime import datetime

from langnghe.dialogues.models import Dialogue
from langnghe.feedback import queries, rules
from langnghe.ledger.writing import action
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind
from langnghe.people.models import Person
from langnghe.places.models import Place


@action
def publish_result(*, dialogue: Dialogue, hamlet: Place | None, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the result notice of a dialogue for one of its hamlets; without a hamlet, for all who came.

    It stops the clock of the published result (Law 72/2025/QH15, Art 43). Raises Refused: "not-yours",
    "still-waiting", "texts-missing", "nothing-to-tell", and what `papers.issue` raises.
    """
    rules.check_result(**queries.readiness(dialogue, hamlet))
    return papers.issue(
        kind=Kind.RESULT,
        commune=dialogue.commune,
        hamlet=hamlet,
        abouts=[dialogue.key],
        issuing=issuing,
        by=by,
        at=at,
    )
