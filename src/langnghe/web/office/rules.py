"""The rules this installation works by: topics, competence, clocks, procedures, and who may do what. Read only."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from langnghe.language.competence import ANY_TOPIC
from langnghe.matters.suggesting import current_pack
from langnghe.people.rules import ALLOWED, Role
from langnghe.places.rules import valid
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import today
from langnghe.web.office.wording import ROLES, VERBS
from langnghe.web.pages import show, step
from langnghe.web.wording import COMPETENCES, MARKS, language

if TYPE_CHECKING:
    from langnghe.language.competence import CompetenceRule
    from langnghe.places.packs import Deadline, Pack

SUBJECTS: dict[str, Promise | str] = {
    "dialogue": _("Hội nghị đối thoại"),
    "reception_chair": _("Chủ tịch UBND xã tiếp công dân"),
    "reception_secretary": _("Bí thư tiếp dân"),
    "reception": _("Tiếp công dân"),
    "reported_fact": _("Phản ánh hiện trường"),
    "regulation_feedback": _("Phản ánh về quy định"),
    "petition_within_competence": _("Kiến nghị thuộc thẩm quyền xã, phường"),
    "petition_referred": _("Kiến nghị chuyển cấp trên"),
    "complaint": _("Khiếu nại"),
    "denunciation": _("Tố cáo"),
    "crime_tip": _("Tố giác tội phạm"),
    "private_dispute": _("Tranh chấp riêng"),
}
STEPS: dict[str, Promise | str] = {
    "public_notice_before": _("thông báo trước"),
    "publish_result": _("công bố kết quả"),
    "minimum_frequency": _("ít nhất"),
    "voters_request": _("phải tổ chức khi cử tri yêu cầu"),
    "notify_handling": _("báo cách xử lý"),
    "answer": _("trả lời"),
    "forward": _("chuyển đi"),
    "expect_reply": _("chờ cấp trên trả lời"),
    "escalate_reminder": _("nhắc khi quá hạn"),
    "accept_or_refuse": _("thụ lý hay không"),
    "first_decision": _("giải quyết lần đầu"),
    "second_decision": _("giải quyết lần hai"),
    "conclusion": _("kết luận"),
}
EVENTS: dict[str, Promise | str] = {
    "session_date": _("ngày hội nghị"),
    "received": _("ngày nhận"),
    "forwarded": _("ngày chuyển"),
    "overdue": _("ngày quá hạn"),
    "accepted": _("ngày thụ lý"),
}
PARTS: dict[str, Promise | str] = {
    "title": _("Đầu đề"),
    "where": _("Đến đâu"),
    "bring": _("Mang theo gì"),
    "limit": _("Thời hiệu"),
    "clock": _("Thời hạn"),
    "note": _("Lưu ý"),
}


_SIGNS = str.maketrans({"*": "…", "~": "…", "|": "/"})
TABS: dict[str, Promise | str] = {
    "competence": _("Thẩm quyền"),
    "deadlines": _("Thời hạn"),
    "procedures": _("Thủ tục riêng"),
    "roles": _("Ai được làm gì"),
}


@staff_only
def rules(request: StaffRequest) -> HttpResponse:
    """One table of the rules; without a topic, of competence only what holds for a whole topic."""
    data, topic = current_pack(), request.GET.get("topic", "")
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else "competence"
    tables: dict[str, Callable[[], list[Any]]] = {
        "competence": lambda: _competences(data, topic),
        "deadlines": lambda: [_deadline(one) for one in data.deadlines],
        "procedures": lambda: _procedures(data),
        "roles": _roles,
    }
    facts: dict[str, Any] = {"tabs": TABS.items(), "tab": tab, "topics": _topics(data), "topic": topic}
    return show(request, "office/rules", trail=(step(_("Quy định"), "rules"),), rows=tables[tab](), **facts)


def _topics(data: "Pack") -> list[tuple[str, str]]:
    return [(topic.code, topic.name(language())) for topic in data.topics if valid(today(), topic.valid_from, None)]


def _competences(data: "Pack", topic: str) -> list[dict[str, Any]]:
    if topic:
        wanted = [rule for rule in data.competence if {topic, ANY_TOPIC} & {*rule.topics}]
    else:
        wanted = [rule for rule in data.competence if not rule.patterns]
    return [_competence(rule, data) for rule in wanted]


def _competence(rule: "CompetenceRule", data: "Pack") -> dict[str, Any]:
    """Return a competence rule in words: for which topics, when the words say what, who decides and who leads."""
    topics = [topic.name(language()) for topic in data.topics if topic.code in rule.topics]
    return {
        "rule": rule,
        "topics": ", ".join(topics),
        "topic": rule.topics[0],
        "words": _words(rule),
        "competence": COMPETENCES[rule.competence],
        "units": list(dict.fromkeys(unit for _kind, unit in rule.units if unit)),
        "mark": MARKS[rule.mark],
    }


def _words(rule: "CompetenceRule") -> str:
    """Return the first words a rule looks for, as the pack writes them, without the signs of its small language."""
    parts = [part for pattern in rule.patterns for part in pattern.parts]
    return "; ".join(part.translate(_SIGNS) for part in parts[:6])


def _deadline(one: "Deadline") -> dict[str, Any]:
    amounts = {
        "calendar_day": ngettext("%(n)s ngày", "%(n)s ngày", one.amount),
        "working_day": ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", one.amount),
        "percent_of_voters": gettext("từ %(n)s%% cử tri"),
        "per_year": ngettext("mỗi năm %(n)s lần", "mỗi năm %(n)s lần", one.amount),
        "day_per_month": ngettext("mỗi tháng %(n)s ngày", "mỗi tháng %(n)s ngày", one.amount),
    }
    return {
        "one": one,
        "subject": SUBJECTS.get(one.kind, one.kind),
        "step": STEPS.get(one.step, one.step),
        "amount": amounts.get(one.unit, f"%(n)s {one.unit}") % {"n": one.amount},
        "event": EVENTS.get(one.from_event, one.from_event),
        "mark": MARKS[one.mark],
    }


def _procedures(data: "Pack") -> list[dict[str, Any]]:
    """Return the guidance of each procedure of its own, paragraph by paragraph."""
    kinds = dict.fromkeys(one.kind for one in data.procedures)
    return [
        {
            "subject": SUBJECTS.get(kind, kind),
            "parts": [
                {
                    "one": one,
                    "part": PARTS.get(one.part, one.part),
                    "text": one.text(language()),
                    "mark": MARKS[one.mark],
                }
                for one in data.procedure(kind)
            ],
        }
        for kind in kinds
    ]


def _roles() -> list[tuple[object, list[object]]]:
    return [(ROLES[role], [VERBS[verb] for verb, roles in ALLOWED.items() if role in roles]) for role in Role]
