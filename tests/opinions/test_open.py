import pytest

from langnghe.opinions import actions, queries
from langnghe.opinions.rules import Procedure
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING


def test_confirming_a_dialogue_opens_what_waits_and_leaves_what_is_held(said, dialogue, thao):
    said("Đường hỏng")
    said("Tố cáo cán bộ", suspicion=(Procedure.DENUNCIATION, ["tố cáo"]))

    opened = actions.confirm(dialogue=dialogue, by=thao, at=EVENING)

    assert [opinion.words for opinion in opened] == ["Đường hỏng"]
    assert [opinion.words for opinion in queries.held(dialogue)] == ["Tố cáo cán bộ"]


def test_confirming_again_changes_nothing(said, dialogue, thao):
    said()
    actions.confirm(dialogue=dialogue, by=thao, at=EVENING)

    assert actions.confirm(dialogue=dialogue, by=thao, at=EVENING) == []


def test_what_was_dismissed_is_not_opened(said, dialogue, thao):
    actions.dismiss(opinion=said("II. NỘI DUNG"), by=thao, at=EVENING)

    assert actions.confirm(dialogue=dialogue, by=thao, at=EVENING) == []


def test_only_a_mandate_there_confirms(said, dialogue, huong, officer):
    said()

    for stranger in (huong, officer):
        with pytest.raises(Refused, match="not-yours"):
            actions.confirm(dialogue=dialogue, by=stranger, at=EVENING)


def test_the_register_shows_open_opinions_of_ones_own_commune_only(said, dialogue, thao, huong, front, officer, admin):
    said("Đang chờ")
    actions.open_one(opinion=said("Đã vào sổ"), by=thao, at=EVENING)

    def seen(person):
        return [opinion.words for opinion in queries.register(person, on=DAY)]

    assert seen(thao) == seen(front) == ["Đã vào sổ"]
    assert seen(huong) == seen(officer) == seen(admin) == []


def test_a_correction_counts_and_the_first_words_are_kept(said, lan, dialogue):
    opinion = said("Đừơng hỏng")

    actions.correct(opinion=opinion, words="Đường hỏng", by=lan, at=EVENING)

    (row,) = queries.waiting(dialogue)
    assert (row.words, row.words_now, row.folded_now) == ("Đừơng hỏng", "Đường hỏng", "duong hong")
