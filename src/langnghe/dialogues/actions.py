"""Verbs about dialogues: plan, hold, note what was said in the hall."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from uuid import uuid4

from langnghe.campaigns.models import Campaign
from langnghe.dialogues import rules
from langnghe.dialogues.models import Attendance, Dialogue, DialogueHamlet, Said
from langnghe.dialogues.rules import Kind
from langnghe.language.folding import normal
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind as Paper
from langnghe.people.models import Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused


@action
def plan(  # noqa: PLR0913
    *,
    commune: Place,
    hamlets: Sequence[Place],
    held_on: date,
    kind: Kind = Kind.CONFERENCE,
    starts_at: time | None = None,
    venue: str = "",
    chair: str = "",
    secretary: str = "",
    campaign: Campaign | None = None,
    by: Person,
    at: datetime,
) -> Dialogue:
    """Plan one dialogue for a hamlet or a cluster of hamlets. Raises Refused: "not-yours", "hamlet-elsewhere"."""
    require(by, Verb.PLAN, commune, on=at.date())
    dialogue = Dialogue.objects.create(
        code=_free_code(commune, held_on),
        commune=commune,
        campaign=campaign,
        kind=kind,
        held_on=held_on,
        starts_at=starts_at,
        venue=venue,
        chair=chair,
        secretary=secretary,
    )
    _invite(dialogue, hamlets)
    facts = {"code": dialogue.code, "kind": str(kind), "on": held_on.isoformat()}
    ledger.record("dialogue planned", log=commune.code, about=dialogue.key, by=str(by.key), at=at, facts=facts)
    return dialogue


@action
def include(*, dialogue: Dialogue, hamlets: Sequence[Place], by: Person, at: datetime) -> None:
    """Add hamlets to a dialogue, as its minutes name them. Raises Refused: "not-yours", "hamlet-elsewhere"."""
    require(by, Verb.HEAR, dialogue.commune, on=at.date())
    known = set(dialogue.hamlets.values_list("pk", flat=True))
    new = [hamlet for hamlet in hamlets if hamlet.pk not in known]
    if new:
        _invite(dialogue, new)
        facts = {"hamlets": sorted(hamlet.code for hamlet in new)}
        _note("dialogue widened", dialogue, by=by, at=at, facts=facts)


@action
def hold(  # noqa: PLR0913
    *, dialogue: Dialogue, present: int, invited: int | None = None, women: int | None = None, by: Person, at: datetime
) -> Attendance:
    """Note that a dialogue was held and how many came. Raises Refused: "not-yours", "attendance-impossible"."""
    require(by, Verb.HEAR, dialogue.commune, on=at.date())
    rules.check_attendance(invited=invited, present=present, women=women)
    attendance = Attendance.objects.create(
        dialogue=dialogue, invited=invited, present=present, women=women, by=by, at=at
    )
    _note("dialogue held", dialogue, by=by, at=at, facts={"present": present, "invited": invited, "women": women})
    return attendance


@action
def say(*, dialogue: Dialogue, words: str, function: str = "", by: Person, at: datetime) -> Said:
    """Note what was answered in the hall. Raises Refused: "not-yours", "nothing-said"."""
    require(by, Verb.HEAR, dialogue.commune, on=at.date())
    words = normal(words)
    if not words:
        raise Refused("nothing-said")
    said = Said.objects.create(
        key=uuid4(), dialogue=dialogue, function=normal(function)[:200], words=words, by=by, at=at
    )
    facts = {"words": words, "function": said.function}
    ledger.record("said in the hall", log=dialogue.commune.code, about=said.key, by=str(by.key), at=at, facts=facts)
    return said


@action
def give_notice(*, dialogues: Sequence[Dialogue], issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the public notice of one or several dialogues of a commune; posted, it stops the clock of the notice.

    Law 72/2025/QH15, Art 43. Raises Refused: "notice-of-nothing", "notice-after-dialogue", and what `papers.issue`
    raises.
    """
    rules.check_notice([each.held_on for each in dialogues], on=issuing.on)
    abouts = [each.key for each in dialogues]
    return papers.issue(kind=Paper.NOTICE, commune=dialogues[0].commune, abouts=abouts, issuing=issuing, by=by, at=at)


@action
def send_invitation(*, dialogue: Dialogue, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue an invitation to a dialogue.

    Raises Refused: "notice-after-dialogue", and what `papers.issue` raises.
    """
    rules.check_notice([dialogue.held_on], on=issuing.on)
    return papers.issue(
        kind=Paper.INVITATION, commune=dialogue.commune, abouts=[dialogue.key], issuing=issuing, by=by, at=at
    )


def _invite(dialogue: Dialogue, hamlets: Sequence[Place]) -> None:
    for hamlet in hamlets:
        if not hamlet.path.startswith(dialogue.commune.path):
            raise Refused("hamlet-elsewhere", hamlet=hamlet.name, place=dialogue.commune.name)
    DialogueHamlet.objects.bulk_create(DialogueHamlet(dialogue=dialogue, hamlet=hamlet) for hamlet in hamlets)


def _free_code(commune: Place, on: date) -> str:
    stem = rules.code_stem(commune.name, on)
    taken = set(Dialogue.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(
        code for number in range(1, 10_000) if (code := stem if number == 1 else f"{stem}-{number}") not in taken
    )


def _note(kind: str, dialogue: Dialogue, *, by: Person, at: datetime, facts: Mapping[str, object]) -> None:
    ledger.record(kind, log=dialogue.commune.code, about=dialogue.key, by=str(by.key), at=at, facts=facts)
