"""`langnghe read` prints JSON alone on standard output, and sentences on standard error."""

import argparse
import json

import pytest

from langnghe.web.terminal import read
from tests.exchange.corpus import hostile

pytestmark = pytest.mark.nodatabase


def ran(*words):
    parser = argparse.ArgumentParser()
    read.configure(parser)
    return read.run(parser.parse_args([str(word) for word in words]))


def test_a_paper_is_printed_as_json(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(hostile.good())

    code = ran(tmp_path / "a.docx", "--json")

    opinion = {"text": "Đường hỏng", "hamlet": "Thôn 01", "topic": None, "answer": ""}
    paper = {"file": "a.docx", "commune": None, "held_on": None, "opinions": [opinion], "unread": []}
    assert json.loads(capsys.readouterr().out) == {"files": [paper]}
    assert code == 0


def test_a_bad_paper_is_named_and_the_good_one_is_still_printed(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(hostile.good())
    (tmp_path / "b.docx").write_bytes(b"%PDF-1.7")

    code = ran(tmp_path / "b.docx", tmp_path / "a.docx", "--json")

    printed = capsys.readouterr()
    bad, good = json.loads(printed.out)["files"]
    assert set(bad) == {"file", "error"}
    assert bad["error"] in printed.err
    assert len(good["opinions"]) == 1
    assert code == 1


def test_without_json_a_person_can_read_it(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(hostile.good())

    ran(tmp_path / "a.docx")

    assert "[Thôn 01] Đường hỏng" in capsys.readouterr().out
