"""Take the manual's pictures again: the demo as it stands on one day, in three languages, by the real pages."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, Page, sync_playwright

from langnghe.settings import DEMO_PASSWORD
from langnghe.web.languages import COOKIE

TARGET = Path(__file__).resolve().parents[1] / "docs" / "manual" / "images"
CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None)
SIZE = {"width": 1100, "height": 780}
NOW = "2026-11-24T15:00:00+07:00"
WALK = (
    ("register", "van-phong", "/desk/"),
    ("same", "van-phong", "/desk/same/"),
    ("answer", "phong-kinh-te", "/desk/unit/ > a[href$='/answer/']"),
    ("chair", "chu-tich", "/desk/chair/"),
    ("issue", "van-phong", "/desk/dialogues/xa-mau-2026-11-15/ > a[href*='/issue/result/']"),
    ("campaign", "van-phong", "/office/campaigns/ > main a[href*='/campaigns/']:not([href*='new'])"),
)
"""Picture, who signs in, and the way there: an address, then links by their selectors."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        told = {**os.environ, "LANGNGHE_DATA": folder, "LANGNGHE_NOW": NOW, "PORT": str(_free_port())}
        subprocess.run([sys.executable, "-m", "langnghe", "demo"], env=told, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([sys.executable, "-m", "langnghe", "serve"], env=told, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{told['PORT']}"
            _wait(address)
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for language in ("vi", "en", "pl"):
                _walk(browser, address, language)
        finally:
            server.terminate()
            server.wait()


def _walk(browser: Browser, address: str, language: str) -> None:
    folder = TARGET / language
    folder.mkdir(parents=True, exist_ok=True)
    for name, login, way in WALK:
        context = browser.new_context(viewport=SIZE, locale=language, color_scheme="light")
        context.add_cookies([{"name": COOKIE, "value": language, "url": address}])
        page = context.new_page()
        _sign_in(page, address, login)
        first, *links = way.split(" > ")
        page.goto(address + first)
        for link in links:
            page.goto(address + str(page.locator(link).first.get_attribute("href")))
        page.screenshot(path=folder / f"{name}.png")
        context.close()


def _sign_in(page: Page, address: str, login: str) -> None:
    page.goto(f"{address}/office/sign-in/")
    page.fill("input[name=username]", login)
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/health", timeout=2).close()
            return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
