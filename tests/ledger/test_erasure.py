import pytest
from django.db import IntegrityError

from langnghe.ledger import actions as ledger
from langnghe.ledger import erasures, integration, queries
from langnghe.ledger.models import Entry, Position, Secret
from langnghe.ledger.writing import action
from langnghe.refusals import Refused
from tests.ledger.lines import EVENING, claimed, write, written


@action
def set_aside(*, about, by="officer", at=EVENING):
    write(about=about, kind="opinion set aside", facts={})
    return ledger.erase_secrets(about=about)


@pytest.mark.django_db
def test_an_erased_entry_stays_and_nobody_can_open_it():
    about, other = written(2)
    body = bytes(Entry.objects.get(about=about).body)

    assert set_aside(about=about) == 1

    assert bytes(Entry.objects.get(about=about, kind="opinion heard").body) == body
    assert set(Secret.objects.values_list("entry__about", "entry__kind")) == {
        (other, "opinion heard"),
        (about, "opinion set aside"),
    }


@pytest.mark.django_db
def test_secrets_are_erased_by_an_action_only():
    with pytest.raises(Refused, match="not-in-an-action"):
        ledger.erase_secrets(about=written(1)[0])


@pytest.mark.django_db
def test_what_was_erased_is_listed_once_it_is_committed(django_capture_on_commit_callbacks):
    (about,) = written(1)

    with django_capture_on_commit_callbacks(execute=True):
        set_aside(about=about)

    assert erasures.remembered() == erasures.erased() == {about}


@pytest.mark.django_db
def test_what_was_erased_is_erased_again_from_an_older_store():
    about, other = written(2)
    integration.integrate()
    erasures.remember([about])

    assert ledger.repeat_erasures() == 1

    assert set(Secret.objects.exclude(entry__kind=erasures.REPEATED).values_list("entry__about", flat=True)) == {other}
    assert Position.objects.count() == 2
    assert queries.verify(claimed([other])).problems == []
    assert ledger.repeat_erasures() == 0


@pytest.mark.django_db
def test_rows_that_concern_what_was_erased_go_with_it(said):
    opinion = said("Tố cáo ông K.")
    kept = said("Đèn đường hỏng.")
    erasures.remember([opinion.key])

    ledger.repeat_erasures()

    assert list(type(kept).objects.values_list("key", flat=True)) == [kept.key]


@pytest.mark.nodatabase
def test_no_byte_of_two_hundred_erased_secrets_is_left_in_the_store(house):
    kept = bytes.fromhex(
        house.run(
            """
            written(200)
            print(b"".join(map(bytes, Secret.objects.values_list("secret", flat=True))).hex())
            """
        )
    )
    secrets = [kept[at : at + 32] for at in range(0, len(kept), 32)]
    assert len(secrets) == 200
    assert all(secret in house.bytes() for secret in secrets)

    left = house.start(
        """
        @action
        def set_aside(*, about, by, at):
            write(about=about, kind="opinion set aside", facts={})
            ledger.erase_secrets(about=about)

        for about in list(Entry.objects.values_list("about", flat=True)):
            set_aside(about=about, by="officer", at=EVENING)
        store.forget()
        print("forgotten", flush=True)
        sys.stdin.read()
        """,
        stdin=-1,
        stdout=-1,
    )
    assert left.stdout.readline().strip() == "forgotten"

    bytes_while_open = house.bytes()
    left.communicate()

    assert [secret for secret in secrets if secret in bytes_while_open] == []


@pytest.mark.nodatabase
def test_a_text_erased_with_leave_is_in_no_file_of_the_store(house):
    texts = [f"Tố cáo số {number:03} bí mật xyz{number:03}" for number in range(200)]
    house.run(
        f"""
        from django.apps import apps
        from langnghe.ledger import guards
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE told (key char(32), words text)")
            cursor.executemany("INSERT INTO told VALUES (%s, %s)", [(uuid4().hex, text) for text in {texts!r}])
        """
    )
    assert all(text.encode() in house.bytes() for text in texts)

    house.run(
        """
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM told")
        store.forget()
        """
    )

    assert [text for text in texts if text.encode() in house.bytes()] == []


@pytest.mark.django_db
def test_a_secret_cannot_be_deleted_without_leave():
    written(1)

    with pytest.raises(IntegrityError):
        Secret.objects.all().delete()


@pytest.mark.nodatabase
def test_a_reader_delays_forgetting_and_the_integrator_makes_good(house):
    house.run(
        """
        integration.EVERY_SECONDS = 0.05
        written(5)
        reading, done = threading.Event(), threading.Event()

        def read():
            with store.snapshot():
                Entry.objects.count()
                reading.set()
                done.wait()

        reader = threading.Thread(target=read)
        reader.start()
        reading.wait()
        written(1)
        assert not store.forget()
        assert store.owes_forgetting()
        done.set()
        reader.join()
        integration.start()
        end = time.monotonic() + 10
        while store.owes_forgetting() and time.monotonic() < end:
            time.sleep(0.05)
        assert not store.owes_forgetting()
        """
    )
