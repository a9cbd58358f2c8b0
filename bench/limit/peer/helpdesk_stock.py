"""Fill the peer's store: `helpdesk_stock.py TICKETS`, with texts as lines; prints the cookie of a member of staff."""

import os
import sys
from datetime import timedelta

import django


def main(size: int, texts: list[str]) -> None:
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from helpdesk.models import FollowUp, Queue, Ticket

    call_command("migrate", verbosity=0, interactive=False)
    staff = get_user_model().objects.create_superuser("staff", "staff@example.org", "a-long-word-for-measuring")
    queues = [Queue.objects.create(title=f"Xã {number:02}", slug=f"xa-{number:02}") for number in range(40)]
    for start in range(0, size, 5000):
        numbers = range(start, min(start + 5000, size))
        made = Ticket.objects.bulk_create(
            Ticket(queue=queues[number % 40], **facts(number, size, texts)) for number in numbers
        )
        FollowUp.objects.bulk_create(
            FollowUp(ticket=each, date=each.created, title="Mới", public=True) for each in made
        )
    print(f"sessionid={signed_in(staff)}")


def facts(number: int, size: int, texts: list[str]) -> dict[str, object]:
    from django.utils import timezone

    words, at = texts[number % len(texts)], timezone.now() - timedelta(minutes=size - number)
    told = {"title": words[:190], "description": words, "status": 1 if number % 10 else 4, "priority": 3}
    return {**told, "created": at, "modified": at, "secret_key": f"key-{number}"}


def signed_in(staff) -> str:
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session["_auth_user_id"], session["_auth_user_hash"] = str(staff.pk), staff.get_session_auth_hash()
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "helpdesk_site"
    django.setup()
    main(int(sys.argv[1]), sys.stdin.read().splitlines())
