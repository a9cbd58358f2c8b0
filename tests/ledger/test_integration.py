import stat
import sys
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from langnghe.ledger import checkpoints, integration
from langnghe.ledger.models import Checkpoint, Entry, Pending, Position
from langnghe.ledger.tree import Tree, leaf_hash
from tests.ledger.lines import write, written

pytestmark = pytest.mark.django_db


def test_what_waits_gets_a_place_and_a_signed_root():
    written(5)

    assert integration.integrate() == 5

    seals = Position.objects.order_by("index").values_list("entry__seal", flat=True)
    point = Checkpoint.objects.get()
    assert list(Position.objects.order_by("index").values_list("index", flat=True)) == [0, 1, 2, 3, 4]
    assert bytes(point.root) == Tree(leaf_hash(bytes(seal)) for seal in seals).root(5)
    assert Pending.objects.count() == 0


def test_integrating_again_changes_nothing():
    written(2)
    integration.integrate()

    assert integration.integrate() == 0
    assert Checkpoint.objects.count() == 1


def test_a_log_grows_from_where_it_was():
    for _ in range(4):
        written(3)
        integration.integrate()

    seals = Position.objects.order_by("index").values_list("entry__seal", flat=True)
    tree = Tree(leaf_hash(bytes(seal)) for seal in seals)
    assert [(point.size, bytes(point.root)) for point in Checkpoint.objects.order_by("size")] == [
        (size, tree.root(size)) for size in (3, 6, 9, 12)
    ]


def test_every_commune_has_a_log_of_its_own():
    write(about=uuid4(), log="20035")
    write(about=uuid4(), log="house")

    assert integration.integrate("house") == 1
    assert integration.integrate() == 1
    assert set(Position.objects.values_list("log", "index")) == {("20035", 0), ("house", 0)}


def test_a_crowd_enters_in_batches(monkeypatch):
    monkeypatch.setattr(integration, "BATCH", 4)
    written(10)

    assert integration.integrate() == 10
    assert list(Checkpoint.objects.order_by("size").values_list("size", flat=True)) == [4, 8, 10]


def test_places_tell_nothing_about_the_order_of_speaking():
    written(40)
    integration.integrate()

    assert list(Position.objects.order_by("index").values_list("entry", flat=True)) != list(
        Entry.objects.order_by("id").values_list("id", flat=True)
    )


def test_a_checkpoint_is_a_signed_note_that_others_can_check():
    written(3)
    integration.integrate()
    point = Checkpoint.objects.get()

    text, signature = point.note.split("\n\n")
    assert text.splitlines()[:2] == ["langnghe/20035", "3"]
    assert signature.startswith("— langnghe/20035 ")
    raw = checkpoints.base64.b64decode(signature.split()[2])
    (public,) = checkpoints.public_keys()
    Ed25519PublicKey.from_public_bytes(public).verify(raw[4:], (text + "\n").encode())
    assert checkpoints.verifier("20035")[0].split("+")[1] == raw[:4].hex()


def test_a_note_holds_for_its_own_log_size_and_root_only():
    root = bytes(32)
    note = checkpoints.sign(log="20035", size=3, root=root)

    assert checkpoints.is_signed(note, log="20035", size=3, root=root)
    assert not checkpoints.is_signed(note, log="20036", size=3, root=root)
    assert not checkpoints.is_signed(note, log="20035", size=4, root=root)
    assert not checkpoints.is_signed(note, log="20035", size=3, root=bytes(31) + b"1")
    assert not checkpoints.is_signed(note.rstrip()[:-4] + "AAA=\n", log="20035", size=3, root=root)
    assert not checkpoints.is_signed("", log="20035", size=3, root=root)


def test_an_older_key_of_the_house_still_counts(keys):
    note = checkpoints.sign(log="20035", size=0, root=bytes(32))
    (keys / "record").unlink()
    checkpoints.sign(log="20035", size=0, root=bytes(32))

    assert len(checkpoints.public_keys()) == 2
    assert checkpoints.is_signed(note, log="20035", size=0, root=bytes(32))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access lists, not modes")
def test_the_private_key_is_its_owner_s_alone(keys):
    checkpoints.sign(log="20035", size=0, root=bytes(32))

    assert stat.S_IMODE((keys / "record").stat().st_mode) == 0o600
