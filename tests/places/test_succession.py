from datetime import date, timedelta

import pytest

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.places import actions, queries
from langnghe.places.models import Place
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING

MERGED = date(2026, 7, 1)
BEFORE = MERGED - timedelta(days=1)
BASIS = "Nghị quyết mẫu"


@pytest.fixture
def thon_1(binh_dien):
    return actions.add_hamlet(commune=binh_dien, name="Thôn 01", by="lan", at=EVENING)


def test_merged_hamlets_end_and_one_begins(binh_dien, thon_1, thon_5):
    actions.merge(places=[thon_1, thon_5], name="Thôn An Bình", on=MERGED, basis=BASIS, by="a", at=EVENING)

    def names(day):
        return [hamlet.name for hamlet in queries.hamlets(binh_dien, on=day)]

    assert names(BEFORE) == ["Thôn 01", "Thôn 05"]
    assert names(MERGED) == ["Thôn An Bình"]


def test_an_old_dialogue_keeps_its_hamlets_old_name(dialogue, thon_1, thon_5):
    actions.merge(places=[thon_1, thon_5], name="Thôn An Bình", on=MERGED, basis=BASIS, by="a", at=EVENING)

    assert [queries.name_on(hamlet, dialogue.held_on) for hamlet in dialogue.hamlets.all()] == ["Thôn 05"]
    assert [heir.name for heir in queries.successors(thon_5, on=MERGED)] == ["Thôn An Bình"]


def test_a_renamed_hamlet_is_called_as_it_was_that_day(thon_5):
    actions.rename(place=thon_5, name="Thôn Bình Minh", on=MERGED, basis=BASIS, by="a", at=EVENING)

    assert queries.name_on(thon_5, BEFORE) == "Thôn 05"
    assert queries.name_on(thon_5, MERGED) == "Thôn Bình Minh"


def test_a_split_hamlet_goes_on_as_several(binh_dien, thon_5):
    actions.split(place=thon_5, names=["Thôn 05A", "Thôn 05B"], on=MERGED, basis=BASIS, by="a", at=EVENING)

    assert [hamlet.name for hamlet in queries.hamlets(binh_dien, on=MERGED)] == ["Thôn 05A", "Thôn 05B"]


def test_merged_communes_keep_their_past_and_their_hamlets_go_on(city, binh_dien, huong_an, thon_5, dialogue):
    united = actions.merge(
        places=[binh_dien, huong_an], name="Phường Bình An", on=MERGED, basis=BASIS, by="a", at=EVENING
    )

    assert list(queries.hamlets(united, on=MERGED)) == [thon_5]
    dialogue.commune.refresh_from_db()
    assert queries.name_on(dialogue.commune, dialogue.held_on) == "Xã Bình Điền"
    assert dialogue.commune.path.startswith(united.path)


def test_who_works_for_the_new_commune_reaches_the_old_ones_dialogues(
    city, binh_dien, huong_an, dialogue, appointed, admin
):
    united = actions.merge(
        places=[binh_dien, huong_an], name="Phường Bình An", on=MERGED, basis=BASIS, by="a", at=EVENING
    )
    from langnghe.people.rules import Role

    person = appointed("moi", Role.DESK, united)

    assert people.may(person, Verb.READ, Place.objects.get(pk=binh_dien.pk), on=MERGED)


def test_what_has_ended_cannot_be_merged_again(thon_1, thon_5, binh_dien):
    actions.merge(places=[thon_1, thon_5], name="Thôn An Bình", on=MERGED, basis=BASIS, by="a", at=EVENING)
    ended = list(Place.objects.filter(pk__in=[thon_1.pk, thon_5.pk]))

    with pytest.raises(Refused, match="place-already-ended"):
        actions.merge(places=ended, name="Thôn Khác", on=MERGED, basis=BASIS, by="a", at=EVENING)


def test_one_place_is_no_merger(thon_5):
    with pytest.raises(Refused, match="change-unclear"):
        actions.merge(places=[thon_5], name="Thôn Mới", on=MERGED, basis=BASIS, by="a", at=EVENING)


def test_the_history_is_told_newest_first(binh_dien, thon_1, thon_5):
    actions.rename(place=thon_1, name="Thôn Một", on=DAY, basis=BASIS, by="a", at=EVENING)
    actions.split(place=thon_5, names=["A", "B"], on=MERGED, basis=BASIS, by="a", at=EVENING)

    assert [each.kind for each in queries.successions(binh_dien)] == ["split", "renaming"]
