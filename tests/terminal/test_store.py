import sqlite3

import pytest

pytestmark = [pytest.mark.nodatabase, pytest.mark.slow]


@pytest.fixture
def heard(langnghe, register, tmp_path):
    return langnghe(
        *("hear", register, "--place", "Xã Bình Điền", "--on", "2025-10-05"), "--out", tmp_path / "out", "--json"
    ).json


def test_any_command_makes_the_store_and_says_it_is_fit(langnghe, data):
    done = langnghe("check", "--json")

    assert (done.code, done.json) == (0, {"ok": True, "problems": []})
    assert (data / "store.sqlite3").exists()


def test_a_word_changed_behind_the_products_back_is_found(langnghe, heard, data):
    with sqlite3.connect(data / "store.sqlite3") as store:
        for (name,) in store.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            store.execute(f"drop trigger {name}")
        store.execute("update opinions_opinion set words = 'Mọi việc đều tốt' where number = 1")

    done = langnghe("verify", "--json")

    assert done.code == 1
    assert done.json["ok"] is False
    assert len(done.json["problems"]) == 1


def test_an_opinion_deleted_behind_the_products_back_is_found(langnghe, heard, data):
    with sqlite3.connect(data / "store.sqlite3") as store:
        for (name,) in store.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            store.execute(f"drop trigger {name}")
        store.execute("delete from opinions_opinion where number = 2")

    assert langnghe("verify").code == 1


def test_a_backup_comes_back_whole_in_an_empty_place(langnghe, heard, tmp_path):
    there = tmp_path / "there"

    assert langnghe("backup", tmp_path / "ward.zip").code == 0
    assert langnghe("restore", tmp_path / "ward.zip", "--into", there).code == 0

    report = langnghe("verify", "--json", LANGNGHE_DATA=str(there)).json
    assert (report["ok"], report["problems"]) == (True, [])
    assert langnghe("dialogues", "--json", LANGNGHE_DATA=str(there)).json["dialogues"][0]["waiting"] == 2


def test_a_restore_never_overwrites(langnghe, heard, tmp_path, data):
    langnghe("backup", tmp_path / "ward.zip")

    assert langnghe("restore", tmp_path / "ward.zip", "--into", data).code == 1


def test_the_demo_fills_an_empty_store_once(langnghe):
    first, again = langnghe("demo"), langnghe("demo")

    assert (first.code, again.code) == (0, 1)
    places = {row["place"] for row in langnghe("dialogues", "--json").json["dialogues"]}
    assert places == {"Xã Mẫu", "Xã Bình Điền", "Phường Hương An"}


def test_the_demo_moves_with_the_day(langnghe):
    langnghe("demo", LANGNGHE_NOW="2027-03-10T08:00:00+07:00")

    days = {row["held_on"] for row in langnghe("dialogues", "--json").json["dialogues"] if row["place"] == "Xã Mẫu"}
    assert days == {"2027-03-01", "2027-03-09", "2027-03-10"}
