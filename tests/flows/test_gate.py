"""A deployment runs the flow without the command: the tasks themselves refuse a notice that lacks what a law asks for."""

import shutil
from pathlib import Path

import pytest

from tasks import notify
from tidings.errors import StageFailed
from tidings.model import Channel

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture
def lacking(tmp_path, monkeypatch, filled_workspace):
    """A workspace with letters and messages due, and one sentence of one language gone."""
    shutil.copytree(CONFIG, tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    filled_workspace(tmp_path / "home", tmp_path / "config", 40).close()
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TIDINGS_CONFIG", str(tmp_path / "config"))
    file = tmp_path / "config/incidents/example/texts/fr.ftl"
    file.write_text("", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("task", "given"), [(notify.refuse_unlawful, ()), (notify.send_notices, (Channel.SMS,)), (notify.press_letters, (0,))]
)
def test_no_task_of_notify_goes_on(lacking, task, given):
    with pytest.raises(StageFailed) as failed:
        task.fn(*given)
    assert failed.value.code == "law.unmet"
    shutil.copy(CONFIG / "incidents/example/texts/fr.ftl", lacking)
    if task is notify.refuse_unlawful:
        task.fn()
