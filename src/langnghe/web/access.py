"""Who may open a page: staff who are signed in, and whose mandates allow the work of the page somewhere.

Where exactly is decided by the query or action that the page calls; this only keeps everybody else out.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.clock import today

if TYPE_CHECKING:
    from langnghe.people.models import Person

Facts = ParamSpec("Facts")
Door = Callable[Concatenate[HttpRequest, Facts], HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request of a person who is signed in."""

    user: "Person"


View = Callable[Concatenate[StaffRequest, Facts], HttpResponseBase]


def staff_only(view: View[Facts]) -> Door[Facts]:
    """Send whoever is not signed in to the sign-in page, and back here afterwards."""

    @wraps(view)
    def door(request: HttpRequest, /, *facts: Facts.args, **named: Facts.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        people.read_once(request.user)
        return view(cast(StaffRequest, request), *facts, **named)

    return door


def for_work(*verbs: Verb) -> Callable[[View[Facts]], Door[Facts]]:
    """Let in only staff who may do one of `verbs` somewhere. Raises Refused: "not-yours"."""

    def guard(view: View[Facts]) -> Door[Facts]:
        @staff_only
        @wraps(view)
        def door(request: StaffRequest, /, *facts: Facts.args, **named: Facts.kwargs) -> HttpResponseBase:
            if not people.verbs(request.user, on=today()).intersection(verbs):
                raise Refused("not-yours", place=gettext("nơi nào"))
            return view(request, *facts, **named)

        return door

    return guard
