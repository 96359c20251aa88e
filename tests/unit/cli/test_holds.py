"""What waits for a human, at a terminal that is not one: everything typed is a list, everything shown is text."""

import io
import json
import re
import sys

import pytest

from tests.unit.contacts.conftest import desk, officer_key, roles  # noqa: F401 - fixtures
from tidings.cli import run, talk
from tidings.contacts import Does

NAME = "Vantrölska"
NUMBER = "+12025550147"


@pytest.fixture
def cli(desk, monkeypatch, tmp_path):  # noqa: F811
    """The desk's workspace as the commands find it: give it what is typed, and get (code, stdout, stderr)."""
    desk.enrol(
        {"last_name": NAME, "phone": f"cousin: {NUMBER}"},
        {"last_name": NAME[::-1], "custody_status": "Removed", "attorney": "J. Roe", "attorney_contact": "roe@law.example.org"},
        {"email": "somebody@example.org", "phone": "202-555-0150 ext 4"},
        {"email": "somebody.else@example.org", "phone": "sister 202-555-0151"},
    )
    for name, value in {
        "TIDINGS_HOME": tmp_path / "home",
        "TIDINGS_CONFIG": tmp_path / "config",
        "TIDINGS_OFFICER_KEY": tmp_path / "officer.age",
        "TIDINGS_OFFICER_IDENTITY": tmp_path / "identity.txt",
        "COLUMNS": "100",
    }.items():
        monkeypatch.setenv(name, str(value))

    def type_at(*command, typed=(), terminal=True, ended=False):
        answers = iter([*typed, *([EOFError] if ended else [])])
        out, err = io.StringIO(), io.StringIO()
        out.isatty = lambda: terminal
        monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(talk.err, "input", lambda question: answer(question, answers, err))
        code = run(list(command))
        assert list(answers) == []  # all that was typed was asked for
        return code, out.getvalue(), err.getvalue()

    return type_at


def answer(question, answers, err):
    err.write(f"{question}\n")
    typed = next(answers)
    if typed is EOFError:
        raise EOFError
    return typed


def ids(cli, rule):
    code, out, _ = cli("holds", rule, "--json")
    assert code == 0
    return json.loads(out)


def test_holds_counts_people_and_contacts_and_names_nobody(cli):
    code, out, err = cli("holds")
    assert code == 0
    counts = dict(re.findall(r"^ *(\d+) +([a-z]+\.[a-z_]+)", out, re.MULTILINE)[i][::-1] for i in range(3))
    assert counts == {"phone.not_own": "1", "custody.removed": "1"}
    assert "People who wait for you" in out
    assert "Contacts that wait, of people who are told otherwise" in out
    assert NAME not in out + err
    assert json.loads(cli("holds", "--json")[1]) == {
        "persons": {"phone.not_own": 1, "custody.removed": 1},
        "contacts": {"phone.not_own": 1},
    }


def test_explain_says_which_rule_decided_what_and_shows_nothing_of_the_person(cli):
    (person,) = ids(cli, "phone.not_own")
    code, out, err = cli("explain", person)
    assert code == 0
    assert out.startswith(f"{person} is held, under phone.not_own\n")
    assert "sms, relative: held" in out
    assert "phone.not_own: The number is somebody else's" in out
    assert NAME not in out + err
    assert "555" not in out


def test_explain_shows_who_it_is_for_a_reason_and_on_a_screen_only(cli):
    (person,) = ids(cli, "phone.not_own")
    code, out, _ = cli("explain", person, "--data", typed=["she rang us"])
    assert code == 0
    assert f"name: \u2068Jo {NAME}\u2069" in out or f"\u2068{NAME}" in out
    assert NUMBER in out
    assert "Venezuela" in out
    assert "Spanish (es)" in out
    code, out, err = cli("explain", person, "--data", "--reason", "she rang us", terminal=False)
    assert (code, out) == (2, "")
    assert "run it in a terminal" in err


def test_going_through_them_one_by_one(cli):
    """The first is decided on, with a wrong answer before; the second is skipped."""
    typed = ["the weekly round", "seven", "99", "1", "her sister vouches for the cousin", "y", "s"]
    code, out, err = cli("holds", "--work", typed=typed)
    assert code == 0
    assert "1 of 2: " in out
    assert "2 of 2: " in out
    assert NAME in out
    assert "1  contact 1, sms, phone.not_own: go on, with no more than a teaser" in out
    assert "is planned: sms" in err
    assert "1 decided; 1 still wait" in err
    assert ids(cli, "phone.not_own") == []


def test_stopping_shows_nobody_else_and_the_ledger_knows_whom_was_seen(cli):
    code, out, _ = cli("holds", "--work", "--reason", "the weekly round", typed=["q"])
    assert code == 0
    assert "2 of 2" not in out
    assert NAME[::-1] not in out
    seen = cli("explain", ids(cli, "phone.not_own")[0])
    assert seen[0] == 0


def test_the_whole_person_is_decided_on_and_each_thing_that_ends_all_waiting_is_offered_once(cli):
    typed = ["1", "the attorney said that he is safe", "y"]
    code, out, err = cli("holds", "custody.removed", "--work", "--reason", "the weekly round", typed=typed)
    assert code == 0
    offered = re.findall(r"^ +\d  (.+)$", out, re.MULTILINE)
    assert len([line for line in offered if "told in another way" in line]) == 1
    assert "go on, with no more than a teaser" in offered[0]
    assert "is planned: email" in err


def test_decide_wants_no_screen_and_shows_nothing(cli):
    (person,) = ids(cli, "custody.removed")
    arguments = ("decide", person, "custody.removed", "attorney", "--reason", "the attorney rang us")
    code, out, err = cli(*arguments, terminal=False)
    assert (code, out) == (0, "")
    assert f"{person} is planned: email" in err
    assert cli("decide", person, "custody.removed", "perhaps")[0] == 1
    assert cli("decide", person, "phone.shared", "teaser", "--contact", "1", "--reason", "x")[0] == 1


def test_holds_of_a_rule_that_is_not_there_is_wrong_use(cli):
    assert cli("holds", "phone.nobodys")[0] == 2


def test_when_nobody_waits_it_says_so(cli):
    for rule in ("phone.not_own", "custody.removed"):
        for person in ids(cli, rule):
            assert cli("decide", person, rule, "told", "--reason", "told by our partner")[0] == 0
    _, out, _ = cli("holds")
    assert "People who wait" not in out


def test_rules_are_listed_and_one_is_loosened_and_restored(cli):
    code, out, _ = cli("rules", "list", "--json")
    assert code == 0
    known = {one["rule"]: one for one in json.loads(out)}
    assert known["phone.not_own"]["choices"] == ["teaser", "never"]
    assert (known["phone.not_own"]["people"], known["phone.not_own"]["contacts"]) == (1, 2)
    code, _, err = cli("rules", "loosen", "address.unknown", "--to", "allow", typed=["we write to them there anyhow"])
    assert code == 0
    assert "nothing is sent until `tidings resolve` has planned 4 people" in err
    loosened = {one["rule"]: one["does"] for one in json.loads(cli("rules", "list", "--json")[1])}
    assert loosened["address.unknown"] == Does.ALLOW
    assert "(loosened;" in cli("rules", "list")[1]
    assert cli("rules", "restore", "address.unknown", "--reason", "no more")[0] == 0
    assert cli("rules", "loosen", "phone.home_country", "--to", "teaser", "--reason", "x")[0] == 1
    assert cli("rules", "loosen", "address.unknown", "--to", "anything", "--reason", "x")[0] == 1


def test_what_rules_can_look_at_is_listed(cli):
    code, out, _ = cli("rules", "facts")
    assert code == 0
    assert "feared_by" in out
    assert "household" in out


def test_nothing_is_recorded_without_a_yes_or_without_a_reason(cli):
    typed = ["1", "her sister vouches for the cousin", "n", "1", "", "y", "s"]
    code, _, err = cli("holds", "phone.not_own", "--work", "--reason", "the weekly round", typed=typed)
    assert code == 0
    assert "not recorded: this wants a reason" in err
    assert "0 decided; 1 still wait" in err


def test_an_input_that_ends_quits(cli):
    code, out, err = cli("holds", "--work", "--reason", "the weekly round", ended=True)
    assert code == 0
    assert "2 of 2" not in out
    assert "0 decided; 2 still wait" in err


def test_whoever_sets_the_ground_aside_is_told_so_before_it_is_recorded(cli):
    typed = ["1", "the attorney said that he is safe", "n", "s"]
    _, out, _ = cli("holds", "custody.removed", "--work", "--reason", "the weekly round", typed=typed)
    assert "the whole person, custody.removed: through the attorney only" in out
    assert out.index("careful: custody.removed") < out.index("you decide: ")
    _, _, err = cli("decide", ids(cli, "custody.removed")[0], "custody.removed", "teaser", "--reason", "she is safe")
    assert "careful: custody.removed" in err


def test_contacts_that_wait_are_gone_through_too_and_of_the_person_nothing_is_asked(cli):
    (person,) = json.loads(cli("holds", "phone.not_own", "--contact", "--json")[1])
    typed = ["a quiet hour", "1", "the sister lives with her", "y"]
    code, out, err = cli("holds", "--contact", "--work", typed=typed)
    assert code == 0
    assert f"1 of 1: {person}" in out
    assert "the whole person" not in out
    assert "is planned: sms, then email" in err
    assert "1 decided; 0 still wait" in err


def test_a_name_that_runs_right_to_left_leaves_the_rest_of_its_line_alone(desk, cli):  # noqa: F811
    desk.enrol({"last_name": "المرزوقي", "first_name": "لطيفة", "phone": "cousin 202-555-0199", "nationality": "Syrian"})
    _, out, _ = cli("holds", "phone.not_own", "--work", "--reason", "the weekly round", typed=["s", "s"])
    (line,) = [line for line in out.splitlines() if "المرزوقي" in line]
    assert re.fullmatch("name: \u2068[^\u2066-\u2069]+\u2069", line)


def test_somebody_whose_key_is_lost_does_not_stop_the_others(desk, cli):  # noqa: F811
    (lost,) = ids(cli, "phone.not_own")
    desk.ws.vault.destroy(lost)
    code, out, err = cli("holds", "--work", "--reason", "the weekly round", typed=["q"])
    assert code == 0
    assert f"1 of 2: {lost}" in out
    assert "left out: what is sealed of them cannot be opened" in err
    assert "2 of 2: " in out
    assert NAME[::-1] in out


def test_who_may_not_decide_is_shown_nobody(desk, cli, officer_key):  # noqa: F811
    file = desk.folder / "config/incidents/example/officers.toml"
    file.write_text(file.read_text().replace('"approver", ', ""))
    code, out, err = cli("holds", "--work", "--reason", "the weekly round")
    assert (code, out) == (1, "")
    assert "[officer.not_allowed]" in err


def test_after_the_rules_changed_nobody_is_shown_before_they_are_planned_by_them(cli):
    assert cli("rules", "loosen", "address.unknown", "--to", "allow", "--reason", "x")[0] == 0
    code, out, err = cli("holds", "--work", "--reason", "the weekly round")
    assert (code, out) == (1, "")
    assert "[plan.rules_changed]" in err
    assert "does that already" in cli("rules", "loosen", "address.unknown", "--to", "allow", "--reason", "x")[2]


def test_who_waits_under_a_rule_that_is_no_longer_there_is_counted_all_the_same(desk, cli):  # noqa: F811
    file = desk.folder / "config/safety.toml"
    text = file.read_text()
    start = text.index('[[rule]]\nid = "phone.not_own"')
    file.write_text(text[:start] + text[text.index("[[rule]]", start + 8) :])
    code, out, _ = cli("holds")
    assert code == 0
    assert "no longer in safety.toml" in " ".join(out.split())
    assert len(ids(cli, "phone.not_own")) == 1


def test_what_was_decided_is_taken_back_and_the_next_officer_reads_why(cli):
    (person,) = ids(cli, "custody.removed")
    assert cli("decide", person, "custody.removed", "told", "--reason", "their partner told them")[0] == 0
    assert cli("decide", person, "custody.removed", "wait", "--reason", "it was another person")[0] == 0
    assert ids(cli, "custody.removed") == [person]
    _, out, _ = cli("explain", person)
    assert "partner" not in out
    assert re.findall(r"decided (\w+) on custody.removed", out) == ["told", "wait"]
    _, out, _ = cli("explain", person, "--data", "--reason", "she rang us")
    assert "decided told on custody.removed, of the whole person: \u2068their partner told them\u2069" in out
    assert cli("explain", person, "--data", "--json", "--reason", "she rang us")[0] == 2


def test_two_records_that_may_be_one_person_are_settled_on_the_way(desk, cli):  # noqa: F811
    twin = {"last_name": "Ramírez Ochoa", "first_name": "Ana", "date_of_birth": "03/04/1980", "phone": "202-555-0161"}
    desk.enrol(twin, {**twin, "phone": "202-555-0162"})  # under two numbers
    _first, second = ids(cli, "identity.likely")
    code, out, err = cli("holds", "identity.likely", "--work", "--reason", "the weekly round", typed=["2", "y"])
    assert code == 0
    assert f"  2  identity.likely: {second} is somebody else" in out
    assert f"2 of 2: {second}" in out
    assert "waits no more" in err
    assert ids(cli, "identity.likely") == []
