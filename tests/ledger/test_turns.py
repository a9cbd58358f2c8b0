import subprocess
import time

import pytest

pytestmark = pytest.mark.nodatabase

BUSY_SERVER = """
    writing.start_queue()
    threads = [threading.Thread(target=lambda: [written(1) for _ in iter(int, 1)], daemon=True) for _ in range(8)]
    [thread.start() for thread in threads]
    print("busy", flush=True)
    sys.stdin.read()
"""


def test_a_busy_server_lets_a_command_in_between_two_groups(house):
    server = house.start(BUSY_SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert server.stdout.readline().strip() == "busy"
        worst = float(
            house.run(
                """
                waits = []
                for _ in range(40):
                    began = time.monotonic()
                    write(about=uuid4())
                    waits.append(time.monotonic() - began)
                print(max(waits))
                """
            )
        )
    finally:
        server.kill()
        server.wait()

    assert worst < 2


def test_a_command_that_waits_says_so_once(house):
    holder = house.start(
        """
        @action
        def hold(*, by, at):
            print("held", flush=True)
            sys.stdin.readline()
            write(about=uuid4())

        hold(by="officer", at=EVENING)
        """,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout.readline().strip() == "held"
    command = house.start("write(about=uuid4())", stderr=subprocess.PIPE)
    time.sleep(3.5)
    assert command.poll() is None

    holder.communicate("go\n", timeout=20)
    _, said = command.communicate(timeout=20)

    assert command.returncode == 0
    assert said.count("Đang chờ tới lượt ghi…") == 1
    assert house.run("print(Entry.objects.count())") == "2"


def test_a_command_that_need_not_wait_says_nothing(house):
    command = house.start("write(about=uuid4())", stderr=subprocess.PIPE)

    _, said = command.communicate(timeout=20)

    assert said == ""


def test_a_writer_that_dies_leaves_the_turn_to_others(house):
    holder = house.start(
        """
        @action
        def hold(*, by, at):
            print("held", flush=True)
            sys.stdin.read()

        hold(by="officer", at=EVENING)
        """,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    holder.stdout.readline()
    holder.kill()
    holder.wait()

    assert house.run("write(about=uuid4()); print(Entry.objects.count())") == "1"
