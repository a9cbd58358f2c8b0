"""Staff at their desks: each with a browser of their own, on the days after the evening in Thôn 05."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from langnghe.exchange import actions as exchange
from langnghe.matters import actions as matters
from langnghe.matters import likeness, queries
from langnghe.matters.actions import Choice
from langnghe.matters.models import Matter
from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import suspect
from langnghe.people.models import Person
from tests.conftest import DAY, EVENING

HELD = "Tôi tố cáo ông cán bộ địa chính nhận tiền phong bì của dân mới chịu làm sổ đỏ."
ROAD = "Đường liên thôn sụt lở từ mùa lụt năm ngoái, xe chở lúa không vào được."
RUBBISH = "Rác để ba bốn ngày mới thu gom một lần, mùi hôi nồng nặc."
COURSE = "Cán bộ tổ dân phố dùng máy tính còn lúng túng, mong mở lớp tập huấn."


@pytest.fixture(autouse=True)
def a_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T09:00")


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    """Let no index of likeness outlive the store it was read from."""
    likeness.forget()


@pytest.fixture
def at_desk() -> Callable[[Person], Client]:
    """Return the browser of a member of staff who has signed in."""

    def sit_down(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sit_down


@pytest.fixture
def evening(dialogue: Any, said: Callable[..., Any]) -> Any:
    """Return the dialogue with three opinions that wait and one that is held."""
    for words in (ROAD, RUBBISH, COURSE):
        said(words, suspicion=suspect(words, held_on=DAY))
    said(HELD, suspicion=suspect(HELD, held_on=DAY))
    return dialogue


@pytest.fixture
def confirmed(evening: Any, thao: Person) -> Any:
    """Return that dialogue after a person has confirmed it."""
    exchange.confirm(dialogue=evening, by=thao, at=EVENING)
    return evening


@pytest.fixture
def matter_of(confirmed: Any, said: Callable[..., Any], thao: Person) -> Callable[..., Matter]:
    """Return what makes an open opinion, and with it a matter; `unit` has it decided for that office."""

    def make(words: str, unit: str = "", **facts: Any) -> Matter:
        opinion = said(words, **facts)
        exchange.open_held(opinion=opinion, by=thao, at=EVENING)
        (matter,) = [each for each in queries.matters(confirmed) if opinion in queries.voices(each)]
        if unit:
            choice = Choice("infrastructure", "petition", Competence.COMMUNE, unit, DAY + timedelta(days=20))
            matters.decide(matter=matter, choice=choice, held_on=DAY, by=thao, at=EVENING)
        return queries.every().get(pk=matter.pk)

    return make


@pytest.fixture
def road(matter_of: Callable[..., Matter]) -> Matter:
    """Return a matter that Phòng Kinh tế leads."""
    return matter_of("Đường vào nghĩa trang lầy lội, xe tang không qua được.", unit="Phòng Kinh tế")
