"""Commands as a ward runs them: real processes over a store of their own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code, what it printed for programs and what it told people."""

    code: int
    out: str
    told: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder of a store that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def langnghe(data: Path, tmp_path: Path):
    """Return what runs one command of the product."""

    def run(*words: str | Path, **surroundings: str) -> Done:
        told = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "LANGNGHE_NOW"}}
        told |= {"LANGNGHE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "langnghe.settings", **surroundings}
        command = [sys.executable, "-m", "langnghe", *map(str, words)]
        done = subprocess.run(command, env=told, cwd=tmp_path, capture_output=True, text=True, timeout=120)
        return Done(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a small register as a CSV file: two opinions and a denunciation."""
    path = tmp_path / "so-theo-doi.csv"
    path.write_text(
        "STT;Thôn/TDP;Nội dung ý kiến, kiến nghị;Lĩnh vực\n"
        "1;Thôn 01;Đường nội đồng xuống cấp, mùa gặt xe không vào được;Hạ tầng\n"
        "2;Thôn 02;Thu gom rác chậm, rác để lâu bốc mùi;Môi trường\n"
        "3;Thôn 02;Cán bộ địa chính đòi tiền mới làm hồ sơ cho tôi;Cán bộ\n",
        encoding="utf-8",
    )
    return path
