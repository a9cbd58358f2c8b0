"""What the main job costs: 300 opinions heard from a register, with their papers, as one command.

Run: python -m bench.hear
"""

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

OPINIONS = 300
GOAL_SECONDS, GOAL_MEGABYTES = 10, 300
THINGS = ("Đường bê tông", "Mương thoát nước", "Đèn chiếu sáng", "Nhà văn hóa", "Kênh tưới", "Cầu dân sinh", "Bãi rác")
TROUBLES = ("hư hỏng", "xuống cấp", "quá tải", "chưa có", "bị sạt lở", "ngập khi mưa", "lâu không sửa")
WISHES = ("đề nghị xã sửa chữa", "mong sớm đầu tư", "xin hỗ trợ kinh phí", "cần có phương án", "đề nghị kiểm tra")


def register(target: Path) -> None:
    """Write a register of different opinions over 22 hamlets."""
    chance = random.Random(2025)
    lines = ["STT;Thôn/TDP;Nội dung ý kiến, kiến nghị;Lĩnh vực;Nội dung trả lời"]
    for number in range(1, OPINIONS + 1):
        said = f"{chance.choice(THINGS)} đoạn số {number} {chance.choice(TROUBLES)}, {chance.choice(WISHES)}"
        lines.append(f"{number};Thôn {number % 22 + 1:02};{said};;{'Xã ghi nhận' if number % 3 == 0 else ''}")
    target.write_text("\n".join(lines), "utf-8")


def run(folder: Path, *words: str) -> float:
    """Run one command of the product over the store in `folder`; return the seconds it took."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "langnghe", *words]
    surroundings = os.environ | {"LANGNGHE_DATA": str(folder / "data")}
    subprocess.run(command, env=surroundings, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        register(folder / "register.csv")
        first = run(folder, "check")
        hear = ("hear", str(folder / "register.csv"), "--place", "Xã Bình Điền", "--on", "2025-10-05")
        seconds = run(folder, *hear, "--out", str(folder / "papers"))
        again = run(folder, *hear, "--out", str(folder / "papers"))
        megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'step':<44}{'seconds':>9}{'MB RSS':>9}  goal")
    print(f"{'a new store, migrated':<44}{first:>9.2f}{'':>9}  <= 10 s")
    goal = f"<= {GOAL_SECONDS} s, <= {GOAL_MEGABYTES} MB"
    print(f"{f'{OPINIONS} opinions heard, minutes and tables':<44}{seconds:>9.2f}{megabytes:>9.0f}  {goal}")
    print(f"{'the same file again':<44}{again:>9.2f}")


if __name__ == "__main__":
    main()
