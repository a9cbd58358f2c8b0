import re
from importlib import import_module

import pytest

from tests.architecture.territory import ROOT, SOURCE, WORDS, page, python_files

pytestmark = pytest.mark.nodatabase

DECISIONS = ROOT / "docs" / "decisions"
ENVIRONMENT = re.compile(r"""(?:environ(?:\.get|\.setdefault|\.pop)?\s*[\[(]|getenv\()\s*["']([A-Z_]+)["']""")
NOT_FOR_WARDS = {"DJANGO_SETTINGS_MODULE"}


TERMINAL = SOURCE / "web" / "terminal"


def commands():
    """One file per command: those that say how they are configured."""
    return {file.stem for file in TERMINAL.glob("*.py") if "\ndef configure(" in file.read_text("utf-8")}


def test_the_list_of_commands_is_the_folder_of_commands():
    assert set(import_module("langnghe.web.terminal.commands").COMMANDS) == commands()


@pytest.mark.parametrize("language", ["vi", "en", "pl"])
def test_every_command_is_explained_in_the_manual(language):
    manual = page(f"docs/manual/{language}/commands.md")

    assert set(re.findall(r"^#+ `langnghe ([a-z-]+)", manual, re.M)) == commands()


def test_the_manual_explains_the_same_commands_in_every_language():
    pages = sorted((ROOT / "docs" / "manual").glob("*/commands.md"))
    headings = [re.findall(r"^#+ `langnghe ([a-z-]+)", each.read_text("utf-8"), re.M) for each in pages]

    assert all(each == headings[0] for each in headings)


def test_the_readme_s_table_holds_every_variable_and_no_other():
    table = set(re.findall(r"^\| `([A-Z_]+)`", page("README.md"), re.M))
    read = {name for file in python_files("src") for name in ENVIRONMENT.findall(file.read_text("utf-8"))}

    assert table == read - NOT_FOR_WARDS


def test_every_script_the_pages_name_is_there_and_runs():
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "docs/operations/ci.md")]
    named = {name for each in pages if each.exists() for name in re.findall(r"script/[a-z-]+", each.read_text("utf-8"))}

    assert {"script/test", "script/check"} <= named
    assert [name for name in sorted(named) if not (ROOT / name).stat().st_mode & 0o100] == []


def test_the_readme_starts_the_product_with_two_commands():
    block = re.search(r"```(?:sh|console|bash)?\n(.*?)```", page("README.md"), re.S)[1]
    commands = [line for line in block.splitlines() if line and not line.startswith("#")]

    assert commands[-1] == "script/serve"
    assert len(commands) <= 2


def test_every_decision_is_in_the_index_once_under_its_own_title():
    records = sorted(DECISIONS.glob("[0-9]*.md"))
    if not records:
        pytest.skip("no decision is recorded yet")

    headings = [each.read_text("utf-8").splitlines()[0] for each in records]
    listed = re.findall(r"^\| \[(\d{4})\]\((\S+)\) \| (.+) \|$", page("docs/decisions/README.md"), re.M)

    assert [file for _, file, _ in listed] == [each.name for each in records]
    assert [f"# {number}: {title}" for number, _, title in listed] == headings


def test_decisions_are_numbered_without_gaps():
    numbers = [int(each.name[:4]) for each in sorted(DECISIONS.glob("[0-9]*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_every_word_is_in_the_glossary():
    terms = {row.split("|")[1].strip() for row in page("docs/glossary.md").splitlines() if row.startswith("| ")}
    singular = {"people": "person", "web": "page"}
    words = [word for word in WORDS if word not in terms and singular.get(word, word.removesuffix("s")) not in terms]

    assert words == []


@pytest.mark.parametrize("column", [2, 3, 4])
def test_the_glossary_is_complete_in_every_language(column):
    rows = [row.split("|") for row in page("docs/glossary.md").splitlines() if row.startswith("|")]

    assert [row[1].strip() for row in rows if not row[column].strip()] == []


def test_the_desk_s_page_has_the_same_parts_and_pictures_in_every_language():
    pages = sorted((ROOT / "docs" / "manual").glob("*/desk.md"))
    texts = [each.read_text("utf-8") for each in pages]
    pictures = [re.findall(r"!\[[^\]]+\]\(\.\./images/(\w+)/([\w-]+\.png)\)", text) for text in texts]

    assert {each.parent.name for each in pages} == {"vi", "en", "pl"}
    assert len({len(re.findall(r"^## ", text, re.M)) for text in texts}) == 1
    assert len({tuple(name for _language, name in found) for found in pictures}) == 1
    for page_of, found in zip(pages, pictures, strict=True):
        for language, name in found:
            assert language == page_of.parent.name
            assert (ROOT / "docs" / "manual" / "images" / language / name).exists()
