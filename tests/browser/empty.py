"""An installation with no pages at all."""

urlpatterns: list[object] = []
