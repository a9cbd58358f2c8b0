"""Papers in the formats of before .docx are read through LibreOffice."""

import shutil
import subprocess

import pytest

from langnghe.exchange.reading import office
from langnghe.exchange.reading.sandbox import read_papers
from tests.exchange.corpus import laid_by_hand, score

pytestmark = [pytest.mark.nodatabase, pytest.mark.office, pytest.mark.slow]


@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_an_old_paper_gives_the_opinions_of_the_new_one(tmp_path, ending):
    soffice = office.program() or pytest.skip("LibreOffice is not here")
    sample = laid_by_hand.papers()[0]
    (tmp_path / "bien-ban.docx").write_bytes(sample.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "bien-ban.docx")], check=True, capture_output=True, timeout=90)

    (reading,) = read_papers([tmp_path / f"bien-ban.{ending}"])

    assert score.right(reading, sample.expected) == (len(sample.expected), [])


def test_without_libreoffice_an_old_paper_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_PLACES", ())
    (tmp_path / "cu.rtf").write_bytes(b"{\\rtf1 Duong hong}")

    (failure,) = read_papers([tmp_path / "cu.rtf"])

    assert failure.error == "office-missing"
