import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from langnghe.ledger import backups
from langnghe.refusals import Refused
from tests.ledger.house import House

pytestmark = pytest.mark.nodatabase

BACKUP = """
from pathlib import Path
from langnghe.ledger import backups
backups.backup(Path({target!r}), at=EVENING, with_keys={with_keys})
"""
RESTORE = """
from pathlib import Path
from django.conf import settings
from langnghe.ledger import backups
try:
    backups.restore(Path({source!r}), into=settings.DATA, with_keys={with_keys})
except Refused as refusal:
    print(refusal.code)
"""
VERIFY = """
import json
heard = Entry.objects.filter(kind="opinion heard").exclude(secret=None)
kept = list(heard.values_list("about", flat=True))
report = queries.verify(claimed(kept))
print(json.dumps([report.ok, report.entries, report.heads, report.problems]))
"""


@pytest.fixture
def lived_in(house):
    """A house with twenty lines, files, papers and keys."""
    house.run("written(20); integration.integrate()")
    (house.data / "files" / "ab").mkdir(parents=True)
    (house.data / "files" / "ab" / "bien-ban.docx").write_bytes(b"paper")
    (house.data / "issued").mkdir()
    (house.data / "issued" / "12.pdf").write_bytes(b"issued")
    return house


def backed_up(house, name="backup.zip", with_keys=False):
    target = house.data.parent / name
    house.run(BACKUP.format(target=str(target), with_keys=with_keys))
    return target


def restored(source, folder, with_keys=False):
    house = House(folder)
    return house, house.run(RESTORE.format(source=str(source), with_keys=with_keys))


def test_what_comes_back_is_whole_to_the_last_leaf(lived_in, tmp_path):
    source = backed_up(lived_in)

    other, refused = restored(source, tmp_path / "other")

    assert refused == ""
    ok, entries, heads, problems = json.loads(other.run(VERIFY))
    assert (ok, entries, problems) == (True, 20, [])
    assert heads == json.loads(zipfile.ZipFile(source).read("manifest.json"))["heads"]
    assert (other.data / "files" / "ab" / "bien-ban.docx").read_bytes() == b"paper"
    assert (other.data / "issued" / "12.pdf").read_bytes() == b"issued"


def test_the_record_goes_on_growing_after_a_restore_without_keys(lived_in, tmp_path):
    other, _ = restored(backed_up(lived_in), tmp_path / "other")

    other.run("written(3); integration.integrate()")

    assert json.loads(other.run(VERIFY))[:2] == [True, 23]


def test_secrets_leave_the_house_only_when_asked(lived_in, tmp_path):
    plain, full = backed_up(lived_in), backed_up(lived_in, "full.zip", with_keys=True)

    keys = [{name for name in zipfile.ZipFile(path).namelist() if name.startswith("keys/")} for path in (plain, full)]
    assert keys[0] == {"keys/record.public", "keys/erased"}
    assert {"keys/record", "keys/pages"} <= keys[1]

    other, _ = restored(full, tmp_path / "other", with_keys=True)
    assert (other.data / "keys" / "record").read_bytes() == (lived_in.data / "keys" / "record").read_bytes()


def test_what_was_erased_after_the_backup_stays_erased(lived_in, tmp_path):
    source = backed_up(lived_in)
    about = lived_in.run(
        """
        @action
        def set_aside(*, about, by, at):
            write(about=about, kind="opinion set aside", facts={})
            ledger.erase_secrets(about=about)

        about = Entry.objects.order_by("id").first().about
        set_aside(about=about, by="officer", at=EVENING)
        print(about)
        """
    )
    kept = tmp_path / "other" / "keys" / "erased"
    kept.parent.mkdir(parents=True)
    kept.write_bytes((lived_in.data / "keys" / "erased").read_bytes())

    other, _ = restored(source, tmp_path / "other")

    assert (
        other.run(f"print(Secret.objects.filter(entry__about=UUID('{about}'), entry__kind='opinion heard').count())")
        == "0"
    )
    assert json.loads(other.run(VERIFY))[0]


def test_a_store_that_holds_something_is_never_overwritten(lived_in):
    source = backed_up(lived_in)
    before = lived_in.bytes()

    _, refused = restored(source, lived_in.data)

    assert refused == "store-not-empty"
    assert lived_in.bytes() == before


def test_a_backup_is_never_overwritten(lived_in):
    backed_up(lived_in)

    with pytest.raises(AssertionError, match="backup-exists"):
        backed_up(lived_in)


def rewritten(source: Path, target: Path, change) -> Path:
    """Copy a zip, passing its members through `change` as a dictionary."""
    with zipfile.ZipFile(source) as file:
        members = {name: file.read(name) for name in file.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return target


def smuggle(name):
    def change(members):
        manifest = json.loads(members["manifest.json"])
        manifest["sha256"][name] = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        members["manifest.json"] = json.dumps(manifest).encode()
        members[name] = b"x"

    return change


def flip(members):
    members["files/ab/bien-ban.docx"] = b"other"


def test_a_damaged_backup_is_refused_and_nothing_is_written(lived_in, tmp_path):
    bad = rewritten(backed_up(lived_in), tmp_path / "bad.zip", flip)

    other, refused = restored(bad, tmp_path / "other")

    assert refused == "backup-damaged"
    assert not (other.data / "store.sqlite3").exists()
    assert not (other.data / "files").exists()


@pytest.mark.parametrize(
    "change",
    [
        flip,
        lambda members: members.pop("files/ab/bien-ban.docx"),
        lambda members: members.update({"files/more": b"x"}),
        lambda members: members.update({"manifest.json": b"[]"}),
        lambda members: members.pop("manifest.json"),
        smuggle("../outside"),
        smuggle("/tmp/outside"),
        smuggle("files/../../outside"),
        smuggle("files\\..\\outside"),
        smuggle("C:outside"),
        smuggle("settings.py"),
        smuggle("files"),
    ],
)
def test_only_what_the_manifest_names_is_unpacked_and_only_inside(tmp_path, change):
    good = tmp_path / "good.zip"
    hashes = {"files/ab/bien-ban.docx": hashlib.sha256(b"paper").hexdigest()}
    with zipfile.ZipFile(good, "w") as file:
        file.writestr("files/ab/bien-ban.docx", b"paper")
        file.writestr("manifest.json", json.dumps({"version": 1, "store": "sqlite", "heads": {}, "sha256": hashes}))
    assert backups._unpack(good, tmp_path / "good")["sha256"] == hashes

    with pytest.raises(Refused, match="backup-damaged"):
        backups._unpack(rewritten(good, tmp_path / "bad.zip", change), tmp_path / "inside" / "bad")

    assert not list(tmp_path.rglob("*outside*"))


def test_something_that_is_no_zip_is_refused(tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK")

    assert restored(tmp_path / "bad.zip", tmp_path / "other")[1] == "backup-damaged"
