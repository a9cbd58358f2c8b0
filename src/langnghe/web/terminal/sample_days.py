"""When things happened in the demo: days counted from the day of loading, hours on the ward's own clock."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from langnghe.web.clock import now


def day(offset: int) -> date:
    """Return the day `offset` days after the day of loading; before it where negative."""
    return timezone.localdate(now()) + timedelta(days=offset)


def moment(on: date, hour: int, minute: int = 0) -> datetime:
    """Return an hour of a day; `minute` may go beyond the hour."""
    return timezone.make_aware(datetime.combine(on, time(hour))) + timedelta(minutes=minute)
