import pytest
from django.core.exceptions import ValidationError

from langnghe.answers.rules import Outcome
from langnghe.web.desk.answer_form import CONCERNS, AnswerForm, MoneyField

pytestmark = pytest.mark.nodatabase


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("50.000.000", 50_000_000),
        ("50 000 000", 50_000_000),
        ("50\u00a0000\u00a0000", 50_000_000),
        ("50,000,000", 50_000_000),
        ("50000000", 50_000_000),
        (" 50.000.000 đồng ", 50_000_000),
        ("800.000đ", 800_000),
        ("", None),
    ],
)
def test_money_is_read_as_people_write_it(typed, amount):
    assert MoneyField(required=False).clean(typed) == amount


@pytest.mark.parametrize("typed", ["50 triệu", "5.5", "-5", "1.00", "năm mươi triệu", "9" * 40])
def test_money_that_is_unclear_says_how_to_write_it(typed):
    with pytest.raises(ValidationError, match=r"50\.000\.000"):
        MoneyField(required=False).clean(typed)


def test_an_amount_is_shown_with_dots_and_what_was_typed_stays():
    field = MoneyField()

    assert field.prepare_value(50_000_000) == "50.000.000"
    assert field.prepare_value("50 triệu") == "50 triệu"


def test_every_field_that_depends_on_the_outcome_says_for_which():
    form = AnswerForm()
    parts = {field.name: part.codes.split() for part in form.parts for field in part.fields}

    assert parts["done_on"] == [Outcome.DONE, Outcome.PARTLY]
    assert parts["due_on"] == [Outcome.WILL_DO, Outcome.REFERRED]
    assert parts["money"] == [Outcome.WILL_DO]
    assert parts.keys() | {"outcome", "words", "is_checked"} == form.fields.keys()


def test_a_refusal_stands_beside_a_field_that_exists():
    assert set(CONCERNS.values()) <= AnswerForm().fields.keys()
