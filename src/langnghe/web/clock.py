"""The only clock of the product; tests and the demo may set it."""

import os
from datetime import date, datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime


def now() -> datetime:
    """Return the moment by the ward's own clock, so that its day is the ward's day.

    Or what LANGNGHE_NOW says it is (ISO 8601; without a zone it means the ward's own).
    """
    said = os.environ.get("LANGNGHE_NOW")
    moment = parse_datetime(said) if said else None
    if moment is None:
        return timezone.localtime()
    return timezone.localtime(moment) if timezone.is_aware(moment) else timezone.make_aware(moment)


def today() -> date:
    """Return the day where the ward is."""
    return timezone.localdate(now())
