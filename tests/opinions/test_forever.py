import pytest
from django.db import DatabaseError, transaction

from langnghe.opinions import actions
from langnghe.opinions.models import Opening, Opinion
from tests.conftest import EVENING


def test_the_database_itself_refuses_other_words(said):
    opinion = said()

    with pytest.raises(DatabaseError), transaction.atomic():
        Opinion.objects.filter(pk=opinion.pk).update(words="Tốt cả rồi")


def test_the_database_itself_refuses_to_delete_an_opinion_or_its_opening(said, thao):
    opinion = said()
    opening = actions.open_one(opinion=opinion, by=thao, at=EVENING)

    for row in (opening, opinion):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).delete()

    assert Opening.objects.count() == Opinion.objects.count() == 1
