"""Questions about answers: which matters are owed one, which drafts wait for the chair, what was told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from langnghe.answers.models import Answer, Draft, Remark
from langnghe.language.empty_answers import emptiness
from langnghe.ledger.rules import Claim
from langnghe.matters import queries as matters
from langnghe.matters.models import Matter, Membership
from langnghe.matters.suggesting import current_pack
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.refusals import Refused


def with_answers(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return matters with the newest official `answer_outcome` and `answered_at`, and how the newest draft stands.

    `draft_key` is None without a draft; `draft_released` or `draft_returned` is set where the chair released it or
    gave it back; with neither it waits for the chair.
    """
    newest = Answer.objects.filter(matter=OuterRef("pk")).order_by("-pk")
    proposed = Draft.objects.filter(matter=OuterRef("pk")).order_by("-pk")
    told: QuerySet[Any] = rows.annotate(
        answer_outcome=Subquery(newest.values("draft__outcome")[:1]),
        answered_at=Subquery(newest.values("at")[:1]),
        draft_key=Subquery(proposed.values("key")[:1]),
        draft_released=Subquery(proposed.values("answer")[:1]),
        draft_returned=Subquery(proposed.values("remark")[:1]),
    )
    return told


def answers(matter: Matter) -> QuerySet[Answer]:
    """Return the official answers of a matter, the newest first."""
    return Answer.objects.filter(matter=matter).select_related("draft__by", "by").order_by("-pk")


def drafts(matter: Matter) -> QuerySet[Draft]:
    """Return what was proposed for a matter, the newest first, with its `answer` or `remark` where there is one."""
    return Draft.objects.filter(matter=matter).select_related("by", "answer__by", "remark__by").order_by("-pk")


def pending(matter: Matter) -> Draft | None:
    """Return the draft of a matter that waits for the chair, or None."""
    newest = drafts(matter).first()
    return newest if newest is not None and is_pending(newest) else None


def is_pending(draft: Draft) -> bool:
    """Whether a draft still waits: nobody released it, gave it back or proposed another."""
    is_past = Answer.objects.filter(draft=draft).exists() or Remark.objects.filter(draft=draft).exists()
    return not is_past and not Draft.objects.filter(matter=draft.matter, pk__gt=draft.pk).exists()


def draft(key: UUID, viewer: Person, *, on: date) -> Draft:
    """Return one draft of a commune where a viewer may release answers. Raises Refused: "no-such-draft"."""
    found = Draft.objects.select_related("matter__commune", "by").filter(key=key).first()
    if found is None or not people.may(viewer, Verb.RELEASE, found.matter.commune, on=on):
        raise Refused("no-such-draft")
    return found


def to_release(viewer: Person, *, on: date) -> QuerySet[Draft]:
    """Return the drafts that wait for a viewer's release, the oldest first.

    Nobody is asked about a matter that was joined with another: its voices are answered there.
    """
    within = people.below(people.reach(viewer, Verb.RELEASE, on=on), "matter__commune__path")
    newer = Draft.objects.filter(matter=OuterRef("matter"), pk__gt=OuterRef("pk"))
    rows = Draft.objects.filter(within, answer__isnull=True, remark__isnull=True).exclude(Exists(newer))
    rows = rows.filter(Exists(Membership.objects.filter(matter=OuterRef("matter"))))
    return rows.select_related("matter__commune", "by").order_by("pk")


def owed(viewer: Person, *, on: date) -> QuerySet[Any]:
    """Return the matters of a viewer's offices that nobody has answered, as `with_answers`, the most urgent first."""
    unanswered = ~Exists(Answer.objects.filter(matter=OuterRef("pk")))
    rows = with_answers(matters.of_unit(viewer, on=on)).filter(unanswered, voices__gt=0)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def newest(keys: Iterable[int]) -> dict[int, Answer]:
    """Return the newest official answer of each of the matters that has one, by the matter's primary key."""
    rows = Answer.objects.filter(matter__in=list(keys)).select_related("draft").order_by("pk")
    return {row.matter_id: row for row in rows}


def require_drafting(person: Person, matter: Matter, *, on: date) -> None:
    """Refuse whoever may not draft for a matter: an office drafts for what it leads. Raises Refused: "not-yours"."""
    if people.may(person, Verb.DECIDE, matter.commune, on=on):
        return
    people.require(person, Verb.DRAFT, matter.commune, on=on)
    unit = matters.every().values_list("unit", flat=True).get(pk=matter.pk)
    if not any(matter.commune.path.startswith(path) and unit == own for path, own in people.units(person, on=on)):
        raise Refused("not-yours", place=unit or matter.commune.name)


def says_nothing(on: date) -> Callable[[str], Sequence[str]]:
    """Return the test for empty answers with the formulas of the country pack."""
    formulas = current_pack().on(on).empty_answers
    return lambda text: emptiness(text, formulas)


def facts_of(draft: Draft) -> dict[str, object]:
    """Return what the record holds of a draft."""
    said = vars(draft.contents)
    days = {name: day.isoformat() if (day := said[name]) else None for name in ("done_on", "due_on")}
    return {**said, "outcome": str(draft.outcome), **days, "draft": str(draft.key)}


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    for row in Draft.objects.select_related("matter").order_by("pk").iterator(chunk_size=2000):
        yield Claim("answer drafted", row.matter.key, facts_of(row))
    for remark in Remark.objects.select_related("draft__matter").order_by("pk").iterator(chunk_size=2000):
        yield Claim("answer given back", remark.draft.matter.key, {"words": remark.words})
    for answer in Answer.objects.select_related("draft", "matter").order_by("pk").iterator(chunk_size=2000):
        yield Claim("answer given", answer.matter.key, {"draft": str(answer.draft.key)})
