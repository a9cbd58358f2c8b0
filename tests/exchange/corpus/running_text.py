"""Minutes laid out as running text."""

from tests.exchange.corpus import vocabulary as words
from tests.exchange.corpus import word
from tests.exchange.corpus.maker import Expected, Maker
from tests.exchange.corpus.word import Word, paragraph, run


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
