"""What stands in the papers that go to people, to other bodies and into the files: texts for everybody, and answers."""

from datetime import timedelta

import pytest

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.campaigns import actions as campaigns
from langnghe.commitments import actions as commitments
from langnghe.dialogues import actions as dialogues
from langnghe.documents import queries
from langnghe.documents.queries import Numbered
from langnghe.exchange import actions as exchange
from langnghe.matters import actions as matters
from langnghe.matters.actions import Choice
from langnghe.matters.queries import every
from langnghe.matters.queries import matters as matters_of
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.people import actions as people
from langnghe.people.models import Mandate
from langnghe.people.rules import Role
from langnghe.places import actions as places
from langnghe.refusals import Refused
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING

DUE = DAY + timedelta(days=20)


@pytest.fixture
def numbered(minh):
    """Return what makes a paper an issued one."""
    return Numbered(number=7, symbol="TB-UBND", on=DAY, signatory=Mandate.objects.get(person=minh))


@pytest.fixture
def opened(dialogue, said, thao):
    """Return what writes down opinions, opens them all and gives each a text for everybody."""

    def hear(*words, publish=True, **facts):
        heard = [said(each, **facts) for each in words]
        exchange.confirm(dialogue=dialogue, by=thao, at=EVENING)
        for opinion in heard if publish else []:
            opinions.publish(opinion=opinion, words=f"Công khai: {opinion.words}", by=thao, at=EVENING)
        return heard

    return hear


def decide(matter, by, competence=Competence.COMMUNE):
    choice = Choice("infrastructure", "petition", competence, "Phòng Kinh tế", DUE)
    matters.decide(matter=matter, choice=choice, held_on=DAY, by=by, at=EVENING)


def answer(matter, outcome, by, chair):
    draft = answers.draft(matter=matter, contents=good(outcome), is_checked=True, by=by, at=EVENING)
    commitments.release(draft=draft, by=chair, at=EVENING)
    return every().get(pk=matter.pk)


def test_the_result_tells_a_matter_once_with_every_voice_and_number(dialogue, opened, thon_5, thao):
    first, second = opened("Đường thôn hư hỏng", "Đường vào xóm lầy lội")
    one, other = matters_of(dialogue)
    matters.join(matter=other, into=one, by=thao, at=EVENING)

    (row,) = queries.result(dialogue, thon_5, on=DAY).rows

    assert row.times == 2
    assert row.references == (first.reference, second.reference)
    assert row.said == "Công khai: Đường thôn hư hỏng\nCông khai: Đường vào xóm lầy lội"


def test_what_nobody_has_answered_is_being_looked_into_by_somebody_until_a_day(dialogue, opened, thon_5, thao):
    opened("Đường thôn hư hỏng")
    decide(matters_of(dialogue)[0], thao)

    paper = queries.result(dialogue, thon_5, on=DAY)

    (row,) = paper.rows
    assert (row.state, row.who, row.when) == ("Đang xem xét", "Phòng Kinh tế", f"trước {DUE:%d/%m/%Y}")
    assert paper.numbers == ("Bà con Thôn 05 nêu 1 ý kiến; xã đã trả lời 0; 1 đang xem xét",)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_answer_says_what_when_and_where_to_turn(dialogue, opened, thon_5, thao, minh, outcome):
    opened("Đường thôn hư hỏng")
    decide(matters_of(dialogue)[0], thao)
    answer(matters_of(dialogue)[0], outcome, thao, minh)
    contents = good(outcome)

    paper = queries.result(dialogue, thon_5, on=DAY)

    (row,) = paper.rows
    for part in (contents.words, contents.reason, contents.whom, contents.source):
        assert part in row.answer
    assert row.when == (contents.due_on or contents.done_on or "")
    assert "80.000.000 đồng" in row.answer or not contents.money
    assert paper.numbers == ("Bà con Thôn 05 nêu 1 ý kiến; xã đã trả lời 1",)


def test_another_hamlet_is_told_only_its_own(dialogue, opened, binh_dien, thon_5, lan):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="installation", at=EVENING)
    dialogues.include(dialogue=dialogue, hamlets=[other], by=lan, at=EVENING)
    opened("Đường thôn hư hỏng")
    opened("Đèn tắt", hamlet=other)
    opened("Sóng yếu", hamlet=None)

    def told(hamlet):
        return [row.said.removeprefix("Công khai: ") for row in queries.result(dialogue, hamlet, on=DAY).rows]

    assert told(thon_5) == ["Đường thôn hư hỏng", "Sóng yếu"]
    assert told(other) == ["Đèn tắt", "Sóng yếu"]
    assert told(None) == ["Đường thôn hư hỏng", "Đèn tắt", "Sóng yếu"]


def test_a_missing_text_shows_in_the_draft_and_stops_the_paper(dialogue, opened, thon_5, numbered):
    opened("Đường thôn hư hỏng", publish=False)

    draft = queries.result(dialogue, thon_5, on=DAY)

    assert (draft.rows[0].said, draft.checked) == ("(chưa có bản công khai)", False)
    with pytest.raises(Refused, match="texts-missing"):
        queries.result(dialogue, thon_5, on=DAY, issued=numbered)


def test_a_referral_counts_voices_and_hamlets_and_quotes_only_what_is_public(dialogue, opened, thao, numbered):
    opened("Tỉnh lộ nhiều ổ gà", "tỉnh lộ nhiều ổ gà.")
    matter = every().get()
    decide(matter, thao, Competence.CITY)

    paper = queries.referral(every().get(), "Sở Xây dựng", reason="Tỉnh lộ.", reply_by=DUE, on=DAY, issued=numbered)

    assert (paper.voices, paper.hamlets, paper.addressees) == (2, ("Thôn 05",), ("Sở Xây dựng",))
    assert all(text.startswith("Công khai: ") for text in paper.content)
    assert (paper.draft, paper.head.number, paper.head.code) == (False, 7, "TB-UBND")


def test_nothing_is_referred_or_replied_to_without_a_text_for_everybody(dialogue, opened, thao, minh, numbered):
    opened("Tỉnh lộ nhiều ổ gà", publish=False)
    matter = every().get()
    with pytest.raises(Refused, match="not-answered-yet"):
        queries.reply(matter, on=DAY)
    decide(matter, thao)
    matter = answer(matter, Outcome.DONE, thao, minh)

    assert queries.referral(matter, on=DAY).content == ("(chưa có bản công khai)",)
    for write in (queries.referral, queries.reply):
        with pytest.raises(Refused, match="texts-missing"):
            write(matter, on=DAY, issued=numbered)


@pytest.mark.parametrize("outcome", Outcome)
def test_a_reply_leaves_nothing_to_the_pen(dialogue, opened, thao, minh, outcome):
    opened("Đường thôn hư hỏng")
    decide(matters_of(dialogue)[0], thao)
    matter = answer(matters_of(dialogue)[0], outcome, thao, minh)

    paper = queries.reply(matter, on=DAY)

    assert paper.raised == "Công khai: Đường thôn hư hỏng"
    assert paper.findings
    assert paper.measures or paper.reason


def test_the_table_says_what_became_of_each(dialogue, opened, thao, minh):
    opened("Đường thôn hư hỏng")
    decide(matters_of(dialogue)[0], thao)
    answer(matters_of(dialogue)[0], Outcome.WILL_DO, thao, minh)

    (row,) = queries.table([dialogue], on=DAY).rows

    assert (row.status, row.budget) == ("Đang giải quyết", "80.000.000 đồng, ngân sách xã năm 2026")
    assert (row.direction, row.deadline) == (good(Outcome.WILL_DO).words, good(Outcome.WILL_DO).due_on)


def test_the_register_holds_the_days_asked_for_and_when_each_was_answered(dialogue, opened, binh_dien, thao, minh):
    opened("Đường thôn hư hỏng")
    decide(matters_of(dialogue)[0], thao)
    answer(matters_of(dialogue)[0], Outcome.DONE, thao, minh)

    (row,) = queries.register(binh_dien, DAY, DAY, on=DAY).rows

    assert (row.text, row.hamlet, row.unit, row.answered_on) == ("Đường thôn hư hỏng", "Thôn 05", "Phòng Kinh tế", DAY)
    assert queries.register(binh_dien, DAY + timedelta(days=1), DUE, on=DAY).rows == ()


def test_the_plan_holds_the_schedule_the_groups_the_bodies_and_what_is_not_scheduled_yet(binh_dien, thon_5, lan):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="installation", at=EVENING)
    year = campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DUE, hamlets=[thon_5, other], by=lan, at=EVENING
    )
    group = campaigns.form_group(
        campaign=year, name="Tổ 1", members=["Phó Chủ tịch UBND xã"], hamlets=[thon_5], by=lan, at=EVENING
    )
    campaigns.invite(campaign=year, names=["Hội Nông dân"], by=lan, at=EVENING)
    meet = {"commune": binh_dien, "campaign": year, "by": lan, "at": EVENING}
    dialogues.plan(hamlets=[thon_5], held_on=DUE, group=group, **meet)
    off = dialogues.plan(hamlets=[other], held_on=DUE, **meet)
    dialogues.call_off(dialogue=off, reason="Mưa lụt", by=lan, at=EVENING)

    paper = queries.plan(year, on=DAY)

    assert [row.hamlets for row in paper.schedule] == [("Thôn 05",)]
    assert "Thôn 06" in paper.timing[1]
    assert [(each.name, each.members, each.hamlets) for each in paper.groups] == [
        ("Tổ 1", ("Phó Chủ tịch UBND xã",), ("Thôn 05",))
    ]
    assert paper.bodies == ("Hội Nông dân",)
    assert paper.title == "Tổ chức đối thoại với Nhân dân: Đợt mẫu"


def test_a_notice_of_nothing_is_no_notice():
    with pytest.raises(Refused, match="notice-of-nothing"):
        queries.notice([], on=DAY)


def test_the_chair_signs_or_who_stands_in(dialogue, numbered, minh, appointed, admin, binh_dien):
    own = queries.notice(dialogue, on=DAY, issued=numbered).signatures[0]
    deputy = appointed("pho", Role.SECRETARY, binh_dien)
    standing_in = people.appoint(
        person=deputy,
        role=Role.CHAIR,
        place=binh_dien,
        stands_in_for=numbered.signatory,
        valid_from=DAY,
        by=admin,
        at=EVENING,
    )
    stand_in = queries.notice(
        dialogue, on=DAY, issued=Numbered(number=8, symbol="TB-UBND", on=DAY, signatory=standing_in)
    ).signatures[0]

    assert (own.authority, own.role, own.name) == ("TM. Ủy ban nhân dân", "Chủ tịch", minh.name)
    assert (stand_in.authority, stand_in.role) == ("TM. Ủy ban nhân dân\nKT. Chủ tịch", "Phó Chủ tịch")
    assert stand_in.name == deputy.name


def test_a_commune_is_called_as_in_a_sentence_and_by_its_name_of_the_day(dialogue):
    paper = queries.notice(dialogue, on=DAY)

    assert (paper.head.issuer, paper.head.place) == ("Ủy ban nhân dân xã Bình Điền", "Bình Điền")
