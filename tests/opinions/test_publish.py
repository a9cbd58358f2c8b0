import pytest

from langnghe.opinions import actions, queries
from langnghe.refusals import Refused
from tests.conftest import EVENING


@pytest.fixture
def opened(said, thao):
    opinion = said("Nhà ông Mẫu số 12 bị ngập, gọi 0912345678")
    actions.open_one(opinion=opinion, by=thao, at=EVENING)
    return opinion


def test_everybody_reads_what_a_person_wrote_and_nothing_else(opened, thao):
    actions.publish(opinion=opened, words="Nhà dân bị ngập", by=thao, at=EVENING)

    (row,) = queries.published()
    assert row.public_words == "Nhà dân bị ngập"


def test_a_telephone_number_is_refused_until_a_person_says_it_was_checked(opened, thao):
    with pytest.raises(Refused, match="personal-data"):
        actions.publish(opinion=opened, words=opened.words, by=thao, at=EVENING)

    actions.publish(opinion=opened, words=opened.words, is_checked=True, by=thao, at=EVENING)
    assert queries.published().count() == 1


def test_what_still_waits_cannot_be_published(said, thao):
    with pytest.raises(Refused, match="not-open-yet"):
        actions.publish(opinion=said(), words="Đường hỏng", by=thao, at=EVENING)


def test_the_secretary_does_not_publish(opened, lan):
    with pytest.raises(Refused, match="not-yours"):
        actions.publish(opinion=opened, words="Nhà dân bị ngập", by=lan, at=EVENING)


def test_without_a_text_for_everybody_nothing_is_published(opened):
    assert not queries.published().exists()
