import pytest

from langnghe.matters.models import Decision, Matter
from langnghe.matters.queries import matters
from langnghe.opinions.models import Opinion
from tests.journeys.desk.conftest import ROAD

pytestmark = pytest.mark.django_db


@pytest.fixture
def road(confirmed):
    return next(each for each in matters(confirmed) if ROAD.startswith(each.title.rstrip("…")))


def decided(**changes):
    usual = {
        "topic": "infrastructure",
        "kind": "",
        "competence": "commune",
        "unit": "Phòng Kinh tế",
        "due_on": "2025-11-20",
    }
    return {**usual, **changes}


@pytest.fixture
def kind(at_desk, thao, road):
    return at_desk(thao).get(f"/desk/matters/{road.code}/").context["one"].choice["kind"]


def test_a_matter_shows_every_voice_and_who_decided_what(at_desk, thao, minh, road, kind):
    at_desk(thao).post(f"/desk/matters/{road.code}/", decided(kind=kind))
    at_desk(minh).post(f"/desk/matters/{road.code}/", decided(kind=kind, competence="both"))

    page = at_desk(minh).get(f"/desk/matters/{road.code}/").content.decode()
    assert ROAD in page
    assert "Cán bộ mẫu – thao" in page
    assert "Cán bộ mẫu – minh" in page
    assert page.index("Cán bộ mẫu – minh,") < page.index("Cán bộ mẫu – thao,")


def test_the_same_decision_sent_twice_is_one(at_desk, thao, road, kind):
    for _time in range(2):
        assert at_desk(thao).post(f"/desk/matters/{road.code}/", decided(kind=kind)).status_code == 303

    assert Decision.objects.count() == 1


def test_a_deadline_before_the_evening_is_refused_in_the_form(at_desk, thao, road, kind):
    page = at_desk(thao).post(f"/desk/matters/{road.code}/", decided(kind=kind, due_on="2025-10-01"))

    assert page.status_code == 422
    assert "Hạn giải quyết không thể trước ngày" in page.content.decode()
    assert Decision.objects.count() == 0


def test_the_front_reads_and_is_not_asked_to_decide(at_desk, front, road, kind):
    desk = at_desk(front)

    assert "Lưu quyết định" not in desk.get(f"/desk/matters/{road.code}/").content.decode()
    assert desk.post(f"/desk/matters/{road.code}/", decided(kind=kind)).status_code == 422
    assert Decision.objects.count() == 0


def test_suggestions_of_an_evening_are_accepted_by_a_person_who_leaves_out_what_is_wrong(at_desk, minh, confirmed):
    desk, address = at_desk(minh), f"/desk/dialogues/{confirmed.code}/decisions/"
    rows = desk.get(address).context["rows"]
    form = {f"as-{row['code']}": row["value"] for row in rows}

    for _time in range(2):
        desk.post(address, {**form, "accept": [row["code"] for row in rows[:2]]})

    assert Decision.objects.count() == 2
    assert [row["code"] for row in desk.get(address).context["rows"]] == [rows[2]["code"]]


def test_a_unit_sees_its_own_matters_the_overdue_first(at_desk, thao, tuan, confirmed, road, kind, monkeypatch):
    other = Matter.objects.exclude(pk=road.pk).first()
    at_desk(thao).post(f"/desk/matters/{other.code}/", decided(kind=kind, due_on="2025-12-20"))
    at_desk(thao).post(f"/desk/matters/{road.code}/", decided(kind=kind))
    monkeypatch.setenv("LANGNGHE_NOW", "2025-11-24T09:00")

    page = at_desk(tuan).get("/desk/unit/")

    assert [one.row.code for one in page.context["rows"]] == [road.code, other.code]
    assert "trễ 4 ngày" in page.content.decode()
    assert at_desk(tuan).get(f"/desk/matters/{road.code}/").status_code == 200


def test_another_unit_sees_nothing_of_it(at_desk, thao, appointed, binh_dien, road, kind):
    from langnghe.people.rules import Role

    at_desk(thao).post(f"/desk/matters/{road.code}/", decided(kind=kind))
    stranger = appointed("van-hoa", Role.UNIT, binh_dien, "Phòng Văn hóa - Xã hội")

    assert "Phòng chưa được giao việc nào." in at_desk(stranger).get("/desk/unit/").content.decode()
    assert at_desk(stranger).get(f"/desk/matters/{road.code}/").status_code == 404


def test_a_public_text_is_confirmed_once(at_desk, thao, confirmed):
    desk, opinion = at_desk(thao), Opinion.objects.get(words=ROAD)
    for _time in range(2):
        assert desk.post(f"/desk/opinions/{opinion.reference}/public/", {"words": ROAD}).status_code == 303

    assert opinion.public_texts.count() == 1


def test_personal_data_is_marked_and_stops_the_text_until_a_person_says_it_was_checked(at_desk, thao, said, confirmed):
    from langnghe.exchange.actions import confirm
    from tests.conftest import EVENING

    opinion = said("Gọi số 0905 123 456 để biết chỗ cống nghẹt.")
    confirm(dialogue=confirmed, by=thao, at=EVENING)
    desk, address = at_desk(thao), f"/desk/opinions/{opinion.reference}/public/"

    page = desk.get(address).content.decode()
    assert '<mark title="số điện thoại">' in page
    refused = desk.post(address, {"words": opinion.words})
    assert refused.status_code == 422
    assert "thông tin riêng" in refused.content.decode()
    assert opinion.public_texts.count() == 0
    assert desk.post(address, {"words": opinion.words, "is_checked": "on"}).status_code == 303


def test_public_texts_follow_one_another_until_none_is_left(at_desk, thao, confirmed):
    desk, address, written = at_desk(thao), f"/desk/dialogues/{confirmed.code}/texts/", []
    page = desk.get(address)
    while page.context["count"]:
        opinion = page.context["opinion"]
        written.append(opinion.reference)
        form = {"reference": opinion.reference, "words": opinion.words}
        page = desk.post(address, form, follow=True)
        assert desk.post(address, form).status_code == 303

    assert len(written) == len(set(written)) == 3
    assert "đã có bản công khai" in page.content.decode()


def test_a_text_put_off_comes_again_at_the_end(at_desk, thao, confirmed):
    desk, address = at_desk(thao), f"/desk/dialogues/{confirmed.code}/texts/"
    first = desk.get(address).context["opinion"]

    assert desk.get(address, {"after": first.number}).context["opinion"] != first
    assert desk.get(address, {"after": 99}).context["opinion"] == first
