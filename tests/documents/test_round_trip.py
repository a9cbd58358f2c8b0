"""Papers written here and read here again give the same opinions, also after another program has saved them."""

import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from langnghe.documents import office, papers
from langnghe.documents.filling.minutes import COMPETENCE_WORDS
from langnghe.documents.filling.rows import topic_name
from langnghe.documents.shapes import Head, Register, RegisterRow, Said, Signature
from langnghe.exchange.reading import columns, topics
from langnghe.exchange.reading.reader import read_bytes
from langnghe.exchange.reading.sandbox import read_papers
from langnghe.language.folding import normal
from langnghe.matters.suggesting import current_pack
from tests.documents import cast
from tests.exchange.corpus import score

pytestmark = pytest.mark.nodatabase

LONG = ("Đường liên thôn lầy lội, mùa mưa các cháu không đến trường được; " * 60)[:3000].strip()
WILD = (
    "Đường hỏng; xin sửa <sớm> & chắc",
    "Một: cống hẹp. Hai: cống tắc. Ba: nước không thoát",
    LONG,
    "Tôi có hai việc:\n1. Đường hỏng.\n2. Cống tắc;\n- Đèn tắt",
    "Nơi nhận hồ sơ ở xã quá xa",
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
    "Kết luận của chủ trì kỳ trước chưa ai làm",
    "5. Kết luận của chủ trì:",
    "STT",
    "Nội dung ý kiến, kiến nghị",
    "Tổng cộng: 5 ý kiến",
    "Biên bản được đọc lại cho những người dự hội nghị cùng nghe, nhất trí thông qua",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "DỰ THẢO – chưa kiểm",
    "“Bao giờ xã làm đường?”",
    '"Đường hỏng", bà con nói vậy.',
    "=1+1",
    "@SUM(A1:A9)",
    "'-- không phải công thức",
    "{{ x }} {% if x %} {# y #}",
    "_x0041_ và _x000D_",
    "Thôn 03: chưa có đèn. UBND xã trả lời: sẽ làm.",
    "Cử tri thôn 5 kiến nghị: xây cầu (thôn 6)",
    "Trả lời: đã rõ => xong",
    "Không có ý kiến",
    "Không",
    "Môi trường",
    "Thôn 07",
    "III. TRẢ LỜI, GIẢI TRÌNH",
    "Ngày 05/02/2026, cúp điện…",
    "7",
    "…",
    "🌧 mưa to – ngập",
    "Đường Nguyễn Huệ và cầu Trần Phú bị ngập",
    "(nêu trong cuộc họp trước)",
)
HAMLETS = ("Thôn 02", "Tổ dân phố 3", "", "TDP Nguyễn Trãi 2", "Bình Lợi")
TOPICS = {
    "Hạ tầng": "infrastructure",
    "Môi trường": "environment",
    "": None,
    "An ninh trật tự": "security",
    "Khác": "other",
}
ANSWERS = ("", "Ghi nhận", "Không", "-", "1. Sửa cống.\n2. Thay đèn: quý I/2026.", "UBND xã trả lời: xong", "chưa")
FUNCTIONS = ("Chủ tịch Ủy ban nhân dân xã", "", "Trưởng phòng Kinh tế")
STAND_IN = Signature(role="Phó Chủ tịch", authority="TM. Ủy ban nhân dân\nKT. Chủ tịch", name="Cán bộ mẫu")
ISSUED = {
    "draft": False,
    "checked": True,
    "sample": False,
    "head": replace(cast.HEAD, number=12),
    "signatures": (Signature(role="Thư ký"), Signature(role="Đại diện Mặt trận"), STAND_IN),
    "recipients": ("Đảng ủy, HĐND, UBND xã Mẫu;", "Hội đồng nhân dân xã", "Thành viên UBND", "Lưu: VT."),
}
BARE = {"report": "", "forwarded": (), "conclusion": "", "venue": "", "chair": "", "opened_at": None, "present": None}
CHECKED = {"draft": True, "checked": True, "sample": False}


def opinions_of(texts, *, is_plain=False):
    """Return `texts` as opinions; plain ones have no hamlet, topic or answer."""
    return tuple(
        Said(number=number, text=text)
        if is_plain
        else Said(
            number=number,
            text=text,
            hamlet=HAMLETS[number % len(HAMLETS)],
            topic=list(TOPICS)[number % len(TOPICS)],
            answer=ANSWERS[number % len(ANSWERS)],
            answered_by=FUNCTIONS[number % len(FUNCTIONS)],
        )
        for number, text in enumerate(texts, start=1)
    )


def register_of(opinions):
    rows = tuple(
        RegisterRow(code=f"{4821000 + one.number}", on=cast.EVENING, hamlet=one.hamlet, text=one.text, topic=one.topic)
        for one in opinions
    )
    return Register(head=cast.HEAD, draft=False, sample=True, title="Từ ngày 01/02/2026", rows=rows)


def table_of(opinions, **changes):
    """Return the consolidated table of `opinions`; some were raised several times, some have a direction."""
    rows = tuple(
        replace(
            row,
            hamlet=one.hamlet,
            text=one.text,
            topic=one.topic,
            answer=one.answer,
            direction="Sửa trong quý III" if one.number % 2 else "",
            supporting_units="Công an xã",
            note="Máy gợi ý",
        )
        for row, one in zip(cast.table(len(opinions)).rows, opinions, strict=True)
    )
    return cast.table(rows=rows, **changes)


def told(opinions, *, with_answers=True):
    return [
        (normal(one.text), one.hamlet or None, TOPICS[one.topic], normal(one.answer) if with_answers else "")
        for one in opinions
    ]


def heard(reading):
    return [(one.text, one.hamlet, one.topic, one.answer) for one in reading.opinions]


def read(paper, form="docx"):
    """Return the reading of `paper`; its account holds every word that is in the file."""
    document = cast.written(paper, form)
    reading = read_bytes(f"giay.{form}", document)
    texts = texts_of_word(document) if form == "docx" else texts_of_sheet(document)
    assert score.accounted(reading) == sum(len(score.WORD.findall(normal(text))) for text in texts)
    return reading


def texts_of_word(document):
    """Return the text of every paragraph of a .docx, straight from its parts."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(BytesIO(document)) as archive:
        parts = [name for name in archive.namelist() if re.match(r"word/(document|header|footer)", name)]
        paragraphs = [one for name in parts for one in etree.fromstring(archive.read(name)).iter(w + "p")]
    return [
        "".join(one.text or " " for one in paragraph.iter(w + "t", w + "br", w + "tab")) for paragraph in paragraphs
    ]


def texts_of_sheet(document):
    """Return the text of every cell of a workbook, and of its printed head."""
    sheet = load_workbook(BytesIO(document)).worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return [f"{each:%d/%m/%Y}" if isinstance(each, date) else str(each) for each in values] + [
        sheet.oddHeader.center.text or ""
    ]


SOME = [(), opinions_of(WILD[:1]), opinions_of(WILD), opinions_of(WILD, is_plain=True), cast.said(30)]


@pytest.mark.parametrize("changes", [{}, ISSUED, CHECKED, BARE], ids=["draft", "issued", "checked", "bare"])
@pytest.mark.parametrize("opinions", SOME, ids=["none", "one", "wild", "plain", "thirty"])
def test_minutes_read_back_are_the_opinions_that_were_written(opinions, changes):
    reading = read(cast.minutes(opinions=opinions, **changes))

    assert heard(reading) == told(opinions)
    assert [one.answered_by for one in reading.opinions] == [one.answered_by if one.answer else "" for one in opinions]


@pytest.mark.parametrize("changes", [{}, ISSUED], ids=["draft", "issued"])
@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("opinions", SOME, ids=["none", "one", "wild", "plain", "thirty"])
def test_the_consolidated_table_reads_back_the_opinions_that_were_written(opinions, form, changes):
    reading = read(table_of(opinions, **changes), form)

    assert heard(reading) == told(opinions)
    assert {one.held_on for one in reading.opinions} <= {cast.EVENING}
    assert {(one.unit, one.competence) for one in reading.opinions} <= {("Phòng Kinh tế", "both")}


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("opinions", SOME, ids=["none", "one", "wild", "plain", "thirty"])
def test_the_register_reads_back_the_opinions_that_were_written(opinions, form):
    assert heard(read(register_of(opinions), form)) == told(opinions, with_answers=False)


@pytest.mark.parametrize("changes", [{}, ISSUED], ids=["draft", "issued"])
def test_whatever_stands_around_the_table_is_no_opinion_and_changes_no_answer(changes):
    opinions = opinions_of(WILD[:3])
    around = "Ghi nhận các ý kiến của bà con như sau:\n1. Thôn 3: sửa cầu.\nÝ kiến của Nhân dân:\n- Thôn 4: xây kè."

    reading = read(cast.minutes(opinions=opinions, conclusion=around, report=around, composition=(around,), **changes))
    nobody = read(cast.minutes(opinions=(), conclusion=around, report=around, **changes))

    assert heard(reading) == told(opinions)
    assert heard(nobody) == []


LED = {
    "signatures": (Signature(role="Thư ký"), Signature(role="Đại diện Mặt trận"), Signature(role="Chủ trì", name="A"))
}


@pytest.mark.parametrize("changes", [{}, ISSUED, CHECKED, LED], ids=["draft", "issued", "checked", "led"])
@pytest.mark.parametrize("opinions", [(), cast.said(16)], ids=["none", "sixteen"])
def test_nothing_in_our_own_papers_is_left_unread(opinions, changes):
    signatures = (Signature(role="Người tổng hợp"), STAND_IN)
    papers = [
        (cast.minutes(opinions=opinions, **changes), "docx"),
        *((table_of(opinions, **changes | {"signatures": signatures}), form) for form in ("docx", "xlsx")),
        *((register_of(opinions), form) for form in ("docx", "xlsx")),
    ]

    assert [one.text for paper, form in papers for one in read(paper, form).unread] == []


FORM_WORDS = ["Nơi nhận:", "Kết luận", "STT", "Thôn 3:", "Trả lời:", "1.", "-", "\n", '"', "=", "(Thôn 01)", "Lĩnh vực"]
FORM_WORDS += [
    "UBND xã",
    "đề nghị",
    "đường hỏng",
    "Không",
    ".",
    ";",
    "I.",
    "Ý kiến 2:",
    "hội nghị",
    "kết thúc",
    "Tổng số",
]
letters = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=12)
texts = (
    st.lists(st.sampled_from(FORM_WORDS) | letters, min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda text: normal(text) and not re.search(r"\(nêu \d+ lượt\)$", normal(text)))
)
said = st.builds(
    Said,
    number=st.just(0),
    text=texts,
    hamlet=st.sampled_from(HAMLETS),
    topic=st.sampled_from(list(TOPICS)),
    answer=st.just("") | texts,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(said, max_size=5), st.booleans())
def test_any_words_come_back_as_they_were_said(opinions, is_issued):
    opinions = tuple(replace(one, number=number) for number, one in enumerate(opinions, start=1))
    changes = ISSUED if is_issued else {}

    assert heard(read(cast.minutes(opinions=opinions, **changes))) == told(opinions)
    assert heard(read(table_of(opinions, **changes))) == told(opinions)
    assert heard(read_bytes("a.xlsx", cast.written(table_of(opinions, **changes), "xlsx"))) == told(opinions)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize(
    ("form", "ending"),
    [("docx", "docx"), ("docx", "odt"), ("docx", "doc"), ("xlsx", "xlsx"), ("xlsx", "ods"), ("xlsx", "xls")],
)
def test_papers_saved_again_by_another_program_read_back_the_same(tmp_path, form, ending):
    opinions = opinions_of(WILD)
    given_papers = {"bang": table_of(opinions), "so": register_of(opinions)}
    if form == "docx":
        given_papers |= {"bien-ban": cast.minutes(opinions=opinions, **ISSUED), "trong": cast.minutes(0)}
    for name, paper in given_papers.items():
        papers.write(paper, tmp_path / f"{name}.{form}")

    saved = save_again(tmp_path, [f"{name}.{form}" for name in given_papers], ending)

    expected = {
        "bang": told(opinions),
        "so": told(opinions, with_answers=False),
        "bien-ban": told(opinions),
        "trong": [],
    }
    readings = dict(zip(given_papers, read_papers(saved), strict=True))
    assert {name: heard(reading) for name, reading in readings.items()} == {
        name: expected[name] for name in given_papers
    }
    assert [one.text for reading in readings.values() for one in reading.unread] == []


def save_again(folder, names, ending):
    """Have LibreOffice open the files and save them in another format, all in one run."""
    made = folder / "made"
    command = [office.find(), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", ending, "--outdir", str(made), *(str(folder / name) for name in names)]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    return [made / f"{name.rsplit('.', 1)[0]}.{ending}" for name in names]


def test_the_reader_finds_the_day_and_the_commune():
    reading = read_bytes("bien-ban.docx", cast.written(cast.minutes(20)))

    assert reading.held_on == cast.EVENING
    assert (reading.commune or "").casefold() == "xã mẫu"


def test_every_topic_and_competence_that_our_papers_name_is_known_again():
    named = [topic.code for topic in current_pack().topics]

    assert [topics.code(topic_name(code)) for code in named] == named
    assert [columns.competence(words) for words in COMPETENCE_WORDS.values()] == list(COMPETENCE_WORDS)


def test_each_row_of_the_table_says_on_which_day_it_was_said():
    head = Head(issuer="Ủy ban nhân dân xã Mẫu", code="BTH-UBND", place="Mẫu", on=date(2026, 3, 1))
    row = cast.table(1).rows[0]
    rows = (replace(row, dialogue="03/02/2026"), replace(row, number=2, hamlet="", dialogue="05/02/2026"))

    for form in ("docx", "xlsx"):
        reading = read(cast.table(head=head, rows=rows), form)
        assert [(one.hamlet, one.held_on) for one in reading.opinions] == [
            (row.hamlet, date(2026, 2, 3)),
            (None, date(2026, 2, 5)),
        ]


def test_an_opinion_without_hamlet_stays_without_even_where_the_paper_names_one():
    paper = cast.minutes(opinions=opinions_of(WILD[:2], is_plain=True), venue="nhà văn hóa Thôn 03")

    assert [one.hamlet for one in read(paper).opinions] == [None, None]
