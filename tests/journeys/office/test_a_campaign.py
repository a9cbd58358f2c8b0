"""A campaign as the ward office works on it: who goes, who is invited, who came, what was moved and called off."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from langnghe.campaigns import actions as campaigns
from langnghe.campaigns import queries as campaign_queries
from langnghe.campaigns.models import Formation, Listing, RequestCount
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues import queries as dialogue_queries
from langnghe.dialogues.models import Attendance, Dialogue, Rescheduling
from langnghe.ledger.queries import verify
from langnghe.places import actions as places
from tests.conftest import DAY, EVENING


@pytest.fixture
def hamlets(binh_dien, thon_5):
    names = ("Thôn 06", "Thôn 07")
    return [thon_5, *(places.add_hamlet(commune=binh_dien, name=name, by="a", at=EVENING) for name in names)]


@pytest.fixture
def campaign(binh_dien, hamlets, thao):
    return campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=hamlets, by=thao, at=EVENING
    )


@pytest.fixture
def evening(campaign, binh_dien, hamlets, thao):
    return dialogues.plan(commune=binh_dien, hamlets=hamlets[:1], held_on=DAY, campaign=campaign, by=thao, at=EVENING)


@pytest.fixture
def office(as_, thao):
    return as_(thao)


def text(response):
    return " ".join(response.content.decode().split())


def to(name, *args):
    return reverse(name, args=args)


def test_a_working_group_is_formed_mended_and_ended(office, campaign, hamlets):
    address = to("campaign-groups", campaign.key)
    facts = {"name": "Đoàn số 1", "members": "Phó Chủ tịch UBND\n\nTrưởng phòng Kinh tế", "hamlets": [hamlets[0].code]}
    for _ in range(2):
        assert office.post(to("group-new", campaign.key), facts).url == address
    page = text(office.get(address))
    assert "Phó Chủ tịch UBND<br>Trưởng phòng Kinh tế" in page
    assert '<span class="count">2</span> nơi chưa có đoàn nào phụ trách: Thôn 06, Thôn 07.' in page

    (group,) = campaign_queries.groups(campaign)
    change = to("group-change", group.group.key)
    assert office.get(change).context["form"]["hamlets"].value() == [hamlets[0].code]
    office.post(change, {**facts, "name": "Đoàn số Một", "hamlets": [each.code for each in hamlets]})
    assert "chưa có đoàn nào phụ trách" not in text(office.get(address))
    office.post(to("group-disband", group.group.key))
    assert "Chưa có đoàn công tác nào" in text(office.get(address))
    assert Formation.objects.count() == 3


def test_a_name_that_is_taken_is_refused_and_what_was_typed_stays(office, campaign, thao):
    campaigns.form_group(campaign=campaign, name="Đoàn số 1", by=thao, at=EVENING)

    response = office.post(to("group-new", campaign.key), {"name": "đoàn số 1", "members": "Trưởng phòng Kinh tế"})

    assert response.status_code == 422
    assert "Trưởng phòng Kinh tế" in text(response)


def test_bodies_are_invited_renamed_and_taken_back(office, campaign):
    address = to("campaign-bodies", campaign.key)
    asked = {"codes": ["cell", "women"], "names": "Câu lạc bộ cà fê\n"}
    for _ in range(2):
        assert office.post(address, asked).status_code == 303
    assert 'Mời <span class="count">3</span> thành phần; <span class="count">3</span> thành phần chưa ai gặp' in text(
        office.get(address)
    )
    free = dict(office.get(address).context["form"].fields["codes"].choices)
    assert "women" not in free
    assert "youth" in free

    own = campaign_queries.bodies(campaign)[2].body
    assert office.get(to("body-rename", own.key)).context["form"]["name"].value() == "Câu lạc bộ cà fê"
    office.post(to("body-rename", own.key), {"name": "Câu lạc bộ cà phê"})
    office.post(to("body-uninvite", campaign_queries.bodies(campaign)[1].body.key))
    page = text(office.get(address))
    assert "Câu lạc bộ cà phê" in page
    assert "Hội Liên hiệp Phụ nữ</td>" not in page
    assert Listing.objects.count() == 5
    assert office.post(address, {"names": ""}).status_code == 422


def test_who_came_is_counted_by_body_and_corrected(office, as_, lan, campaign, evening, thao):
    cell, women = campaigns.invite(campaign=campaign, codes=["cell", "women"], by=thao, at=EVENING)
    secretary, address = as_(lan), to("dialogue-present", evening.code)
    facts = {"present": 60, "women": 31, "invited": "", f"body-{cell.pk}": 70, f"body-{women.pk}": ""}
    for _ in range(2):
        assert secretary.post(address, facts).url == to("dialogue-planned", evening.code)
    secretary.post(address, {**facts, f"body-{cell.pk}": 7})

    assert Attendance.objects.count() == 2
    assert dialogue_queries.presence(evening) == {cell.pk: 7}
    page = text(office.get(to("campaign-bodies", campaign.key)))
    assert re.search(r"5/10/2025: 7 người</a>", page)
    assert '<span class="count">1</span> thành phần chưa ai gặp' in page
    assert "<dd>7</dd>" in text(office.get(to("dialogue-planned", evening.code)))
    wrong = secretary.post(address, {**facts, "present": 5, "women": 6})
    assert wrong.status_code == 422
    assert 'value="70"' in text(wrong)


def test_a_dialogue_is_moved_and_remembers_what_was(office, evening, campaign, hamlets, thao):
    group = campaigns.form_group(campaign=campaign, name="Đoàn số 1", hamlets=hamlets, by=thao, at=EVENING)
    address = to("dialogue-change", evening.code)
    form = office.get(address).context["form"]
    facts = {name: form[name].value() or "" for name in form.fields}
    assert facts["campaign"] == str(campaign.key)
    moved = {**facts, "held_on": "2025-10-12", "venue": "Nhà văn hóa", "group": str(group.key)}
    for _ in range(2):
        assert office.post(address, moved).url == to("dialogue-planned", evening.code)

    assert Rescheduling.objects.count() == 1
    page = text(office.get(to("dialogue-planned", evening.code)))
    assert "<del>5/10/2025</del> <strong>12/10/2025</strong>" in page
    assert "<strong>Nhà văn hóa</strong>" in page
    assert "thông báo ra trước đó không còn tính" in page
    assert "Đoàn số 1" in page


def test_a_called_off_dialogue_leaves_its_hamlet_without_a_plan(office, evening, campaign):
    address = to("dialogue-call-off", evening.code)
    assert office.post(address, {"reason": "  "}).status_code == 422
    for _ in range(2):
        assert office.post(address, {"reason": "Bão số 9"}).status_code == 303

    assert "Hủy vì: Bão số 9" in text(office.get(to("dialogue-planned", evening.code)))
    assert '<span class="count">3</span> nơi chưa có lịch' in text(office.get(to("campaign", campaign.key)))
    listed = office.get(reverse("dialogues") + "?state=called-off").context["rows"]
    assert [row["dialogue"] for row in listed] == [evening]


def test_an_evening_with_opinions_cannot_be_called_off(office, evening, said):
    said(dialogue=evening)

    response = office.post(to("dialogue-call-off", evening.code), {"reason": "Nhầm"})

    assert response.status_code == 422
    assert dialogue_queries.calling_off(evening) is None


def test_only_the_hamlets_nobody_has_heard_are_shown_on_request(office, evening, campaign, lan):
    dialogues.hold(dialogue=evening, present=40, by=lan, at=EVENING)
    address = to("campaign", campaign.key)

    def shown(asked=""):
        context = office.get(address + asked).context
        return [row.hamlet.name for row in (*context["unplanned"], *(row for row, *_ in context["rows"]))]

    assert shown() == shown("?state=lạ") == ["Thôn 06", "Thôn 07", "Thôn 05"]
    assert shown("?state=unheard") == ["Thôn 06", "Thôn 07"]
    assert shown("?state=held") == ["Thôn 05"]
    assert "Không có nơi nào như vậy" in text(office.get(address + "?state=answered"))


def test_the_form_knows_which_group_goes_there_and_brings_its_campaign(office, campaign, hamlets, thao):
    group = campaigns.form_group(campaign=campaign, name="Đoàn số 2", hamlets=hamlets[1:], by=thao, at=EVENING)
    asked = f"?campaign={campaign.key}&hamlet={hamlets[1].code}"
    assert office.get(reverse("dialogue-new") + asked).context["form"]["group"].value() == str(group.key)

    facts = {"hamlets": [hamlets[1].code], "held_on": "2025-10-12", "kind": "working-group", "group": str(group.key)}
    office.post(reverse("dialogue-new"), facts)
    planned = Dialogue.objects.get()
    assert (planned.group, planned.campaign) == (group, campaign)


def test_voters_are_counted_until_a_conference_is_owed_and_planned(office, binh_dien, campaign, hamlets):
    facts = {"subject": "Thu gom rác", "asking": 399, "voters": 4000, "counted_on": "2025-10-05"}
    office.post(reverse("request-count"), facts)
    assert "chưa đến 10 %" in text(office.get(reverse("requests")))
    assert "phải tổ chức hội nghị" not in text(office.get(reverse("campaigns")))

    for _ in range(2):
        office.post(reverse("request-count"), {**facts, "asking": 500})
    assert RequestCount.objects.count() == 2
    for address in (reverse("campaigns"), to("campaign", campaign.key)):
        assert "500 trong 4.000 cử tri (12,5 %) yêu cầu, từ 10 % là phải tổ chức." in text(office.get(address))

    request = RequestCount.objects.last().request
    form = office.get(reverse("dialogue-new") + f"?request={request.key}").context["form"]
    assert form["request"].value() == str(request.key)
    planned = {"hamlets": [hamlets[0].code], "held_on": "2025-10-20", "kind": "conference", "request": request.key}
    office.post(reverse("dialogue-new"), planned)
    assert "phải tổ chức hội nghị" not in text(office.get(reverse("campaigns")))
    assert "hội nghị ngày 20/10/2025" in text(office.get(reverse("requests")))


def test_impossible_numbers_are_refused_and_stay(office, binh_dien):
    facts = {"subject": "Thu gom rác", "asking": 41, "voters": 40, "counted_on": "2025-10-05"}
    response = office.post(reverse("request-count"), facts)

    assert response.status_code == 422
    assert 'value="41"' in text(response)
    assert not RequestCount.objects.exists()


def test_the_city_looks_on_and_is_offered_nothing_to_change(as_, officer, campaign, evening, thao):
    campaigns.form_group(campaign=campaign, name="Đoàn số 1", by=thao, at=EVENING)
    campaigns.invite(campaign=campaign, codes=["women"], by=thao, at=EVENING)
    browser = as_(officer)
    for address in (
        to("campaign", campaign.key),
        to("campaign-bodies", campaign.key),
        to("campaign-groups", campaign.key),
        to("dialogue-planned", evening.code),
        reverse("requests"),
    ):
        page = text(browser.get(address))
        main = page[page.index('<main class="page"') : page.index("</main>")]
        assert 'method="post"' not in main
        assert "button--primary" not in main


@pytest.mark.parametrize("name", ["campaigns", "campaign", "campaign-bodies", "campaign-groups", "dialogues"])
def test_no_list_or_coverage_page_asks_more_than_six_questions(
    name, office, campaign, binh_dien, hamlets, lan, thao, django_assert_max_num_queries
):
    for number in range(60):
        facts = {"hamlets": [hamlets[number % 3]], "held_on": DAY + timedelta(days=number), "campaign": campaign}
        dialogues.plan(commune=binh_dien, **facts, by=lan, at=EVENING)
        campaigns.form_group(campaign=campaign, name=f"Đoàn {number}", hamlets=hamlets, by=thao, at=EVENING)
        days = {"starts_on": DAY, "ends_on": DAY, "hamlets": hamlets}
        campaigns.plan(commune=binh_dien, name=f"Đợt {number}", **days, by=thao, at=EVENING)
    campaigns.invite(campaign=campaign, codes=["cell"], names=["A", "B", "C"], by=thao, at=EVENING)
    campaigns.count_request(
        commune=binh_dien, subject="Rác", asking=500, voters=900, counted_on=DAY, by=thao, at=EVENING
    )
    address = to(name) if name in ("campaigns", "dialogues") else to(name, campaign.key)

    with django_assert_max_num_queries(6):
        page = text(office.get(address))
    assert "50 trong 61 mục" in page or name != "campaigns"


def test_every_move_is_in_the_record(office, campaign, evening, hamlets):
    office.post(to("campaign-bodies", campaign.key), {"codes": ["cell"], "names": ""})
    office.post(to("group-new", campaign.key), {"name": "Đoàn số 1", "hamlets": [hamlets[0].code]})
    office.post(to("dialogue-call-off", evening.code), {"reason": "Bão"})

    kinds = {"body invited", "group formed"}
    assert verify(campaign_queries.claims(), kinds=kinds).problems == []
    assert verify(dialogue_queries.claims(), kinds={"dialogue called off"}).problems == []
