"""A real server with the demo, and a real browser in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FLAGS = ["--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update"]
FLAGS += ["--disable-sync", "--disable-dev-shm-usage"]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
STARTS_WITHIN = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.nodatabase)


def langnghe(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "langnghe", *arguments]


@dataclass(frozen=True)
class Ward:
    """A store of its own that holds the demo, and `langnghe serve` over it."""

    address: str
    data: Path
    surroundings: dict[str, str]
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def says(self, *arguments: str) -> str:
        """Return what a command prints about the store; it has to end well."""
        command, output = langnghe(*arguments), subprocess.PIPE
        told = subprocess.run(command, env=self.surroundings, check=True, timeout=120, stdout=output)
        return told.stdout.decode("utf-8")


@contextmanager
def served_demo(data: Path) -> Iterator[Ward]:
    """Fill the store in the folder `data` with the demo and serve it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    surroundings |= {"LANGNGHE_DATA": str(data), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "langnghe.settings"}
    subprocess.run(langnghe("demo"), env=surroundings, check=True, timeout=120, stdout=subprocess.DEVNULL)
    with (data / "serve.log").open("wb") as log:
        process = subprocess.Popen(langnghe("serve"), env=surroundings, stdout=log, stderr=log)
    ward = Ward(f"http://127.0.0.1:{port}", data, surroundings, process)
    try:
        wait_for(ward.address, process, data / "serve.log")
        yield ward
    finally:
        ward.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `langnghe serve` over a store of its own that holds the demo."""
    with served_demo(tmp_path_factory.mktemp("ward")) as ward:
        yield ward.address


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except HTTPError:
            return  # it runs; what it answers is for the tests to judge
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text('utf-8', errors='replace')}")


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """Chromium, for one file: while Playwright runs, Django lets no other test of the process ask the store."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or pytest.skip("Chromium is not installed")
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=FLAGS + as_root)
        yield running
        running.close()


@pytest.fixture
def open_page(browser, server: str) -> Iterator[Callable]:
    """Open windows on the server; at the end none may have met an error in a script or the content policy."""
    contexts, troubles = [], []

    def heard(message) -> None:
        if "Content Security Policy" in message.text:
            troubles.append(message.text)

    def open_page(size: dict[str, int] = DESKTOP, language: str = "vi", **more):
        context = browser.new_context(base_url=server, viewport=size, locale=language, reduced_motion="reduce", **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", heard)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(open_page: Callable):
    return open_page()


@pytest.fixture
def phone(open_page: Callable):
    return open_page(PHONE, has_touch=True)


@pytest.fixture
def screenshot(tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Keep a picture of the whole page under a name; LANGNGHE_PICTURES says where to, if a person wants to look."""
    folder = Path(os.environ.get("LANGNGHE_PICTURES") or tmp_path_factory.mktemp("pictures"))

    def take(page, name: str) -> Path:
        path = folder / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take


@pytest.fixture
def accessible() -> Callable:
    """Assert that axe finds nothing against WCAG 2.2 AA on the page as it stands.

    axe writes styles of its own into a page, which the content policy forbids: open the page with `bypass_csp=True`.
    """

    def check(page) -> None:
        page.evaluate(AXE)
        found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        told = [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]
        assert told == [], "\n".join(told)

    return check
