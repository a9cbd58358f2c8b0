"""The product's pages as bare Django has them: one view, one query for objects, one template of the same rows."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.limit.settings"
application = get_wsgi_application()

from django.db import connection  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402

from langnghe.matters.models import Membership  # noqa: E402
from langnghe.opinions.models import BoardLine  # noqa: E402
from langnghe.opinions.searching import Sought  # noqa: E402


def register(request):
    """50 lines of the register: of a commune or all, on a topic, with words."""
    asked, order = request.GET, "-opinion_id"
    rows = Membership.objects.select_related("opinion__hamlet", "dialogue", "matter")
    if "commune" in asked:
        rows = rows.filter(commune=int(asked["commune"]))
    if "topic" in asked:
        rows = rows.filter(topic=asked["topic"])
    if "sort" in asked:
        order = "due_on"
    if "q" in asked:
        communes = [int(asked["commune"])] if "commune" in asked else []
        rows, order = rows.filter(opinion__spoken__words__says=said(asked["q"], communes)), "-opinion__spoken"
    return render(request, "register.html", {"rows": rows.order_by(order)[:50]})


def matter(request, code):
    """A matter with its voices."""
    rows = Membership.objects.select_related("opinion__hamlet", "dialogue", "matter")
    return render(request, "matter.html", {"rows": rows.filter(matter__code=code).order_by("opinion_id")})


def board(request, commune):
    """The texts of a commune, the newest dialogue first, or those with words."""
    rows = BoardLine.objects.select_related("dialogue", "hamlet")
    if "q" in request.GET:
        rows = rows.filter(found__words__says=said(request.GET["q"], [commune])).order_by("-found")
    else:
        rows = rows.filter(dialogue__commune=commune).order_by("-dialogue__held_on", "-dialogue_id", "shuffled")
    most = int(request.GET.get("most", 100 if "q" in request.GET else 50))
    return render(request, "board.html", {"rows": rows[:most]})


def said(query, communes):
    return Sought.from_query(query, communes).expression(connection.vendor)


urlpatterns = [
    path("register/", register),
    path("matters/<str:code>/", matter),
    path("board/<int:commune>/", board),
]
