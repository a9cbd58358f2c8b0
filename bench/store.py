"""What the record costs: an opinion with its ledger entry against a bare row, and rows a second with group commit.

Run: python -m bench.store
"""

import os
import statistics
import tempfile
import threading
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

ROUNDS, ROWS, QUEUED = 9, 100, 1600
WORDS = "Đề nghị xã sửa đoạn đường từ nhà văn hóa thôn ra đồng, mùa mưa bà con đi lại rất khó khăn. " * 2
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def prepare(folder: str) -> None:
    """Make an empty store in `folder` with the ledger and one opinion-like table."""
    os.environ["LANGNGHE_DATA"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", "ledger", verbosity=0, skip_checks=True)


def row_model():
    """Return the opinion-like table, made in the store."""
    from django.db import connection, models

    class Row(models.Model):  # noqa: DJ008
        key = models.UUIDField(unique=True, default=uuid.uuid4)
        place = models.CharField(max_length=16, db_index=True)
        words = models.TextField()
        heard_at = models.DateTimeField()

        class Meta:
            app_label = "bench"

    with connection.schema_editor() as editor:
        editor.create_model(Row)
    return Row


def verbs(row):
    """Return the bare insert and the action."""
    from langnghe.ledger import actions as ledger
    from langnghe.ledger.writing import action

    def bare() -> None:
        row.objects.create(place="thon-01", words=WORDS, heard_at=AT)

    @action
    def hear(*, by: str, at: datetime) -> None:
        opinion = row.objects.create(place="thon-01", words=WORDS, heard_at=at)
        facts = {"words": WORDS, "heard_at": int(at.timestamp()), "dialogue": "D-01", "hamlet": "thon-01"}
        ledger.record("opinion heard", log="20035", about=opinion.key, by=by, at=at, facts=facts)

    return bare, lambda: hear(by="officer", at=AT)


def timed(work, times: int) -> tuple[float, float]:
    """Return the wall and CPU microseconds that one call of `work` takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        work()
    return (time.perf_counter() - wall) / times * 1e6, (time.process_time() - cpu) / times * 1e6


def compare(bare, hear) -> None:
    """Print both, medians of interleaved rounds."""
    timed(bare, ROWS), timed(hear, ROWS)
    rounds = [(timed(bare, ROWS), timed(hear, ROWS)) for _ in range(ROUNDS)]
    print(f"{'microseconds a row':<28}{'bare insert':>12}{'with entry':>12}{'ratio':>8}")
    for at, name in enumerate(("wall", "CPU")):
        without, recorded = (statistics.median(pair[side][at] for pair in rounds) for side in (0, 1))
        ratio = statistics.median(pair[1][at] / pair[0][at] for pair in rounds)
        print(f"{name:<28}{without:>12.0f}{recorded:>12.0f}{ratio:>8.2f}")


def queued(hear) -> None:
    """Print rows a second through the fair queue."""
    from langnghe.ledger import writing

    writing.start_queue()
    print(f"\n{'callers':<28}{'rows/s':>12}{'worst ms':>12}{'max/min':>8}")
    for callers in (1, 8, 64):
        finished, worst = [], []

        def call(share=QUEUED // callers, finished=finished, worst=worst):
            waits = [timed(hear, 1)[0] / 1000 for _ in range(share)]
            finished.append(time.perf_counter())
            worst.append(max(waits))

        threads = [threading.Thread(target=call) for _ in range(callers)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        spread = (max(finished) - began) / (min(finished) - began)
        print(f"{callers:<28}{QUEUED / (max(finished) - began):>12.0f}{max(worst):>12.1f}{spread:>8.2f}")
    writing.stop_queue()


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        prepare(str(Path(folder)))
        bare, hear = verbs(row_model())
        compare(bare, hear)
        queued(hear)


if __name__ == "__main__":
    main()
