"""A paper ready to be issued, as the clerk of Bình Điền would hand it over."""

from typing import Any

from langnghe.papers.actions import Issuing
from langnghe.people.models import Mandate, Person
from tests.conftest import DAY

CONTENT = b"%PDF-1.7 mot to giay"


def issuing_by(chair: Person, **facts: Any) -> Issuing:
    """Return a paper that `chair` signs; what is not named is as usual."""
    usual = {
        "number": 50,
        "symbol": "TB-UBND",
        "on": DAY,
        "signatory": Mandate.objects.get(person=chair),
        "title": "Thông báo hội nghị đối thoại",
        "form": "pdf",
        "content": CONTENT,
    }
    return Issuing(**{**usual, **facts})
