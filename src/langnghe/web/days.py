"""A day in a form, picked from the browser's own calendar."""

from typing import Any

from django import forms


class DayField(forms.DateField):
    """A day; what the browser sends and is given is ISO 8601, whatever it shows."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **facts)
