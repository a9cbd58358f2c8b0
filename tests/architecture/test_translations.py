import ast
import re

import pytest

from script import catalogues
from tests.architecture.territory import SOURCE, TEMPLATES, here, name_of, python_files, tree

pytestmark = pytest.mark.nodatabase

TERMINAL = SOURCE / "web" / "terminal"
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)
SPOKEN = re.compile(r"\{% blocktrans(late)?.*?%\}.*?\{% endblocktrans(late)? %\}", re.S)
IN_VIETNAMESE_ONLY = re.compile(r"<(\w+)[^>]*\slang=\"vi\"[^>]*>.*?</\1>", re.S)
COMMENT = r"\{% comment.*?\{% endcomment %\}|\{#.*?#\}|<!--.*?-->"
SURFACE = r"\{% block surface %\}\w*\{% endblock %\}"
UNSPOKEN = re.compile(rf"{COMMENT}|{SURFACE}|\{{%.*?%\}}|\{{\{{.*?\}}\}}|<script.*?</script>|&\w+;", re.S)
TAG = re.compile(r"\{%(?!\s*(?:translate|blocktranslate)\b)(.*?)%\}|\{\{(.*?)\}\}", re.S)
MARKED = re.compile(r"""_\((["']).*?\1\)""")
ATTRIBUTE = re.compile(r"\b(?:aria-label|aria-description|alt|title|placeholder)=\"([^\"]*)\"")
OF_ANY_LANGUAGE = {"Lắng Nghe", "DOCX", "XLSX", "CSV", "PDF", "Tiếng Việt", "English", "Polski"}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_sentence_is_said_in_every_language(language):
    assert sorted(catalogues.problems(language)) == []


def bare_words(text):
    """The words of a template that no `translate` covers, in text and in the attributes people hear or see."""
    text = UNSPOKEN.sub(" ", SPOKEN.sub(" ", IN_VIETNAMESE_ONLY.sub(" ", text)))
    text = " ".join([re.sub(r"<[^>]*>", " ", text), *ATTRIBUTE.findall(text)])
    for name in OF_ANY_LANGUAGE:
        text = text.replace(name, " ")
    return re.findall(r"[^\W\d_]{2,}", text)


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.html")), ids=here)
def test_no_template_shows_words_that_are_not_translated(file):
    assert bare_words(file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.html")), ids=here)
def test_no_template_hands_on_words_that_are_not_translated(file):
    tags = TAG.findall(re.sub(COMMENT, "", file.read_text("utf-8"), flags=re.S))
    handed_on = [MARKED.sub("", tag or value) for tag, value in tags]

    assert [each for each in handed_on if VIETNAMESE.search(each)] == []


def test_no_page_says_words_that_are_not_translated():
    pages = (file for file in python_files("src/langnghe/web") if file.parent != TERMINAL)

    assert [spoken for file in pages for spoken in untranslated(file)] == []


def test_no_command_says_words_that_are_not_translated():
    commands = (file for file in TERMINAL.glob("*.py") if file.name != "sample.py")

    assert [spoken for file in sorted(commands) for spoken in untranslated(file)] == []


def untranslated(file):
    module = tree(file)
    covered = {
        id(part)
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and (name_of(node.func) in catalogues.KEYWORDS)
        for part in ast.walk(node)
    }
    covered |= {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(module):
        words = node.value if isinstance(node, ast.Constant) and id(node) not in covered else None
        if isinstance(words, str) and VIETNAMESE.search(words) and words not in OF_ANY_LANGUAGE:
            yield f"{here(file, node.lineno)}: {words}"


def test_formal_papers_are_not_in_the_catalogues():
    shown_in = {place for message in catalogues.sentences() for place, _ in message.locations}

    assert [place for place in shown_in if place.startswith("documents/")] == []
