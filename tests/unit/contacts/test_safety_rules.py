"""Rules as somebody writes them: each fault is found, with its file and line, and nothing is planned by a file that has one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.contacts import load_rulebook
from tidings.contacts.safety import FIELDS, Does, read_all
from tidings.contacts.safety.rule_file import read_rules
from tidings.errors import ConfigError

CONFIG = Path(__file__).parents[3] / "config"
SHIPPED = (CONFIG / "safety.toml").read_text(encoding="utf-8")
GOOD = """[[rule]]
id = "ours.no_whatsapp"
of = "contact"
when.channel = "whatsapp"
when.age = ["minor", "unknown"]
unless.owner = "guardian"
does = "another"
loosest = "teaser"
why = "Our partners asked for it."
what = "Nothing."
source = "Meeting of 12 May"
"""


def faults(folder, text, shipped=SHIPPED):
    """Of rules that an incident adds: (line, code) of each fault."""
    (folder / "incident").mkdir(exist_ok=True)
    (folder / "safety.toml").write_text(shipped, encoding="utf-8")
    (folder / "incident" / "safety.toml").write_text(text, encoding="utf-8")
    return [(Path(fault.file).parent.name, fault.line, fault.code) for fault in read_all(folder, folder / "incident").faults]


def test_the_rules_that_are_shipped_have_no_fault():
    assert read_all(CONFIG).faults == ()
    assert len(load_rulebook(CONFIG).rules) > 25


def test_a_rule_that_an_incident_adds_counts(tmp_path):
    assert faults(tmp_path, GOOD) == []
    rule = load_rulebook(tmp_path, tmp_path / "incident").rule("ours.no_whatsapp")
    assert (rule.does, rule.loosest, rule.line) == (Does.ANOTHER, Does.TEASER, 1)
    assert load_rulebook(tmp_path).rule("ours.no_whatsapp") is None


@pytest.mark.parametrize(
    ("was", "now", "line", "code"),
    [
        ('when.channel = "whatsapp"', 'when.chanel = "whatsapp"', 4, "rule.unknown_fact"),
        ('when.channel = "whatsapp"', 'when.channel = "telegram"', 4, "rule.unknown_value"),
        ('when.age = ["minor", "unknown"]', "when.age = []", 5, "rule.unknown_value"),
        ('when.age = ["minor", "unknown"]', "when.age = 17", 5, "rule.unknown_value"),
        ('does = "another"', 'does = "drop"', 7, "rule.bad_value"),
        ('of = "contact"', 'of = "everybody"', 3, "rule.bad_value"),
        ('loosest = "teaser"', 'loosest = "refuse"', 8, "rule.bad_value"),
        ('why = "Our partners asked for it."', 'why = " "', 9, "rule.no_reason"),
        ('source = "Meeting of 12 May"', 'sauce = "Meeting of 12 May"', 11, "rule.unknown_key"),
        ('id = "ours.no_whatsapp"', 'id = "No WhatsApp"', 2, "rule.bad_id"),
        ('id = "ours.no_whatsapp"', 'id = "phone.shared"', 1, "rule.twice"),
        ('of = "contact"', 'of = "person"', 1, "rule.wrong_scope"),
        ('does = "another"\nloosest = "teaser"', 'does = "allow"', 1, "rule.never_counts"),
        ('unless.owner = "guardian"', 'unless.age = ["minor", "unknown"]', 1, "rule.never_holds"),
        ('when.age = ["minor", "unknown"]', 'when.feared_by = "host"', 1, "rule.never_holds"),
        ('when.age = ["minor", "unknown"]', 'when.line = "landline"\nwhen.owner = "facility"', 1, "rule.never_holds"),
        ('when.age = ["minor", "unknown"]', 'when.custody = "removed"', 1, "rule.never_counts"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path, was, now, line, code):
    assert was in GOOD
    text = GOOD.replace(was, now)
    assert ("incident", line, code) in faults(tmp_path, text)
    with pytest.raises(ConfigError) as refused:
        load_rulebook(tmp_path, tmp_path / "incident")
    assert f"safety.toml:{line}" in refused.value.where


def test_a_rule_that_would_stop_everybody_is_found(tmp_path):
    everybody = '[[rule]]\nid = "ours.stop"\nof = "person"\ndoes = "hold"\nwhy = "x"\nwhat = "x"\nsource = "x"\n'
    assert faults(tmp_path, everybody) == [("incident", 1, "rule.stops_everybody")]
    of_each = everybody.replace('of = "person"', f'of = "contact"\nwhen.age = {list(FIELDS["age"].values)}')
    assert faults(tmp_path, of_each) == [("incident", 1, "rule.stops_everybody")]


def test_the_second_of_two_faulty_rules_has_its_own_line(tmp_path):
    second = GOOD.replace("ours.no_whatsapp", "ours.other").replace('"whatsapp"', '"telegram"')
    assert faults(tmp_path, f"# ours\n\n{GOOD}\n{second}") == [("incident", 18, "rule.unknown_value")]


@pytest.mark.parametrize("text", ["[[rule]\n", "rule = 3\n", 'rule = ["a"]\n', "\n\nx = = 1\n"])
def test_what_is_no_list_of_rules_is_a_fault_and_no_crash(tmp_path, text):
    assert [code for _file, _line, code in faults(tmp_path, text)] == ["rule.unreadable"]


def test_an_incidents_file_has_rules_only(tmp_path):
    assert faults(tmp_path, '[mail_hosts]\nVE = ["x.example"]\n') == [("incident", 0, "rule.unknown_key")]


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ('id = "email.home_country"', 'id = "email.of_home"', "rule.ground_missing"),
        ('when.feared_by = "host"\ndoes = "hold"', 'when.feared_by = "host"\ndoes = "teaser"', "rule.ground_changed"),
        ('when.feared_by = "host"', 'when.feared_by = "host"\nwhen.age = "minor"', "rule.ground_changed"),
    ],
)
def test_the_ground_stays_as_it_was_shipped(tmp_path, was, now, code):
    assert was in SHIPPED
    assert code in [found for _file, _line, found in faults(tmp_path, "", SHIPPED.replace(was, now))]


def test_the_ground_may_be_made_stricter(tmp_path):
    stricter = SHIPPED.replace('when.feared_by = "host"\ndoes = "hold"', 'when.feared_by = "host"\ndoes = "refuse"')
    assert stricter != SHIPPED
    assert faults(tmp_path, "", stricter) == []


@pytest.mark.parametrize("name", ["contact.none", "font.missing"])
def test_what_the_program_itself_speaks_of_must_have_a_meaning(tmp_path, name):
    found = faults(tmp_path, "", SHIPPED.replace(f'[meaning."{name}"]', '[meaning."x.y"]'))
    assert [code for _file, _line, code in found] == ["rule.no_reason"]


@given(st.text(alphabet='[]rule=id"\n.whenuslo{},# ', max_size=200))
def test_whatever_stands_in_a_file_is_read_or_a_fault(text):
    found = read_rules(Path("safety.toml"), text.encode())
    assert found.faults or not found.body.get("rule")


def test_a_file_that_is_not_there_or_no_text_is_a_fault(tmp_path):
    assert [fault.code for fault in read_all(tmp_path).faults] == ["rule.unreadable"]
    assert [fault.code for fault in read_rules(Path("x"), b"\xff\xfe").faults] == ["rule.unreadable"]


def test_the_digest_is_of_what_rules_say_and_not_of_where_they_stand(tmp_path):
    faults(tmp_path, GOOD)
    before = load_rulebook(tmp_path, tmp_path / "incident")
    faults(tmp_path, f"# moved down\n{GOOD}")
    moved = load_rulebook(tmp_path, tmp_path / "incident")
    assert moved.digest("x") == before.digest("x") != before.digest("y")
    faults(tmp_path, GOOD.replace('"another"', '"hold"'))
    assert load_rulebook(tmp_path, tmp_path / "incident").digest("x") != before.digest("x")
    assert before.loosen({"address.unknown": Does.ALLOW}).digest("x") != before.digest("x")
