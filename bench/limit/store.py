"""Make one stocked store and say what is asked of it: python -m bench.limit.store SIZE, in the store's surroundings.

Prints one JSON object: for each page that is measured the addresses in the product and in bare Django, and the cookie.
"""

import json
import os
import sys
from collections.abc import Iterator
from urllib.parse import quote, urlencode

CLERKS = 10
COMMON = ("duong", "de nghi", "sua chua", "xa")
"""Words that fill a page of a ward's register however few opinions there are."""
WORDS = ("duong", "nuoc", "rac", "den chieu sang", "nha van hoa", "cau", "muong thoat", "de nghi", "truong", "dat")
TOPICS = ("infrastructure", "environment", "land", "agriculture", "culture")


def main(size: int) -> None:
    from langnghe.web.terminal.installation import house, ready

    ready()
    house()
    from bench.limit import stock
    from bench.limit.staff import sign_in
    from langnghe.matters.models import Membership
    from langnghe.places.models import Place

    stock.fill(size)
    city = Place.objects.get(code=stock.CITY)
    communes = list(Place.objects.filter(parent=city, is_sample=False).order_by("code")[:CLERKS])
    cookies = [sign_in(f"can-bo-{number}", commune) for number, commune in enumerate(communes)]
    top = sign_in("can-bo-thanh-pho", city)
    pages: dict[str, list[tuple[str, str, str]]] = {name: [] for name in PAGES}
    for number, (commune, cookie) in enumerate(zip(communes, cookies, strict=True)):
        decided = Membership.objects.filter(commune=commune).exclude(competence="").order_by("-opinion")
        matter = decided.values_list("matter__code", flat=True)[number * 3]
        for name, page in _pages(commune, matter, number, cookie, top):
            pages[name].append(page)
    print(json.dumps({"pages": pages, "paths": _every_page(communes[0], matter), "cookie": cookies[0]}))


PAGES = (
    "ward's register",
    "ward's register, words",
    "ward's register, topic and words",
    "ward's register, by deadline",
    "city's register",
    "city's register, words",
    "city's register, topic and words",
    "matter page",
    "board, first page",
    "board, a commune's list",
    "board, words",
)


def _pages(commune, matter, number, cookie, top) -> Iterator[tuple[str, tuple[str, str, str]]]:
    common, word = COMMON[number % len(COMMON)], WORDS[number % len(WORDS)]
    topic, key = TOPICS[number % len(TOPICS)], commune.pk
    both = {"q": word, "topic": topic}
    asked = iter(
        (
            ("/desk/", cookie, _bare(commune=key)),
            (f"/desk/?{urlencode({'q': common})}", cookie, _bare(q=common, commune=key)),
            (f"/desk/?{urlencode(both)}", cookie, _bare(**both, commune=key)),
            ("/desk/?sort=due", cookie, _bare(commune=key, sort="due")),
            ("/desk/", top, _bare()),
            (f"/desk/?{urlencode({'q': word})}", top, _bare(q=word)),
            (f"/desk/?{urlencode(both)}", top, _bare(**both)),
            (f"/desk/matters/{matter}/", cookie, f"/matters/{matter}/"),
            ("/", "", f"/board/{key}/?most=12"),
            (f"/{commune.code}/?state=all", "", f"/board/{key}/"),
            (f"/{commune.code}/?{urlencode({'q': word})}", "", f"/board/{key}/?{urlencode({'q': word})}"),
        )
    )
    yield from zip(PAGES, asked, strict=True)


def _bare(**asked) -> str:
    return f"/register/?{urlencode(asked)}" if asked else "/register/"


def _every_page(commune, matter) -> list[str]:
    """Return the addresses of all pages of the product that need no more than a commune, a dialogue or a matter."""
    from django.urls import URLPattern, get_resolver

    from langnghe.dialogues.models import Dialogue

    dialogue = Dialogue.objects.filter(commune=commune).order_by("-held_on")[1].code
    known = {"<slug:code>": commune.code, "<str:code>": matter, "<str:form>": "csv", "<str:reference>": "1000000"}
    found: list[str] = []

    def walk(patterns, before: str) -> None:
        for each in patterns:
            address = f"{before}{each.pattern}"
            if not isinstance(each, URLPattern):
                walk(each.url_patterns, address)
                continue
            for slot, value in known.items():
                address = address.replace(slot, dialogue if "dialogue" in address or "hoi-nghi" in address else value)
            if "<" not in address and "sign-out" not in address and "language" not in address:
                found.append(quote(f"/{address}"))

    walk(get_resolver().url_patterns, "")
    return found


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
    main(int(sys.argv[1]))
