"""Whether people are protected: speakers' names and erased texts are looked for in every byte the product left.

200 minutes with planted names are heard, confirmed and published; 1,000 texts are held and set aside. Then the store,
its write-ahead log, the papers, what was logged and the board are searched. Each search has a control that is found.

Run: python -m bench.protection
"""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

MINUTES, TEXTS = 200, 1000
PLACE = ("--place", "Xã Bình Điền")


def left_behind(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file under `folder` with its bytes; what is zipped is opened."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        yield path.name, data
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield f"{path.name}/{name}", packed.read(name)


def found(folder: Path, words: list[str]) -> list[tuple[str, str]]:
    """Return which of `words` stand where, as UTF-8, UTF-16 or escaped for JSON."""
    hits = []
    for name, data in left_behind(folder):
        for word in words:
            forms = (word.encode(), word.encode("utf-16-le"), word.encode("unicode_escape"))
            if any(form in data for form in forms):
                hits.append((name, word))
    return hits


def run(folder: Path, *words: str) -> None:
    """Run one command of the product; keep what it told."""
    command = [sys.executable, "-m", "langnghe", *words]
    surroundings = os.environ | {"LANGNGHE_DATA": str(folder / "data")}
    done = subprocess.run(command, env=surroundings, capture_output=True, check=False)
    with (folder / "told.log").open("ab") as log:
        log.write(done.stdout + done.stderr)


def hear_names(folder: Path) -> tuple[list[str], str]:
    """Hear, confirm and publish the minutes; return the planted names and one text that must be found."""
    from tests.exchange.corpus.generate import corpus

    named = [sample for sample in corpus(4 * MINUTES, seed=7) if sample.names][:MINUTES]
    incoming = folder.with_name(folder.name + "-incoming")
    incoming.mkdir()
    for number, sample in enumerate(named):
        (incoming / f"{number:03}-{sample.name}").write_bytes(sample.data)
    files = sorted(map(str, incoming.iterdir()))
    run(folder, "hear", *files, *PLACE, "--on", "2025-10-05", "--out", str(folder / "papers"), "--json")
    run(folder, "person", "thao", "--role", "desk", *PLACE)
    run(folder, "confirm", "--dialogue", "xa-binh-dien-2025-10-05", "--by", "thao")
    names = sorted({name for sample in named for name in sample.names})
    print(f"{len(named)} minutes with {len(names)} different names of speakers")
    return names, named[0].expected[0].text


def board(folder: Path) -> None:
    """Publish what is open and keep the pages everybody sees, and the register."""
    script = f"""
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "langnghe.settings"
from langnghe.web.terminal.installation import ready
ready()
from django.conf import settings
settings.ALLOWED_HOSTS = ["*"]
from django.test import Client
from langnghe.opinions import actions, queries
from langnghe.people.queries import person
from langnghe.web.clock import now
for opinion in queries.every().filter(is_open=True):
    actions.publish(opinion=opinion, words=opinion.words_now, is_checked=True, by=person("thao"), at=now())
client = Client()
pages = [client.get("/").content, client.get("/20035/").content]
client.force_login(person("thao"), backend="django.contrib.auth.backends.ModelBackend")
pages += [client.get(address).content for address in ("/desk/", "/desk/triage/")]
open({str(folder / "pages.html")!r}, "wb").write(b"".join(pages))
"""
    subprocess.run([sys.executable, "-c", script], env=os.environ | {"LANGNGHE_DATA": str(folder / "data")}, check=True)


def set_aside(folder: Path) -> list[str]:
    """Hear texts that belong to another procedure, set each aside, and return words that only they had."""
    marks = [f"bimat{number:04}xyz" for number in range(TEXTS)]
    said = (f"Thôn 01;Tôi tố cáo cán bộ {mark} đòi tiền mới làm hồ sơ" for mark in marks)
    lines = [f"{number};{words}" for number, words in enumerate(said, start=1)]
    incoming = folder.with_name(folder.name + "-denunciations.csv")
    incoming.write_text("\n".join(["STT;Thôn/TDP;Nội dung ý kiến", *lines]), "utf-8")
    run(folder, "hear", str(incoming), *PLACE, "--on", "2025-11-05", "--out", str(folder / "papers"))
    held = len({word for _, word in found(folder / "data", marks)})
    print(f"{held} of {TEXTS} texts stand in the store while they are held (the control)")
    script = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "langnghe.settings"
from langnghe.web.terminal.installation import finish, house, ready
ready()
from langnghe.opinions import actions, queries
from langnghe.opinions.rules import Procedure
from langnghe.web.clock import now
for opinion in queries.every().filter(is_held=True, is_open=False):
    actions.set_aside(opinion=opinion, kind=Procedure.DENUNCIATION, by=house(), at=now())
finish()
"""
    subprocess.run([sys.executable, "-c", script], env=os.environ | {"LANGNGHE_DATA": str(folder / "data")}, check=True)
    return marks


def main() -> int:
    with TemporaryDirectory() as name:
        folder = Path(name) / "ward"
        folder.mkdir()
        names, control = hear_names(folder)
        board(folder)
        print(f"a resident's own words are found in {len(found(folder, [control]))} files (the control)")
        named = found(folder, names)
        print(f"names of speakers found: {len(named)} {named[:5]}")
        erased = found(folder, set_aside(folder))
        print(f"set-aside texts found: {len(erased)} {erased[:5]}")
    return 1 if named or erased else 0


if __name__ == "__main__":
    sys.exit(main())
