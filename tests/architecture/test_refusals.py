import ast
import functools
import re
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.utils.functional import Promise

from tests.architecture.territory import SOURCE, calls, here, python_files

pytestmark = pytest.mark.nodatabase


@functools.cache
def refusals():
    return [(file, call) for file in python_files("src") for call in calls(file, "Refused")]


def code_of(call):
    return call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None


@pytest.fixture
def sentences():
    if find_spec("langnghe.web.refusals") is None:
        pytest.skip("langnghe.web.refusals is not written yet")
    return import_module("langnghe.web.refusals").SENTENCES


def test_every_word_names_the_code_where_it_refuses():
    """The web may say again what a word has said; nobody else hands codes on."""
    unnamed = [(file, call) for file, call in refusals() if code_of(call) is None]

    assert [here(file, call.lineno) for file, call in unnamed if SOURCE / "web" not in file.parents] == []


def test_every_code_is_hyphenated(sentences):
    assert [code for code in sentences if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal(sentences):
    assert {code_of(call) for _, call in refusals()} - {None} == set(sentences)


def test_sentences_wait_for_the_reader_s_language(sentences):
    assert [code for code, sentence in sentences.items() if not isinstance(sentence, Promise)] == []


def test_every_sentence_is_given_the_facts_it_speaks_of(sentences):
    for file, call in refusals():
        given = {keyword.arg for keyword in call.keywords}
        spoken = set(re.findall(r"%\((\w+)\)", str(sentences.get(code_of(call), ""))))
        assert None in given or spoken <= given, f"{here(file, call.lineno)} keeps back {spoken - given}"
