"""The pages start without the libraries that only reading or writing a paper needs."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.nodatabase

HEAVY = {"docx", "docxtpl", "lxml", "openpyxl", "xlsxwriter", "langnghe.exchange.reading.reader"}
START = "import sys, django; django.setup(); import langnghe.urls; print(*sys.modules)"


def test_a_page_waits_for_no_library_of_papers():
    started = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)

    assert HEAVY.isdisjoint(started.stdout.split())
