"""Verbs about dialogues: plan, move, call off, hold, note what was said in the hall."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from uuid import uuid4

from langnghe.campaigns.models import Campaign, InvitedBody, VotersRequest, WorkingGroup
from langnghe.campaigns.queries import day_there
from langnghe.dialogues import queries, rules
from langnghe.dialogues.models import (
    Attendance,
    BodyPresence,
    CallingOff,
    Dialogue,
    DialogueHamlet,
    Rescheduling,
    Said,
)
from langnghe.dialogues.queries import Arrangement
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
    group: WorkingGroup | None = None,
    request: VotersRequest | None = None,
    by: Person,
    at: datetime,
) -> Dialogue:
    """Plan one dialogue for a hamlet or a cluster of hamlets, held by a working group of its campaign.

    `request` is the voters' request it meets. Raises Refused: "not-yours", "hamlet-elsewhere", "group-elsewhere",
    "no-such-request".
    """
    require(by, Verb.PLAN, commune, on=at.date())
    _check_belonging(commune, campaign, group, request)
    belongs = {"commune": commune, "campaign": campaign, "group": group, "request": request}
    dialogue = Dialogue.objects.create(
        code=_free_code(commune, held_on),
        kind=kind,
        held_on=held_on,
        noted_on=at.date(),
        starts_at=starts_at,
        venue=venue,
        chair=chair,
        secretary=secretary,
        **belongs,
    )
    _widen(dialogue, hamlets)
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
        _widen(dialogue, new)
        facts = {"hamlets": sorted(hamlet.code for hamlet in new)}
        _note("dialogue widened", dialogue, by=by, at=at, facts=facts)


@action
def reschedule(*, dialogue: Dialogue, to: Arrangement, by: Person, at: datetime) -> Rescheduling | None:
    """Plan a dialogue anew: its day, hour, venue and all else as in `to`; what was stays in its history.

    Its code stays. Returns None where nothing differs. Raises Refused: "not-yours", "dialogue-called-off",
    "held-cannot-be-ahead", "held-with-these-hamlets", "hamlet-elsewhere", "group-elsewhere", "no-such-request".
    """
    require(by, Verb.PLAN, dialogue.commune, on=at.date())
    today, is_held = day_there(dialogue.commune, at), queries.attendance(dialogue) is not None
    is_called_off = queries.calling_off(dialogue) is not None
    rules.check_move(is_held=is_held, is_called_off=is_called_off, held_on=to.held_on, today=today)
    _check_belonging(dialogue.commune, to.campaign, to.group, to.request)
    before = queries.arrangement(dialogue)
    changes = rules.changes(queries.in_words(before), queries.in_words(to))
    if not changes:
        return None
    if is_held and set(before.hamlets) - set(to.hamlets):
        raise Refused("held-with-these-hamlets")
    _arrange(dialogue, before, to)
    moved_on = today if "held_on" in changes else None
    move = Rescheduling.objects.create(dialogue=dialogue, changes=changes, moved_on=moved_on, by=by, at=at)
    _note("dialogue rescheduled", dialogue, by=by, at=at, facts=queries.facts_of_move(move))
    return move


@action
def call_off(*, dialogue: Dialogue, reason: str, by: Person, at: datetime) -> CallingOff:
    """Say that a planned dialogue will not be held, and why; its hamlets are without a plan again.

    Raises Refused: "not-yours", "dialogue-held-already", "dialogue-called-off", "no-reason".
    """
    require(by, Verb.PLAN, dialogue.commune, on=at.date())
    if queries.attendance(dialogue) is not None:
        raise Refused("dialogue-held-already")
    _check_planned(dialogue)
    reason = normal(reason)[:300]
    if not reason:
        raise Refused("no-reason")
    _note("dialogue called off", dialogue, by=by, at=at, facts={"reason": reason})
    return CallingOff.objects.create(dialogue=dialogue, reason=reason, by=by, at=at)


@action
def hold(  # noqa: PLR0913
    *,
    dialogue: Dialogue,
    present: int,
    invited: int | None = None,
    women: int | None = None,
    bodies: Mapping[InvitedBody, int] | None = None,
    by: Person,
    at: datetime,
) -> Attendance:
    """Note that a dialogue was held and how many came, in all and of the invited bodies that were counted.

    To correct a count, hold again: the newest number counts, of each body by itself. Raises Refused: "not-yours",
    "attendance-impossible", "body-not-invited".
    """
    require(by, Verb.HEAR, dialogue.commune, on=at.date())
    bodies = bodies or {}
    rules.check_attendance(invited=invited, present=present, women=women, bodies=bodies.values())
    if any(body.campaign_id != dialogue.campaign_id for body in bodies):
        raise Refused("body-not-invited")
    attendance = Attendance.objects.create(
        dialogue=dialogue, invited=invited, present=present, women=women, by=by, at=at
    )
    counted = [BodyPresence(attendance=attendance, body=body, present=number) for body, number in bodies.items()]
    BodyPresence.objects.bulk_create(counted)
    _note("dialogue held", dialogue, by=by, at=at, facts=queries.facts_of(attendance, counted))
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
    """Issue the public notice of one or several dialogues; posted, it stops the clock of the notice.

    Law 72/2025/QH15, Art 43. Raises Refused: "not-yours", "notice-of-nothing", "notice-after-dialogue",
    "dialogue-called-off", and what `papers.issue` raises.
    """
    rules.check_notice([each.held_on for each in dialogues], on=issuing.on)
    for each in dialogues:
        require(by, Verb.ISSUE, each.commune, on=at.date())
        _check_planned(each)
    abouts = [each.key for each in dialogues]
    return papers.issue(kind=Paper.NOTICE, commune=dialogues[0].commune, abouts=abouts, issuing=issuing, by=by, at=at)


@action
def send_invitation(*, dialogue: Dialogue, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue an invitation to a dialogue.

    Raises Refused: "notice-after-dialogue", "dialogue-called-off", and what `papers.issue` raises.
    """
    rules.check_notice([dialogue.held_on], on=issuing.on)
    _check_planned(dialogue)
    return papers.issue(
        kind=Paper.INVITATION, commune=dialogue.commune, abouts=[dialogue.key], issuing=issuing, by=by, at=at
    )


def _check_planned(dialogue: Dialogue) -> None:
    if queries.calling_off(dialogue) is not None:
        raise Refused("dialogue-called-off")


def _widen(dialogue: Dialogue, hamlets: Sequence[Place]) -> None:
    for hamlet in hamlets:
        if not hamlet.path.startswith(dialogue.commune.path):
            raise Refused("hamlet-elsewhere", hamlet=hamlet.name, place=dialogue.commune.name)
    DialogueHamlet.objects.bulk_create(DialogueHamlet(dialogue=dialogue, hamlet=hamlet) for hamlet in hamlets)


def _arrange(dialogue: Dialogue, before: Arrangement, to: Arrangement) -> None:
    """Write a dialogue's new plan over the old one."""
    plain = {name: value for name, value in vars(to).items() if name != "hamlets"}
    Dialogue.objects.filter(pk=dialogue.pk).update(**plain)
    for name, value in plain.items():
        setattr(dialogue, name, value)
    gone = [hamlet for hamlet in before.hamlets if hamlet not in to.hamlets]
    DialogueHamlet.objects.filter(dialogue=dialogue, hamlet__in=gone).delete()
    _widen(dialogue, [hamlet for hamlet in to.hamlets if hamlet not in before.hamlets])


def _check_belonging(
    commune: Place, campaign: Campaign | None, group: WorkingGroup | None, request: VotersRequest | None
) -> None:
    if group is not None and (campaign is None or group.campaign_id != campaign.pk):
        raise Refused("group-elsewhere")
    if request is not None and request.commune_id != commune.pk:
        raise Refused("no-such-request")


def _free_code(commune: Place, on: date) -> str:
    stem = rules.code_stem(commune.name, on)
    taken = set(Dialogue.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(
        code for number in range(1, 10_000) if (code := stem if number == 1 else f"{stem}-{number}") not in taken
    )


def _note(kind: str, dialogue: Dialogue, *, by: Person, at: datetime, facts: Mapping[str, object]) -> None:
    ledger.record(kind, log=dialogue.commune.code, about=dialogue.key, by=str(by.key), at=at, facts=facts)
