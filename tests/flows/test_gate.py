"""A deployment runs the flow without the command: the tasks themselves refuse what a law or the officers keep back."""

import shutil
from pathlib import Path

import pytest

from tasks import notify
from tidings.errors import StageFailed
from tidings.model import Channel

CONFIG = Path(__file__).parents[2] / "config"
HERE = "http://127.0.0.1:9"
TASKS = [(notify.refuse_unfit, ()), (notify.send_notices, (Channel.SMS,)), (notify.press_letters, (0,))]


@pytest.fixture
def config(tmp_path, monkeypatch, filled_workspace):
    """A workspace with letters and messages due, in a rehearsal."""
    shutil.copytree(CONFIG, tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    filled_workspace(tmp_path / "home", tmp_path / "config", 40).close()
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TIDINGS_CONFIG", str(tmp_path / "config"))
    for name in ("TWILIO", "SENDGRID"):
        monkeypatch.setenv(f"TIDINGS_{name}_BASE_URL", HERE)
    monkeypatch.setenv("TIDINGS_APPROVALS", "false")
    return tmp_path / "config"


@pytest.mark.parametrize(("task", "given"), TASKS)
def test_no_task_of_notify_goes_on_without_a_sentence_that_a_law_asks_for(config, task, given):
    file = config / "incidents/example/texts/fr.ftl"
    file.write_text("", encoding="utf-8")
    with pytest.raises(StageFailed) as failed:
        task.fn(*given)
    assert failed.value.code == "law.unmet"
    shutil.copy(CONFIG / "incidents/example/texts/fr.ftl", file)
    if task is notify.refuse_unfit:
        task.fn()


@pytest.mark.parametrize(("task", "given"), [TASKS[0], TASKS[2]])
def test_no_task_of_notify_goes_on_before_officers_approved(config, monkeypatch, task, given):
    monkeypatch.setenv("TIDINGS_APPROVALS", "true")
    with pytest.raises(StageFailed) as failed:
        task.fn(*given)
    assert failed.value.code == "approval.missing"


def test_before_officers_approved_no_message_is_even_due(config, monkeypatch):
    monkeypatch.setenv("TIDINGS_APPROVALS", "true")
    assert notify.send_notices.fn(Channel.SMS) == {"claimed": 0}
