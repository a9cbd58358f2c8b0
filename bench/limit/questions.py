"""Count what pages ask the store: python -m bench.limit.questions PAGES, in the store's surroundings.

PAGES are the pages of `bench.limit.store` as JSON. Prints one JSON object, each page with the most any address asked.
"""

import json
import sys


def main(pages: dict[str, list[list[str]]]) -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    def asked(address: str, cookie: str) -> int:
        headers = {"HTTP_COOKIE": cookie} if cookie else {}
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(address, **headers).status_code == 200
            return len(captured)

    for each in pages.values():
        asked(each[0][0], each[0][1])
    print(json.dumps({name: max(asked(page[0], page[1]) for page in each) for name, each in pages.items()}))


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
    main(json.loads(sys.argv[1]))
