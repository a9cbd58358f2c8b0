"""What everybody may open without signing in."""

from django.urls import path

from langnghe.web import languages
from langnghe.web.board import communes, dialogues, hamlets, machines, papers

urlpatterns = [
    path("", communes.board, name="board"),
    path("hoi-nghi/<slug:code>/", dialogues.dialogue, name="board-dialogue"),
    path("thon/<str:code>/", hamlets.hamlet, name="board-hamlet"),
    path("giay-to/<uuid:key>/", papers.paper, name="board-paper"),
    path("language/", languages.choose, name="language"),
    path("health", machines.health, name="health"),
    path("robots.txt", machines.robots, name="robots"),
    path("<slug:code>/", communes.commune, name="board-commune"),
]
