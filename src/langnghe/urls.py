"""Every address of the product, by who is standing there."""

from django.urls import include, path

urlpatterns = [
    path("desk/", include("langnghe.web.desk.urls")),
    path("office/", include("langnghe.web.office.urls")),
    path("", include("langnghe.web.board.urls")),
]
