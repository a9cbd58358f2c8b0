"""Every kind of paper on real sheets: little said and far too much, nothing cut off, each block in its place."""

import re
import subprocess
import tempfile
import unicodedata
from dataclasses import asdict
from html import unescape
from pathlib import Path

import pytest

from langnghe.documents import office
from tests.documents import cast, cast_papers

pytestmark = [pytest.mark.nodatabase, pytest.mark.office, pytest.mark.slow]

MOST_PAGES = {
    "bare": dict.fromkeys(cast_papers.bare(), 1),
    "usual": dict.fromkeys(cast_papers.usual(), 2) | {"plan": 4, "invitation": 1, "guidance": 1, "reply": 1},
    "endless": dict.fromkeys(cast_papers.usual(), 21),
}
CASES = {"bare": cast_papers.bare, "usual": cast_papers.usual, "endless": cast_papers.endless}
EVERY = [(case, kind) for case in CASES for kind in cast_papers.usual()]
# The line before the place to sign.
LAST_LINE = {
    "plan": "Trên đây là kế hoạch",
    "notice": "trân trọng kính mời bà con",
    "invitation": "đến dự đúng thời gian",
    "minutes": "Hội nghị kết thúc",
    "table": "Bảng này có",
    "result": "Thông báo này được niêm yết",
    "register": "Sổ này có",
    "referral": "trả lời trước",
    "guidance": "không lưu bản sao",
    "reply": "để bà con được biết",
}
ROLE = {"minutes": "THƯ KÝ", "guidance": "NGƯỜI HƯỚNG DẪN", "table": "NGƯỜI TỔNG HỢP"}
BARE_ROLE = {"table": "NGƯỜI LẬP", "register": "NGƯỜI LẬP", "guidance": "NGƯỜI LẬP"}


@pytest.fixture(scope="module")
def printed():
    """Print every paper, all in one go: for each, its .docx, its PDF, and its .docx as another program saves it."""
    papers = {f"{case}-{kind}": paper for case, made in CASES.items() for kind, paper in made().items()}
    with tempfile.TemporaryDirectory() as folder:
        for name, paper in papers.items():
            (Path(folder) / f"{name}.docx").write_bytes(cast.written(paper))
        made = {form: converted(Path(folder), form) for form in ("pdf", "docx")}
        return {
            name: (paper, (Path(folder) / f"{name}.docx").read_bytes(), made["pdf"][name], made["docx"][name])
            for name, paper in papers.items()
        }


def converted(folder, form):
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    given = sorted(folder.glob("*.docx"))
    command = [office.find(), profile, "--headless", "--convert-to", form, "--outdir", folder / form, *given]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {path.stem: path.read_bytes() for path in (folder / form).iterdir()}


def texts(value):
    """Return every text in a paper, but the names of its layout and of its day."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, each in value.items() if key != "profile" for text in texts(each)]
    return [text for each in value for text in texts(each)] if isinstance(value, list | tuple) else []


def flat(text):
    return re.sub(r"\s|\u200b", "", unicodedata.normalize("NFC", text)).casefold()


def placed(pdf):
    """Return for each page its letters without spaces, and how far down each stands, as a share of the height."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        found = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, timeout=60).stdout
    pages = []
    for page in found.decode().split("<page ")[1:]:
        height = float(re.search(r'height="([\d.]+)"', page)[1])
        words = re.findall(r'<word xMin="[\d.-]+" yMin="([\d.-]+)"[^>]*>(.*?)</word>', page)
        letters = [(letter, float(top) / height) for top, word in words for letter in flat(unescape(word))]
        pages.append(("".join(letter for letter, _ in letters), [top for _, top in letters]))
    return pages


def spots(pages, words):
    """Return the sheets on which `words` stand; for each, how far down the first and the last time."""
    words = flat(words)
    return [
        (number, tops[text.index(words)], tops[text.rindex(words)])
        for number, (text, tops) in enumerate(pages, 1)
        if words in text
    ]


@pytest.mark.parametrize(("case", "kind"), EVERY)
def test_it_takes_no_more_sheets_than_it_should(printed, case, kind):
    assert 1 <= len(cast.pages(printed[f"{case}-{kind}"][2])) <= MOST_PAGES[case][kind]


@pytest.mark.parametrize(("case", "kind"), EVERY)
def test_no_word_is_cut_off(printed, case, kind):
    paper, _, pdf, _ = printed[f"{case}-{kind}"]

    whole = "".join(text for text, _ in placed(pdf))

    missing = [word for text in texts(asdict(paper)) for word in text.split() if flat(word).strip(";.") not in whole]
    assert missing == []


@pytest.mark.parametrize(("case", "kind"), EVERY)
def test_the_head_stands_in_the_upper_quarter_of_the_first_sheet_and_nowhere_else(printed, case, kind):
    pages = placed(printed[f"{case}-{kind}"][2])

    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN XÃ MẪU", "Số:", "ngày 05 tháng 02 năm 2026"):
        number, top, _ = spots(pages, words)[0]
        assert number == 1
        assert top < 0.25
    assert len(spots(pages, "Độc lập - Tự do")) == 1


@pytest.mark.parametrize(("case", "kind"), EVERY)
def test_who_signs_stands_on_the_last_sheet_below_the_last_line(printed, case, kind):
    pages = placed(printed[f"{case}-{kind}"][2])
    roles = BARE_ROLE if case == "bare" else {}
    role = roles.get(kind) or ROLE.get(kind) or "CHỦ TỊCH"

    last, _, line = spots(pages, LAST_LINE[kind])[-1]
    assert last == len(pages)
    for words in (role, "(Ký, ghi rõ họ tên)"):
        number, _, top = spots(pages, words)[-1]
        assert number == last
        assert top > line


@pytest.mark.parametrize(("case", "kind"), EVERY)
def test_another_program_opens_it_whole_and_saves_the_same_words(printed, case, kind):
    _, written, _, again = printed[f"{case}-{kind}"]

    assert [line for line in cast.words_in(again) if line] == [line for line in cast.words_in(written) if line]
