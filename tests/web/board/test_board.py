import pytest
from django.urls import reverse

from langnghe.answers.rules import Outcome
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.opinions.rules import Procedure
from langnghe.places import actions as places
from langnghe.web.board import dialogues, hamlets, texts
from tests.conftest import EVENING
from tests.web.board.reading import page, quoted

pytestmark = pytest.mark.django_db
SPOKEN, PUBLIC = "Ông Tám đầu xóm nói đường hỏng.", "Đường thôn hỏng, mong sửa."


def pages(dialogue):
    commune, met = reverse("board-commune", args=["20035"]), reverse("board-dialogue", args=[dialogue.code])
    hamlets = [reverse("board-hamlet", args=[hamlet.code]) for hamlet in dialogue.hamlets.all()]
    return ["/", commune, f"{commune}?state=all", met, *hamlets]


def test_the_first_page_answers_itself_in_vietnamese_also_when_empty(client):
    response, text = page(client)

    assert response.status_code == 200
    assert 'lang="vi"' in text
    assert "Chưa có ý kiến nào được đăng" in text


def test_everybody_reads_the_public_text_and_never_the_spoken_words(client, published, dialogue):
    published(SPOKEN, PUBLIC)

    for address in pages(dialogue):
        _, text = page(client, address)
        assert PUBLIC in text
        assert "Ông Tám" not in text


def test_what_waits_is_held_or_has_no_public_text_is_nowhere(client, published, said, thao, dialogue):
    published(SPOKEN, PUBLIC)
    said("Lời đang chờ")
    said("Lời bị giữ", suspicion=(Procedure.COMPLAINT, ["khiếu nại"]))
    opinions.open_one(opinion=said("Lời đã vào sổ"), by=thao, at=EVENING)

    for address in [*pages(dialogue), "/?q=loi"]:
        _, text = page(client, address)
        for words in ("đang chờ", "bị giữ", "đã vào sổ"):
            assert words not in text


def test_no_page_tells_the_hour_the_number_or_the_reference(client, published, dialogue):
    opinion = published(SPOKEN, PUBLIC)

    for address in pages(dialogue):
        _, text = page(client, address)
        assert opinion.reference not in text
        assert str(opinion.key) not in text
        assert "19:30" not in text


def test_the_order_is_the_same_each_time_and_not_the_order_of_speaking(client, in_turn, dialogue):
    in_turn(20)
    address = reverse("board-dialogue", args=[dialogue.code])
    first, second = quoted(page(client, address)[1]), quoted(page(client, address)[1])

    assert first == second
    assert sorted(first) == [f"Lời {number:02}" for number in range(20)]
    assert first not in (sorted(first), sorted(first, reverse=True))


def test_the_newest_wording_of_a_text_counts(client, published, thao):
    opinion = published(SPOKEN, "Câu cũ")
    opinions.publish(opinion=opinion, words="Câu mới", is_checked=True, by=thao, at=EVENING)

    assert quoted(page(client)[1]) == ["Câu mới"]


def test_a_search_needs_no_marks_and_does_not_look_into_spoken_words(client, published):
    published(SPOKEN, PUBLIC)

    assert quoted(page(client, "/?q=duong hong")[1]) == [PUBLIC]
    assert quoted(page(client, "/?q=ong tam")[1]) == []
    assert quoted(page(client, reverse("board-commune", args=["20035"]) + "?q=ĐƯỜNG")[1]) == [PUBLIC]


def test_a_search_that_finds_nothing_says_what_to_try(client, published):
    published(SPOKEN, PUBLIC)

    assert "Không có ý kiến nào như vậy" in page(client, "/?q=<script>")[1]
    assert "<script>" not in page(client, "/?q=<script>alert")[1].split("</head>")[1]


def test_a_search_looks_only_into_the_newest_text_of_an_opinion_and_shows_it_once(client, published, thao):
    opinion = published(SPOKEN, "Kênh bị lấp.")
    for words in (PUBLIC, "Kênh đã thông.", PUBLIC):
        opinions.publish(opinion=opinion, words=words, is_checked=True, by=thao, at=EVENING)

    assert quoted(page(client, "/?q=kenh")[1]) == []
    assert quoted(page(client, "/?q=duong mong")[1]) == [PUBLIC]


def test_a_search_shows_the_newest_and_says_that_there_are_more(client, in_turn, monkeypatch):
    in_turn(6)
    monkeypatch.setattr(texts, "FOUND", 3)
    found = page(client, "/?q=loi")[1]

    assert len(quoted(found)) == 3
    assert "Chỉ hiện 3 ý kiến mới nhất" in found


def test_one_hamlet_can_be_read_and_printed_alone(client, published, dialogue, binh_dien, thon_5):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="a", at=EVENING)
    published(SPOKEN, PUBLIC)
    published("Rác", "Rác để lâu", hamlet=other)
    address = reverse("board-dialogue", args=[dialogue.code])

    assert len(quoted(page(client, address)[1])) == 2
    assert quoted(page(client, address + "?hamlet=Thôn 06")[1]) == ["Rác để lâu"]


def test_a_long_commune_is_read_page_by_page_without_losing_a_text(client, in_turn):
    in_turn(70)
    seen, address = [], reverse("board-commune", args=["20035"])
    way = "?state=all"
    while way is not None:
        response, text = page(client, address + way)
        seen += quoted(text)
        way = response.context["pager"]["next"] or None

    assert sorted(seen) == [f"Lời {number:02}" for number in range(70)]


def test_a_commune_nobody_has_listened_to_says_so_and_a_dialogue_without_texts_is_unknown(client, dialogue, said):
    said()

    assert "Chưa có ý kiến nào được đăng" in page(client, reverse("board-commune", args=["20035"]))[1]
    assert page(client, reverse("board-dialogue", args=[dialogue.code]))[0].status_code == 404


@pytest.mark.parametrize("address", ["/khong-co/", "/46/", "/hoi-nghi/khong-co/", "/20035/x/"])
def test_an_address_that_is_not_ours_gets_a_friendly_page(client, city, address):
    response, text = page(client, address)

    assert response.status_code == 404
    assert "Không có trang này" in text


def test_sample_communes_say_so_on_every_page(client, published, dialogue, binh_dien):
    published(SPOKEN, PUBLIC)
    places.mark_as_sample(commune=binh_dien, by="a", at=EVENING)

    for address in pages(dialogue):
        assert "DỮ LIỆU MẪU" in page(client, address)[1]


def test_real_communes_do_not(client, published, dialogue):
    published(SPOKEN, PUBLIC)

    for address in pages(dialogue):
        assert "DỮ LIỆU MẪU" not in page(client, address)[1]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_page_changes_language_and_peoples_words_do_not(client, published, language):
    published(SPOKEN, PUBLIC)
    client.post(reverse("language"), {"language": language, "next": "/"})

    _, text = page(client)

    assert f'<html lang="{language}"' in text
    assert quoted(text) == [PUBLIC]


def test_machines_ask_whether_we_are_here(client, db):
    assert client.get("/health").content == b"ok"
    assert b"Disallow: /desk/" in client.get("/robots.txt").content


def test_the_board_costs_few_questions(
    client, in_turn, about, answered, dialogue, monkeypatch, django_assert_max_num_queries
):
    voices = in_turn(70)
    answered(about(*voices[:3]), Outcome.WILL_DO)
    answered(about(*voices[3:6], competence=Competence.CITY), Outcome.REFERRED)
    about(*voices[6:9])
    monkeypatch.setattr(dialogues, "SIZE", 20)
    monkeypatch.setattr(hamlets, "SIZE", 20)
    states = [reverse("board-commune", args=["20035"]) + f"?state={state}" for state in ("all", "answered", "late")]

    for address in [*pages(dialogue), *states, "/?q=loi"]:
        with django_assert_max_num_queries(6):
            assert client.get(address).status_code == 200
