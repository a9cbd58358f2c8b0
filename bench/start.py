"""What starting costs: `langnghe check` on a ready store beside `manage.py check` of an empty project with the same
third-party applications, and a fresh migrate. `langnghe check` looks at what depends on the machine; the row below it
adds what it leaves to the release: Django's own check with every page loaded.

Run: python -m bench.start
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROUNDS = 7
GOAL_RATIO, GOAL_MIGRATE = 1.5, 10
OURS_TOO = ("axes", "csp")


def empty_project(folder: Path) -> None:
    """Make what `django-admin startproject` makes, with the third-party applications of the product."""
    subprocess.run([sys.executable, "-m", "django", "startproject", "empty", str(folder)], check=True)
    settings = folder / "empty" / "settings.py"
    backends = ("axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend")
    settings.write_text(
        settings.read_text("utf-8")
        + f"\nINSTALLED_APPS += {list(OURS_TOO)}\nAUTHENTICATION_BACKENDS = {list(backends)}\n"
        + "MIDDLEWARE += ['csp.middleware.CSPMiddleware', 'axes.middleware.AxesMiddleware']\n"
        + "STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}, "
        + "'staticfiles': {'BACKEND': 'whitenoise.storage.CompressedStaticFilesStorage'}}\n",
        "utf-8",
    )


def cpu(command: list[str], folder: Path, **surroundings: str) -> tuple[float, float]:
    """Run `command` in `folder`; return the seconds of the wall clock and of the processor."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=folder, env=os.environ | surroundings, check=True, capture_output=True)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, used


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        empty_project(folder)
        data = {"LANGNGHE_DATA": str(folder / "data")}
        ours = [sys.executable, "-m", "langnghe", "check"]
        theirs = [sys.executable, "manage.py", "check"]
        migrate = cpu(ours, folder, **data)[0]
        whole = [sys.executable, "-m", "django", "check", "--settings", "langnghe.settings"]
        commands = {
            "langnghe check": lambda: cpu(ours, folder, **data),
            "every check, every page loaded": lambda: cpu(whole, folder, **data),
            "manage.py check, empty project, same apps": lambda: cpu(theirs, folder),
        }
        rounds = [{name: run() for name, run in commands.items()} for _ in range(ROUNDS)]
    middle = {name: [median(run[name][kind] for run in rounds) for kind in (0, 1)] for name in commands}
    bare = middle["manage.py check, empty project, same apps"]
    print(f"{'command':<44}{'wall s':>8}{'cpu s':>8}{'ratio':>7}  goal")
    for name, (wall, used) in middle.items():
        goal = f"<= {GOAL_RATIO}" if name == "langnghe check" else ""
        print(f"{name:<44}{wall:>8.2f}{used:>8.2f}{used / bare[1]:>7.2f}  {goal}")
    print(f"{'first check: a new store, migrated':<44}{migrate:>8.2f}{'':>15}  <= {GOAL_MIGRATE} s")


if __name__ == "__main__":
    main()
