import re
import sqlite3
import zipfile

import pytest

pytestmark = [pytest.mark.nodatabase, pytest.mark.slow]

DENOUNCED = "đòi tiền"


def heard(langnghe, register, out, *more):
    return langnghe("hear", register, "--place", "Xã Bình Điền", "--on", "2025-10-05", "--out", out, "--json", *more)


def text_of(paper):
    with zipfile.ZipFile(paper) as file:
        return "".join(re.sub(r"<[^>]+>", "", file.read(name).decode()) for name in file.namelist() if "xml" in name)


def test_the_whole_main_job_in_one_command(langnghe, register, tmp_path):
    done = heard(langnghe, register, tmp_path / "out")

    assert done.code == 0
    first = done.json["opinions"][0]
    assert (first["text"], first["hamlet"]) == ("Đường nội đồng xuống cấp, mùa gặt xe không vào được", "Thôn 01")
    assert (first["topic"], first["competence"], first["unit"]) == ("infrastructure", "commune", "Phòng Kinh tế")
    assert first["deadline"] == "2025-10-24"
    assert done.json["held"] == [{"number": 3, "reason": "denunciation"}]
    assert [matter["opinions"] for matter in done.json["matters"]] == [
        [opinion["reference"]] for opinion in done.json["opinions"]
    ]


def test_the_papers_are_drafts_and_hold_nothing_that_is_held(langnghe, register, tmp_path):
    papers = heard(langnghe, register, tmp_path / "out").json["papers"]

    assert sorted(name.rsplit(".", 1)[1] for name in papers) == ["docx", "docx", "xlsx"]
    for paper in papers:
        text = text_of(paper)
        assert "DỰ THẢO" in text
        assert "Thu gom rác chậm" in text
        assert DENOUNCED not in text


def test_the_same_file_again_changes_nothing(langnghe, register, tmp_path, data):
    first = heard(langnghe, register, tmp_path / "out").json
    again = heard(langnghe, register, tmp_path / "out").json

    assert again["opinions"] == first["opinions"]
    with sqlite3.connect(data / "store.sqlite3") as store:
        assert store.execute("select count(*) from opinions_opinion").fetchone() == (3,)


def test_a_corrected_file_corrects_and_removes_nothing(langnghe, register, tmp_path):
    first = heard(langnghe, register, tmp_path / "out").json
    lines = register.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("xuống cấp,", "xuống cấp nặng,")
    register.write_text("\n".join([*lines[:2], lines[3], "4;Thôn 01;Thiếu sân chơi cho trẻ em;Văn hóa"]), "utf-8")

    again = heard(langnghe, register, tmp_path / "out").json

    assert again["corrections"] == [
        {
            "reference": first["opinions"][0]["reference"],
            "from": "Đường nội đồng xuống cấp, mùa gặt xe không vào được",
            "to": "Đường nội đồng xuống cấp nặng, mùa gặt xe không vào được",
        }
    ]
    assert again["missing"] == [first["opinions"][1]["reference"]]
    assert "Thiếu sân chơi cho trẻ em" in [opinion["text"] for opinion in again["opinions"]]


def test_an_unknown_place_is_one_sentence_with_the_three_nearest(langnghe, register, tmp_path):
    done = langnghe("hear", register, "--place", "Xã Bình Đền", "--on", "2025-10-05", "--out", tmp_path / "out")

    assert done.code == 1
    assert done.out == ""
    assert done.told.strip().count("\n") == 0
    assert "Xã Bình Điền" in done.told


def test_one_bad_file_does_not_stop_the_good_one(langnghe, register, tmp_path):
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"PK\x03\x04 not really")

    done = langnghe(
        *("hear", bad, register, "--place", "Xã Bình Điền", "--on", "2025-10-05"), "--out", tmp_path / "out", "--json"
    )

    assert done.code == 1
    assert len(done.json["opinions"]) == 2
    assert "hong.docx" in done.told


def test_a_person_confirms_and_the_record_is_whole(langnghe, register, tmp_path):
    code = heard(langnghe, register, tmp_path / "out").json["dialogues"][0]
    langnghe("person", "thao", "--role", "desk", "--place", "Xã Bình Điền")

    done = langnghe("confirm", "--dialogue", code, "--by", "thao", "--json")

    assert len(done.json["opened"]) == 2
    (dialogue,) = langnghe("dialogues", "--json").json["dialogues"]
    assert (dialogue["open"], dialogue["waiting"], dialogue["held"]) == (2, 0, 1)
    report = langnghe("verify", "--json")
    assert (report.code, report.json["ok"], report.json["problems"]) == (0, True, [])


def test_who_has_no_mandate_confirms_nothing(langnghe, register, tmp_path):
    code = heard(langnghe, register, tmp_path / "out").json["dialogues"][0]
    langnghe("person", "la", "--role", "desk", "--place", "Phường Hương An")

    done = langnghe("confirm", "--dialogue", code, "--by", "la")

    assert done.code == 1
    assert "Traceback" not in done.told


def test_wrong_usage_ends_with_two(langnghe):
    assert langnghe("hear").code == 2
    assert langnghe("sing").code == 2
    assert langnghe().code == 2
