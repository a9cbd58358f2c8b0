"""A process that dies at any moment loses nothing that it acknowledged.

Killing a process does not prove that a power cut loses nothing: the system still writes out what the process gave it.
"""

import random
import subprocess
import time

import pytest

pytestmark = pytest.mark.nodatabase

WRITER = """
    writing.start_queue()
    integration.EVERY_SECONDS = 0.02
    integration.start()
    lock = threading.Lock()

    def call():
        while True:
            about = uuid4()
            write(about=about)
            with lock:
                sys.stdout.write(f"{about}\\n")
                sys.stdout.flush()

    threads = [threading.Thread(target=call) for _ in range(4)]
    [thread.start() for thread in threads]
"""
CHECK = """
    acknowledged = {UUID(line) for line in open(sys.stdin.fileno(), encoding="ascii").read().split()}
    kept = set(Entry.objects.values_list("about", flat=True))
    integration.integrate()
    report = queries.verify(claimed(kept))
    with connection.cursor() as cursor:
        check = cursor.execute("PRAGMA quick_check").fetchone()[0]
    print(len(acknowledged), len(acknowledged - kept), len(kept), Entry.objects.count(), Secret.objects.count())
    assert check == "ok" and report.ok, (check, report.problems)
"""


@pytest.mark.slow
def test_thirty_killed_writers_lost_nothing_they_acknowledged(house):
    chance, acknowledged = random.Random(20035), []
    for _ in range(30):
        acknowledged += killed_after(house, chance.uniform(0.0, 0.4))

    check = house.start(CHECK, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, errors = check.communicate("\n".join(acknowledged), timeout=120)

    assert check.returncode == 0, errors
    told, lost, kept, entries, secrets = map(int, out.split())
    assert told > 300
    assert lost == 0
    assert kept == entries == secrets


def killed_after(house, seconds):
    """Let a writer run, kill it that long after its first acknowledgement, and return what it acknowledged."""
    writer = house.start(WRITER, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.kill()
    rest, _ = writer.communicate()
    lines = (first + rest).split("\n")
    return [line for line in lines[:-1] if len(line) == 36]
