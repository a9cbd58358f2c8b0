"""Papers about a dialogue: notice and invitation before; minutes, consolidated table and result notices after."""

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.utils.translation import gettext, ngettext

from langnghe.campaigns.queries import bodies, country_of
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.queries import every, hamlets_then
from langnghe.documents.posting import OFFICE, RADIO, houses
from langnghe.documents.queries import Numbered, paper
from langnghe.feedback import actions as feedback
from langnghe.feedback.queries import voices
from langnghe.insights.evenings import evening, places
from langnghe.matters import actions as matters
from langnghe.opinions import actions as opinions
from langnghe.papers.rules import Kind
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest
from langnghe.web.clock import today
from langnghe.web.desk.outgoing.forms import InvitationForm, NoticeForm
from langnghe.web.desk.outgoing.paper import Obstacle, Outgoing, refused
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.pages import Step, to
from langnghe.web.templatetags.words import when
from langnghe.web.wording import MEETINGS

if TYPE_CHECKING:
    from langnghe.documents.shapes import Paper
    from langnghe.papers.actions import Issuing
    from langnghe.papers.models import Issued
    from langnghe.people.models import Person


class OfEvening(Outgoing):
    """A paper about one dialogue."""

    def __init__(self, request: StaffRequest, code: str) -> None:
        super().__init__(request)
        self.dialogue = evening(code, request.user, verb=Verb.READ, on=today())
        self.commune = self.dialogue.commune

    @property
    def trail(self) -> tuple[Step, ...]:
        return below_register(of_dialogue(self.dialogue), (self.name, ""))

    @cached_property
    def hamlets(self) -> list[str]:
        return hamlets_then([self.dialogue])[self.dialogue.pk]

    @property
    def facts(self) -> list[tuple[str, Any]]:
        return [
            (str(MEETINGS[self.dialogue.kind]), when(self.dialogue.held_on)),
            (gettext("Thôn, tổ dân phố"), ", ".join(self.hamlets)),
            *([(gettext("Địa điểm"), self.dialogue.venue)] if self.dialogue.venue else []),
        ]

    def still_waiting(self) -> list[Obstacle]:
        """Say that something of the dialogue waits for a person."""
        count = self.dialogue.waiting + self.dialogue.held
        if not count:
            return []
        if self.dialogue.waiting:
            return [
                refused("still-waiting", to("review", self.dialogue.code), gettext("Xem lại và xác nhận"), count=count)
            ]
        return [refused("still-waiting", to("triage"), gettext("Xem ý kiến giữ lại"), count=count)]

    def not_ahead(self) -> list[Obstacle]:
        """Say that a dialogue was called off, or is over, of which nobody can be told any more."""
        if self.dialogue.is_called_off:
            return [refused("dialogue-called-off")]
        return [refused("notice-after-dialogue")] if self.dialogue.held_on < today() else []


class Notice(OfEvening):
    kind = Kind.NOTICE
    form_class = NoticeForm

    @cached_property
    def coming(self) -> list[Any]:
        """This dialogue and the other ones of its campaign still to come."""
        same = Q(campaign=self.dialogue.campaign_id) if self.dialogue.campaign_id else Q(pk=self.dialogue.pk)
        ahead = Q(held_on__gte=today(), is_called_off=False) | Q(pk=self.dialogue.pk)
        return list(every().filter(same, ahead, commune=self.commune).order_by("held_on", "starts_at", "pk"))

    @cached_property
    def called(self) -> dict[int, list[str]]:
        return hamlets_then(self.coming)

    @cached_property
    def hamlets(self) -> list[str]:
        return self.called[self.dialogue.pk]

    @property
    def offered(self) -> dict[str, Any]:
        return {"coming": {each.code: self._name(each) for each in self.coming}}

    @property
    def chosen(self) -> list[Any]:
        """The dialogues that were chosen, the first day first."""
        codes = self.form.said.get("dialogues") or []
        return [each for each in self.coming if each.code in codes]

    def _name(self, each: Any) -> str:
        hour = f", {each.starts_at:%H:%M}" if each.starts_at else ""
        return f"{each.held_on:%d/%m/%Y}{hour} – {', '.join(self.called[each.pk])}"

    @property
    def initial(self) -> dict[str, Any]:
        return {"dialogues": [self.dialogue.code]}

    @property
    def where(self) -> list[str]:
        return [f"{OFFICE} {self.commune.name}", *houses(self.hamlets), RADIO]

    def own_obstacles(self) -> list[Obstacle]:
        return self.not_ahead()

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("notice", self.chosen or [self.dialogue], on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return dialogues.give_notice(dialogues=self.chosen, issuing=issuing, by=by, at=at)


class Invitation(OfEvening):
    kind = Kind.INVITATION
    form_class = InvitationForm

    @property
    def initial(self) -> dict[str, Any]:
        if not self.dialogue.campaign:
            return {}
        country = country_of(self.commune)
        return {"to": tuple(body.called(country, "vi") for body in bodies(self.dialogue.campaign))}

    def own_obstacles(self) -> list[Obstacle]:
        return self.not_ahead()

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("invitation", self.dialogue, self.form.said.get("to", ()), on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return dialogues.send_invitation(dialogue=self.dialogue, issuing=issuing, by=by, at=at)


class Minutes(OfEvening):
    kind = Kind.MINUTES

    @property
    def facts(self) -> list[tuple[str, Any]]:
        return [*super().facts, (gettext("Ý kiến trong sổ"), self.dialogue.open)]

    def own_obstacles(self) -> list[Obstacle]:
        return self.still_waiting()

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("minutes", self.dialogue, on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return opinions.issue_minutes(dialogue=self.dialogue, issuing=issuing, by=by, at=at)


class Table(OfEvening):
    kind = Kind.TABLE

    @property
    def facts(self) -> list[tuple[str, Any]]:
        return [*super().facts, (gettext("Ý kiến trong sổ"), self.dialogue.open)]

    def own_obstacles(self) -> list[Obstacle]:
        found = self.still_waiting()
        if count := self.dialogue.undecided:
            url, verb = to("decide-all", self.dialogue.code), gettext("Xem gợi ý và quyết định")
            found.append(refused("still-undecided", url, verb, count=count))
        return found

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("table", [self.dialogue], on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return matters.issue_table(dialogue=self.dialogue, issuing=issuing, by=by, at=at)


class Result(OfEvening):
    """The result for one hamlet (`?hamlet=`), or for all who came."""

    kind = Kind.RESULT

    def __init__(self, request: StaffRequest, code: str) -> None:
        super().__init__(request, code)
        self._asked = request.GET.get("hamlet", "")

    @cached_property
    def _places(self) -> list[Any]:
        return places(self.dialogue)

    @cached_property
    def hamlet(self) -> Any:
        """The hamlet that is told; the only one there is, without being asked."""
        if self._asked == "all":
            return None
        found = {hamlet.code: hamlet for hamlet in self._places}
        only = next(iter(found.values())) if len(found) == 1 else None
        return found.get(self._asked, only)

    @cached_property
    def hamlets(self) -> list[str]:
        told = [self.hamlet] if self.hamlet else self._places
        return [hamlet.called for hamlet in told]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many voices there are to tell back, and how many of them have no text for everybody yet."""
        rows = voices(self.dialogue, self.hamlet)
        unwritten = Count("pk", filter=Q(public_words__isnull=True))
        return rows.order_by().aggregate(voices=Count("pk"), unwritten=unwritten)

    @property
    def facts(self) -> list[tuple[str, Any]]:
        count = self.counts["voices"]
        said = ngettext("%(n)s ý kiến", "%(n)s ý kiến", count) % {"n": count}
        return [*super().facts, (gettext("Bà con đã nói"), said)]

    @property
    def where(self) -> list[str]:
        return [*houses(self.hamlets), f"{OFFICE} {self.commune.name}", RADIO]

    def own_obstacles(self) -> list[Obstacle]:
        found = self.still_waiting()
        if self.counts["unwritten"]:
            url, verb = to("texts", self.dialogue.code), gettext("Viết bản công khai")
            found.append(refused("texts-missing", url, verb, count=self.counts["unwritten"]))
        if not self.counts["voices"] and not found:
            found.append(self._silent())
        return found

    def _silent(self) -> Obstacle:
        """Say that a hamlet said nothing; it is told by a result for all who came, where somebody else spoke."""
        code = self.dialogue.code
        if self.hamlet and self.dialogue.open:
            url = to("issue", self.kind, code, query="hamlet=all")
            return refused("nothing-to-tell", url, gettext("Ban hành chung cho cả buổi"))
        return refused("nothing-to-tell", to("dialogue", code), gettext("Về trang hội nghị"))

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("result", self.dialogue, self.hamlet, on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return feedback.publish_result(dialogue=self.dialogue, hamlet=self.hamlet, issuing=issuing, by=by, at=at)
