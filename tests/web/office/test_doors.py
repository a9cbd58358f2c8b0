"""Nobody comes in without a reason: every page of the office, for everybody who should stay outside."""

import pytest
from django.test import Client
from django.urls import reverse

from langnghe.campaigns import actions as campaigns
from langnghe.web.office.urls import urlpatterns
from tests.conftest import DAY, EVENING

WITHOUT_SIGN_IN = {"sign-in", "sign-out"}
FOR_EVERYBODY_HERE = {"office", "password", "rules"}
COVERAGE = {
    "campaigns",
    "campaign",
    "campaign-bodies",
    "campaign-groups",
    "requests",
    "dialogues",
    "dialogue-planned",
}
COMMUNE = {
    "place",
    "hamlets-add",
    "hamlet-confirm",
    "place-rename",
    "hamlets-merge",
    "hamlet-split",
    "units-load",
}
MAP = {"places", *COMMUNE}
PLANNING = {
    "campaign-new",
    "group-new",
    "group-change",
    "group-disband",
    "body-rename",
    "body-uninvite",
    "request-count",
    "dialogue-new",
    "dialogue-change",
    "dialogue-call-off",
    "dialogue-present",
}
OF_ONE_COMMUNE = {
    *("campaign", "campaign-bodies", "campaign-groups", "group-new", "group-change", "group-disband"),
    *("body-rename", "body-uninvite"),
    *("dialogue-planned", "dialogue-change", "dialogue-call-off", "dialogue-present"),
}
APPOINTING = {"people", "person", "person-new", "mandate-new", "mandate-end", "stand-in", "password-renew"}
NAMES = [each.name for each in urlpatterns]


@pytest.fixture
def campaign(binh_dien, thon_5, thao):
    return campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=[thon_5], by=thao, at=EVENING
    )


@pytest.fixture
def address(campaign, dialogue, thao, lan, binh_dien):
    group = campaigns.form_group(campaign=campaign, name="Đoàn", by=thao, at=EVENING)
    body = campaigns.invite(campaign=campaign, names=["Hội mẫu"], by=thao, at=EVENING)[0]
    facts = {
        **{name: [campaign.key] for name in ("campaign", "campaign-bodies", "campaign-groups", "group-new")},
        **{name: [group.key] for name in ("group-change", "group-disband")},
        **{name: [body.key] for name in ("body-rename", "body-uninvite")},
        **{f"dialogue-{what}": [dialogue.code] for what in ("planned", "change", "call-off", "present")},
        "person": [lan.login],
        "mandate-new": [lan.login],
        "password-renew": [lan.login],
        "mandate-end": [lan.mandates.get().pk],
        "stand-in": [lan.mandates.get().pk],
        **{name: [binh_dien.code] for name in COMMUNE},
    }
    return lambda name: reverse(name, args=facts.get(name, []))


def test_every_page_is_in_one_of_these_lists():
    assert {*WITHOUT_SIGN_IN, *FOR_EVERYBODY_HERE, *COVERAGE, *MAP, *PLANNING, *APPOINTING} == set(NAMES)


@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT_SIGN_IN))
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_sent_to_sign_in(name, method, address):
    response = getattr(Client(), method)(address(name))

    if response.status_code != 405:
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("sign-in"))


def status(browser, name, address):
    response = browser.get(address(name))
    return browser.post(address(name)).status_code if response.status_code == 405 else response.status_code


def test_another_communes_officer_sees_nothing_of_this_one(as_, huong, address):
    shut = {name for name in NAMES if status(as_(huong), name, address) in (403, 404)}

    assert shut == {*OF_ONE_COMMUNE, *COMMUNE, *APPOINTING}


def test_the_citys_officer_sees_how_far_things_are_and_no_more(as_, officer, address):
    open_ = {name for name in NAMES if status(as_(officer), name, address) in (200, 302)}

    assert open_ - WITHOUT_SIGN_IN == FOR_EVERYBODY_HERE | COVERAGE


def test_the_front_reads_and_plans_nothing(as_, front, address):
    open_ = {name for name in NAMES if status(as_(front), name, address) in (200, 302)}

    assert open_ - WITHOUT_SIGN_IN == FOR_EVERYBODY_HERE | COVERAGE


def test_the_secretary_plans_and_neither_maps_nor_appoints(as_, lan, address):
    open_ = {name for name in NAMES if status(as_(lan), name, address) in (200, 302, 303)}

    assert open_ - WITHOUT_SIGN_IN == FOR_EVERYBODY_HERE | COVERAGE | PLANNING


def test_the_administrator_maps_and_appoints_and_reads_nothing(as_, admin, address):
    open_ = {name for name in NAMES if status(as_(admin), name, address) in (200, 302)}

    assert open_ - WITHOUT_SIGN_IN == FOR_EVERYBODY_HERE | MAP - {"hamlet-confirm"} | APPOINTING


def test_a_form_from_elsewhere_is_refused(thao, address):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(thao, backend="django.contrib.auth.backends.ModelBackend")

    response = browser.post(address("campaign-new"), {"name": "Đợt lạ"})

    assert response.status_code == 403
    assert "Trang đã mở quá lâu" in response.content.decode()
