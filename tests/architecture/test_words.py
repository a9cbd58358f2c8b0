import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.territory import CONTRACTS, ROOT, SOURCE, WORDS, page

pytestmark = pytest.mark.nodatabase

NOT_WORDS = {"locale", "packs"}
NOT_APPS = {"language", "refusals"}
OURS = [model for model in apps.get_models() if model._meta.app_label in WORDS]
RELATIONS = [
    pytest.param(model, field, id=f"{model.__name__}.{field.name}")
    for model in OURS
    for field in model._meta.get_fields()
    if field.is_relation and field.concrete
]


@pytest.mark.parametrize(("model", "field"), RELATIONS)
def test_every_relation_points_down_and_cannot_be_walked_up(model, field):
    here, there = model._meta.app_label, field.related_model._meta.app_label
    if here == there:
        return

    assert there in WORDS or there == "auth", f"{field} leaves the map"
    if there in WORDS:
        assert WORDS.index(here) < WORDS.index(there), f"{field} points up"
        assert field.remote_field.hidden, f'{field} needs related_name="+"'


def test_the_contract_and_the_folders_are_the_same_list():
    folders = {each.name for each in SOURCE.iterdir() if (each / "__init__.py").exists()} | {"refusals"}

    assert folders - NOT_WORDS == set(WORDS)


def test_the_installed_words_are_those_of_the_contract_in_the_same_order():
    assert list(reversed(settings.WORDS)) == [word for word in WORDS if word not in NOT_APPS]


def test_the_map_on_paper_is_the_contract():
    assert re.findall(r"^\| `(\w+)`", page("ARCHITECTURE.md"), re.M)[: len(WORDS)] == WORDS


def test_only_the_web_is_split_by_audience():
    audiences = {each.name for each in (SOURCE / "web").iterdir() if (each / "__init__.py").exists()}

    assert {name.rsplit(".", 1)[1] for name in CONTRACTS["audiences"]["modules"]} == audiences - {"templatetags"}


def test_the_import_contracts_are_kept():
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    pytest.importorskip("importlinter")

    run = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )

    assert run.returncode == 0, run.stdout + run.stderr
