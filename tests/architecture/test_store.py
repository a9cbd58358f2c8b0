import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command

from tests.architecture.territory import SOURCE, WORDS

OURS = [model for model in apps.get_models() if model._meta.app_label in WORDS]


@pytest.mark.nodatabase
@pytest.mark.django_db
def test_migrations_agree_with_the_models():
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


@pytest.mark.nodatabase
@pytest.mark.parametrize("model", OURS)
def test_no_table_points_at_just_anything(model):
    assert ContentType not in {field.related_model for field in model._meta.get_fields() if field.concrete}


@pytest.mark.nodatabase
@pytest.mark.parametrize("model", OURS)
def test_every_table_says_what_one_row_means(model):
    assert not model.__doc__.startswith(f"{model.__name__}(")  # Django's own words, where nobody wrote any


@pytest.mark.nodatabase
def test_a_word_with_tables_has_migrations():
    labels = {model._meta.app_label for model in OURS}

    assert [word for word in labels if not list((SOURCE / word / "migrations").glob("0*.py"))] == []
