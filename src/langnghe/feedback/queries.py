"""Questions about telling back: where people spoke and were not told yet, and what keeps a result from being told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue, DialogueHamlet
from langnghe.dialogues.rules import Kind as Meeting
from langnghe.dialogues.rules import result_due
from langnghe.matters.suggesting import current_pack
from langnghe.opinions import queries as opinions
from langnghe.opinions.models import Opinion
from langnghe.papers import queries as papers
from langnghe.papers.rules import Kind
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place


def voices(dialogue: Dialogue, hamlet: Place | None) -> "QuerySet[Any]":
    """Return what a dialogue heard from a hamlet and stands in the register, in the order heard.

    What nobody noted a hamlet for belongs to every hamlet of the dialogue.
    """
    rows = opinions.opened(dialogue)
    return rows.filter(Q(hamlet=hamlet) | Q(hamlet__isnull=True)) if hamlet else rows


def readiness(dialogue: Dialogue, hamlet: Place | None) -> dict[str, int]:
    """Return how much of a dialogue waits, how many voices have no text for everybody yet, and how many there are."""
    rows = voices(dialogue, hamlet)
    return {
        "waiting": opinions.undecided(dialogue),
        "unwritten": rows.filter(public_words__isnull=True).count(),
        "voices": rows.count(),
    }


def told(held: Iterable[Dialogue]) -> dict[int, dict[int | None, date]]:
    """Return since when the result of each dialogue is public, by its primary key and by hamlet (None: for all)."""
    keys = {each.key: each.pk for each in held}
    return {keys[key]: days for key, days in papers.posted(Kind.RESULT, keys).items()}


def owed(viewer: Person, *, on: date) -> list[tuple[Dialogue, Place]]:
    """Return the hamlets that spoke in a conference held by a day and were not told its result, oldest first.

    A conference that came into the book after its result was due was told elsewhere, or never: nobody knows here.
    """
    within = people.below(people.reach(viewer, Verb.ISSUE, on=on), "commune__path")
    over = dialogues.every().filter(within, kind=Meeting.CONFERENCE, held_on__lte=on)
    held = [each for each in over if not each.is_called_off and _is_ours_to_tell(each)]  # type: ignore[attr-defined]
    heard = Opinion.objects.filter(dialogue__in=held, opening__isnull=False)
    spoke = set(heard.values_list("dialogue", "hamlet").distinct())
    known = told(held)
    pairs = DialogueHamlet.objects.filter(dialogue__in=held).select_related("dialogue__commune", "hamlet")
    return [
        (pair.dialogue, pair.hamlet)
        for pair in pairs.order_by("dialogue__held_on", "dialogue", "hamlet__name")
        if {(pair.dialogue_id, pair.hamlet_id), (pair.dialogue_id, None)} & spoke
        and not {None, pair.hamlet_id} & known.get(pair.dialogue_id, {}).keys()
    ]


def _is_ours_to_tell(dialogue: Dialogue) -> bool:
    clock = current_pack().on(dialogue.held_on).deadline("dialogue", "publish_result")
    due_on = result_due(dialogue.held_on, clock.amount) if clock else dialogue.held_on
    return dialogue.noted_on is None or dialogue.noted_on <= due_on
