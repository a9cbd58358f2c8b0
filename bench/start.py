"""What starting costs: `langnghe check` on a ready store beside `manage.py check` of an empty project with the same
third-party applications, and a fresh migrate.

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
        rounds = [(cpu(ours, folder, **data), cpu(theirs, folder)) for _ in range(ROUNDS)]
    mine = [median(run[0][kind] for run in rounds) for kind in (0, 1)]
    bare = [median(run[1][kind] for run in rounds) for kind in (0, 1)]
    print(f"{'command':<44}{'wall s':>8}{'cpu s':>8}")
    print(f"{'langnghe check':<44}{mine[0]:>8.2f}{mine[1]:>8.2f}")
    print(f"{'manage.py check, empty project, same apps':<44}{bare[0]:>8.2f}{bare[1]:>8.2f}")
    print(f"{'ratio':<44}{mine[0] / bare[0]:>8.2f}{mine[1] / bare[1]:>8.2f}  goal <= {GOAL_RATIO}")
    print(f"{'first check: a new store, migrated':<44}{migrate:>8.2f}{'':>8}  goal <= {GOAL_MIGRATE} s")


if __name__ == "__main__":
    main()
