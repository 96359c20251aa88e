"""How far a message was checked holds for one text of it, and for one English."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tidings.errors import NoticeError
from tidings.notices.catalog import Catalogs
from tidings.notices.source import SourceFile, parse
from tidings.notices.translation import Stamp, Stamps, State, read_stamps, stamped, state_of, write_stamps

DAY, LATER = date(2026, 11, 25), date(2026, 12, 1)
ENGLISH, SPANISH = "a = One.\nb = Two.\n", "a = Uno.\nb = Dos.\n"


def file(text: str, language: str = "es") -> SourceFile:
    return parse(Path(f"{language}.ftl"), text)


def reviewed(english: str = ENGLISH, spanish: str = SPANISH) -> Stamps:
    return stamped(file(english, "en"), file(spanish), Stamps({}), State.REVIEWED, "Ana", DAY)[0]


def states(stamps: Stamps, english: str = ENGLISH, spanish: str = SPANISH) -> list[State]:
    return [state_of(name, file(english, "en"), file(spanish), stamps) for name in "ab"]


def test_a_review_holds_while_both_texts_stand():
    assert states(reviewed()) == [State.REVIEWED, State.REVIEWED]


def test_a_change_of_either_text_takes_the_review_away_from_that_message_only():
    assert states(reviewed(), spanish="a = Una.\nb = Dos.\n") == [State.MACHINE_DRAFT, State.REVIEWED]
    assert states(reviewed(), english="a = One.\nb = Two!\n") == [State.REVIEWED, State.MACHINE_DRAFT]


def test_a_message_that_nobody_stamped_is_a_draft():
    assert states(Stamps({})) == [State.MACHINE_DRAFT, State.MACHINE_DRAFT]


def test_stamping_again_leaves_alone_what_did_not_change():
    spanish = "a = Una.\nb = Dos.\n"
    stamps, changed = stamped(file(ENGLISH, "en"), file(spanish), reviewed(), State.MACHINE_DRAFT, "", LATER)
    assert changed == ["a"]
    assert states(stamps, spanish=spanish) == [State.MACHINE_DRAFT, State.REVIEWED]
    assert stamped(file(ENGLISH, "en"), file(spanish), stamps, State.MACHINE_DRAFT, "", LATER) == (stamps, [])


def test_named_messages_get_the_new_state_though_nothing_changed():
    drafts = stamped(file(ENGLISH, "en"), file(SPANISH), Stamps({}), State.MACHINE_DRAFT, "", DAY)[0]
    stamps, changed = stamped(file(ENGLISH, "en"), file(SPANISH), drafts, State.REVIEWED, "Ana", LATER, ["b"])
    assert changed == ["b"]
    assert (stamps.of["b"].by, stamps.of["b"].on) == ("Ana", LATER)
    assert states(stamps) == [State.MACHINE_DRAFT, State.REVIEWED]


def test_what_somebody_wrote_by_hand_with_empty_hashes_is_kept_and_completed():
    by_hand = Stamps({"a": Stamp(State.HUMAN_TRANSLATED, "Bo", DAY, "", ""), "b": reviewed().of["b"]})
    stamps, changed = stamped(file(ENGLISH, "en"), file(SPANISH), by_hand, State.MACHINE_DRAFT, "", LATER)
    assert changed == ["a"]
    assert (stamps.of["a"].state, stamps.of["a"].by, stamps.of["a"].on) == (State.HUMAN_TRANSLATED, "Bo", DAY)
    assert states(stamps) == [State.HUMAN_TRANSLATED, State.REVIEWED]


def test_states_come_back_from_their_file_as_they_were(tmp_path):
    odd = Stamps({"a": Stamp(State.REVIEWED, 'Ana "Nan" \\ R.', DAY, "1", "2")}, written="es")
    write_stamps(tmp_path / "es.toml", odd)
    assert read_stamps(tmp_path / "es.toml") == odd
    assert read_stamps(tmp_path / "none.toml") == Stamps({})


@pytest.mark.parametrize(
    "line",
    [
        'a = { state = "fine", by = "", on = 2026-11-25, english = "", text = "" }',
        'a = { state = "reviewed", by = "", on = "soon", english = "", text = "" }',
        'a = { state = "reviewed" }',
        'a = "reviewed"',
        "a = {",
    ],
)
def test_a_line_that_cannot_be_understood_is_an_error_that_names_the_file(line, tmp_path):
    (tmp_path / "es.toml").write_text(line)
    with pytest.raises(NoticeError) as caught:
        read_stamps(tmp_path / "es.toml")
    assert caught.value.code is NoticeError.Code.BAD_STAMP
    assert caught.value.where.startswith("es.toml")


def test_a_catalog_is_as_good_as_its_worst_message(tmp_path):
    (tmp_path / "en.ftl").write_text(ENGLISH)
    (tmp_path / "es.ftl").write_text(SPANISH)
    write_stamps(tmp_path / "es.toml", reviewed())
    assert Catalogs.load(tmp_path)["es"].state is State.REVIEWED
    (tmp_path / "es.ftl").write_text(SPANISH.replace("Dos", "2"))
    assert Catalogs.load(tmp_path)["es"].state is State.MACHINE_DRAFT
    assert Catalogs.load(tmp_path)["en"].state is None


def test_a_language_that_is_heard_has_no_catalog(tmp_path):
    (tmp_path / "en.ftl").write_text(ENGLISH)
    (tmp_path / "quc.ftl").write_text("a = Jun.\n")
    (tmp_path / "quc.toml").write_text('written = "es"\n')
    assert Catalogs.load(tmp_path).languages == ("en",)


def test_an_incident_replaces_messages_and_adds_its_own(tmp_path):
    (tmp_path / "en.ftl").write_text(ENGLISH)
    (tmp_path / "es.ftl").write_text(SPANISH)
    texts = tmp_path / "incident/texts"
    texts.mkdir(parents=True)
    (texts / "en.ftl").write_text("b = Three.\nincident-can-call = Call us.\n")
    (texts / "es.ftl").write_text("b = Tres.\n")
    catalogs = Catalogs.load(tmp_path, tmp_path / "incident")
    assert [catalogs["es"].text(name) for name in "ab"] == ["Uno.", "Tres."]
    assert catalogs["es"].own == catalogs["en"].own == ("b", "incident-can-call")
    with pytest.raises(NoticeError):
        catalogs["es"].text("incident-can-call")
