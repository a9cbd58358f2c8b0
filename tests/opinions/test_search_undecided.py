"""The database keeps the list of what nobody has decided on; it says what the records say."""

import pytest

from langnghe.opinions import actions, undecided
from langnghe.opinions.models import Opinion, Undecided
from langnghe.opinions.rules import Procedure
from tests.conftest import EVENING

pytestmark = pytest.mark.django_db


def listed():
    return set(Undecided.objects.values_list("opinion", flat=True))


def recorded():
    return set(Opinion.objects.filter(opening__isnull=True, dismissal__isnull=True).values_list("pk", flat=True))


def test_what_is_heard_waits_until_somebody_decides(said, thao):
    heard = [said(f"Lời {number}") for number in range(4)]
    held = said("Tôi khiếu nại", suspicion=(Procedure.COMPLAINT, ["khiếu nại"]))
    assert listed() == recorded() == {each.pk for each in (*heard, held)}

    actions.open_one(opinion=heard[0], by=thao, at=EVENING)
    actions.dismiss(opinion=heard[1], by=thao, at=EVENING)
    actions.set_aside(opinion=held, kind=Procedure.COMPLAINT, by=thao, at=EVENING)

    assert listed() == recorded() == {heard[2].pk, heard[3].pk}


def test_it_knows_the_commune_and_can_be_made_again(said, binh_dien):
    said()
    Undecided.objects.all().delete()
    undecided.install()

    assert listed() == recorded() != set()
    assert set(Undecided.objects.values_list("commune", flat=True)) == {binh_dien.pk}
