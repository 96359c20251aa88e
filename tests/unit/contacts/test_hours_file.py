"""config/hours.toml: what cannot be right is refused, with its table and key."""

from pathlib import Path

import pytest

from tidings.contacts import load_hours
from tidings.errors import ConfigError

CONFIG = Path(__file__).parents[3] / "config"
TEXT = (CONFIG / "hours.toml").read_text(encoding="utf-8")
VOICE = 'days = ["mon", "tue", "wed", "thu", "fri", "sat"]'


@pytest.mark.parametrize(
    ("was", "now", "part"),
    [
        ("from = 09:00:00", "from = 20:00:00", "sms.to"),  # no minute at all
        ("to = 20:00:00", "to = 09:59:00", "sms.to"),  # whoever sends every hour would miss it
        ("from = 09:00:00", "from = 07:59:59", "sms.from"),  # the law's outermost hours
        ("to = 20:00:00", "to = 21:00:01", "sms.to"),
        ("from = 09:00:00", "from = 9", "sms.from"),
        ("from = 09:00:00", "", "sms.from"),
        ("from = 09:00:00", "from = 09:00:00\nform = 10:00:00", "sms.form"),
        (VOICE, "days = []", "voice.days"),
        (VOICE, 'days = ["monday"]', "voice.days"),
        (VOICE, "days = [[]]", "voice.days"),
        ("[whatsapp]", "[telegram]", "telegram"),
        ("[sms]", "email = 1\n[sms]", "email"),
        ('zone = "America/New_York"', 'zone = "Atlantis/Main"', "otherwise.zone"),
        ('zone = "America/New_York"', 'zone = "America"', "otherwise.zone"),
        ('zone = "America/New_York"', 'zone = "../../etc/passwd"', "otherwise.zone"),
        ("from = 11:00:00", "from = 17:30:00", "otherwise: no hour in common with voice"),
        ("[otherwise]", "[[holiday]]", "otherwise"),
        ("dates = [2026-06-25", 'dates = ["25 June"', "holiday 3.dates"),
        ('of = ["AF", "LB", "SY"]', 'of = ["Afghanistan"]', "holiday 3.of"),
        ('of = ["AF", "LB", "SY"]', 'of = "AF"', "holiday 3.of"),
        ("holidays = false", 'holidays = "no"', "sms.holidays"),
        ("[sms]", "[sms", ""),
    ],
)
def test_hours_that_cannot_be_right_are_named(tmp_path, was, now, part):
    assert was in TEXT
    (tmp_path / "hours.toml").write_text(TEXT.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load_hours(tmp_path)
    assert refused.value.code is ConfigError.Code.BAD_FILE
    assert refused.value.where.removeprefix(str(tmp_path / "hours.toml")).removeprefix(": ") == part


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigError) as refused:
        load_hours(tmp_path)
    assert refused.value.where == str(tmp_path / "hours.toml")


def test_a_file_that_was_edited_is_read_again(tmp_path):
    file = tmp_path / "hours.toml"
    file.write_text(TEXT, encoding="utf-8")
    assert len(load_hours(tmp_path).windows) == 3
    file.write_text(TEXT.replace("[whatsapp]", "[email]"), encoding="utf-8")
    assert sorted(load_hours(tmp_path).windows) == ["email", "sms", "voice"]
