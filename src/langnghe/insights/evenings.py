"""One dialogue with everything its page says of it: what waits, what is written, who came, in one question."""

from datetime import date
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Attendance
from langnghe.insights.queries import number
from langnghe.matters.models import Decision, Membership
from langnghe.opinions.models import Opinion, PublicText, SettingAside
from langnghe.opinions.rules import Procedure
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.queries import name_then
from langnghe.refusals import Refused


def evening(code: str, viewer: Person, *, verb: Verb, on: date) -> Any:
    """Return the dialogue with `code` where a viewer may do `verb`, with how far it is, in numbers.

    `waiting`, `held`, `open` and `dismissed` opinions, `unpublished` ones without a text for everybody, `undecided`
    matters, `aside_<procedure>` guided elsewhere; `present`, `women` and `invited` of the newest count, None before
    there is one; `moved_at`, when its day was last changed. Raises Refused: "no-such-dialogue".
    """
    found = dialogues.every().filter(code=code).annotate(**_numbers(), **_came(), moved_at=dialogues.moved_at("pk"))
    dialogue = found.first()
    if dialogue is None or not people.may(viewer, verb, dialogue.commune, on=on):
        raise Refused("no-such-dialogue", code=code)
    return dialogue


def places(dialogue: Any) -> list[Any]:
    """Return the hamlets a dialogue is for, by name, each with what it was `called` on the day, in one query."""
    rows = dialogues.hamlets(dialogue).annotate(held_on=Value(dialogue.held_on, output_field=DateField()))
    return list(rows.annotate(called=Coalesce(name_then("pk", "held_on"), F("name"))))


def _numbers() -> dict[str, Any]:
    said = Opinion.objects.filter(dialogue=OuterRef("pk"))
    undecided = said.filter(opening__isnull=True, dismissal__isnull=True)
    opened = said.filter(opening__isnull=False)
    public = PublicText.objects.filter(opinion=OuterRef("pk"))
    decided = Decision.objects.filter(matter=OuterRef("matter"))
    heard = Membership.objects.filter(opinion__dialogue=OuterRef("pk")).filter(~Exists(decided))
    asides = SettingAside.objects.filter(dialogue=OuterRef("pk"))
    return {
        "waiting": number(undecided.filter(suspicion__isnull=True)),
        "held": number(undecided.filter(suspicion__isnull=False)),
        "open": number(opened),
        "dismissed": number(said.filter(dismissal__isnull=False)),
        "unpublished": number(opened.filter(~Exists(public))),
        "undecided": number(heard, "opinion__dialogue", "matter"),
        **{f"aside_{kind}": number(asides.filter(kind=kind)) for kind in Procedure},
    }


def _came() -> dict[str, Subquery]:
    newest = Attendance.objects.filter(dialogue=OuterRef("pk")).order_by("-pk")
    return {name: Subquery(newest.values(name)[:1]) for name in ("present", "women", "invited")}
