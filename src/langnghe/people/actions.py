"""Verbs about staff: add, appoint, end."""

from datetime import date, datetime
from uuid import uuid4

from django.contrib.auth.hashers import make_password

from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.people import rules
from langnghe.people.models import Mandate, Person
from langnghe.people.queries import require, verbs
from langnghe.people.rules import Role, Verb
from langnghe.places.actions import HOUSE
from langnghe.places.models import Place
from langnghe.refusals import Refused


@action
def add(*, login: str, name: str, password: str | None, by: Person | None, at: datetime) -> Person:
    """Add a member of staff. Only the first person of an installation is added by nobody (`by=None`).

    Raises Refused: "login-unclear", "login-taken", "may-not-appoint".
    """
    login = rules.check_login(login)
    if Person.objects.filter(login=login).exists():
        raise Refused("login-taken", login=login)
    if Person.objects.exists() and (by is None or Verb.APPOINT not in verbs(by, on=at.date())):
        raise Refused("may-not-appoint")
    key = uuid4()
    by_key = str(by.key) if by else str(key)
    person = Person.objects.create(key=key, login=login, name=name.strip() or login, password=make_password(password))
    ledger.record("person added", log=HOUSE, about=person.key, by=by_key, at=at, facts={"login": login})
    return person


@action
def appoint(  # noqa: PLR0913
    *,
    person: Person,
    role: Role,
    place: Place,
    valid_from: date,
    valid_to: date | None = None,
    unit: str = "",
    function: str = "",
    stands_in_for: Mandate | None = None,
    by: Person,
    at: datetime,
) -> Mandate:
    """Give a person a role at a place for a time. The very first mandate is given to oneself.

    Raises Refused: "ends-before-it-begins", "not-yours".
    """
    rules.check_dates(valid_from, valid_to)
    if Mandate.objects.exists():
        require(by, Verb.APPOINT, place, on=at.date())
    mandate = Mandate.objects.create(
        person=person,
        role=role,
        place=place,
        unit=unit,
        function=function,
        stands_in_for=stands_in_for,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    facts = {"mandate": mandate.pk, "role": str(role), "place": place.code, "from": valid_from.isoformat()}
    ledger.record("mandate given", log=HOUSE, about=person.key, by=str(by.key), at=at, facts=facts)
    return mandate


@action
def end(*, mandate: Mandate, on: date, by: Person, at: datetime) -> None:
    """End a mandate on a day. Raises Refused: "ends-before-it-begins", "not-yours"."""
    require(by, Verb.APPOINT, mandate.place, on=at.date())
    rules.check_dates(mandate.valid_from, on)
    Mandate.objects.filter(pk=mandate.pk).update(valid_to=on)
    facts = {"mandate": mandate.pk, "to": on.isoformat()}
    ledger.record("mandate ended", log=HOUSE, about=mandate.person.key, by=str(by.key), at=at, facts=facts)


@action
def renew_password(*, person: Person, password: str, by: Person, at: datetime) -> None:
    """Give a member of staff another password: by themselves, or by who may appoint wherever they have a mandate.

    Raises Refused: "not-yours".
    """
    if by.pk != person.pk:
        for mandate in Mandate.objects.filter(person=person).select_related("place"):
            require(by, Verb.APPOINT, mandate.place, on=at.date())
    person.password = make_password(password)
    person.save(update_fields=["password"])
    ledger.record("password renewed", log=HOUSE, about=person.key, by=str(by.key), at=at, facts={})
