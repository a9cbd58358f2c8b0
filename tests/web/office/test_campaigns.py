from datetime import date, timedelta

import pytest
from django.urls import reverse

from langnghe.campaigns import actions as campaigns
from langnghe.campaigns.models import Campaign
from langnghe.campaigns.queries import meant_by
from langnghe.dialogues import actions as dialogues
from langnghe.exchange import actions as exchange
from langnghe.insights.coverage import coverage
from langnghe.places import actions as places
from tests.conftest import DAY, EVENING

FACTS = {"name": "Đối thoại năm 2025", "starts_on": "2025-10-01", "ends_on": "2025-10-31"}


@pytest.fixture
def hamlets(binh_dien, thon_5):
    names = [f"Thôn {number:02}" for number in (1, 2, 3)]
    added = [places.add_hamlet(commune=binh_dien, name=name, by="a", at=EVENING) for name in names]
    return [*added, thon_5]


@pytest.fixture
def campaign(binh_dien, hamlets, thao):
    return campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=hamlets, by=thao, at=EVENING
    )


def text(response):
    return response.content.decode()


def test_a_campaign_over_all_hamlets_is_planned_by_one_tick(as_, thao, hamlets):
    response = as_(thao).post(reverse("campaign-new"), {**FACTS, "every": "on"})

    campaign = Campaign.objects.get()
    assert response.status_code == 303
    assert response.url == reverse("campaign", args=[campaign.key])
    assert campaign.hamlets.count() == len(hamlets)


def test_a_campaign_may_mean_some_hamlets_only(as_, thao, hamlets):
    as_(thao).post(reverse("campaign-new"), {**FACTS, "hamlets": [hamlets[0].code, hamlets[1].code]})

    assert {hamlet.name for hamlet in Campaign.objects.get().hamlets.all()} == {"Thôn 01", "Thôn 02"}


def test_sent_twice_it_is_planned_once(as_, thao, hamlets):
    browser = as_(thao)
    first, second = (browser.post(reverse("campaign-new"), {**FACTS, "every": "on"}) for _ in range(2))

    assert first.url == second.url
    assert Campaign.objects.count() == 1


def test_without_a_hamlet_the_form_says_why_and_keeps_what_was_typed(as_, thao, hamlets):
    response = as_(thao).post(reverse("campaign-new"), FACTS)

    assert response.status_code == 422
    assert "ít nhất một thôn" in text(response)
    assert FACTS["name"] in text(response)


def test_who_works_for_several_communes_chooses_one_first(as_, appointed, city, hamlets):
    from langnghe.people.rules import Role

    secretary = appointed("thu-ky-chung", Role.SECRETARY, city)
    browser = as_(secretary)

    assert "Phường Hương An" in text(browser.get(reverse("campaign-new")))
    assert browser.get(reverse("campaign-new") + "?commune=20035").context["form"].known


def test_a_commune_that_is_not_theirs_cannot_be_chosen(as_, thao, hamlets):
    assert as_(thao).get(reverse("campaign-new") + "?commune=19804").status_code == 404


def test_every_hamlet_stands_where_it_is(as_, thao, lan, campaign, hamlets, binh_dien, said):
    def meet(hamlet, day):
        return dialogues.plan(commune=binh_dien, hamlets=[hamlet], held_on=day, campaign=campaign, by=lan, at=EVENING)

    first, second = meet(hamlets[0], DAY), meet(hamlets[1], DAY)
    meet(hamlets[2], DAY + timedelta(days=3))
    for dialogue in (first, second):
        said(dialogue=dialogue, hamlet=None)
    exchange.confirm(dialogue=first, by=thao, at=EVENING)

    states = {row.hamlet.name: row.state for row in coverage(meant_by(campaign))}

    assert states == {"Thôn 01": "minuted", "Thôn 02": "held", "Thôn 03": "planned", "Thôn 05": "unplanned"}
    page = text(as_(thao).get(reverse("campaign", args=[campaign.key])))
    assert 'Đã nghe <span class="count">2</span> trong <span class="count">4</span> thôn' in page
    assert '<span class="count">1</span> nơi chưa có lịch' in page
    assert "Đã họp, chờ xác nhận" in page


def test_a_day_that_passed_without_minutes_is_late(as_, lan, campaign, hamlets, binh_dien, monkeypatch):
    dialogues.plan(commune=binh_dien, hamlets=hamlets[:1], held_on=DAY, campaign=campaign, by=lan, at=EVENING)
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-07T08:00")

    assert "Quá ngày, chưa có biên bản" in text(as_(lan).get(reverse("campaign", args=[campaign.key])))


def test_the_city_sees_the_days_and_no_way_into_the_register(as_, officer, campaign, dialogue):
    page = text(as_(officer).get(reverse("campaign", args=[campaign.key])))

    assert "Thôn 05" in page
    assert reverse("dialogue", args=[dialogue.code]) not in page
    assert "Lên lịch" not in page


def test_many_campaigns_cost_no_more_questions_than_few(as_, thao, binh_dien, hamlets, django_assert_max_num_queries):
    for number in range(12):
        campaigns.plan(
            commune=binh_dien,
            name=f"Đợt {number}",
            starts_on=date(2025, 9, 1),
            ends_on=DAY,
            hamlets=hamlets,
            by=thao,
            at=EVENING,
        )
    browser = as_(thao)

    with django_assert_max_num_queries(6):
        browser.get(reverse("campaigns"))


def test_one_campaign_costs_few_questions(as_, thao, campaign, django_assert_max_num_queries):
    browser = as_(thao)

    with django_assert_max_num_queries(6):
        browser.get(reverse("campaign", args=[campaign.key]))
