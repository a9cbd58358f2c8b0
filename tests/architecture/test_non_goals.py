"""What the product must never remember: who said what, what people think of, what people are."""

import re

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.territory import WORDS

pytestmark = pytest.mark.nodatabase

PEOPLE = (
    r"speaker|resident_name|citizen|petitioner|complainant|identity|id_number|cccd|cmnd|passport|birth|gender|sex|"
    r"religion|ethnic\w*|party|political|sentiment|attitude|mood|emotion|tone|stance|profile|score|rank\w*|reputation|"
    r"blacklist|persistent"
)
LABELS = "người nói|họ tên|căn cước|chứng minh nhân dân|ngày sinh|giới tính|tôn giáo|dân tộc|đảng viên|thái độ|cảm xúc"
FIELDS = [
    pytest.param(field, id=f"{model.__name__}.{field.name}")
    for model in apps.get_models()
    if model._meta.app_label in WORDS
    for field in model._meta.get_fields()
    if field.concrete
]
VOICES = ("opinions", "matters", "answers", "insights", "exchange")
OFFICE_ROLES = re.compile(r"\w+_by|by|author|recorder|signatory|decider|officer|owner")


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_remembers_what_a_person_is_or_feels(field):
    assert not re.search(rf"(^|_)({PEOPLE})(_|$)", field.name), f"{field} is a non-goal"


@pytest.mark.parametrize("field", FIELDS)
def test_no_label_asks_what_a_person_is_or_feels(field):
    words = f"{field.verbose_name} {field.help_text} {field.choices or ''}".lower()

    assert not re.search(LABELS, words), f"{field} is a non-goal"


@pytest.mark.parametrize("field", FIELDS)
def test_a_person_beside_an_opinion_is_staff_at_work(field):
    if field.model._meta.app_label in VOICES and field.is_relation:
        is_person = field.related_model._meta.label == "people.Person"
        assert not is_person or OFFICE_ROLES.fullmatch(field.name), f"{field} could be the one who spoke"


@pytest.mark.parametrize("field", [each for each in FIELDS if "Attendance" in each.id])
def test_attendance_is_numbers_only(field):
    about = "people.Person" if field.name == "by" else "dialogues.Dialogue"

    assert isinstance(field, models.IntegerField | models.DateTimeField | models.ForeignKey), f"{field} is no number"
    assert not field.is_relation or field.related_model._meta.label == about, f"{field} says who came"
