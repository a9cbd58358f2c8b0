import pytest

pytestmark = [pytest.mark.nodatabase, pytest.mark.slow]


@pytest.fixture
def code(langnghe, register, tmp_path):
    done = langnghe(
        *("hear", register, "--place", "Xã Bình Điền", "--on", "2025-10-05"), "--out", tmp_path / "out", "--json"
    )
    return done.json["dialogues"][0]


@pytest.mark.parametrize(("kind", "name"), [("minutes", "a.docx"), ("table", "a.docx"), ("table", "a.xlsx")])
def test_a_paper_comes_in_the_format_of_its_name(langnghe, code, tmp_path, kind, name):
    done = langnghe("papers", kind, "--dialogue", code, "--out", tmp_path / "papers" / name)

    assert done.code == 0
    assert (tmp_path / "papers" / name).read_bytes().startswith(b"PK")


def test_a_guidance_slip_holds_nothing_of_what_was_said(langnghe, code, tmp_path):
    path = tmp_path / "slip.docx"

    done = langnghe("papers", "guidance", "--procedure", "denunciation", "--dialogue", code, "--out", path)

    assert done.code == 0
    assert path.exists()


@pytest.mark.parametrize("kind", ["plan", "notice", "invitation", "result", "register", "referral"])
def test_a_kind_that_does_not_exist_yet_says_so(langnghe, code, tmp_path, kind):
    done = langnghe("papers", kind, "--dialogue", code, "--out", tmp_path / "a.docx")

    assert done.code == 1
    assert kind in done.told


def test_an_unknown_kind_and_an_unknown_dialogue_are_told_in_a_sentence(langnghe, code, tmp_path):
    unknown_kind = langnghe("papers", "poem", "--dialogue", code, "--out", tmp_path / "a.docx")
    unknown_dialogue = langnghe("papers", "minutes", "--dialogue", "khong-co", "--out", tmp_path / "a.docx")

    for done in (unknown_kind, unknown_dialogue):
        assert done.code == 1
        assert "Traceback" not in done.told
        assert done.out == ""
