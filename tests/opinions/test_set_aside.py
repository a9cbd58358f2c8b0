import pytest

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.models import Said
from langnghe.ledger.queries import verify
from langnghe.opinions import actions, queries
from langnghe.opinions.models import Opinion, SettingAside, Suspicion
from langnghe.opinions.rules import Procedure
from langnghe.refusals import Refused
from langnghe.web.terminal.claims import CLAIMED, claims
from tests.conftest import EVENING

WORDS = "Cán bộ địa chính đòi năm triệu mới làm hồ sơ"


@pytest.fixture
def held(said):
    return said(WORDS, suspicion=(Procedure.DENUNCIATION, ["đòi năm triệu"]))


def test_the_text_is_gone_and_a_counter_stays(held, thao, dialogue):
    actions.set_aside(opinion=held, kind=Procedure.DENUNCIATION, by=thao, at=EVENING)

    assert not Opinion.objects.exists()
    assert not Suspicion.objects.exists()
    assert queries.asides(dialogue) == {"denunciation": 1}


def test_what_was_corrected_and_answered_about_it_goes_too(held, lan, thao, dialogue):
    actions.correct(opinion=held, words=f"{WORDS} của tôi", by=lan, at=EVENING)
    said = dialogues.say(dialogue=dialogue, words="Sẽ kiểm tra cán bộ ấy", by=lan, at=EVENING)
    actions.reply(opinion=held, said=said, by=lan, at=EVENING)

    actions.set_aside(opinion=held, kind=Procedure.DENUNCIATION, by=thao, at=EVENING)

    assert not Said.objects.exists()
    assert verify(claims(), kinds=CLAIMED).problems == []


def test_an_answer_that_was_given_to_two_opinions_stays_for_the_other(held, said, lan, thao, dialogue):
    both = dialogues.say(dialogue=dialogue, words="Xã ghi nhận", by=lan, at=EVENING)
    other = said("Đèn đường hỏng")
    for opinion in (held, other):
        actions.reply(opinion=opinion, said=both, by=lan, at=EVENING)

    actions.set_aside(opinion=held, kind=Procedure.DENUNCIATION, by=thao, at=EVENING)

    assert [reply.said.words for reply in queries.replies(queries.every())[other.pk]] == ["Xã ghi nhận"]
    assert verify(claims(), kinds=CLAIMED).problems == []


def test_the_record_stays_whole_with_a_leaf_that_nobody_can_open(held, thao):
    actions.set_aside(opinion=held, kind=Procedure.DENUNCIATION, by=thao, at=EVENING)

    assert verify(claims(), kinds=CLAIMED).problems == []


def test_what_stands_in_the_register_cannot_be_set_aside(said, thao):
    opinion = said()
    actions.open_one(opinion=opinion, by=thao, at=EVENING)

    with pytest.raises(Refused, match="already-decided"):
        actions.set_aside(opinion=opinion, kind=Procedure.COMPLAINT, by=thao, at=EVENING)

    assert not SettingAside.objects.exists()
