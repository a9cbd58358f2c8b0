"""From the notice before to the result told after: what the desk issues, hangs up and can show again word for word."""

import hashlib
from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.dialogues import actions as dialogues
from langnghe.feedback import queries as feedback
from langnghe.matters import actions as matters
from langnghe.matters.actions import Choice
from langnghe.matters.queries import matters as matters_of
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.opinions.models import Opinion
from langnghe.papers.models import Issued
from langnghe.people.models import Mandate
from langnghe.referrals.models import Referral
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING
from tests.journeys.desk.conftest import ROAD

pytestmark = pytest.mark.django_db
NEXT_DAY = DAY + timedelta(days=1)
PUBLIC = "Bản công khai của ý kiến số "


@pytest.fixture
def chair(minh):
    return Mandate.objects.get(person=minh)


@pytest.fixture
def published(confirmed, thao):
    """Return the evening, nothing waiting, with a text for everybody of each opinion that is not the spoken one."""
    opinions.dismiss(opinion=Opinion.objects.get(opening__isnull=True), by=thao, at=EVENING)
    for opinion in Opinion.objects.filter(dialogue=confirmed, opening__isnull=False):
        opinions.publish(opinion=opinion, words=f"{PUBLIC}{opinion.number}", by=thao, at=EVENING)
    return confirmed


def numbered(chair, number=50, **changes):
    usual = {"number": number, "symbol": "TB-UBND", "on": NEXT_DAY.isoformat(), "signatory": chair.pk, "form": "docx"}
    return {**usual, **changes}


def words_in(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    heads = [
        part.text
        for section in document.sections
        for part in (section.header, section.first_page_header)
        for part in part.paragraphs
    ]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *heads])


def issued_by(desk, address, form):
    response = desk.post(address, form)
    assert response.status_code == 303, response.context["form"].errors
    return Issued.objects.get(key=response.url.rstrip("/").rsplit("/", 1)[1])


def decide_all(dialogue, by, competence=Competence.CITY):
    for matter in matters_of(dialogue):
        choice = Choice("infrastructure", "petition", competence, "Phòng Kinh tế", DAY + timedelta(days=20))
        matters.decide(matter=matter, choice=choice, held_on=DAY, by=by, at=EVENING)


def test_the_result_is_issued_hung_up_and_told(at_desk, thao, published, thon_5, chair):
    desk, address = at_desk(thao), f"/desk/issue/result/{published.code}/"
    page = desk.get(address).content.decode()
    assert "Nhà sinh hoạt cộng đồng Thôn 05" in page
    assert 'value="1"' in page

    hung = {"where-0": "Nhà sinh hoạt cộng đồng Thôn 05", "posted-0": NEXT_DAY.isoformat(), "where-1": "Loa"}
    paper = issued_by(desk, address, numbered(chair, **hung))

    assert (str(paper), paper.hamlet) == ("50/TB-UBND", thon_5)
    assert feedback.told([published]) == {published.pk: {thon_5.pk: NEXT_DAY}}
    shown = desk.get(f"/desk/dialogues/{published.code}/").content.decode()
    assert "Kết quả đã công bố cho mọi nơi" in shown
    assert "50/TB-UBND" in shown


def test_what_is_issued_is_no_draft_and_says_number_day_and_who_signed(at_desk, thao, published, chair):
    paper = issued_by(at_desk(thao), f"/desk/issue/result/{published.code}/", numbered(chair))

    words = words_in(bytes(paper.content))
    assert "DỰ THẢO" not in words
    assert "Số: 50/TB-UBND" in words
    assert "Bình Điền, ngày 06 tháng 10 năm 2025" in words
    assert "TM. ỦY BAN NHÂN DÂN" in words
    assert chair.person.name in words


def test_the_result_holds_texts_for_everybody_and_never_what_was_spoken(at_desk, thao, lan, published, chair):
    said = dialogues.say(dialogue=published, words="Tuần sau tôi sửa", function="Chủ trì", by=lan, at=EVENING)
    opinions.reply(opinion=Opinion.objects.get(number=1), said=said, by=lan, at=EVENING)
    paper = issued_by(at_desk(thao), f"/desk/issue/result/{published.code}/", numbered(chair))

    words = words_in(bytes(paper.content))
    for opinion in Opinion.objects.filter(opening__isnull=False):
        assert f"{PUBLIC}{opinion.number}" in words
        assert opinion.words not in words
    assert "Tuần sau tôi sửa" not in words
    assert "Đang xem xét" in words
    assert "Bà con Thôn 05 nêu 3 ý kiến; xã đã trả lời 0; 3 đang xem xét." in words


def test_the_very_bytes_come_back_under_a_name_that_tells(at_desk, thao, published, chair):
    desk = at_desk(thao)
    paper = issued_by(desk, f"/desk/issue/result/{published.code}/", numbered(chair))

    response = desk.get(f"/desk/issued/{paper.key}/file/")

    assert response.content == bytes(paper.content)
    assert hashlib.sha256(response.content).hexdigest() == paper.digest
    assert 'filename="50-tb-ubnd-2025-thong-bao-ket-qua-thon-05.docx"' in response["Content-Disposition"]
    assert paper.digest in desk.get(f"/desk/issued/{paper.key}/").content.decode()


def test_the_same_number_again_is_refused_in_the_form_and_nothing_is_lost(at_desk, thao, published, chair):
    desk, address = at_desk(thao), f"/desk/issue/result/{published.code}/"
    first = issued_by(desk, address, numbered(chair))

    page = desk.post(address, numbered(chair, **{"where-0": "Chợ quê"}))

    assert page.status_code == 422
    text = page.content.decode()
    assert "Số 50/TB-UBND đã cấp trong năm này" in text
    assert f"/desk/issued/{first.key}/" in text
    assert "Chợ quê" in text
    assert Issued.objects.count() == 1


def test_the_draft_is_the_paper_to_be_and_takes_no_number(at_desk, thao, published, chair):
    response = at_desk(thao).post(f"/desk/issue/result/{published.code}/", numbered(chair, draft="docx"))

    words = words_in(b"".join(response.streaming_content))
    assert "DỰ THẢO" in words
    assert "50/TB-UBND" not in words
    assert not Issued.objects.exists()


def test_before_the_texts_are_there_the_page_says_so_and_the_draft_shows_the_gap(at_desk, thao, confirmed, chair):
    desk, address = at_desk(thao), f"/desk/issue/result/{confirmed.code}/"

    page = desk.get(address).content.decode()
    assert "Còn 1 ý kiến chờ xem lại" in page

    opinions.dismiss(opinion=Opinion.objects.get(opening__isnull=True), by=thao, at=EVENING)
    page = desk.get(address).content.decode()
    assert "Còn 3 ý kiến chưa có bản công khai" in page
    assert f"/desk/dialogues/{confirmed.code}/texts/" in page
    draft = desk.post(address, {"draft": "docx"})
    words = words_in(b"".join(draft.streaming_content))
    assert words.count("(chưa có bản công khai)") == 3
    assert ROAD not in words
    refused = desk.post(address, numbered(chair))
    assert refused.status_code == 422
    assert "chưa có bản công khai" in refused.content.decode()


def test_minutes_and_table_are_issued_once_everything_is_seen_to(at_desk, thao, confirmed, chair):
    desk = at_desk(thao)
    opinions.dismiss(opinion=Opinion.objects.get(opening__isnull=True), by=thao, at=EVENING)
    assert "chưa quyết định" in desk.get(f"/desk/issue/table/{confirmed.code}/").content.decode()
    decide_all(confirmed, thao)

    minutes = issued_by(desk, f"/desk/issue/minutes/{confirmed.code}/", numbered(chair, symbol="BB-UBND"))
    table = issued_by(desk, f"/desk/issue/table/{confirmed.code}/", numbered(chair, symbol="BC-UBND"))

    assert ROAD in words_in(bytes(minutes.content))
    assert ROAD in words_in(bytes(table.content))
    assert "DỰ THẢO" not in words_in(bytes(table.content))


def test_one_notice_tells_of_several_evenings(at_desk, thao, lan, binh_dien, thon_5, chair):
    from langnghe.campaigns import actions as campaigns

    year = campaigns.plan(
        commune=binh_dien,
        name="Đợt mẫu",
        starts_on=DAY,
        ends_on=date(2025, 12, 31),
        hamlets=[thon_5],
        by=lan,
        at=EVENING,
    )
    ahead = [
        dialogues.plan(commune=binh_dien, hamlets=[thon_5], held_on=day, campaign=year, by=lan, at=EVENING)
        for day in (date(2025, 10, 20), date(2025, 10, 21))
    ]
    codes = [each.code for each in ahead]
    hung = {"where-0": "Loa truyền thanh", "posted-0": NEXT_DAY.isoformat()}
    desk = at_desk(thao)

    paper = issued_by(desk, f"/desk/issue/notice/{codes[0]}/", numbered(chair, dialogues=codes, **hung))

    assert {subject.about for subject in paper.subjects.all()} == {each.key for each in ahead}
    words = words_in(bytes(paper.content))
    assert "20/10/2025" in words
    assert "21/10/2025" in words
    assert "đúng hạn 14/10/2025" in desk.get(f"/desk/dialogues/{codes[1]}/").content.decode()
    plan = issued_by(desk, f"/desk/issue/plan/{year.key}/", numbered(chair, symbol="KH-UBND", costs="Không"))
    assert "Thôn 05" in words_in(bytes(plan.content))


def test_nobody_is_invited_to_what_is_over(at_desk, thao, dialogue, chair):
    desk, address = at_desk(thao), f"/desk/issue/invitation/{dialogue.code}/"
    assert "đã diễn ra trước ngày" in desk.get(address).content.decode()

    page = desk.post(address, numbered(chair, symbol="GM-UBND", to="Hội Nông dân\nBí thư chi bộ"))

    assert page.status_code == 422
    assert not Issued.objects.exists()


def test_a_matter_goes_up_with_a_slip_that_nobody_can_be_known_from(at_desk, thao, minh, published, chair):
    decide_all(published, thao)
    matter = matters_of(published).first()
    draft = answers.draft(matter=matter, contents=good(Outcome.REFERRED), by=thao, at=EVENING)
    answers.give(draft=draft, by=minh, at=EVENING)
    desk, address = at_desk(thao), f"/desk/issue/referral/{matter.code}/"
    assert "Sở Xây dựng" in desk.get(address).content.decode()

    up = {"symbol": "PC-UBND", "to": "Sở Xây dựng", "reason": "Tỉnh lộ của thành phố.", "reply_by": "2025-11-05"}
    named = desk.post(address, numbered(chair, **{**up, "reason": "Ông Nguyễn Văn Mẫu ở thôn nói."}))
    assert named.status_code == 422
    assert "is_checked" in named.content.decode()
    paper = issued_by(desk, address, numbered(chair, **up))

    assert Referral.objects.get().paper == paper
    words = words_in(bytes(paper.content))
    assert PUBLIC in words
    assert not any(opinion.words in words for opinion in Opinion.objects.all())
    assert "Tỉnh lộ của thành phố." in words
    assert "ngày 05 tháng 11 năm 2025" in words


def test_the_official_reply_says_what_the_chair_released(at_desk, thao, minh, published, chair):
    decide_all(published, thao, Competence.COMMUNE)
    matter = matters_of(published).first()
    desk, address = at_desk(thao), f"/desk/issue/reply/{matter.code}/"
    assert "chưa có câu trả lời chính thức" in desk.get(address).content.decode()
    draft = answers.draft(matter=matter, contents=good(Outcome.DONE), by=thao, at=EVENING)
    answers.give(draft=draft, by=minh, at=EVENING)

    paper = issued_by(desk, address, numbered(chair))

    words = words_in(bytes(paper.content))
    assert draft.words in words
    assert PUBLIC in words
    assert "………" not in words


def test_the_register_of_a_time_is_a_paper_too(at_desk, thao, confirmed, binh_dien, chair):
    days = {"symbol": "BC-UBND", "since": "2025-10-01", "until": "2025-10-31"}
    paper = issued_by(at_desk(thao), f"/desk/issue/register/{binh_dien.code}/", numbered(chair, **days))

    assert ROAD in words_in(bytes(paper.content))


def test_who_stands_in_signs_for_the_chair(at_desk, thao, appointed, admin, binh_dien, published, chair):
    from langnghe.people import actions as people

    deputy = people.add(login="pho", name="Cán bộ mẫu – phó", password="mot-cau-that-dai", by=admin, at=EVENING)
    own = people.appoint(
        person=deputy,
        role="chair",
        place=binh_dien,
        function="Phó Chủ tịch UBND xã",
        stands_in_for=chair,
        valid_from=DAY,
        by=admin,
        at=EVENING,
    )
    paper = issued_by(at_desk(thao), f"/desk/issue/result/{published.code}/", numbered(own))

    words = words_in(bytes(paper.content))
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in words
    assert "Cán bộ mẫu – phó" in words


def test_without_anybody_who_signs_the_page_says_what_to_do(at_desk, thao, published):
    page = at_desk(thao).get(f"/desk/issue/result/{published.code}/").content.decode()

    assert "Chưa ai giữ chức Chủ tịch" in page


def test_the_secretary_takes_drafts_and_issues_nothing(at_desk, lan, published, chair):
    desk, address = at_desk(lan), f"/desk/issue/result/{published.code}/"
    assert "DỰ THẢO" in words_in(b"".join(desk.post(address, {"draft": "docx"}).streaming_content))

    page = desk.post(address, numbered(chair))

    assert page.status_code == 422
    assert not Issued.objects.exists()


def test_an_issued_paper_is_hung_up_later_and_withdrawn_with_a_reason(at_desk, thao, published, thon_5, chair):
    desk = at_desk(thao)
    paper = issued_by(desk, f"/desk/issue/result/{published.code}/", numbered(chair))
    for _time in range(2):
        there = {"where": "Trụ sở  UBND", "posted_on": NEXT_DAY.isoformat()}
        assert desk.post(f"/desk/issued/{paper.key}/posting/", there).status_code == 303
    assert [posting.where for posting in paper.postings.all()] == ["Trụ sở UBND"]
    early = desk.post(f"/desk/issued/{paper.key}/posting/", {"where": "Chợ", "posted_on": "2025-10-01"})
    assert early.status_code == 422

    assert desk.post(f"/desk/issued/{paper.key}/withdrawal/", {"reason": ""}).status_code == 422
    for _time in range(2):
        assert desk.post(f"/desk/issued/{paper.key}/withdrawal/", {"reason": "Ghi sai ngày"}).status_code == 303

    assert "Ghi sai ngày" in desk.get(f"/desk/issued/{paper.key}/").content.decode()
    assert feedback.told([published]) == {}
    assert "còn 1 nơi chưa niêm yết" in desk.get(f"/desk/dialogues/{published.code}/").content.decode()


@pytest.mark.office
def test_the_printed_paper_has_number_day_and_signature(at_desk, thao, published, chair, tmp_path):
    import subprocess

    paper = issued_by(at_desk(thao), f"/desk/issue/result/{published.code}/", numbered(chair, form="pdf"))

    printed = tmp_path / "paper.pdf"
    printed.write_bytes(bytes(paper.content))
    words = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True, check=True).stdout
    for wanted in ("50/TB-UBND", "ngày 06 tháng 10 năm 2025", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", chair.person.name):
        assert wanted in words
    assert "DỰ THẢO" not in words


def test_the_register_of_outgoing_papers_can_be_narrowed(at_desk, thao, published, chair):
    desk = at_desk(thao)
    issued_by(desk, f"/desk/issue/result/{published.code}/", numbered(chair))

    assert "50/TB-UBND" in desk.get("/desk/issued/").content.decode()
    assert "50/TB-UBND" in desk.get("/desk/issued/", {"dialogue": published.code}).content.decode()
    assert "50/TB-UBND" not in desk.get("/desk/issued/", {"kind": "plan"}).content.decode()


@pytest.mark.parametrize("kind", ["notice", "invitation", "minutes", "table", "result"])
def test_a_page_of_issuing_costs_few_questions(at_desk, thao, published, chair, kind, django_assert_max_num_queries):
    desk, address = at_desk(thao), f"/desk/issue/{kind}/{published.code}/"
    desk.get(address)
    with django_assert_max_num_queries(8):
        desk.get(address)


def test_the_other_pages_cost_few_questions(at_desk, thao, published, chair, django_assert_max_num_queries):
    desk = at_desk(thao)
    decide_all(published, thao)
    code = matters_of(published).first().code
    paper = issued_by(desk, f"/desk/issue/result/{published.code}/", numbered(chair))
    pages = [
        f"/desk/dialogues/{published.code}/",
        "/desk/issued/",
        f"/desk/issued/{paper.key}/",
        f"/desk/issue/referral/{code}/",
        f"/desk/issue/reply/{code}/",
    ]
    for page in pages:
        desk.get(page)
        with django_assert_max_num_queries(8):
            assert desk.get(page).status_code == 200
