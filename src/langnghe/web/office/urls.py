"""Where the office plans, appoints and keeps the map. Everything but signing in is for staff."""

from django.urls import path

from langnghe.web.office import (
    campaigns,
    dialogues,
    hamlets,
    home,
    mandates,
    passwords,
    people,
    places,
    planning,
    rules,
    sign_in,
    units,
)

urlpatterns = [
    path("", home.home, name="office"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("password/", passwords.own, name="password"),
    path("campaigns/", campaigns.campaigns, name="campaigns"),
    path("campaigns/new/", campaigns.plan, name="campaign-new"),
    path("campaigns/<uuid:key>/", campaigns.campaign, name="campaign"),
    path("dialogues/", dialogues.dialogues, name="dialogues"),
    path("dialogues/new/", planning.plan, name="dialogue-new"),
    path("places/", places.places, name="places"),
    path("places/<str:code>/", places.place_page, name="place"),
    path("places/<str:code>/hamlets/", hamlets.add, name="hamlets-add"),
    path("places/<str:code>/confirmation/", hamlets.confirm, name="hamlet-confirm"),
    path("places/<str:code>/name/", hamlets.rename, name="place-rename"),
    path("places/<str:code>/merger/", hamlets.merge, name="hamlets-merge"),
    path("places/<str:code>/split/", hamlets.split, name="hamlet-split"),
    path("places/<str:code>/units/", units.load, name="units-load"),
    path("people/", people.staff, name="people"),
    path("people/new/", people.add, name="person-new"),
    path("people/<str:login>/", people.person, name="person"),
    path("people/<str:login>/mandates/", mandates.appoint, name="mandate-new"),
    path("people/<str:login>/password/", passwords.renew, name="password-renew"),
    path("mandates/<int:key>/end/", mandates.end, name="mandate-end"),
    path("mandates/<int:key>/stand-in/", mandates.stand_in, name="stand-in"),
    path("rules/", rules.rules, name="rules"),
]
