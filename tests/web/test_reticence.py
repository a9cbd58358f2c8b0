import logging
import sys

import pytest

from langnghe.web.reticence import ReticentFormatter

pytestmark = pytest.mark.nodatabase


def test_an_errors_message_is_not_written_because_it_may_quote_somebody():
    try:
        raise ValueError("Ông Nguyễn Văn Mẫu nói rằng…")
    except ValueError:
        record = logging.LogRecord("django.request", 40, "", 1, "Internal error", (), sys.exc_info())

    line = ReticentFormatter().format(record)

    assert "ValueError test_reticence.py:" in line
    assert "Mẫu" not in line


def test_the_arguments_of_a_message_are_not_written_either():
    record = logging.LogRecord("django.request", 40, "", 1, "Not Found: %s", ("/tim?q=Mẫu",), None)

    assert "Mẫu" not in ReticentFormatter().format(record)
