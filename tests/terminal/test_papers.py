import re
import zipfile

import pytest

pytestmark = [pytest.mark.nodatabase, pytest.mark.slow]
MORNING = {"LANGNGHE_NOW": "2027-03-11T08:00:00+07:00"}


@pytest.fixture
def demo(langnghe):
    """Return the code of a dialogue of Xã Mẫu that is in the register, in a store with the demo."""
    assert langnghe("demo", **MORNING).code == 0
    rows = langnghe("dialogues", "--json").json["dialogues"]
    return next(row["code"] for row in rows if row["place"] == "Xã Mẫu" and row["open"])


def words_of(path):
    with zipfile.ZipFile(path) as file:
        return "".join(re.sub(r"<[^>]+>", "", file.read(name).decode()) for name in file.namelist() if "xml" in name)


def test_every_kind_is_drafted_in_the_format_of_its_name(langnghe, demo, tmp_path):
    held = ("--dialogue", demo)
    asked = {
        "plan.docx": ("--campaign", "đối thoại với nhân dân 22 thôn"),
        "notice.docx": (*held, *held),
        "invitation.docx": (*held, "--to", "Hội Nông dân xã", "--to", "Bí thư chi bộ"),
        "minutes.docx": held,
        "table.docx": held,
        "table.xlsx": held,
        "result.docx": (*held, "--hamlet", "thon 01"),
        "register.xlsx": ("--place", "Xã Mẫu", "--since", "2027-01-01", "--until", "2027-12-31"),
    }
    for name, options in asked.items():
        path = tmp_path / "papers" / name
        done = langnghe("papers", name.split(".")[0], *options, "--out", path, **MORNING)

        assert (name, done.code, done.told.count("\n")) == (name, 0, 1)
        assert "DỮ LIỆU MẪU" in words_of(path)
        assert "DỰ THẢO" in words_of(path)

    done = langnghe("papers", "guidance", "--procedure", "denunciation", *held, "--out", tmp_path / "slip.docx")
    assert done.code == 0


def test_what_is_unknown_is_told_in_a_sentence(langnghe, tmp_path):
    unknown = [
        ("poem", "--dialogue", "x"),
        ("minutes", "--dialogue", "khong-co"),
        ("plan", "--campaign", "không có"),
        ("referral", "--matter", "V-0"),
        ("register", "--place", "Xã Không Có"),
    ]
    for asked in unknown:
        done = langnghe("papers", *asked, "--out", tmp_path / "a.docx")

        assert (asked, done.code, done.told.strip().count("\n")) == (asked, 1, 0)
        assert "Traceback" not in done.told
        assert done.out == ""


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("referral",), "Giấy “referral” cần tùy chọn --matter."),
        (("result",), "Giấy “result” cần tùy chọn --dialogue."),
        (("minutes", "--dialogue", "a", "--dialogue", "b"), "Giấy “minutes” chỉ nói về một cuộc đối thoại"),
        (("register", "--place", "x", "--since", "2027-01-02", "--until", "2027-01-01"), "Ngày --until phải từ ngày"),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_is_missing(langnghe, tmp_path, asked, why):
    done = langnghe("papers", *asked, "--out", tmp_path / "a.docx")

    assert done.code == 2
    assert done.told.startswith(why)
