# ruff: noqa: E501 long lines are papers' own
"""Minutes laid out as tables."""

from tests.exchange.corpus import vocabulary as words
from tests.exchange.corpus import word
from tests.exchange.corpus.maker import Expected, Maker
from tests.exchange.corpus.word import Word, cell


def answer_of(maker: Maker, one: Expected) -> str:
    return maker.stop(one.answer) if one.answer else maker.random.choice(["", "", "-"])


def columns(maker: Maker, *, hamlet: bool = True) -> list[str]:
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


def value_of(maker: Maker, kind: str, one: Expected, number: int) -> str:
    if kind == "topic":
        name, one.topic = maker.random.choice(words.TOPICS)
        return name
    if kind == "speaker":
        return maker.random.choice(["", "Ông ", "Bà "]) + maker.name()
    fixed = {
        "number": str(number), "opinion": maker.stop(one.text), "hamlet": one.hamlet or "", "unit": words.UNITS[number % 4],
        "competence": words.COMPETENCES[number % 4][0], "deadline": "30/11/2025", "note": "",
    }  # fmt: skip
    return answer_of(maker, one) if kind == "answer" else fixed[kind]


def table_plain(maker: Maker, paper: Word) -> None:
    """One row an opinion, columns in any order."""
    kinds = columns(maker)
    rows = [[cell(maker.line(maker.head(kind))) for kind in kinds]]
    if maker.random.random() < 0.2:
        rows.append([cell(maker.line(f"({i})")) for i in range(1, len(kinds) + 1)])
    for number, one in enumerate(maker.expected, 1):
        rows.append([cell(maker.line(value_of(maker, kind, one, number))) for kind in kinds])
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
    kinds = columns(maker)
    merged = maker.random.random() < 0.6
    rows = [[cell(maker.line(maker.head(kind))) for kind in kinds]]
    number = 0
    for hamlet, found in maker.by_hamlet():
        for index, one in enumerate(found):
            number += 1
            row = []
            for kind in kinds:
                if kind != "hamlet":
                    row.append(cell(maker.line(value_of(maker, kind, one, number))))
                elif merged:
                    row.append(cell(maker.line(hamlet), merge="restart") if index == 0 else cell(merge="continue"))
                else:
                    row.append(cell(maker.line(hamlet if index == 0 else "")))
            rows.append(row)
    paper.add(word.table(rows))


def table_group_rows(maker: Maker, paper: Word) -> None:
    """A row over the whole width names the hamlet of the rows below it."""
    kinds = columns(maker, hamlet=False)
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
            rows.append([cell(maker.line(value_of(maker, kind, one, number))) for kind in kinds])
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
            answer_of(maker, one),
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
            rows.append([cell(maker.line(text)) for text in (str(number), maker.stop(one.text), answer_of(maker, one))])
        paper.add(word.table(rows))


# Prose
