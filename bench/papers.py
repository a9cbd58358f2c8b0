"""What a paper costs: minutes, tables and registers of growing size, each made in a process of its own.

A .pdf to 1,000 rows is printed by LibreOffice, above that by typst; the memory is that of the largest process.

Run: python -m bench.papers
"""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 3
SIZES = {
    ("minutes", "docx"): (20, 300, 3_000),
    ("table", "docx"): (1_000, 10_000, 20_000),
    ("table", "xlsx"): (1_000, 10_000, 20_000),
    ("minutes", "pdf"): (20, 300),
    ("result", "docx"): (60, 300),
    ("result", "pdf"): (60,),
    ("table", "pdf"): (1_000, 1_001, 10_000),
    ("register", "pdf"): (10_000,),
}
GOALS = {
    ("minutes", "docx", 300): 10.0,
    ("table", "docx", 10_000): 5.0,
    ("table", "xlsx", 10_000): 3.0,
    ("table", "pdf", 10_000): 6.0,
    ("register", "pdf", 10_000): 6.0,
}
WORDS = "Đường liên thôn xuống cấp, mùa mưa lầy lội, đề nghị xã sớm sửa chữa để bà con đi lại thuận tiện"
DAY = date(2026, 2, 5)


def made(kind: str, count: int):
    """Return a paper of `kind` with `count` opinions."""
    from langnghe.documents import shapes

    head = shapes.Head(issuer="Ủy ban nhân dân xã Mẫu", code="BC-UBND", place="Mẫu", on=DAY)
    shared = {"head": head, "draft": True, "sample": True, "title": "Ý kiến của Nhân dân"}
    numbers = range(1, count + 1)
    if kind == "minutes":
        facts = {"topic": "Hạ tầng", "hamlet": "Thôn 01", "answer": WORDS}
        said = tuple(shapes.Said(number=number, text=f"{WORDS} {number}", **facts) for number in numbers)
        return shapes.Minutes(held_on=DAY, venue="", chair="", secretary="", opinions=said, **shared)
    if kind == "result":
        facts = {"references": ("4821001",), "answer": WORDS, "who": "Phòng Kinh tế", "when": DAY}
        told = tuple(shapes.ResultRow(number=number, said=f"{WORDS} {number}", **facts) for number in numbers)
        return shapes.ResultNotice(hamlet="Thôn 01", held_on=DAY, rows=told, **shared)
    if kind == "register":
        facts = {"hamlet": "Thôn 01", "topic": "Hạ tầng", "unit": "Phòng Kinh tế", "deadline": DAY}
        heard = tuple(shapes.RegisterRow(code=str(n), on=DAY, text=f"{WORDS} {n}", **facts) for n in numbers)
        return shapes.Register(rows=heard, **shared)
    facts = {"hamlet": "Thôn 01", "dialogue": "05/02/2026", "topic": "Hạ tầng", "competence": "xã", "answer": WORDS}
    facts |= {"lead_unit": "Phòng Kinh tế", "deadline": DAY, "status": "Đang giải quyết"}
    rows = tuple(shapes.TableRow(number=n, code=str(n), text=f"{WORDS} {n}", **facts) for n in numbers)
    return shapes.ConsolidatedTable(rows=rows, **shared)


def child(kind: str, form: str, count: int) -> None:
    """Write one paper and say how long it took and how much memory this process needed."""
    import django

    django.setup()
    from langnghe.documents import papers

    paper = made(kind, count)
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"paper.{form}"
        start = time.perf_counter()
        papers.write(paper, target)
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "megabytes": memory(), "size": target.stat().st_size}))


def memory() -> float:
    """Return the most memory this process or one it started has held, in MB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def measured(module: str, *facts: object) -> dict[str, float]:
    """Run `module`'s child with `facts` in a process of its own; return the middle one of some rounds."""
    command = [sys.executable, "-m", module, *map(str, facts)]
    runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(ROUNDS)]
    return sorted(runs, key=lambda run: run["seconds"])[len(runs) // 2]


def main() -> None:
    print(f"{'paper':<14}{'opinions':>9}{'seconds':>9}{'goal':>7}{'ms/row':>8}{'MB RSS':>8}{'MB file':>9}")
    for (kind, form), counts in SIZES.items():
        for count in counts:
            run = measured("bench.papers", kind, form, count)
            goal = GOALS.get((kind, form, count), "")
            name = f"{kind}.{form}"
            each = run["seconds"] / count * 1000
            print(
                f"{name:<14}{count:>9,}{run['seconds']:>9.2f}{goal:>7}{each:>8.2f}"
                f"{run['megabytes']:>8.0f}{run['size'] / 1e6:>9.2f}",
                flush=True,
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main()
