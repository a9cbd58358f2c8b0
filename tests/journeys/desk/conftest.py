"""Staff at their desks: each with a browser of their own, on the days after the evening in Thôn 05."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from langnghe.exchange import actions as exchange
from langnghe.matters.suggesting import suspect
from langnghe.people.models import Person
from tests.conftest import DAY

HELD = "Tôi tố cáo ông cán bộ địa chính nhận tiền phong bì của dân mới chịu làm sổ đỏ."
ROAD = "Đường liên thôn sụt lở từ mùa lụt năm ngoái, xe chở lúa không vào được."
RUBBISH = "Rác để ba bốn ngày mới thu gom một lần, mùi hôi nồng nặc."
COURSE = "Cán bộ tổ dân phố dùng máy tính còn lúng túng, mong mở lớp tập huấn."


@pytest.fixture(autouse=True)
def a_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T09:00")


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
    from tests.conftest import EVENING

    exchange.confirm(dialogue=evening, by=thao, at=EVENING)
    return evening
