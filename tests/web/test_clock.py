from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from langnghe.web import clock

pytestmark = pytest.mark.nodatabase


@pytest.mark.parametrize("said", ["2025-10-06T01:15", "2025-10-05T18:15:00+00:00"])
def test_after_midnight_the_day_is_the_wards_day(monkeypatch, said):
    monkeypatch.setenv("LANGNGHE_NOW", said)

    assert clock.now().date() == clock.today() == date(2025, 10, 6)


def test_the_real_clock_tells_the_wards_day_at_any_hour(monkeypatch):
    monkeypatch.delenv("LANGNGHE_NOW", raising=False)
    for hour in range(24):
        moment = datetime(2025, 10, 5, hour, 59, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)

        assert clock.now().date() == clock.today() == moment.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date()
