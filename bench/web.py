"""What a page costs: the product as installed (`langnghe serve`; SQLite: one process, PostgreSQL: two workers) over a
store of 100,000 opinions, beside bare Django (`bench/limit`: one view, one query, one template of the same rows, behind
the same server, over the same store) and beside django-helpdesk's list of tickets.

Run: python -m bench.web [--size 100000] [--beside 10000] [--postgres] [--helpdesk] [--rounds 7]

`--beside` stocks a second store, so that a page over many opinions stands beside the same page over few; `--postgres`
makes a server of its own with script/postgres. (In a ward of the smaller store a topic with words fills no page, so
that page grows by its rows alone.) Rounds are interleaved: in each, every page of every server is asked in
turn. Shown are medians: of a round the middle answer, of the rounds the middle round. "CPU" is what the server's
processes used, and says more than the clock on a busy machine. 1,000,000 opinions take some minutes to stock.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlparse

from bench.limit.helpdesk import Helpdesk
from bench.limit.servers import Served

GOAL_BARE, GOAL_GROWTH, GOAL_QUERIES, GOAL_MEMORY, GOAL_HELPDESK = 0.5, 1.3, 6, 2.5, {10_000: 20, 100_000: 40}
SHORT_ROUND, NOW = 10, "2026-07-02T09:00"


class Store:
    """A stocked store with the product in front of it, and bare Django if it is to be compared."""

    def __init__(self, size: int, folder: Path, *, bare: bool) -> None:
        self.size = size
        own = folder / f"store-{size}"
        self.surroundings = os.environ | {"LANGNGHE_DATA": str(own), "LANGNGHE_NOW": NOW, **_database(size)}
        workers = 2 if "DATABASE_URL" in self.surroundings else 1
        stocked = self._run("-m", "bench.limit.store", str(size))
        told = json.loads(stocked)
        self.pages: dict[str, list[tuple[str, str, str]]] = told["pages"]
        self.paths, self.cookie = told["paths"], told["cookie"]
        serve = [sys.executable, "-m", "langnghe", "serve", "--port", "PORT", "--empty"]
        self.product = Served(serve, self.surroundings, folder)
        bare_serve = [sys.executable, "-m", "bench.limit", "PORT", str(workers)]
        self.bare = Served(bare_serve, self.surroundings, folder) if bare else None

    def queries(self) -> dict[str, int]:
        """Return how many questions each page asks the store."""
        return json.loads(self._run("-m", "bench.limit.questions", json.dumps(self.pages)))

    def _run(self, *words: str) -> str:
        run = subprocess.run([sys.executable, *words], env=self.surroundings, capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(run.stderr)
        return run.stdout

    def stop(self) -> None:
        for served in filter(None, (self.product, self.bare)):
            served.stop()


def _database(size: int) -> dict[str, str]:
    """Return where a store of this size lies: in a database of its own, if a server is there."""
    address = os.environ.get("DATABASE_URL")
    if not address:
        return {}
    import psycopg

    name = f"langnghe_{size}".replace("-", "peer_")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return {"DATABASE_URL": urlparse(address)._replace(path=f"/{name}").geturl()}


def one_round(served: Served, addresses: list[tuple[str, str]]) -> tuple[float, float]:
    """Return the milliseconds of the middle answer, and of processor for one answer."""
    before = served.cpu()
    answers = [served.get(*address) for address in addresses]
    assert all(status == 200 for _, status in answers), [*zip(addresses, answers, strict=True)]
    used = (served.cpu() - before) / len(answers)
    return median(seconds for seconds, _ in answers) * 1000, used * 1000


def measure(stores: list[Store], rounds: int, helpdesk: Helpdesk | None) -> dict[str, list[tuple[float, float]]]:
    """Return for each page of each server (by its label) what each round took."""
    found: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds + 1):
        for name in stores[0].pages:
            for store in stores:
                asked = [(address, cookie) for address, cookie, _ in store.pages[name]]
                plain = [(address, "") for _, _, address in store.pages[name]]
                sides = [(f"{name}|{store.size}", store.product, asked), (f"{name}|bare", store.bare, plain)]
                for label, served, addresses in sides:
                    if served is not None:
                        took = one_round(served, addresses)
                        found.setdefault(label, []).extend([took] if number else [])  # the first one warms up
        if helpdesk is not None:
            answers = [helpdesk.get() * 1000 for _ in range(SHORT_ROUND)]
            found.setdefault("helpdesk", []).extend([(median(answers), 0.0)] if number else [])
    return found


def middle(rounds: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _ in rounds), median(cpu for _, cpu in rounds)


def show(stores: list[Store], found: dict[str, list[tuple[float, float]]]) -> None:
    """Print the table of pages."""
    queries, few = stores[0].queries(), stores[1:]
    beside = f"{f'at {few[0].size:,}':>12}{'growth':>8}" if few else ""
    print(f"{'page':<32}{'queries':>8}{'ms':>8}{'bare ms':>9}{'x bare':>8}{'CPU ms':>8}{'x bare':>8}{beside}")
    for name in stores[0].pages:
        (wall, cpu), (bare, bare_cpu) = middle(found[f"{name}|{stores[0].size}"]), middle(found[f"{name}|bare"])
        line = (
            f"{name:<32}{queries[name]:>8}{wall:>8.1f}{bare:>9.1f}{bare / wall:>8.2f}{cpu:>8.1f}{bare_cpu / cpu:>8.2f}"
        )
        if few:
            then = middle(found[f"{name}|{few[0].size}"])[0]
            line += f"{then:>12.1f}{wall / then:>8.2f}"
        print(line)
    print(f"goal: x bare >= {GOAL_BARE}, queries <= {GOAL_QUERIES}, growth <= {GOAL_GROWTH}")


def show_helpdesk(store: Store, found: dict[str, list[tuple[float, float]]]) -> None:
    """Print the register beside the peer's list of as many tickets."""
    theirs = middle(found["helpdesk"])[0]
    print(f"\ndjango-helpdesk, its staff's list of {store.size:,} tickets: {theirs:.0f} ms")
    for name in ("ward's register", "city's register"):
        ours = middle(found[f"{name}|{store.size}"])[0]
        print(f"{name:<32}{ours:>8.1f} ms{theirs / ours:>8.1f} x  goal >= {GOAL_HELPDESK.get(store.size, '')}")


def show_memory(store: Store) -> None:
    """Print what a worker weighs after it has answered every page."""
    for address in store.paths:
        store.product.get(address, store.cookie)
    ours, bare = store.product.heaviest(), store.bare.heaviest() if store.bare else 0
    print(f"\nworker after every page: {ours:.0f} MB, bare {bare:.0f} MB, {ours / bare:.2f} x  goal <= {GOAL_MEMORY}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--beside", type=int)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--helpdesk", action="store_true")
    asked = parser.parse_args()
    if asked.postgres and "DATABASE_URL" not in os.environ:
        raise SystemExit(subprocess.call(["script/postgres", sys.executable, "-m", "bench.web", *sys.argv[1:]]))
    with TemporaryDirectory(prefix="langnghe-bench-", ignore_cleanup_errors=True) as name:
        compare(asked, Path(name))


def compare(asked: argparse.Namespace, folder: Path) -> None:
    """Stock the stores, start the servers, measure and print."""
    sizes = [asked.size, asked.beside] if asked.beside else [asked.size]
    stores = [Store(size, folder, bare=size == asked.size) for size in sizes]
    helpdesk = None
    try:
        if asked.helpdesk:
            own = _database_of_peer(asked.size)
            helpdesk = Helpdesk(asked.size, folder, os.environ | own, 2 if own else 1)
        found = measure(stores, asked.rounds, helpdesk)
        show(stores, found)
        if helpdesk is not None:
            show_helpdesk(stores[0], found)
        show_memory(stores[0])
    finally:
        for each in (*stores, *([helpdesk.served] if helpdesk else [])):
            each.stop()


def _database_of_peer(size: int) -> dict[str, str]:
    found = _database(-size)
    return {"PEER_DATABASE_URL": found["DATABASE_URL"]} if found else {}


if __name__ == "__main__":
    main()
