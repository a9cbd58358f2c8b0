"""A paper about to be issued: what it is about, what stands in its way, what it says, and the action that issues it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.documents.queries import Numbered
from langnghe.papers import queries as papers
from langnghe.papers.rules import SYMBOLS, Kind
from langnghe.people.queries import may
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest
from langnghe.web.clock import today
from langnghe.web.desk.outgoing.forms import IssueForm
from langnghe.web.pages import Step
from langnghe.web.refusals import sentence

if TYPE_CHECKING:
    from langnghe.documents.shapes import Paper
    from langnghe.papers.actions import Issuing
    from langnghe.papers.models import Issued
    from langnghe.people.models import Mandate, Person
    from langnghe.places.models import Place

PAPERS: dict[str, Promise | str] = {
    Kind.PLAN: _("Kế hoạch đối thoại"),
    Kind.NOTICE: _("Thông báo tổ chức đối thoại"),
    Kind.INVITATION: _("Giấy mời dự họp"),
    Kind.MINUTES: _("Biên bản"),
    Kind.TABLE: _("Bảng tổng hợp ý kiến"),
    Kind.RESULT: _("Thông báo kết quả đối thoại"),
    Kind.REGISTER: _("Sổ theo dõi ý kiến"),
    Kind.REFERRAL: _("Phiếu chuyển"),
    Kind.REPLY: _("Văn bản trả lời"),
}


@dataclass(frozen=True)
class Obstacle:
    """What keeps a paper from being issued, in words, and where to do something about it."""

    sentence: str
    url: str = ""
    verb: str = ""


class Outgoing:
    """A paper of one kind about one thing. Whoever may read that thing sees a draft; who may issue, issues it."""

    kind: Kind
    form_class: type[IssueForm] = IssueForm
    commune: "Place"

    def __init__(self, request: StaffRequest) -> None:
        self.viewer: Person = request.user
        self.sent: QueryDict | None = request.POST if request.method == "POST" else None

    @property
    def name(self) -> str:
        return str(PAPERS[self.kind])

    @property
    def trail(self) -> tuple[Step, ...]:
        """The way to what the paper is about."""
        raise NotImplementedError

    @property
    def facts(self) -> list[tuple[str, Any]]:
        """What will stand in the paper, name and value."""
        return []

    @cached_property
    def obstacles(self) -> list[Obstacle]:
        """Everything that has to be done first."""
        if not self.may_issue:
            return [
                Obstacle(gettext("Cán bộ tổng hợp hoặc Chủ tịch ban hành văn bản này. Ông/bà tải được bản dự thảo."))
            ]
        return [*self.own_obstacles(), *self._without_signatory()]

    def own_obstacles(self) -> list[Obstacle]:
        """What stands in the way of this kind of paper."""
        return []

    def _without_signatory(self) -> list[Obstacle]:
        if self.signatories:
            return []
        said = gettext(
            "Chưa ai giữ chức Chủ tịch hoặc ký thay ở %(place)s. Quản trị viên giao quyền Chủ tịch, "
            "hoặc ghi người làm thay, ở mục Cán bộ."
        )
        return [Obstacle(said % {"place": self.commune.name})]

    @property
    def may_issue(self) -> bool:
        return may(self.viewer, Verb.ISSUE, self.commune, on=today())

    @cached_property
    def signatories(self) -> "list[Mandate]":
        """Who may sign today, and who may have signed on an earlier day that was chosen."""
        found = papers.signatories(self.commune, on=today())
        try:
            chosen = date.fromisoformat(str(self.sent.get("on")) if self.sent else "")
        except ValueError:
            return found
        then = papers.signatories(self.commune, on=chosen) if chosen < today() else []
        return [*found, *(mandate for mandate in then if mandate not in found)]

    @property
    def where(self) -> list[str]:
        """Where such a paper usually hangs or goes."""
        return []

    @property
    def initial(self) -> dict[str, Any]:
        """What the form proposes besides number and day."""
        return {}

    @property
    def offered(self) -> dict[str, Any]:
        """What else a form of this kind has to know to ask its questions."""
        return {}

    @cached_property
    def form(self) -> IssueForm:
        number = papers.next_number(self.commune, today().year, SYMBOLS[self.kind])
        return self.form_class(
            self.sent,
            kind=self.kind,
            signatories=self.signatories,
            where=self.where,
            initial={"number": number, "on": today(), **self.initial},
            **self.offered,
        )

    def written(self, *, on: date, issued: Numbered | None = None) -> "Paper":
        """Return the paper with what the form says."""
        raise NotImplementedError

    def issue(self, issuing: "Issuing", *, by: "Person", at: datetime) -> "Issued":
        """Issue it by the action of the word that owes it."""
        raise NotImplementedError


def refused(code: str, /, url: str = "", verb: str = "", **facts: Any) -> Obstacle:
    """Return an obstacle in the very words in which the rule would refuse."""
    return Obstacle(sentence(Refused(code, **facts)), url, verb)
