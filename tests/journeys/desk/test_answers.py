from datetime import timedelta

import pytest

from langnghe.answers.models import Answer, Draft, Remark
from langnghe.answers.rules import Outcome
from langnghe.commitments.models import Commitment
from langnghe.people.rules import Role
from tests.answers.drafts import GOOD
from tests.conftest import DAY, EVENING

pytestmark = pytest.mark.django_db


def typed(outcome, **changes):
    """Return the form of a good answer as a browser sends it."""
    said = {"outcome": str(outcome), **GOOD[outcome], **changes}
    return {name: value.isoformat() if hasattr(value, "isoformat") else str(value) for name, value in said.items()}


@pytest.fixture
def address(road):
    return f"/desk/matters/{road.code}/answer/"


@pytest.fixture
def said_in_the_hall(road, lan):
    from langnghe.dialogues import actions as dialogues
    from langnghe.matters.queries import voices
    from langnghe.opinions import actions as opinions

    opinion = voices(road).get()
    words = "Tuần sau xã xuống khảo sát."
    said = dialogues.say(dialogue=opinion.dialogue, words=words, function="Chủ tịch UBND", by=lan, at=EVENING)
    opinions.reply(opinion=opinion, said=said, by=lan, at=EVENING)
    return said


def test_an_empty_draft_is_refused_in_the_form_and_nothing_typed_is_lost(at_desk, tuan, address):
    unit = at_desk(tuan)
    assert address in unit.get("/desk/unit/").content.decode()

    empty = unit.post(address, typed(Outcome.WILL_DO, words="Xã ghi nhận ý kiến và sẽ quan tâm.", money="80.000.000"))

    text = empty.content.decode()
    assert empty.status_code == 422
    assert "Lỗi:" in text
    assert "sẽ quan tâm" in text
    assert 'value="80.000.000"' in text
    assert Draft.objects.count() == 0


def test_a_draft_is_given_back_written_again_and_becomes_a_promise(at_desk, tuan, minh, road, address):
    unit, chair = at_desk(tuan), at_desk(minh)
    unit.post(address, typed(Outcome.WILL_DO, money="80.000.000"))
    assert "Đang chờ chủ tịch duyệt" in unit.get("/desk/unit/").content.decode()
    draft = Draft.objects.get()
    assert draft.money == 80_000_000

    chair.post(f"/desk/drafts/{draft.key}/remark/", {"words": "Ghi rõ đoạn nào làm trước."})
    listed = unit.get("/desk/unit/").content.decode()
    assert "Chủ tịch trả lại" in listed
    assert "Ghi rõ đoạn nào làm trước." in listed
    again = unit.get(address).content.decode()
    assert "Ghi rõ đoạn nào làm trước." in again
    assert "Đổ bê tông 120 mét" in again

    better = "Đổ bê tông 120 mét đường vào nghĩa trang, làm đoạn dốc trước."
    unit.post(address, typed(Outcome.WILL_DO, words=better))
    released = chair.post("/desk/chair/", {"one": str(Draft.objects.last().key)}, follow=True)
    assert "Đã duyệt 1 câu trả lời." in released.content.decode()
    assert Commitment.objects.get().what == better
    told = unit.get(f"/desk/matters/{road.code}/").content.decode()
    assert "Đã trả lời bà con" in told
    assert "Đã hứa với bà con" in told
    assert "Đã trả lời gần đây" in unit.get("/desk/unit/").content.decode()


def test_the_chair_sees_voices_answer_money_and_who_drafted(at_desk, tuan, minh, address):
    at_desk(tuan).post(address, typed(Outcome.WILL_DO))

    page = at_desk(minh).get("/desk/chair/").content.decode()

    assert "xe tang không qua được" in page
    assert "Đổ bê tông 120 mét" in page
    assert "80.000.000 đồng" in page
    assert "Cán bộ mẫu – tuan" in page


@pytest.mark.parametrize("outcome", Outcome)
def test_a_good_answer_of_each_outcome_waits_for_the_chair(at_desk, tuan, minh, address, outcome):
    assert at_desk(tuan).post(address, typed(outcome, is_checked="on")).status_code == 303

    assert Draft.objects.get().outcome == outcome
    assert at_desk(minh).post("/desk/chair/", {"draft": [str(Draft.objects.get().key)]}).status_code == 303
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    ("outcome", "lacks", "field"),
    [
        (Outcome.DONE, {"words": ""}, "words"),
        (Outcome.DONE, {"done_on": ""}, "done_on"),
        (Outcome.WILL_DO, {"due_on": ""}, "due_on"),
        (Outcome.WILL_DO, {"owner": ""}, "owner"),
        (Outcome.WILL_DO, {"source": ""}, "source"),
        (Outcome.WILL_DO, {"money": "80 triệu"}, "money"),
        (Outcome.PARTLY, {"reason": ""}, "reason"),
        (Outcome.GUIDED, {"whom": ""}, "whom"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(at_desk, tuan, address, outcome, lacks, field):
    page = at_desk(tuan).post(address, typed(outcome, **lacks))

    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert Draft.objects.count() == 0


def test_the_same_draft_sent_twice_waits_once(at_desk, tuan, address):
    for _time in range(2):
        assert at_desk(tuan).post(address, typed(Outcome.DONE)).status_code == 303

    assert Draft.objects.count() == 1


def test_personal_data_stops_a_draft_until_a_person_says_it_was_checked(at_desk, tuan, address):
    desk, form = at_desk(tuan), typed(Outcome.DONE, words="Tổ điện đã thay 4 bóng đèn, gọi 0905 123 456 nếu còn tối.")

    refused = desk.post(address, form)
    assert refused.status_code == 422
    assert "số điện thoại" in refused.content.decode()
    assert Draft.objects.count() == 0
    assert desk.post(address, {**form, "is_checked": "on"}).status_code == 303


def test_what_was_said_in_the_hall_begins_an_answer_only_when_asked_for(at_desk, tuan, address, said_in_the_hall):
    desk = at_desk(tuan)

    plain = desk.get(address)
    assert "Tuần sau xã xuống khảo sát." in plain.content.decode()
    assert not plain.context["form"]["words"].value()
    begun = desk.get(address, {"said": str(said_in_the_hall.key)})
    assert begun.context["form"]["words"].value() == "Tuần sau xã xuống khảo sát."


def test_without_a_script_every_field_says_which_outcome_needs_it(at_desk, tuan, address):
    page = at_desk(tuan).get(address).content.decode()

    assert "Cần khi: Đã làm, Làm được một phần" in page.replace("Cần khi:\n", "Cần khi:").replace("  ", " ")
    for name in ("done_on", "due_on", "owner", "money", "source", "reason", "whom"):
        assert f'name="{name}"' in page


def test_an_officer_of_another_office_sees_and_writes_nothing(at_desk, appointed, binh_dien, road, address):
    stranger = at_desk(appointed("van-hoa", Role.UNIT, binh_dien, "Phòng Văn hóa - Xã hội"))

    for page in (stranger.get(address), stranger.post(address, typed(Outcome.DONE))):
        assert page.status_code == 404
        assert "xe tang" not in page.content.decode()
    assert "xe tang" not in stranger.get("/desk/unit/").content.decode()
    assert Draft.objects.count() == 0


def test_who_only_reads_does_not_draft_or_release(at_desk, lan, front, tuan, address):
    at_desk(tuan).post(address, typed(Outcome.DONE))
    draft = Draft.objects.get()

    for person in (lan, front, tuan):
        desk = at_desk(person)
        assert desk.get("/desk/chair/").status_code == 403
        assert desk.post("/desk/chair/", {"one": str(draft.key)}).status_code == 403
        assert desk.post(f"/desk/drafts/{draft.key}/remark/", {"words": "Sửa đi."}).status_code == 403
    for person in (lan, front):
        assert at_desk(person).get(address).status_code == 403
    assert Answer.objects.count() == Remark.objects.count() == 0


def test_several_drafts_are_released_at_once_and_what_is_refused_says_why(
    at_desk, tuan, minh, road, matter_of, monkeypatch
):
    other = matter_of("Cầu tre bắc qua mương gãy hai nhịp.", unit="Phòng Kinh tế")
    unit = at_desk(tuan)
    unit.post(f"/desk/matters/{road.code}/answer/", typed(Outcome.DONE))
    unit.post(f"/desk/matters/{other.code}/answer/", typed(Outcome.WILL_DO, due_on=DAY + timedelta(days=3)))
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-20T09:00")
    keys = [str(key) for key in Draft.objects.values_list("key", flat=True)]

    page = at_desk(minh).post("/desk/chair/", {"draft": keys})

    assert page.status_code == 422
    assert Answer.objects.count() == 1
    (item,) = page.context["items"]
    assert item["wrong"]
    assert item["draft"].matter == other


def test_releasing_or_giving_back_twice_happens_once(at_desk, tuan, minh, road, address):
    at_desk(tuan).post(address, typed(Outcome.DONE))
    chair, key = at_desk(minh), str(Draft.objects.get().key)

    for _time in range(2):
        assert chair.post("/desk/chair/", {"one": key}).status_code == 303
    assert chair.post(f"/desk/drafts/{key}/remark/", {"words": "Sửa đi."}).status_code == 303

    assert Answer.objects.count() == 1
    assert Remark.objects.count() == 0


def test_nothing_is_given_back_without_a_word(at_desk, tuan, minh, address):
    at_desk(tuan).post(address, typed(Outcome.DONE))
    key = Draft.objects.get().key

    page = at_desk(minh).post(f"/desk/drafts/{key}/remark/", {"words": " "})

    assert page.status_code == 422
    assert page.context["items"][0]["remark"].errors
    assert Remark.objects.count() == 0


def test_the_chair_sees_one_draft_alone_when_led_to_it(at_desk, tuan, minh, road, matter_of):
    other = matter_of("Cầu tre bắc qua mương gãy hai nhịp.", unit="Phòng Kinh tế")
    for each in (road, other):
        at_desk(tuan).post(f"/desk/matters/{each.code}/answer/", typed(Outcome.DONE))
    key = Draft.objects.get(matter=other).key

    page = at_desk(minh).get("/desk/chair/", {"draft": str(key)})

    assert [item["draft"].matter.code for item in page.context["items"]] == [other.code]
    assert f"?draft={key}" in at_desk(minh).get(f"/desk/matters/{other.code}/").content.decode()


def test_a_stranger_releases_nothing_of_ours(at_desk, tuan, appointed, huong_an, address):
    at_desk(tuan).post(address, typed(Outcome.DONE))
    chair = at_desk(appointed("chu-tich-khac", Role.CHAIR, huong_an))

    assert chair.get("/desk/chair/").context["items"] == []
    assert chair.post("/desk/chair/", {"one": str(Draft.objects.get().key)}).status_code == 303
    assert chair.post(f"/desk/drafts/{Draft.objects.get().key}/remark/", {"words": "Sửa."}).status_code == 404
    assert Answer.objects.count() == 0
