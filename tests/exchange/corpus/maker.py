# ruff: noqa: E501 long lines are papers' own
"""What one generated paper says: its opinions, answers, hamlets and speakers, drawn from a seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

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
