"""What a long list costs: 100,000 rows of 8 columns to .xlsx and .csv, beside XlsxWriter alone in the same run.

Run: python -m bench.lists
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.papers import measured, memory

ROWS = 100_000
COLUMNS = ("STT", "Mã", "Thôn", "Nội dung", "Lĩnh vực", "Đơn vị", "Thời hạn", "Tình trạng")
WORDS = "Đường liên thôn xuống cấp, mùa mưa lầy lội, đề nghị xã sớm sửa chữa để bà con đi lại thuận tiện"
GOALS = {"langnghe xlsx": "<= 10 s, <= 150 MB, >= 0.6x"}


def rows() -> Iterator[list[object]]:
    """Yield the rows one by one, as a query would."""
    day = date(2026, 2, 5)
    for number in range(1, ROWS + 1):
        yield [
            number,
            f"{4_800_000 + number}",
            f"Thôn {number % 22:02}",
            f"{WORDS} {number}",
            "Hạ tầng",
            "Phòng",
            day,
            "Mới",
        ]


def ours(form: str, target: Path) -> None:
    """Write the list as the product does."""
    from langnghe.documents import lists
    from langnghe.documents.workbook import Column, Sheet

    with target.open("wb") as file:
        lists.write([Column(name) for name in COLUMNS], rows(), form, Sheet(name="Sổ ý kiến"), file)


def xlsxwriter_alone(target: Path) -> None:
    """Write the same cells with XlsxWriter's own constant memory mode: header, dates and texts, no more."""
    from xlsxwriter import Workbook

    quiet = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(target, {**quiet, "strings_to_numbers": False}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for line, (number, code, hamlet, text, topic, unit, due, state) in enumerate(rows(), 1):
            page.write_number(line, 0, number)
            for column, value in ((1, code), (2, hamlet), (3, text), (4, topic), (5, unit)):
                page.write_string(line, column, value)
            page.write_datetime(line, 6, due, day)
            page.write_string(line, 7, state)


WRITERS = {
    "langnghe xlsx": lambda target: ours("xlsx", target),
    "langnghe csv": lambda target: ours("csv", target),
    "XlsxWriter": xlsxwriter_alone,
}


def child(name: str) -> None:
    """Write the list once; say how long it took, how much memory it needed and how long until the first byte."""
    import django

    django.setup()
    before = memory()
    with TemporaryDirectory() as folder:
        target = Path(folder) / "list"
        start = time.perf_counter()
        WRITERS[name](target)
        seconds = time.perf_counter() - start
        print(
            json.dumps(
                {"seconds": seconds, "megabytes": memory(), "more": memory() - before, "size": target.stat().st_size}
            )
        )


def main() -> None:
    runs = {name: measured("bench.lists", name) for name in WRITERS}
    alone = runs["XlsxWriter"]["seconds"]
    print(f"{'writer':<15}{'seconds':>8}{'rows/s':>10}{'x XlsxWriter':>14}{'MB RSS':>8}{'+MB':>6}{'MB file':>9}  goal")
    for name, run in runs.items():
        seconds = run["seconds"]
        print(
            f"{name:<15}{seconds:>8.2f}{ROWS / seconds:>10,.0f}{alone / seconds:>14.2f}{run['megabytes']:>8.0f}"
            f"{run['more']:>6.0f}{run['size'] / 1e6:>9.2f}  {GOALS.get(name, '')}"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1])
    else:
        main()
