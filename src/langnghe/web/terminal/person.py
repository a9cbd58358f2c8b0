"""`langnghe person LOGIN --name … --role … --place …`: add a member of staff, or give one a role."""

import argparse
import secrets

from langnghe.web.terminal.installation import finish, house, ready
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar=_("TÊN"), help=_("tên đăng nhập"))
    parser.add_argument("--name", default="", help=_("họ tên"))
    parser.add_argument(
        "--role",
        required=True,
        choices=["secretary", "desk", "unit", "chair", "city", "front", "administrator"],
        help=_("vai trò"),
    )
    parser.add_argument("--place", required=True, help=_("tên xã, phường; hoặc mã"))
    parser.add_argument("--unit", default="", help=_("phòng, với vai trò unit"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from django.utils import timezone

    from langnghe.people import actions as people
    from langnghe.people.queries import maybe
    from langnghe.people.rules import Role
    from langnghe.places.queries import place_meant
    from langnghe.web.clock import now

    at = now()
    today = timezone.localdate(at)
    place = place_meant(arguments.place, on=today)
    staff = maybe(arguments.login)
    if staff is None:
        password = secrets.token_urlsafe(9)
        staff = people.add(login=arguments.login, name=arguments.name, password=password, by=house(), at=at)
        tell(_("Mật khẩu lần đầu của %(login)s: %(password)s") % {"login": staff.login, "password": password})
    people.appoint(
        person=staff,
        role=Role(arguments.role),
        place=place,
        unit=arguments.unit,
        valid_from=today,
        by=house(),
        at=at,
    )
    finish()
    tell(f"{staff.login}: {arguments.role}, {place.name}")
    return 0
