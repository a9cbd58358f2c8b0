"""Grouping: what may be the same thing, two matters side by side, one pair after another; and taking it back."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from langnghe.answers.queries import newest as answers_of
from langnghe.dialogues.queries import seen
from langnghe.matters import actions as matters
from langnghe.matters import queries
from langnghe.matters.likeness import Pair, alike, pairs
from langnghe.people.queries import communes, require
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.comparing import differing, words_of
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.desk.voices import voices
from langnghe.web.pages import done, onward, show, step, to

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.matters.models import Matter, Moving
    from langnghe.matters.queries import Weighed

COMPARED = 30
"""So many voices of each matter stand side by side."""


@require_safe
@for_work(Verb.DECIDE)
def alike_ones(request: StaffRequest, code: str) -> HttpResponse:
    """Show which other matters may be the same thing as one; the page of the matter takes it in as a part."""
    this = _matter(request, code)
    found = alike(this)
    page = "desk/_alike" if request.headers.get("HX-Request") else "desk/alike"
    trail = _below(this, (gettext("Việc giống"), ""))
    return show(request, page, at=[this.commune], trail=trail, matter=this, found=found)


@for_work(Verb.DECIDE)
def same(request: StaffRequest, code: str, other: str) -> HttpResponse:
    """Show two matters side by side; a person says whether they are the same thing."""
    one, two = _matter(request, code), _matter(request, other)
    if request.method == "POST":
        return _say(request, one, two)
    for each in (one, two):
        if not each.voices:
            return onward(to("matter", each.code))
    trail = _below(one, (gettext("So với %(code)s") % {"code": other}, ""))
    return show(request, "desk/same", at=[one.commune], trail=trail, **_beside(one, two))


def _say(request: StaffRequest, one: "Matter", two: "Matter") -> HttpResponse:
    """Write down what a person said of a pair: join it, or keep it apart. What was joined before stays as it is."""
    back = _way_back(request)
    if request.POST.get("verdict") == "different":
        matters.keep_apart(matter=one, other=two, by=request.user, at=now())
        said = gettext("Đã ghi: %(one)s và %(two)s là hai việc khác nhau; máy không gợi ý lại.")
        return done(request, said % {"one": one.code, "two": two.code}, back or to("matter", one.code))
    into, going = (two, one) if request.POST.get("stays") == two.code else (one, two)
    if not queries.members(going):
        return onward(back or to("matter", into.code))
    moving = matters.join(matter=going, into=into, by=request.user, at=now())
    said = gettext("Đã ghép %(going)s vào %(into)s; mọi lời bà con vẫn còn đủ.")
    moved = f"moved={moving.key}"
    address = f"{back}{'&' if '?' in back else '?'}{moved}" if back else to("matter", into.code, query=moved)
    return done(request, said % {"going": going.code, "into": into.code}, address)


@require_safe
@for_work(Verb.DECIDE)
def queue(request: StaffRequest) -> HttpResponse:
    """Show the suggested pairs of a commune or a dialogue one after another, the surest first."""
    places = list(communes(request.user, Verb.DECIDE, on=today()))
    dialogue = _dialogue(request)
    place = dialogue.commune if dialogue else next((each for each in places if each.code == _asked(request)), None)
    place = place or (places[0] if places else None)
    found = pairs(place, dialogue) if place else []
    skipped = min(_number(request.GET.get("skip", "")), len(found))
    urls = {name: _address(dialogue, place, skipped + more) for name, more in (("here_url", 0), ("next_url", 1))}
    return show(
        request,
        "desk/same_queue",
        at=[place] if place else [],
        trail=below_register(*([of_dialogue(dialogue)] if dialogue else []), (gettext("Ghép việc giống nhau"), "")),
        places=places,
        place=place,
        dialogue=dialogue,
        left=len(found),
        undoable=_undoable(request),
        start_url=_address(dialogue, place, 0),
        **urls,
        **(_of_pair(found[skipped]) if skipped < len(found) else {}),
    )


def _of_pair(pair: Pair) -> dict[str, Any]:
    known = {each.pk: each for each in queries.every().filter(pk__in=[pair.one.pk, pair.other.pk])}
    return {"pair": pair, **_beside(known[pair.one.pk], known[pair.other.pk])}


def _beside(one: "Weighed", two: "Weighed") -> dict[str, Any]:
    """Return both matters with their voices, the words only one of them has marked, and the one that rather stays."""
    answered = answers_of([one.pk, two.pk])
    heard = {each.pk: voices(each, COMPARED) for each in (one, two)}
    known = {pk: words_of(voice.row.words_now for voice in spoken) for pk, spoken in heard.items()}
    sides = [
        {
            "matter": each,
            "topic": wording.topic_name(each.topic) if each.topic else "",
            "answer": answered.get(each.pk),
            "voices": [
                {"voice": voice, "pieces": differing(voice.row.words_now, known[other.pk])} for voice in heard[each.pk]
            ],
            "more": max(each.voices - COMPARED, 0),
        }
        for each, other in ((one, two), (two, one))
    ]
    return {"sides": sides, "stays": _stays(one, two, answered), "one": one, "two": two}


def _stays(one: "Weighed", two: "Weighed", answered: Collection[int]) -> "Weighed":
    """Return the matter that rather stays: the answered one, else the decided one, else the older one."""

    def rank(each: "Weighed") -> tuple[bool, bool, int]:
        return each.pk not in answered, not each.topic, each.pk

    return one if rank(one) < rank(two) else two


@require_POST
@for_work(Verb.DECIDE)
def part(request: StaffRequest, code: str) -> HttpResponse:
    """Make what was ticked a matter of its own."""
    this = _matter(request, code)
    ticked = set(request.POST.getlist("voice"))
    going = [each.opinion for each in queries.members(this) if each.opinion.reference in ticked]
    if ticked and not going:
        return onward(to("matter", code))
    moving = matters.part(opinions=going, matter=this, by=request.user, at=now())
    said = ngettext(
        "Đã tách %(n)s lời thành vụ việc %(code)s.", "Đã tách %(n)s lời thành vụ việc %(code)s.", len(going)
    ) % {"n": len(going), "code": moving.target.code}
    return done(request, said, to("matter", moving.target.code, query=f"moved={moving.key}"))


@require_POST
@for_work(Verb.DECIDE)
def restore(request: StaffRequest, key: UUID) -> HttpResponse:
    """Take a moving back: its voices are where they were. Sent twice, it is taken back once."""
    moving = queries.moving(key, request.user, on=today())
    back = _way_back(request) or to("matter", moving.origin.code)
    if queries.is_restored(moving):
        return onward(back)
    matters.restore(moving=moving, by=request.user, at=now())
    said = gettext("Đã đưa lại như cũ: các lời đã về %(code)s.") % {"code": moving.origin.code}
    return done(request, said, back)


def _matter(request: StaffRequest, code: str) -> "Weighed":
    """Return a matter the viewer may group. Raises Refused: "no-such-matter", "not-yours"."""
    found = queries.matter(code, request.user, verb=Verb.DECIDE, on=today())
    require(request.user, Verb.DECIDE, found.commune, on=today())
    return found


def _below(this: "Matter", *steps: tuple[object, str]) -> tuple[tuple[object, str], ...]:
    own = step(gettext("Vụ việc %(code)s") % {"code": this.code}, "matter", this.code)
    return below_register(own, *steps)


def _dialogue(request: StaffRequest) -> "Dialogue | None":
    code = request.GET.get("dialogue", "")
    return seen(code, request.user, verb=Verb.DECIDE, on=today()) if code else None


def _asked(request: StaffRequest) -> str:
    return request.GET.get("commune", "")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def _address(dialogue: "Dialogue | None", place: Any, skip: int) -> str:
    about = f"dialogue={dialogue.code}" if dialogue else f"commune={place.code}" if place else ""
    return to("same-queue", query="&".join(part for part in (about, f"skip={skip}" if skip else "") if part))


def _undoable(request: StaffRequest) -> "Moving | None":
    """Return the moving that was just made and may be taken back."""
    try:
        moving = queries.moving(UUID(request.GET.get("moved", "")), request.user, on=today())
    except (ValueError, Refused):
        return None
    return None if queries.is_restored(moving) else moving


def _way_back(request: StaffRequest) -> str:
    """Return the page of ours that the form came from, or ""."""
    way = request.POST.get("back", "")
    return way if way.startswith("/") and url_has_allowed_host_and_scheme(way, allowed_hosts=None) else ""
