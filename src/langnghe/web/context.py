"""What stands around every page: where one can go, who is signed in, in which language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from langnghe import __version__
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.web.clock import today

if TYPE_CHECKING:
    from langnghe.people.models import Person


@dataclass(frozen=True)
class Section:
    """One entry of the navigation: the name of its address, its word, its icon, and the work it is for."""

    name: str
    label: Promise | str
    icon: str
    verbs: frozenset[Verb] = frozenset()

    def is_open_to(self, verbs: set[Verb]) -> bool:
        """Whether somebody who may do `verbs` somewhere finds work here; a section without verbs is everybody's."""
        return not self.verbs or bool(self.verbs & verbs)


PLANNING = frozenset({Verb.PLAN, Verb.SEE_COVERAGE})

SECTIONS = (
    Section("register", _("Sổ ý kiến"), "notebook", frozenset({Verb.READ})),
    Section("triage", _("Phân loại"), "sort", frozenset({Verb.TRIAGE})),
    Section("same-queue", _("Ghép việc"), "check", frozenset({Verb.DECIDE})),
    Section("unit", _("Việc của phòng"), "unit", frozenset({Verb.SEE_UNIT})),
    Section("chair", _("Chờ duyệt"), "done", frozenset({Verb.RELEASE})),
    Section("issued-papers", _("Sổ văn bản đi"), "paper", frozenset({Verb.ISSUE, Verb.READ})),
    Section("campaigns", _("Đợt đối thoại"), "calendar", PLANNING),
    Section("dialogues", _("Hội nghị"), "people", PLANNING | {Verb.HEAR}),
    Section("places", _("Địa bàn"), "map", frozenset({Verb.MAP})),
    Section("people", _("Cán bộ"), "person", frozenset({Verb.APPOINT})),
    Section("rules", _("Quy định"), "rules", frozenset({Verb.MAP})),
    Section("board", _("Bảng công khai"), "board"),
)


def surroundings(request: HttpRequest) -> dict[str, object]:
    """Return what `base.html` needs. A page may say more by the same names: `sample`, `place_name`, `navigation`."""
    person = getattr(request, "user", None)
    signed_in = bool(person and person.is_authenticated)
    sign_in = address("sign-in")
    return {
        "version": __version__,
        "navigation": SimpleLazyObject(lambda: navigation(request.path, verbs_of(person) if signed_in else set())),
        "person_name": str(person) if signed_in else "",
        "place_name": "",
        "sample": False,
        "here": request.get_full_path() if request.method == "GET" else "",
        "languages": languages(),
        "language_url": address("language"),
        "sign_in_url": "" if request.path == sign_in else sign_in,
        "sign_out_url": address("sign-out"),
        "password_url": address("password"),
    }


def address(name: str) -> str:
    """Return the address called `name`, or "" where this installation has none."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def verbs_of(person: object) -> set[Verb]:
    """Return what a person who is signed in may do somewhere today."""
    return people.verbs(cast("Person", person), on=today())


def navigation(path: str, verbs: set[Verb]) -> list[dict[str, object]]:
    """Return the sections open to somebody who may do `verbs`; the one that holds `path` is marked as current."""
    known = [(section, address(section.name)) for section in SECTIONS if section.is_open_to(verbs)]
    shown = [(section, url) for section, url in known if url]
    holding = (url for section, url in shown if path.startswith(url) and (section.name != "board" or is_board(path)))
    current = max(holding, key=len, default="")
    return [
        {
            "name": section.name,
            "label": section.label,
            "icon": section.icon,
            "url": url,
            "current": ("page" if url == path else "true") if url == current else "",
        }
        for section, url in shown
    ]


def is_board(path: str) -> bool:
    """Whether `path` is one of the board, whose own address every other one begins with."""
    return not path.startswith(("/office/", "/desk/"))


def languages() -> list[dict[str, object]]:
    """Return the languages a page can speak, each by its own name."""
    current = get_language()
    return [{"code": code, "name": name, "current": code == current} for code, name in settings.LANGUAGES]
