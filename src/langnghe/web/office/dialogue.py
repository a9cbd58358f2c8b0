"""One dialogue as the office plans it: when, where, by whom; moved, called off, and how many of each body came."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.campaigns import queries as campaigns
from langnghe.dialogues import actions as dialogue_actions
from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.queries import Arrangement
from langnghe.insights.coverage import of_dialogue
from langnghe.people.queries import verbs_at
from langnghe.people.rules import Verb
from langnghe.places.queries import names_on
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.office.history import told
from langnghe.web.office.planning import DialogueForm
from langnghe.web.office.wording import stands
from langnghe.web.pages import Step, answered_by, done, show, step, to
from langnghe.web.wording import MEETINGS, language

if TYPE_CHECKING:
    from langnghe.dialogues.models import Attendance, Dialogue
    from langnghe.insights.clocks import Clock
    from langnghe.insights.coverage import Coverage


class CallOffForm(forms.Form):
    reason = forms.CharField(
        label=_("Vì sao hủy"), max_length=300, widget=forms.Textarea({"rows": 2}), help_text=_("Ví dụ: bão, lụt.")
    )


class PresenceForm(forms.Form):
    """How many came, in all and of each invited body; a body left empty was not counted."""

    present = forms.IntegerField(label=_("Có mặt"), min_value=0, max_value=100_000)
    women = forms.IntegerField(label=_("Trong đó nữ"), required=False, min_value=0, max_value=100_000)
    invited = forms.IntegerField(label=_("Số giấy mời"), required=False, min_value=0, max_value=100_000)

    def __init__(self, dialogue: "Dialogue", data: Any) -> None:
        country = campaigns.country_of(dialogue.commune)
        invited = campaigns.bodies(dialogue.campaign) if dialogue.campaign else []
        counted, self.last = dialogues.presence(dialogue), dialogues.attendance(dialogue)
        self.bodies = {f"body-{each.body.pk}": each.body for each in invited}
        initial = {name: counted.get(body.pk) for name, body in self.bodies.items()}
        super().__init__(data, initial={**initial, **_numbers(self.last)})
        for each in invited:
            name = each.called(country, language())
            self.fields[f"body-{each.body.pk}"] = forms.IntegerField(
                label=name, required=False, min_value=0, max_value=100_000
            )

    def facts(self) -> dict[str, Any]:
        """Return what `dialogues.hold` asks for: of the bodies only those whose number is new."""
        said = self.cleaned_data
        bodies = {
            self.bodies[name]: said[name]
            for name in self.changed_data
            if self.bodies.get(name) and said[name] is not None
        }
        return {"present": said["present"], "women": said["women"], "invited": said["invited"], "bodies": bodies}


def _numbers(last: "Attendance | None") -> dict[str, int | None]:
    return {name: getattr(last, name) for name in ("present", "women", "invited")} if last else {}


@staff_only
def dialogue(request: StaffRequest, code: str) -> HttpResponse:
    """Show how a dialogue is planned, how its clocks stand, who came, and what was changed."""
    found = dialogues.seen(code, request.user, verb=Verb.SEE_COVERAGE, on=today())
    rows = of_dialogue(found)
    verbs = verbs_at(request.user, found.commune, on=today())
    state = rows[0].state if rows else ""
    facts = {
        "plan": dialogues.in_words(dialogues.arrangement(found)),
        "hamlets": list(names_on([row.hamlet for row in rows], found.held_on).values()),
        "kind": MEETINGS[found.kind],
        "state": stands(state, found.held_on, today=today()) if state else None,
        "notice": rows[0].notice(today()) if rows else None,
        "results": _results(rows),
        "attendance": dialogues.attendance(found),
        "bodies": _came(found),
        "calling_off": dialogues.calling_off(found),
        "moves": [told(move) for move in dialogues.reschedulings(found)],
        "may_read": Verb.READ in verbs,
        "may_plan": Verb.PLAN in verbs and not found.is_called_off,  # type: ignore[attr-defined]
        "may_call_off": state == "planned" or not (rows or found.is_held or found.is_called_off),  # type: ignore[attr-defined]
        "may_count": Verb.HEAR in verbs and found.held_on <= today(),
    }
    return show(request, "office/dialogue", at=[found.commune], trail=_trail(found), dialogue=found, **facts)


def _results(rows: "list[Coverage]") -> "list[tuple[Clock, list[str]]]":
    """Return the clocks of the result, each with the hamlets for which it stands so."""
    found: dict[Clock, list[str]] = {}
    for row in rows:
        found.setdefault(row.result(today()), []).append(row.hamlet.name)
    return list(found.items())


def _came(dialogue: "Dialogue") -> list[tuple[str, int | None]]:
    country, counted = campaigns.country_of(dialogue.commune), dialogues.presence(dialogue)
    invited = campaigns.bodies(dialogue.campaign) if dialogue.campaign else []
    return [(each.called(country, language()), counted.get(each.body.pk)) for each in invited]


@staff_only
def change(request: StaffRequest, code: str) -> HttpResponse:
    """Move a dialogue or otherwise plan it anew."""
    found = dialogues.seen(code, request.user, verb=Verb.PLAN, on=today())
    known = dialogues.arrangement(found)
    form = DialogueForm(found.commune, request.user, request.POST or None, known)
    if form.is_valid():
        with answered_by(form):
            dialogue_actions.reschedule(dialogue=found, to=Arrangement(**form.facts()), by=request.user, at=now())
            return done(request, gettext("Đã ghi thay đổi."), to("dialogue-planned", code))
    return _page(request, found, "office/dialogue_change", form, gettext("Đổi lịch"))


@staff_only
def call_off(request: StaffRequest, code: str) -> HttpResponse:
    """Say that a dialogue will not be held, and why."""
    found = dialogues.seen(code, request.user, verb=Verb.PLAN, on=today())
    form = CallOffForm(request.POST or None)
    if form.is_valid():
        with answered_by(form):
            _check_unheard(found)
            if not found.is_called_off:  # type: ignore[attr-defined]
                dialogue_actions.call_off(dialogue=found, **form.cleaned_data, by=request.user, at=now())
            return done(
                request, gettext("Đã ghi là hủy. Những nơi này lại chưa có lịch."), to("dialogue-planned", code)
            )
    return _page(request, found, "office/dialogue_call_off", form, gettext("Hủy hội nghị"))


def _check_unheard(dialogue: "Dialogue") -> None:
    """Where opinions were written down the evening took place, even if nobody counted who came."""
    if any(row.is_heard for row in of_dialogue(dialogue)) and not dialogue.is_called_off:  # type: ignore[attr-defined]
        raise Refused("dialogue-held-already")


@staff_only
def present(request: StaffRequest, code: str) -> HttpResponse:
    """Note how many came, in all and of each invited body."""
    found = dialogues.seen(code, request.user, verb=Verb.HEAR, on=today())
    form = PresenceForm(found, request.POST or None)
    if form.is_valid():
        with answered_by(form):
            if form.has_changed():
                dialogue_actions.hold(dialogue=found, **form.facts(), by=request.user, at=now())
            return done(request, gettext("Đã ghi số người dự."), to("dialogue-planned", code))
    return _page(request, found, "office/dialogue_present", form, gettext("Bao nhiêu người dự"))


def _page(request: StaffRequest, found: "Dialogue", page: str, form: forms.Form, what: str) -> HttpResponse:
    way = _trail(found, (what, ""))
    return show(request, page, at=[found.commune], trail=way, form=form, dialogue=found, kind=MEETINGS[found.kind])


def _trail(dialogue: "Dialogue", *further: Step) -> tuple[Step, ...]:
    here = step(date_format(dialogue.held_on, "j/n/Y"), "dialogue-planned", dialogue.code)
    return (step(_("Hội nghị"), "dialogues"), here, *further)
