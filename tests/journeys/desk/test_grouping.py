import pytest

from langnghe.matters.models import Apart, Matter, Moving, Restoring
from langnghe.matters.queries import voices
from tests.journeys.desk.conftest import ROAD

pytestmark = pytest.mark.django_db
BARE = "duong lien thon sut lo tu mua lut nam ngoai xe cho lua khong vao duoc"
ROAD_7 = "Đường liên thôn 7 sụt lở từ mùa lụt, xe chở lúa của bà con không vào được."


@pytest.fixture
def first(confirmed):
    return next(each for each in Matter.objects.all() if ROAD.startswith(each.title.rstrip("…")))


@pytest.fixture
def bare(matter_of):
    return matter_of(BARE)


def said_in(matter):
    return [voice.words_now for voice in voices(matter)]


def pair(one, other):
    return f"/desk/matters/{one.code}/same/{other.code}/"


def test_what_may_be_the_same_is_found_joined_and_taken_apart_again(at_desk, thao, first, bare):
    desk = at_desk(thao)
    suggested = desk.get(f"/desk/matters/{first.code}/same/").content.decode()
    assert "Gần như chắc chắn" in suggested
    assert pair(first, bare) in suggested

    joined = desk.post(pair(first, bare), {"verdict": "same", "stays": first.code}, follow=True)
    page = joined.content.decode()
    assert joined.redirect_chain[-1][1] == 303
    assert "mọi lời bà con vẫn còn đủ" in page
    assert ROAD in page
    assert BARE in page
    assert "Tách lại như cũ" in page

    moving = Moving.objects.get()
    restored = desk.post(f"/desk/movings/{moving.key}/restoring/", follow=True)
    assert "Đã đưa lại như cũ" in restored.content.decode()
    assert said_in(first) == [ROAD]
    assert said_in(bare) == [BARE]


def test_a_verdict_or_an_undoing_sent_twice_happens_once(at_desk, thao, first, bare):
    desk = at_desk(thao)
    for _time in range(2):
        assert desk.post(pair(first, bare), {"verdict": "same", "stays": first.code}).status_code == 303
    for _time in range(2):
        assert desk.post(f"/desk/movings/{Moving.objects.get().key}/restoring/").status_code == 303

    assert Moving.objects.count() == Restoring.objects.count() == 1


def test_a_person_chooses_which_stays_and_the_other_leads_there(at_desk, thao, first, bare):
    desk = at_desk(thao)
    desk.post(pair(first, bare), {"verdict": "same", "stays": bare.code})

    moved = desk.get(f"/desk/matters/{first.code}/", follow=True)
    assert moved.redirect_chain == [(f"/desk/matters/{bare.code}/", 303)]
    assert f"{first.code} đã được ghép vào vụ việc này." in moved.content.decode()
    assert ROAD in moved.content.decode()


def test_the_answered_matter_rather_stays_otherwise_the_older_one(at_desk, thao, minh, tuan, first, matter_of):
    from langnghe.answers import actions as answers
    from langnghe.answers.rules import Outcome
    from langnghe.commitments import actions as commitments
    from tests.answers.drafts import good
    from tests.conftest import EVENING

    later = matter_of(ROAD_7, unit="Phòng Kinh tế")
    assert at_desk(thao).get(pair(later, first)).context["stays"] == later  # decided goes before undecided
    draft = answers.draft(matter=later, contents=good(Outcome.DONE), by=tuan, at=EVENING)
    commitments.release(draft=draft, by=minh, at=EVENING)

    page = at_desk(thao).get(pair(first, later))

    assert page.context["stays"] == later
    assert f'value="{later.code}" checked' in page.content.decode()


def test_side_by_side_marks_what_only_one_says(at_desk, thao, first, matter_of):
    page = at_desk(thao).get(pair(first, matter_of(ROAD_7))).content.decode()

    assert '<em class="differs">7</em>' in page
    assert '<em class="differs">năm ngoái</em>' in page


def test_the_queue_goes_from_the_surest_pair_to_the_end(at_desk, thao, first, bare, matter_of, confirmed):
    matter_of(ROAD_7)
    desk, address = at_desk(thao), f"/desk/same/?dialogue={confirmed.code}"
    page = desk.get(address)
    left = page.context["left"]
    assert page.context["pair"].is_sure
    assert f'<span class="count">{left}</span> cặp' in page.content.decode()

    later = desk.get(page.context["next_url"])
    assert not later.context["pair"].is_sure
    assert later.context["left"] == left

    form = {"verdict": "different", "back": page.context["here_url"]}
    again = desk.post(pair(page.context["one"], page.context["two"]), form, follow=True)
    assert again.context["left"] == left - 1
    assert Apart.objects.count() == 1
    for _step in range(left):
        if not again.context.get("pair"):
            break
        again = desk.post(
            pair(again.context["one"], again.context["two"]),
            {"verdict": "same", "stays": again.context["stays"].code, "back": again.context["here_url"]},
            follow=True,
        )
        assert "Tách lại như cũ" in again.content.decode()
    assert "Không còn cặp nào giống nhau" in again.content.decode()
    assert not again.context["left"]


def test_pairs_put_off_are_still_there_at_the_end(at_desk, thao, first, bare):
    page = at_desk(thao).get("/desk/same/", {"skip": "9"}).content.decode()

    assert "những cặp để lại vẫn còn đó" in page


def test_ticked_voices_become_a_matter_of_their_own_and_come_back(at_desk, thao, first, bare):
    desk = at_desk(thao)
    desk.post(pair(first, bare), {"verdict": "same", "stays": first.code})
    reference = voices(first).get(words=BARE).reference

    parted = desk.post(f"/desk/matters/{first.code}/parting/", {"voice": [reference]}, follow=True)
    new = parted.context["matter"]
    assert said_in(new) == [BARE]
    assert said_in(first) == [ROAD]
    assert "Ghép lại như cũ" in parted.content.decode()
    again = desk.post(f"/desk/matters/{first.code}/parting/", {"voice": [reference]})
    assert again.status_code == 303
    assert Moving.objects.count() == 2

    desk.post(f"/desk/movings/{Moving.objects.last().key}/restoring/")
    assert said_in(first) == [ROAD, BARE]


def test_parting_all_voices_or_none_is_refused_in_words(at_desk, thao, first):
    desk = at_desk(thao)
    reference = voices(first).get().reference

    for ticked in ([], [reference]):
        assert desk.post(f"/desk/matters/{first.code}/parting/", {"voice": ticked}).status_code == 409
    assert Moving.objects.count() == 0


def test_who_does_not_decide_groups_nothing_and_is_asked_nothing(at_desk, lan, front, tuan, first, bare):
    for person in (lan, front, tuan):
        desk = at_desk(person)
        assert desk.get("/desk/same/").status_code == 403
        assert desk.post(pair(first, bare), {"verdict": "same"}).status_code == 403
    assert "Có thể cùng một việc" not in at_desk(front).get(f"/desk/matters/{first.code}/").content.decode()
    assert Moving.objects.count() == 0


def test_a_stranger_finds_no_pair_of_ours(at_desk, huong, first, bare, confirmed):
    desk = at_desk(huong)

    assert desk.get(pair(first, bare)).status_code == 404
    assert desk.get(f"/desk/same/?dialogue={confirmed.code}").status_code == 404
    assert ROAD not in desk.get("/desk/same/?commune=20035").content.decode()


def test_a_way_back_leads_to_our_own_pages_only(at_desk, thao, first, bare):
    form = {"verdict": "different", "back": "//elsewhere.example/"}

    assert at_desk(thao).post(pair(first, bare), form).url == f"/desk/matters/{first.code}/"
