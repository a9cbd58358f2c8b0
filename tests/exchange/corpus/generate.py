# ruff: noqa: E501 long lines are papers' own
"""Papers made from a seed, and what a reader must find in them."""

import csv
import io
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.corpus import vocabulary as words
from tests.exchange.corpus import word
from tests.exchange.corpus.word import Word, cell, paragraph, run


@dataclass
class Expected:
    """One opinion as it was put into the paper."""

    text: str
    hamlet: str | None
    answer: str = ""
    topic: str | None = None


@dataclass
class Sample:
    """A paper, what it says, the names in it, and its loose texts that must not be lost."""

    name: str
    data: bytes
    expected: list[Expected]
    layout: str
    names: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


class Maker:
    """Draws what one paper says and lays it out."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names: list[str] = []
        self.loose: list[str] = []
        self.hamlets = self.some(self.random.choice(words.HAMLETS), 2, 4)
        self.expected: list[Expected] = []
        opinions = self.random.sample(words.OPINIONS, self.random.randint(4, 14))
        for index, text in enumerate(opinions):
            hamlet = self.hamlets[index * len(self.hamlets) // len(opinions)]
            answer = self.random.choice(words.ANSWERS) if self.random.random() < 0.4 else ""
            self.expected.append(Expected(text, hamlet, answer))
        self.font = ""

    def some(self, values: list[str], least: int, most: int) -> list[str]:
        """Return between `least` and `most` of `values`, in their order."""
        count = min(len(values), self.random.randint(least, most))
        chosen = set(self.random.sample(range(len(values)), count))
        return [value for index, value in enumerate(values) if index in chosen]

    def name(self) -> str:
        """Return a made-up name, remembered so that a test can look for it."""
        made = (
            f"{self.random.choice(words.FAMILY)} {self.random.choice(words.MIDDLE)} {self.random.choice(words.GIVEN)}"
        )
        self.names.append(made)
        return made

    def title(self) -> str:
        """Return a form of address."""
        return self.random.choice(["Ông", "Bà", "Anh", "Chị", "ông", "bà", "Cô", "Chú"])

    def head(self, kind: str) -> str:
        """Return one of the usual heads of a column."""
        return self.random.choice(words.HEADS[kind])

    def stop(self, text: str) -> str:
        """Return `text` as a clerk ends it."""
        return text + self.random.choice([".", ".", ".", ";", ""])

    def by_hamlet(self) -> list[tuple[str, list[Expected]]]:
        """Return the opinions of each hamlet."""
        return [
            (hamlet, found)
            for hamlet in self.hamlets
            if (found := [one for one in self.expected if one.hamlet == hamlet])
        ]

    # Word

    def line(self, text: str, **options: object) -> str:
        """Return a paragraph, its words now and then cut over several runs."""
        if self.font or self.random.random() > 0.3 or len(text) < 12:
            return paragraph(run(text, font=self.font), **options)  # type: ignore[arg-type]
        at = self.random.randint(1, len(text) - 1)
        return paragraph(run(text[:at], bold=self.random.random() < 0.3), run(text[at:]), **options)  # type: ignore[arg-type]

    def opening(self, paper: Word) -> None:
        """Lay out everything before the opinions."""
        paper.add(
            word.table(
                [
                    [
                        cell(self.line("ỦY BAN NHÂN DÂN"), self.line("XÃ MẪU")),
                        cell(self.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), self.line("Độc lập - Tự do - Hạnh phúc")),
                    ]
                ]
            )
        )
        paper.add(
            self.line("BIÊN BẢN", centred=True),
            self.line("Hội nghị đối thoại trực tiếp với Nhân dân năm 2025", centred=True),
        )
        day = self.random.choice(
            ["ngày 05 tháng 10 năm 2025", "ngày 5/10/2025", "ngày 05-10-2025", "thứ Hai, ngày 05 tháng 10 năm 2025"]
        )
        paper.add(
            self.line(
                f"Hôm nay, hồi 19 giờ 00 phút, {day}, tại nhà sinh hoạt cộng đồng, Ủy ban nhân dân Xã Mẫu tổ chức "
                f"hội nghị đối thoại với Nhân dân."
            )
        )
        paper.add(
            self.line(f"Chủ trì: Ông {self.name()} - Chủ tịch UBND xã"),
            self.line(f"Thư ký: Bà {self.name()}, chuyên viên Văn phòng"),
        )
        paper.add(
            self.line("I. THÀNH PHẦN THAM DỰ"),
            self.line(f"1. Ông {self.name()} - Bí thư Đảng ủy"),
            self.line("- Đại diện các ban ngành, đoàn thể xã;"),
            self.line("- Nhân dân: 64 người."),
        )

    def opinions_head(self, paper: Word) -> None:
        """Lay out a heading of the opinions."""
        paper.add(self.line(self.random.choice([
            "II. Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN", "II. NỘI DUNG Ý KIẾN CỦA BÀ CON", "II. Phần thảo luận, kiến nghị của cử tri:",
            "II. Nhân dân tham gia ý kiến", "II. NỘI DUNG\nSau khi nghe báo cáo, Nhân dân đã phát biểu các ý kiến sau:", "Phần II: Ý kiến phát biểu của đại biểu nhân dân",
        ])))  # fmt: skip

    def closing(self, paper: Word) -> None:
        """Lay out everything after the opinions."""
        paper.add(
            self.line(
                self.random.choice(["III. KẾT LUẬN", "III. Kết luận của chủ trì hội nghị:", "IV. Phát biểu kết luận"])
            )
        )
        paper.add(self.line("Chủ trì cảm ơn bà con, giao Văn phòng theo dõi việc thực hiện lời hứa."))
        self.loose.append("giao Văn phòng theo dõi việc thực hiện lời hứa")
        paper.add(
            self.line(
                "Biên bản được đọc lại cho mọi người cùng nghe và nhất trí thông qua. Hội nghị kết thúc hồi 21 giờ "
                "30 phút cùng ngày."
            )
        )
        paper.add(
            word.table(
                [
                    [
                        cell(self.line("THƯ KÝ"), self.line(self.name())),
                        cell(self.line("CHỦ TRÌ"), self.line(self.name())),
                    ]
                ]
            )
        )

    def minutes(self, lay_out: Callable[["Maker", Word], None]) -> Sample:
        """Return minutes with `lay_out` in the middle."""
        paper = Word()
        self.opening(paper)
        self.opinions_head(paper)
        lay_out(self, paper)
        self.decorate(paper)
        self.closing(paper)
        return Sample("bien-ban.docx", paper.bytes(), self.expected, lay_out.__name__, self.names, self.loose)

    def decorate(self, paper: Word) -> None:
        """Add what stands aside: a footnote, a head, a comment, a text box after the opinions."""
        if self.random.random() < 0.25:
            paper.footnotes.append("Theo báo cáo của ban công tác thôn gửi kèm")
            self.loose.append("Theo báo cáo của ban công tác thôn gửi kèm")
        if self.random.random() < 0.2:
            paper.comments.append("Xem lại chỗ này trước khi ký")
            self.loose.append("Xem lại chỗ này trước khi ký")
        if self.random.random() < 0.2:
            paper.header = "Tài liệu lưu hành trong xã"
            self.loose.append("Tài liệu lưu hành trong xã")


# Tables


def _answer(maker: Maker, one: Expected) -> str:
    return maker.stop(one.answer) if one.answer else maker.random.choice(["", "", "-"])


def _columns(maker: Maker, *, hamlet: bool = True) -> list[str]:
    kinds = ["number", "opinion"] + (["hamlet"] if hamlet else [])
    extra = [
        kind
        for kind in ("topic", "answer", "unit", "competence", "deadline", "note", "speaker")
        if maker.random.random() < 0.45
    ]
    kinds += extra
    if maker.random.random() < 0.5:
        rest = kinds[1:]
        maker.random.shuffle(rest)
        kinds = ["number", *rest]
    if "answer" not in kinds:
        for one in maker.expected:
            one.answer = ""
    return kinds


def _value(maker: Maker, kind: str, one: Expected, number: int) -> str:
    if kind == "topic":
        name, one.topic = maker.random.choice(words.TOPICS)
        return name
    if kind == "speaker":
        return maker.random.choice(["", "Ông ", "Bà "]) + maker.name()
    fixed = {
        "number": str(number), "opinion": maker.stop(one.text), "hamlet": one.hamlet or "", "unit": words.UNITS[number % 4],
        "competence": words.COMPETENCES[number % 4][0], "deadline": "30/11/2025", "note": "",
    }  # fmt: skip
    return _answer(maker, one) if kind == "answer" else fixed[kind]


def table_plain(maker: Maker, paper: Word) -> None:
    """One row an opinion, columns in any order."""
    kinds = _columns(maker)
    rows = [[cell(maker.line(maker.head(kind))) for kind in kinds]]
    if maker.random.random() < 0.2:
        rows.append([cell(maker.line(f"({i})")) for i in range(1, len(kinds) + 1)])
    for number, one in enumerate(maker.expected, 1):
        rows.append([cell(maker.line(_value(maker, kind, one, number))) for kind in kinds])
    if maker.random.random() < 0.2:
        rows.append(
            [
                cell(maker.line("Tổng cộng"), span=2),
                cell(maker.line(f"{len(maker.expected)} ý kiến"), span=max(1, len(kinds) - 2)),
            ]
        )
    paper.add(word.table(rows))


def table_merged_hamlet(maker: Maker, paper: Word) -> None:
    """The hamlet's cell is merged downwards, or left empty below its first row."""
    kinds = _columns(maker)
    merged = maker.random.random() < 0.6
    rows = [[cell(maker.line(maker.head(kind))) for kind in kinds]]
    number = 0
    for hamlet, found in maker.by_hamlet():
        for index, one in enumerate(found):
            number += 1
            row = []
            for kind in kinds:
                if kind != "hamlet":
                    row.append(cell(maker.line(_value(maker, kind, one, number))))
                elif merged:
                    row.append(cell(maker.line(hamlet), merge="restart") if index == 0 else cell(merge="continue"))
                else:
                    row.append(cell(maker.line(hamlet if index == 0 else "")))
            rows.append(row)
    paper.add(word.table(rows))


def table_group_rows(maker: Maker, paper: Word) -> None:
    """A row over the whole width names the hamlet of the rows below it."""
    kinds = _columns(maker, hamlet=False)
    rows = [[cell(maker.line(maker.head(kind))) for kind in kinds]]
    style = maker.random.choice(["{h}", "{r}. {h}", "* {h}:", "{h}: {n} ý kiến", "split"])
    number = 0
    restart = maker.random.random() < 0.4
    for index, (hamlet, found) in enumerate(maker.by_hamlet()):
        roman = ["I", "II", "III", "IV"][index]
        if style == "split":
            rows.append([cell(maker.line(roman)), cell(maker.line(hamlet), span=len(kinds) - 1)])
        else:
            rows.append([cell(maker.line(style.format(h=hamlet, r=roman, n=len(found))), span=len(kinds))])
        number = 0 if restart else number
        for one in found:
            number += 1
            rows.append([cell(maker.line(_value(maker, kind, one, number))) for kind in kinds])
    paper.add(word.table(rows))


def table_two(maker: Maker, paper: Word) -> None:
    """Opinions in one table, answers in another, joined by their numbers."""
    rows = [
        [
            cell(maker.line(text))
            for text in ("STT", maker.head("opinion"), maker.random.choice(["Thôn", "Địa bàn", "Thôn/TDP"]))
        ]
    ]
    for number, one in enumerate(maker.expected, 1):
        rows.append([cell(maker.line(text)) for text in (str(number), maker.stop(one.text), one.hamlet or "")])
    paper.add(word.table(rows), maker.line("III. TRẢ LỜI, GIẢI TRÌNH CÁC Ý KIẾN"))
    answers = [
        [
            cell(maker.line(text))
            for text in (
                maker.random.choice(["STT", "Ý kiến số"]),
                maker.head("unit"),
                maker.random.choice(["Nội dung trả lời", "Trả lời", "Nội dung giải trình"]),
            )
        ]
    ]
    for number, one in enumerate(maker.expected, 1):
        if one.answer:
            answers.append(
                [cell(maker.line(text)) for text in (str(number), words.UNITS[number % 4], maker.stop(one.answer))]
            )
    paper.add(word.table(answers))


def table_two_heads(maker: Maker, paper: Word) -> None:
    """The head takes two rows, some of its cells merged sideways and downwards."""
    rows = [
        [cell(maker.line("TT"), merge="restart"), cell(maker.line("Người phát biểu"), span=2), cell(maker.line("Nội dung ý kiến, kiến nghị"), merge="restart"), cell(maker.line("Kết quả xử lý"), span=2)],
        [cell(merge="continue"), cell(maker.line("Họ và tên")), cell(maker.line("Thôn")), cell(merge="continue"), cell(maker.line("Trả lời")), cell(maker.line("Đơn vị giải quyết"))],
    ]  # fmt: skip
    for number, one in enumerate(maker.expected, 1):
        values = (
            str(number),
            maker.name(),
            one.hamlet or "",
            maker.stop(one.text),
            _answer(maker, one),
            words.UNITS[number % 4],
        )
        rows.append([cell(maker.line(text)) for text in values])
    paper.add(word.table(rows))


def table_many_in_a_cell(maker: Maker, paper: Word) -> None:
    """One row a hamlet, its opinions listed in one cell."""
    style = maker.random.choice(["- {t}", "{n}. {t}", "+ {t}", "{t}", "{n}) {t}"])
    rows = [[cell(maker.line(text)) for text in ("STT", "Thôn", maker.head("opinion"))]]
    for index, (hamlet, found) in enumerate(maker.by_hamlet(), 1):
        lines = [
            maker.line(style.format(t=one.text + "."[: style != "{t}" or True], n=n)) for n, one in enumerate(found, 1)
        ]
        if style == "{t}" and any(one.text.startswith(("Đề nghị", "Kiến nghị", "Mong", "Xin")) for one in found):
            lines = [maker.line(f"- {one.text}.") for one in found]
        rows.append([cell(maker.line(str(index))), cell(maker.line(hamlet)), cell(*lines)])
        for one in found:
            one.answer = ""
    paper.add(word.table(rows))


def table_each_hamlet(maker: Maker, paper: Word) -> None:
    """A heading and a table of its own for each hamlet."""
    for index, (hamlet, found) in enumerate(maker.by_hamlet(), 1):
        paper.add(
            maker.line(
                maker.random.choice([f"{index}. {hamlet}", f"* {hamlet}:", f"{index}. Ý kiến của Nhân dân {hamlet}:"])
            )
        )
        rows = [[cell(maker.line(text)) for text in ("TT", "Ý kiến, kiến nghị", "Trả lời")]]
        for number, one in enumerate(found, 1):
            rows.append([cell(maker.line(text)) for text in (str(number), maker.stop(one.text), _answer(maker, one))])
        paper.add(word.table(rows))


# Prose


def _replies(maker: Maker, paper: Word, one: Expected) -> None:
    if one.answer:
        lead = maker.random.choice(
            [
                "Trả lời: ",
                "UBND xã trả lời: ",
                "=> ",
                "→ ",
                f"Đ/c {maker.name()} - Chủ tịch UBND xã giải trình: ",
                "Tiếp thu: ",
                "- Trả lời: ",
                "Lãnh đạo xã tiếp thu, giải trình: ",
            ]
        )
        paper.add(maker.line(lead + maker.stop(one.answer)))


def prose_labelled(maker: Maker, paper: Word) -> None:
    """A number, who speaks from where, and the words."""
    mark = maker.random.choice(["{n}. ", "{n}) ", "{n}/ ", "- ", "+ ", "• ", "Ý kiến {n}: ", ""])
    who = maker.random.choice(
        [
            "Người dân {h}: ",
            "Bà con {h} phản ánh: ",
            "Cử tri {h} kiến nghị: ",
            "Đại diện hộ dân {h} nêu: ",
            "{h}: ",
            "Nhân dân {h} có ý kiến: ",
        ]
    )
    for number, one in enumerate(maker.expected, 1):
        paper.add(maker.line(mark.format(n=number) + who.format(h=one.hamlet) + maker.stop(one.text)))
        _replies(maker, paper, one)


def prose_named(maker: Maker, paper: Word) -> None:
    """Speakers by name, with their hamlet."""
    mark = maker.random.choice(["{n}. ", "{n}) ", "- ", "* ", ""])
    who = maker.random.choice(
        [
            "{t} {name} ({h}): ",
            "{t} {name}, {h}, phát biểu: ",
            "{t} {name} - {h}: ",
            "{t} {name}, {h}: ",
            "Ý kiến của {t} {name} ({h}): ",
            "{t} {name} – Trưởng ban công tác Mặt trận {h}: ",
            "{t} {name}, đại diện {h} nêu: ",
        ]
    )
    for number, one in enumerate(maker.expected, 1):
        label = who.format(t=maker.title(), name=maker.name(), h=one.hamlet)
        paper.add(maker.line(mark.format(n=number) + label[:1].upper() + label[1:] + maker.stop(one.text)))
        _replies(maker, paper, one)


def prose_grouped(maker: Maker, paper: Word) -> None:
    """A heading for each hamlet with a list below it."""
    head = maker.random.choice(
        [
            "{h}:",
            "{n}. {h}",
            "* {h}:",
            "{n}. Ý kiến của bà con {h}:",
            "- {h}:",
            "Tại {h}:",
            "{n}. {h} có {k} ý kiến:",
            "{n}) Nhân dân {h}:",
        ]
    )
    item = maker.random.choice(["- {t}", "+ {t}", "{n}. {t}", "{l}) {t}", "• {t}", "{t}", "1.{n}. {t}"])
    if head.startswith("- ") and item == "{t}":
        item = "+ {t}"
    for index, (hamlet, found) in enumerate(maker.by_hamlet(), 1):
        paper.add(maker.line(head.format(h=hamlet, n=index, k=len(found))))
        for number, one in enumerate(found, 1):
            paper.add(maker.line(item.format(t=maker.stop(one.text), n=number, l="abcdefghiklmno"[number - 1])))
            _replies(maker, paper, one)


def prose_auto(maker: Maker, paper: Word) -> None:
    """Lists whose marks are made by Word."""
    grouped = maker.random.random() < 0.5
    listed = maker.random.choice(["decimal", "bullet", "lowerLetter"])
    for hamlet, found in maker.by_hamlet():
        if grouped:
            paper.add(maker.line(f"{hamlet}:", listed="decimal") if listed != "decimal" else maker.line(f"{hamlet}:"))
        for one in found:
            label = "" if grouped else f"Người dân {hamlet}: "
            paper.add(maker.line(label + maker.stop(one.text), listed=listed, depth=int(grouped)))
            if one.answer:
                paper.add(maker.line(f"Trả lời: {maker.stop(one.answer)}"))


def prose_nested(maker: Maker, paper: Word) -> None:
    """A person or a hamlet with several opinions, each a deeper item."""
    lead = maker.random.choice(
        [
            "{n}. {t} {name} ({h}) có {k} ý kiến:",
            "{n}. {h} có {k} ý kiến như sau:",
            "- {t} {name}, {h}, kiến nghị các nội dung sau:",
            "{n}. {t} {name} ({h}):",
        ]
    )
    item = maker.random.choice(["a", "+ ", "(1) ", "{n}.{m}. "])
    for index, (hamlet, found) in enumerate(maker.by_hamlet(), 1):
        paper.add(
            maker.line(lead.format(n=index, t=maker.title().capitalize(), name=maker.name(), h=hamlet, k=len(found)))
        )
        for number, one in enumerate(found, 1):
            mark = {"a": f"{'abcdefghiklmno'[number - 1]}) ", "(1) ": f"({number}) "}.get(
                item, item.format(n=index, m=number)
            )
            paper.add(maker.line(mark + maker.stop(one.text)))
            one.answer = ""


def prose_answers_apart(maker: Maker, paper: Word) -> None:
    """The answers stand in a part of their own, by number."""
    for number, one in enumerate(maker.expected, 1):
        paper.add(maker.line(f"{number}. Người dân {one.hamlet}: {maker.stop(one.text)}"))
    paper.add(
        maker.line(
            maker.random.choice(
                [
                    "III. TRẢ LỜI, GIẢI TRÌNH",
                    "III. Phần giải đáp của lãnh đạo xã:",
                    "III. TIẾP THU, GIẢI TRÌNH CỦA UBND XÃ",
                ]
            )
        )
    )
    style = maker.random.choice(
        [
            "Ý kiến {n}: {a}",
            "- Ý kiến số {n}: {a}",
            "{n}. {a}",
            "- Trả lời ý kiến {n}: {a}",
            "Câu {n}: {a}",
            "Về ý kiến thứ {n}: {a}",
        ]
    )
    for number, one in enumerate(maker.expected, 1):
        if style == "{n}. {a}":
            one.answer = one.answer or maker.random.choice(words.ANSWERS)
        if one.answer:
            paper.add(maker.line(style.format(n=number, a=maker.stop(one.answer))))


def prose_sentences(maker: Maker, paper: Word) -> None:
    """Whole sentences without a colon, kept from their verb on."""
    for number, one in enumerate(maker.expected, 1):
        asks = one.text.startswith(("Đề nghị", "Kiến nghị", "Mong", "Xin", "Đề xuất"))
        body = one.text[0].lower() + one.text[1:]
        who = maker.random.choice(["Cử tri {h}", "{t} {name}, {h},", "Người dân {h}", "{t} {name} ({h})"]).format(
            h=one.hamlet, t=maker.title().capitalize(), name=maker.name()
        )
        one.text = body
        paper.add(maker.line(f"{number}. {who} {'' if asks else 'phản ánh '}{maker.stop(body)}"))
        one.answer = ""


def prose_continued(maker: Maker, paper: Word) -> None:
    """An opinion goes on in a second paragraph or after a line break."""
    for number, one in enumerate(maker.expected, 1):
        more = maker.random.choice(["", "", "Việc này đã nêu nhiều lần", "Mong lãnh đạo xã quan tâm"])
        text = one.text + "."
        if more and maker.random.random() < 0.5:
            paper.add(maker.line(f"{number}. {one.hamlet}: {text}"), maker.line(maker.stop(more)))
        elif more:
            paper.add(maker.line(f"{number}. {one.hamlet}: {text}\n{maker.stop(more)}"))
        else:
            paper.add(maker.line(f"{number}. {one.hamlet}: {text}"))
        one.text = f"{text} {more}" if more else one.text
        _replies(maker, paper, one)


def prose_topics(maker: Maker, paper: Word) -> None:
    """Headings by field, the hamlet in front of each opinion."""
    names = maker.random.sample(words.TOPICS, 3)
    size = -(-len(maker.expected) // 3)
    for index, (name, code) in enumerate(names):
        bare = name.removeprefix("Lĩnh vực ").lower()
        paper.add(
            maker.line(
                maker.random.choice(
                    [f"{index + 1}. Lĩnh vực {bare}:", f"{index + 1}. Về {bare}:", f"* Lĩnh vực {bare}"]
                )
            )
        )
        for one in maker.expected[index * size : (index + 1) * size]:
            one.topic = code
            paper.add(maker.line(f"- {one.hamlet}: {maker.stop(one.text)}"))
            _replies(maker, paper, one)


def prose_changed(maker: Maker, paper: Word) -> None:
    """Changes are tracked: words struck out, words put in, a note in a text box, a footnote on an opinion."""
    for number, one in enumerate(maker.expected, 1):
        at = one.text.find(" ", len(one.text) // 2)
        runs = [
            run(f"{number}. Người dân {one.hamlet}: "),
            run(one.text[:at]),
            word.deleted(" chữ đã bỏ"),
            word.inserted(run(one.text[at:] + ".")),
        ]
        if number == 2:
            paper.footnotes.append("Kèm theo ảnh chụp của bà con")
            maker.loose.append("Kèm theo ảnh chụp của bà con")
            runs.append(word.footnote(1))
        if number == 3:
            runs.append(word.box(paragraph(run("Ghi nhanh bên lề hội trường"))))
            maker.loose.append("Ghi nhanh bên lề hội trường")
        block = paragraph(*runs)
        paper.add(word.control(block) if number % 3 == 0 else block)
        one.answer = ""


LAYOUTS = [
    table_plain, table_merged_hamlet, table_group_rows, table_two, table_two_heads, table_many_in_a_cell, table_each_hamlet,
    prose_labelled, prose_named, prose_grouped, prose_auto, prose_nested, prose_answers_apart, prose_sentences, prose_continued,
    prose_topics, prose_changed,
]  # fmt: skip


# Old encodings, decomposed letters, sheets


def decomposed(seed: int) -> Sample:
    """Minutes whose letters and marks are apart (NFD)."""
    maker = Maker(seed)
    layout = maker.random.choice([prose_labelled, table_plain, prose_grouped])
    line = maker.line
    maker.line = lambda text, **options: line(unicodedata.normalize("NFD", text), **options)  # type: ignore[method-assign]
    sample = maker.minutes(layout)
    sample.layout = f"nfd:{layout.__name__}"
    return sample


_TCVN3 = {}
for _small, _code in zip(
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe"
    ),
    strict=True,
):
    _TCVN3[_small] = chr(_code)
_TCVN3 |= dict(zip("ĂÂÊÔƠƯĐ", "\xa1\xa2\xa3\xa4\xa5\xa6\xa7", strict=True))


def old_font(seed: int) -> Sample:
    """Minutes in .VnTime: TCVN3 letters; words in capitals are left as small letters would read."""
    maker = Maker(seed)
    layout = maker.random.choice([prose_labelled, table_plain, prose_grouped])
    maker.font = ".VnTime"
    line = maker.line

    def typed(text: str, **options: object) -> str:
        if any(letter.isupper() and not letter.isascii() and letter not in _TCVN3 for letter in text):
            maker.font = "Times New Roman"
            made = line(text, **options)
            maker.font = ".VnTime"
            return made
        return line("".join(_TCVN3.get(letter, letter) for letter in text), **options)

    maker.line = typed  # type: ignore[method-assign]
    sample = maker.minutes(layout)
    sample.layout = f"tcvn3:{layout.__name__}"
    return sample


def _rows(maker: Maker) -> list[list[str | int]]:
    kinds = _columns(maker)
    rows: list[list[str | int]] = [[maker.head(kind) for kind in kinds]]
    for number, one in enumerate(maker.expected, 1):
        values: list[str | int] = [_value(maker, kind, one, number) for kind in kinds]
        values[kinds.index("number")] = number
        rows.append(values)
    return rows


def register(seed: int) -> Sample:
    """An .xlsx register under a title, sometimes with merged hamlets."""
    maker = Maker(seed)
    rows = _rows(maker)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = maker.random.choice(["Tổng hợp", "Sheet1", "Biểu 01"])
    skip = maker.random.randint(0, 3)
    if skip:
        sheet.cell(1, 1, "BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN XÃ MẪU")
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for offset, row in enumerate(rows, skip + 1):
        for column, value in enumerate(row, 1):
            if value not in ("", "-"):
                sheet.cell(offset, column, value)
    if maker.random.random() < 0.5:
        _merge_hamlets(maker, sheet, rows, skip)
    buffer = io.BytesIO()
    book.save(buffer)
    return Sample("so.xlsx", buffer.getvalue(), maker.expected, "register", maker.names)


def _merge_hamlets(maker: Maker, sheet: Worksheet, rows: list[list[str | int]], skip: int) -> None:
    hamlets = [one.hamlet for one in maker.expected]
    column = next(index for index, head in enumerate(rows[1]) if head == hamlets[0]) + 1
    for hamlet, found in maker.by_hamlet():
        first = skip + 2 + hamlets.index(hamlet)
        last = first + len(found) - 1
        for row in range(first + 1, last + 1):
            sheet.cell(row, column).value = None
        if len(found) > 1 and maker.random.random() < 0.7:
            sheet.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)


def separated(seed: int) -> Sample:
    """A .csv register in one of the encodings and separators of real machines."""
    maker = Maker(seed)
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=maker.random.choice([",", ";", "\t"])).writerows(_rows(maker))
    encoding = maker.random.choice(["utf-8", "utf-8-sig", "utf-16", "cp1258"])
    text = buffer.getvalue()
    data = _cp1258(text) if encoding == "cp1258" else text.encode(encoding)
    return Sample("so.csv", data, maker.expected, f"csv:{encoding}", maker.names)


def _cp1258(text: str) -> bytes:
    result = b""
    for letter in text:
        try:
            result += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tone = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            rest = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tone))
            result += (rest + "".join(tone)).encode("cp1258", errors="replace")
    return result


def pasted(seed: int) -> Sample:
    """Text pasted from somewhere: no heading at all, only the list."""
    maker = Maker(seed)
    mark = maker.random.choice(["{n}. {h}: {t}", "- {h}: {t}", "{n}) Người dân {h}: {t}", "{h} - {t}"])
    lines = [
        mark.format(n=number, h=one.hamlet, t=maker.stop(one.text)) for number, one in enumerate(maker.expected, 1)
    ]
    for one in maker.expected:
        one.answer = ""
    return Sample("dan.txt", "\r\n".join(lines).encode(), maker.expected, "pasted")


def corpus(count: int = 320, seed: int = 2025) -> list[Sample]:
    """Return `count` papers; the same seed makes the same papers."""
    samples = []
    others = [decomposed, old_font, register, register, separated, pasted]
    for index in range(count):
        if index % 4 == 3:
            samples.append(others[(index // 4) % len(others)](seed + index))
        else:
            samples.append(Maker(seed + index).minutes(LAYOUTS[index % len(LAYOUTS)]))
    return samples
