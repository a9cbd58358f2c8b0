"""Dialogues: what is planned and where each stands."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from langnghe.dialogues import queries as dialogue_queries
from langnghe.insights.coverage import with_state
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import today
from langnghe.web.office.wording import STATES, stands
from langnghe.web.pages import show, step
from langnghe.web.paging import page
from langnghe.web.wording import MEETINGS

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue

_ORDER = ("-held_on", "-pk")
_HELD = ("planned", "held", "minuted", "answered", "called-off")


class FilterForm(forms.Form):
    """What is asked of the list; what makes no sense filters nothing. A campaign's own page leads here with it."""

    state = forms.ChoiceField(
        label=_("Tình trạng"), required=False, choices=[("", _("Tất cả")), *((code, STATES[code][1]) for code in _HELD)]
    )
    campaign = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked, auto_id="%s")
        self.is_valid()

    def asked(self) -> "dict[str, str | UUID]":
        """Return the conditions really asked for."""
        found = {"campaign__key": self.cleaned_data.get("campaign"), "state": self.cleaned_data.get("state")}
        return {field: value for field, value in found.items() if value}


@for_work(Verb.SEE_COVERAGE, Verb.PLAN, Verb.HEAR)
def dialogues(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    found = with_state(dialogue_queries.dialogues(request.user, on=today())).filter(**form.asked())
    shown = page(found, _ORDER, request.GET)
    facts = {
        "form": form,
        "rows": _rows(shown.rows, people.reach(request.user, Verb.READ, on=today())),
        "pager": shown.pager,
        "is_filtered": bool(form.asked()),
        "within": shown.rows[0].campaign if shown.rows and form.cleaned_data.get("campaign") else None,
        "may_plan": Verb.PLAN in people.verbs(request.user, on=today()),
    }
    communes = [each.commune for each in shown.rows]
    return show(request, "office/dialogues", at=communes, trail=(step(_("Hội nghị"), "dialogues"),), **facts)


def _rows(held: "list[Any]", readable: list[str]) -> list[dict[str, Any]]:
    called = dialogue_queries.hamlets_then(held)
    return [
        {
            "dialogue": each,
            "hamlets": called[each.pk],
            "kind": MEETINGS[each.kind],
            "state": stands(each.state, each.held_on, today=today()),
            "may_open": _lies_below(each, readable),
        }
        for each in held
    ]


def _lies_below(dialogue: "Dialogue", paths: list[str]) -> bool:
    return any(dialogue.commune.path.startswith(path) for path in paths)
