"""Papers about a campaign, a matter or the whole commune: plan, referral, reply and register."""

from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext

from langnghe.answers import actions as answers
from langnghe.answers.queries import newest
from langnghe.campaigns import actions as campaigns
from langnghe.campaigns.queries import campaign
from langnghe.documents.posting import COSTS, OFFICE, houses
from langnghe.documents.queries import Numbered, paper
from langnghe.matters import actions as matters
from langnghe.matters.queries import matter, voices
from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import current_pack, due
from langnghe.papers.rules import Kind
from langnghe.people.queries import communes
from langnghe.people.rules import Verb
from langnghe.referrals import actions as referrals
from langnghe.web.access import StaffRequest
from langnghe.web.clock import today
from langnghe.web.desk.outgoing.forms import PlanForm, ReferralForm, RegisterForm
from langnghe.web.desk.outgoing.paper import Obstacle, Outgoing, refused
from langnghe.web.desk.trail import below_register
from langnghe.web.pages import Step, step, to
from langnghe.web.wording import COMPETENCES

if TYPE_CHECKING:
    from langnghe.answers.models import Answer
    from langnghe.documents.shapes import Paper
    from langnghe.papers.actions import Issuing
    from langnghe.papers.models import Issued
    from langnghe.people.models import Person


class Plan(Outgoing):
    kind = Kind.PLAN
    form_class = PlanForm

    def __init__(self, request: StaffRequest, about: str) -> None:
        super().__init__(request)
        self.campaign = campaign(_key(about), request.user, on=today())
        self.commune = self.campaign.commune

    @property
    def trail(self) -> tuple[Step, ...]:
        own = step(self.campaign.name, "campaign", self.campaign.key)
        return step(gettext("Đợt đối thoại"), "campaigns"), own, (self.name, "")

    @property
    def facts(self) -> list[tuple[str, Any]]:
        days = f"{self.campaign.starts_on:%d/%m/%Y} – {self.campaign.ends_on:%d/%m/%Y}"
        return [(gettext("Đợt đối thoại"), self.campaign.name), (gettext("Thời gian"), days)]

    @property
    def initial(self) -> dict[str, Any]:
        return {"costs": (COSTS,)}

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("plan", self.campaign, on=on, issued=issued, **self.form.said)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return campaigns.issue_plan(campaign=self.campaign, issuing=issuing, by=by, at=at)


class OfMatter(Outgoing):
    """A paper about one matter."""

    def __init__(self, request: StaffRequest, code: str) -> None:
        super().__init__(request)
        self.matter = matter(code, request.user, verb=Verb.READ, on=today())
        self.commune = self.matter.commune

    @property
    def trail(self) -> tuple[Step, ...]:
        own = step(gettext("Vụ việc %(code)s") % {"code": self.matter.code}, "matter", self.matter.code)
        return below_register(own, (self.name, ""))

    @cached_property
    def answer(self) -> "Answer | None":
        return newest([self.matter.pk]).get(self.matter.pk)

    @cached_property
    def voices(self) -> list[Any]:
        return list(voices(self.matter))

    @property
    def facts(self) -> list[tuple[str, Any]]:
        return [(gettext("Vụ việc"), self.matter.code), (gettext("Số lượt nêu"), len(self.voices))]

    def unwritten(self) -> list[Obstacle]:
        """Say that not one voice has a text for everybody: nothing of it could be quoted."""
        if any(voice.public_words for voice in self.voices):
            return []
        url = to("publish", self.voices[0].reference) if self.voices else ""
        return [refused("texts-missing", url, gettext("Viết bản công khai"), count=len(self.voices))]


class Referral(OfMatter):
    kind = Kind.REFERRAL
    form_class = ReferralForm

    @property
    def facts(self) -> list[tuple[str, Any]]:
        who = COMPETENCES.get(self.matter.competence or "", gettext("chưa quyết định"))
        return [*super().facts, (gettext("Thẩm quyền"), who)]

    @property
    def initial(self) -> dict[str, Any]:
        told = self.answer.draft.contents if self.answer else None
        return {
            "to": told.whom if told else "",
            "reason": told.reason if told else "",
            "reply_by": (told.due_on if told else None) or self._expected(),
        }

    def _expected(self) -> date:
        """The day by which the body should reply, as the pack says; in thirty days where it says nothing."""
        clock = current_pack().on(today()).deadline("petition_referred", "expect_reply")
        return due(clock, today()) or today() + timedelta(days=30)

    def own_obstacles(self) -> list[Obstacle]:
        url, verb = to("matter", self.matter.code), gettext("Xem vụ việc")
        if self.matter.competence is None:
            return [refused("matter-undecided", url, verb)]
        if self.matter.competence == Competence.COMMUNE:
            return [refused("matter-is-ours", url, verb)]
        return self.unwritten()

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("referral", self.matter, on=on, issued=issued, **self.form.said)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return referrals.send(matter=self.matter, **self.form.said, issuing=issuing, by=by, at=at).paper


class Reply(OfMatter):
    kind = Kind.REPLY

    @property
    def where(self) -> list[str]:
        names = dict.fromkeys(voice.hamlet.name for voice in self.voices if voice.hamlet)
        return [*houses(list(names)), f"{OFFICE} {self.commune.name}"]

    def own_obstacles(self) -> list[Obstacle]:
        if self.answer is None:
            said = gettext("Vụ việc này chưa có câu trả lời chính thức. Chủ tịch duyệt trả lời rồi mới ban hành được.")
            return [Obstacle(said, to("matter", self.matter.code), gettext("Xem vụ việc"))]
        return self.unwritten()

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        return paper("reply", self.matter, on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return answers.issue_reply(matter=self.matter, issuing=issuing, by=by, at=at)


class Register(Outgoing):
    kind = Kind.REGISTER
    form_class = RegisterForm

    def __init__(self, request: StaffRequest, code: str) -> None:
        super().__init__(request)
        found = communes(request.user, Verb.READ, on=today()).filter(code=code).first()
        if found is None:
            raise Http404
        self.commune = found

    @property
    def trail(self) -> tuple[Step, ...]:
        return below_register((self.name, ""))

    @property
    def facts(self) -> list[tuple[str, Any]]:
        return [(gettext("Xã, phường"), self.commune.name)]

    @property
    def initial(self) -> dict[str, Any]:
        return {"since": today().replace(month=1, day=1), "until": today()}

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        days = {**self.initial, **self.form.said}
        return paper("register", self.commune, days["since"], days["until"], on=on, issued=issued)

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        return matters.issue_register(commune=self.commune, issuing=issuing, by=by, at=at)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
