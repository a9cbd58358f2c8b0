"""Dialogues: what is planned and where each stands."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from langnghe.campaigns import queries as campaigns
from langnghe.dialogues import queries as dialogue_queries
from langnghe.insights import queries as insights
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import today
from langnghe.web.office.wording import STATES
from langnghe.web.pages import show, step
from langnghe.web.paging import page
from langnghe.web.wording import MEETINGS

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.people.models import Person

_ORDER = ("-held_on", "-pk")
_HELD = ("planned", "held", "minuted")


class FilterForm(forms.Form):
    campaign = forms.ChoiceField(label=_("Đợt đối thoại"), required=False)
    state = forms.ChoiceField(label=_("Tình trạng"), required=False)

    def __init__(self, viewer: "Person", asked: QueryDict) -> None:
        super().__init__(asked, auto_id="%s")
        planned = campaigns.campaigns(viewer, on=today())[:100]
        names = [(str(each.key), f"{each.name} – {each.commune.name}") for each in planned]
        self.fields["campaign"].choices = [("", _("Tất cả")), *names]  # type: ignore[attr-defined]
        states = [(code, STATES[code][1]) for code in _HELD]
        self.fields["state"].choices = [("", _("Tất cả")), *states]  # type: ignore[attr-defined]
        self.is_valid()

    def asked(self) -> dict[str, str]:
        """Return the conditions really asked for; what makes no sense filters nothing."""
        found = {"campaign__key": self.cleaned_data.get("campaign"), "state": self.cleaned_data.get("state")}
        return {field: value for field, value in found.items() if value}


@for_work(Verb.SEE_COVERAGE, Verb.PLAN, Verb.HEAR)
def dialogues(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.user, request.GET)
    found = insights.with_state(dialogue_queries.dialogues(request.user, on=today())).filter(**form.asked())
    shown = page(found, _ORDER, request.GET)
    facts = {
        "form": form,
        "rows": _rows(shown.rows, people.reach(request.user, Verb.READ, on=today())),
        "pager": shown.pager,
        "is_filtered": bool(form.asked()),
        "may_plan": Verb.PLAN in people.verbs(request.user, on=today()),
    }
    communes = [each.commune for each in shown.rows]
    return show(request, "office/dialogues", at=communes, trail=(step(_("Hội nghị"), "dialogues"),), **facts)


def _rows(held: "list[Dialogue]", readable: list[str]) -> list[dict[str, Any]]:
    counts, called = insights.progress_of(held), dialogue_queries.hamlets_then(held)
    return [
        {
            "dialogue": each,
            "hamlets": called[each.pk],
            "progress": counts[each.pk],
            "kind": MEETINGS[each.kind],
            "state": _state(each),
            "may_open": any(each.commune.path.startswith(path) for path in readable),
        }
        for each in held
    ]


def _state(dialogue: "Dialogue") -> tuple[str, object]:
    state = dialogue.state  # type: ignore[attr-defined]
    if state == "planned" and dialogue.held_on < today():
        return "late", _("Quá ngày, chưa có biên bản")
    return STATES[state]
