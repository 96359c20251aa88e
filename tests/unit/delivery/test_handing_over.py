"""Letters that are handed over: who is on a run sheet, what comes back of it, and where it leaves people."""

import io
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path

import orjson
import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from sqlalchemy import select

from tidings import delivery, stewardship
from tidings.delivery.handover import SheetError, read_sheet_code, sheet_code
from tidings.delivery.handover.codes import ALPHABET
from tidings.errors import ConfigError, KeyStoreError
from tidings.model import AttemptState, HandOver, PersonId, Role, opaque_id
from tidings.notices import LetterPress
from tidings.officers import Officer, OfficerError, add_officer, make_key
from tidings.settings import Settings
from tidings.store.tables import entries, openings, persons, sheet_lines, sheets
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"
WEST, EAST = "Camp West, Batavia, NY 14020", "Camp East, Elma, WA 98541"
KEY = pyrage.x25519.Identity.generate()
Code = SheetError.Code


class QuickPress:
    def press(self, notice, *, hand):
        return b"%PDF " + notice.name.encode()


def held(number, name="Ana", facility=WEST, **more):
    """A row of somebody detained. The same number is the same person."""
    return {
        "a_number": f"A2100{number:05d}",
        "first_name": name,
        "last_name": "Qu" + "abcdefghijklmnopqrstuvwxyz"[number % 26] * 3,
        "date_of_birth": f"01/{1 + number % 28:02d}/1980",
        "custody_status": "Detained",
        "detention_facility": facility,
        "country_of_birth": "Venezuela",
        **more,
    }


class Post:
    """A desk whose officer hands letters over."""

    def __init__(self, desk):
        self.desk = desk

    def __getattr__(self, name):
        return getattr(self.desk, name)

    def press(self):
        while self.make_due():
            pass
        for batch in delivery.letter_batches(self.ws):
            delivery.press_batch(self.ws, batch, self.composer, QuickPress())

    def bring(self, *rows):
        self.enrol(*rows)
        self.press()

    def sheets(self, reason="handing over"):
        """Writes the run sheets, and gives what came of it."""
        folder = self.folder / "out"
        shutil.rmtree(folder, ignore_errors=True)
        press = LetterPress(self.ws.settings.font_folders)
        return delivery.write_run_sheets(self.ws, folder, str(KEY.to_public()), reason, self.composer, press)

    def one(self):
        (file,) = self.sheets().files
        return file

    def unpacked(self, code):
        """{name: bytes} of a sheet's file."""
        sealed = (self.folder / "out" / f"{code}.zip.age").read_bytes()
        with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed, [KEY]))) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def text(self, code):
        reader = PdfReader(io.BytesIO(self.unpacked(code)["run-sheet.pdf"]))
        return " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    def enter(self, code, correct=False, **came):
        lines = {line: HandOver(outcome) for outcome, numbers in came.items() for line in numbers}
        return delivery.enter_lines(self.ws, code, lines, correct=correct)

    def refused(self, code, correct=False, **came):
        before = self.snapshot()
        with pytest.raises(SheetError) as refused:
            self.enter(code, correct, **came)
        assert self.snapshot() == before
        return refused.value

    def snapshot(self):
        with self.ws.store.reading() as connection:
            return [connection.execute(select(table)).all() for table in (sheets, sheet_lines, entries, persons)]

    def ledger(self, *kinds):
        with self.ws.store.reading() as connection:
            bodies = connection.scalars(select(entries.c.body).where(entries.c.kind.in_(kinds)).order_by(entries.c.sequence))
            return [orjson.loads(body) for body in bodies]

    def person(self, number=1):
        with self.ws.store.reading() as connection:
            return PersonId(connection.scalar(select(persons.c.id).where(persons.c.number == number)))


@pytest.fixture
def post(desk, tmp_path, clock):
    desk.ws.close()
    config = tmp_path / "config"
    shutil.copytree(CONFIG, config, ignore=shutil.ignore_patterns("*.csv"))
    (tmp_path / "identity.txt").write_text(f"{KEY}\n")
    (tmp_path / "identity.txt").chmod(0o600)
    key = make_key(tmp_path / "me.age", recipient=str(KEY.to_public()), passphrase=bytes)
    settings = Settings(
        home=tmp_path / "place",
        config=config,
        officer_key=tmp_path / "me.age",
        officer_identity=tmp_path / "identity.txt",
        twilio_base_url="http://127.0.0.1:9",  # approvals may be off on this machine only
        sendgrid_base_url="http://127.0.0.1:9",
        approvals=False,
        _env_file=None,
    )
    create_workspace(settings, "example", clock)
    add_officer(config / "incidents/example", Officer("night-desk", frozenset({Role.OPERATOR}), key))
    desk.ws = open_workspace(settings, clock)
    return Post(desk)


# Going out


def test_each_place_has_a_sheet_with_its_own_letters_in_the_order_of_its_lines(post):
    post.bring(held(1, "Zoe"), held(2, "Ana"), held(3, "Bea", EAST), held(4, "Eve", f"  {WEST.upper()} "))
    found = post.sheets()
    assert sorted(file.letters for file in found.files) == [1, 3]
    assert found.left_off == 0
    west = next(file for file in found.files if file.letters == 3)
    assert list(post.unpacked(west.code)) == ["run-sheet.pdf", "001.pdf", "002.pdf", "003.pdf"]
    letters = [post.unpacked(west.code)[f"00{line}.pdf"] for line in (1, 2, 3)]
    assert [letter.split()[1] for letter in letters] == [b"Ana", b"Eve", b"Zoe"]
    text = post.text(west.code)
    assert text.index("Ana") < text.index("Eve") < text.index("Zoe")
    assert "Bea" not in text
    assert west.code in text


def test_a_place_that_is_spelt_in_two_ways_is_two_sheets(post):
    post.bring(held(1), held(2, facility=WEST.replace("Camp West", "West Camp")))
    assert len(post.sheets().files) == 2


def test_a_files_name_says_nothing_and_nothing_lies_there_in_plain_text(post):
    post.bring(held(1, "Zoe"))
    file = post.one()
    (there,) = (post.folder / "out").iterdir()
    assert there.name == f"{file.code}.zip.age"
    assert there.stat().st_mode & 0o077 == 0
    data = there.read_bytes()
    assert not [mark for mark in (b"Zoe", b"Camp", b"PK\x03\x04", b"%PDF", b"run-sheet") if mark in data]


def test_the_ledger_says_who_opened_whom_before_anything_is_on_a_sheet(post):
    post.bring(held(1), held(2))
    post.sheets()
    opened = post.ledger("person.opened")
    assert {entry["purpose"] for entry in opened} == {"run-sheets"}
    assert len(opened) == 2
    (issued,) = post.ledger("sheet.issued")
    assert issued["letters"] == 2
    with post.ws.store.reading() as connection:
        kinds = list(connection.scalars(select(entries.c.kind).order_by(entries.c.sequence)))
    assert kinds.index("person.opened") < kinds.index("sheet.issued")


def test_without_an_officer_no_sheet_is_issued(post):
    post.bring(held(1))
    with pytest.raises(OfficerError):
        post.sheets(reason=" ")
    with pytest.raises(ConfigError):
        delivery.write_run_sheets(post.ws, post.folder / "out", "Zoe", "why", post.composer, QuickPress())
    assert post.ledger("sheet.issued", "person.opened") == []


def test_twice_is_the_same_sheet_and_what_became_ready_since_is_on_a_new_one(post):
    post.bring(held(1), held(2))
    first = post.one()
    before = post.unpacked(first.code)
    again = post.one()
    assert (again.code, again.letters, again.new) == (first.code, 2, False)
    assert post.unpacked(again.code) == before
    post.bring(held(3))
    files = post.sheets().files
    assert [(file.letters, file.new) for file in files] == [(2, False), (1, True)]
    assert files[0].code == first.code
    assert len(post.ledger("sheet.issued")) == 2


def test_killed_before_the_files_are_there_the_next_run_writes_them(post, monkeypatch):
    post.bring(held(1))

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tidings.delivery.handover.writing.write_private", stop)
        with pytest.raises(KeyboardInterrupt):
            post.sheets()
    assert post.one().letters == 1
    assert len(post.ledger("sheet.issued")) == 1


# Custody is looked at again


def test_whoever_changed_since_is_left_off_and_counted(post):
    post.bring(held(1), held(2))
    post.enrol({**held(1), "phone": "(213) 555-0147"})  # planned anew: nothing of their custody changed
    assert post.sheets().left_off == 0
    shutil.rmtree(post.folder / "out")
    post.set(persons, persons.c.number == 1, planned_revision=0)  # ingested, and not planned yet
    found = post.sheets()
    assert ([file.letters for file in found.files], found.left_off) == ([1], 1)
    post.plan()
    assert post.sheets().files[0].letters == 2


@pytest.mark.parametrize("says", [{"detention_facility": EAST}, {"custody_status": "Released"}, {"custody_status": "Removed"}])
def test_what_the_newest_record_says_counts_and_not_what_the_plan_says(post, says):
    post.bring(held(1))
    post.desk.plan = lambda: None
    post.enrol({**held(1), **says})
    post.set(persons, persons.c.number == 1, planned_revision=persons.c.revision)
    found = post.sheets()
    assert (found.files, found.left_off) == ((), 1)


@pytest.mark.parametrize("change", [{"custody_status": "Released", "detention_facility": ""}, {"custody_status": "Removed"}])
def test_a_letter_that_never_went_out_is_void_once_they_are_not_held_there(post, change):
    post.bring(held(1))
    post.enrol({**held(1), "email": "a@example.org", **change})
    assert post.sheets().files == ()
    (stands,) = post.people()
    assert stands == (("planned", None) if change["custody_status"] == "Released" else ("held", "custody.removed"))


def test_a_letter_for_a_place_that_they_left_before_it_went_out_is_pressed_for_the_new_place(post):
    post.bring(held(1))
    post.bring(held(1, facility=EAST))
    assert post.people() == [("letter_ready", None)]
    file = post.one()
    assert "Camp East" in post.text(file.code)
    post.enter(file.code, handed=[1])
    assert post.people() == [("delivered", None)]
    post.bring(held(1, email="a@example.org"))  # and back again: the first letter is usable, and they were told
    assert post.people() == [("delivered", None)]
    assert post.sheets() == delivery.RunSheets((), 0)


def test_a_letter_that_is_out_when_the_list_changes_is_waited_for(post):
    post.bring(held(1))
    file = post.one()
    post.bring(held(1, facility=EAST))
    assert post.people() == [("letter_ready", None)], "it may be in their hands"
    found = post.sheets()
    assert (found.files, found.left_off) == ((), 1)
    post.enter(file.code, moved=[1])
    post.press()
    assert "Camp East" in post.text(post.one().code)


def test_somebody_who_was_told_in_the_meantime_is_not_on_a_sheet_even_if_the_plan_still_has_the_letter(post):
    post.bring(held(1))
    post.bring(held(1, facility=EAST))
    post.enter(post.one().code, handed=[1])
    post.bring(held(1, email="a@example.org"))
    assert AttemptState.ACCEPTED in post.states()
    assert post.sheets().files == ()


# Coming back


def test_each_outcome_does_what_the_page_says(post):
    post.bring(*(held(number) for number in range(1, 7)))
    file = post.one()
    counts = post.enter(file.code, handed=[1], refused=[2], absent=[3], moved=[4], released=[5], removed=[6])
    assert counts == {"entered": 6, "unchanged": 0, "corrected": 0, "left": 0}
    codes = {row.code: row.state for row in post.attempts("hand")}
    assert codes == {
        "hand.handed": "delivered",
        "hand.refused": "failed_permanent",
        "hand.absent": "accepted",
        "hand.moved": "blocked",
        "hand.released": "blocked",
        "hand.removed": "blocked",
    }
    assert sorted(post.people(), key=str) == sorted(
        [
            ("delivered", None),
            ("undelivered", "contacts.exhausted"),
            ("letter_ready", None),
            *[("held", "custody.changed")] * 3,
        ],
        key=str,
    )
    (returned,) = post.ledger("sheet.returned")
    assert (returned["letters"], returned["handed"]) == (6, 1)
    assert [entry["code"] for entry in post.ledger("notice.delivered", "notice.failed")] == [
        "hand.handed",
        "hand.refused",
        "hand.moved",
        "hand.released",
        "hand.removed",
    ]
    assert post.integrate()


def test_who_was_absent_is_on_the_next_sheet(post):
    post.bring(held(1), held(2))
    first = post.one()
    post.enter(first.code, handed=[1])
    assert post.one().code == first.code
    post.enter(first.code, absent=[2])
    second = post.one()
    assert (second.letters, second.new) == (1, True)
    assert second.code != first.code
    post.enter(second.code, handed=[1])
    assert post.people() == [("delivered", None)] * 2
    assert post.sheets().files == ()


def test_a_sheet_may_come_back_in_several_goes_and_keeps_its_numbers(post):
    post.bring(*(held(number) for number in range(1, 4)))
    file = post.one()
    assert post.enter(file.code, handed=[2]) == {"entered": 1, "unchanged": 0, "corrected": 0, "left": 2}
    assert post.ledger("sheet.returned") == []
    post.sheets()
    assert list(post.unpacked(file.code)) == ["run-sheet.pdf", "001.pdf", "003.pdf"]
    (out,) = delivery.open_sheets(post.ws)
    assert (out.code, out.letters, out.open) == (file.code, 3, 2)
    assert delivery.open_lines(post.ws, file.code) == [1, 3]
    assert post.enter(file.code, handed=[1, 2, 3])["left"] == 0
    assert delivery.open_sheets(post.ws) == []
    assert len(post.ledger("sheet.returned")) == 1


def test_the_same_again_changes_nothing(post):
    post.bring(held(1), held(2))
    file = post.one()
    post.enter(file.code, handed=[1], moved=[2])
    before = post.snapshot()
    assert post.enter(file.code, handed=[1], moved=[2]) == {"entered": 0, "unchanged": 2, "corrected": 0, "left": 0}
    assert post.snapshot() == before


def test_a_contradiction_is_refused_with_its_line_and_can_be_corrected(post):
    post.bring(held(1), held(2))
    file = post.one()
    post.enter(file.code, handed=[1], moved=[2])
    error = post.refused(file.code, handed=[1, 2])
    assert (error.code, error.where) == (Code.CONTRADICTS, "line 2: moved")
    assert post.enter(file.code, correct=True, handed=[1, 2]) == {"entered": 0, "unchanged": 1, "corrected": 1, "left": 0}
    assert post.people() == [("delivered", None)] * 2
    assert [entry["handed"] for entry in post.ledger("sheet.returned")] == [1, 2]


def test_somebody_who_was_there_after_all_is_on_the_next_sheet(post):
    post.bring(held(1))
    file = post.one()
    post.enter(file.code, handed=[1])
    post.enter(file.code, correct=True, absent=[1])
    assert [entry["code"] for entry in post.ledger("attempt.settled")] == ["hand.absent"], "the ledger must not say delivered"
    assert post.one().new


def test_a_line_whose_letter_went_out_again_is_entered_on_the_later_sheet(post):
    post.bring(held(1))
    first = post.one()
    post.enter(first.code, absent=[1])
    post.clock.forward(60)
    second = post.one()
    error = post.refused(first.code, correct=True, handed=[1])
    assert (error.code, error.where) == (Code.LATER_SHEET, f"line 1: {second.code}")


@pytest.mark.parametrize(
    ("code", "line", "expected"),
    [("0000-0000-0000", 1, Code.UNKNOWN), ("ABCD", 1, Code.BAD_CODE), ("Zoë & co", 1, Code.BAD_CODE), (None, 2, Code.NO_LINE)],
)
def test_what_is_on_no_sheet_is_refused(post, code, line, expected):
    post.bring(held(1))
    error = post.refused(code or post.one().code, handed=[line])
    assert error.code is expected
    assert "Zoë" not in str(error)


# After the list was corrected


def test_moved_then_corrected_the_letter_goes_to_the_new_place(post):
    post.bring(held(1))
    post.enter(post.one().code, moved=[1])
    post.press()
    assert post.people() == [("held", "custody.changed")], "nothing happens by itself"
    post.enrol({**held(1), "phone": "(213) 555-0147"})
    assert post.people() == [("held", "custody.changed")], "the list still says that they are there"
    post.bring(held(1, facility=EAST))
    file = post.one()
    assert "Camp East" in post.text(file.code)
    post.enter(file.code, handed=[1])
    assert post.people() == [("delivered", None)]
    assert [row.code for row in post.attempts("hand")] == ["hand.moved", "hand.handed"]


def test_released_then_corrected_they_are_told_as_somebody_free(post, email):
    post.bring(held(1, email="a@example.org"))
    post.enter(post.one().code, released=[1])
    post.enrol({**held(1), "email": "a@example.org", "custody_status": "Released", "detention_facility": ""})
    assert post.people() == [("planned", None)]
    post.make_due()
    assert post.send(email)["accepted"] == 1
    assert post.people() == [("sent", None)]


def test_removed_then_corrected_they_wait_under_the_plans_rule(post):
    post.bring(held(1, email="a@example.org"))
    post.enter(post.one().code, removed=[1])
    post.enrol({**held(1), "email": "a@example.org", "custody_status": "Removed"})
    assert post.people() == [("held", "custody.removed")]


def test_moved_away_and_back_a_correction_makes_the_letter_ready_again(post):
    post.bring(held(1))
    file = post.one()
    post.enter(file.code, moved=[1])
    post.enrol(held(1, facility=EAST))
    post.enrol(held(1, email="a@example.org"))
    assert post.people() == [("held", "custody.changed")]
    post.enter(file.code, correct=True, absent=[1])
    assert post.people() == [("letter_ready", None)]
    assert post.one().new


def test_a_new_version_has_new_sheets_and_old_ones_still_come_back(post):
    post.bring(held(1))
    old = post.one()
    post.supplement()
    post.press()
    new = post.one()
    assert new.code != old.code
    post.enter(old.code, handed=[1])
    assert post.people() == [("letter_ready", None)], "of the new version nobody has heard"


# Erasure, closing


def test_an_erased_persons_line_is_left_off_and_asks_for_nothing(post):
    post.bring(held(1), held(2), held(3))
    file = post.one()
    post.enter(file.code, handed=[1])
    erased = post.person(2)
    stewardship.erase(post.ws, [erased])
    post.sheets()
    assert list(post.unpacked(file.code)) == ["run-sheet.pdf", "003.pdf"]
    assert delivery.open_lines(post.ws, file.code) == [3]
    before = post.ledger("notice.delivered", "notice.failed")
    assert post.enter(file.code, handed=[3])["left"] == 0
    assert post.enter(file.code, handed=[2])["entered"] == 1  # the paper says so, and nothing is kept of it but that
    assert len(post.ledger("notice.delivered", "notice.failed")) == len(before) + 1
    with post.ws.store.reading() as connection:
        lines = connection.execute(select(sheet_lines)).all()
        assert all(set(row._mapping) == {"sheet_id", "line", "attempt_id", "outcome", "at"} for row in lines)
        assert connection.scalar(select(openings.c.sealed).where(openings.c.person_id == erased)) is None
    assert delivery.open_sheets(post.ws) == []


def test_a_sheet_whose_last_line_is_of_somebody_erased_is_complete(post):
    post.bring(held(1), held(2))
    file = post.one()
    post.enter(file.code, handed=[1])
    stewardship.erase(post.ws, [post.person(2)])
    assert delivery.open_sheets(post.ws) == []
    assert post.enter(file.code)["left"] == 0
    assert [entry["handed"] for entry in post.ledger("sheet.returned")] == [1]


def test_what_comes_back_after_the_incident_was_closed_is_entered_and_no_place_can_be_found_again(post):
    post.bring(held(1))
    file = post.one()
    mark = post.ws.vault.mark("facility", WEST.casefold())
    with post.ws.store.reading() as connection:
        assert connection.scalar(select(sheets.c.mark)) == mark
    stewardship.close_incident(post.ws, anyway=True)
    with post.ws.store.reading() as connection:
        assert connection.scalar(select(sheets.c.mark)) != mark
    with pytest.raises(KeyStoreError) as refused:
        post.sheets()
    assert refused.value.code is KeyStoreError.Code.CLOSED
    assert len(post.ledger("person.opened")) == 1, "nobody is opened for nothing"
    post.enter(file.code, handed=[1])
    assert post.people() == [("delivered", None)]


def test_letters_to_post_are_bundled_without_those_to_hand_over(post):
    post.bring(held(1), {"mailing_address": "632 Myers Dam, South Zachary, GA 43575"})
    bundle = post.folder / "letters.zip.age"
    assert delivery.write_bundle(post.ws, bundle, str(KEY.to_public()), "printing") == 1
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(bundle.read_bytes(), [KEY]))) as archive:
        assert [name.split("/")[0] for name in archive.namelist()] == ["letter"]


# The code


ids = st.binary(min_size=16, max_size=16).map(lambda data: opaque_id(lambda _: data))


@given(ids)
def test_a_code_is_read_as_it_is_typed(sheet):
    code = sheet_code(sheet)
    assert len(code) == 14
    for typed in (code, code.lower(), code.replace("-", ""), code.replace("-", " "), code.replace("0", "O").replace("1", "l")):
        assert sheet.startswith(read_sheet_code(typed))


@given(ids, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed(sheet, place, symbol):
    code = sheet_code(sheet).replace("-", "")
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong != code:
        with pytest.raises(SheetError) as refused:
            read_sheet_code(wrong)
        assert refused.value.code is Code.BAD_CODE


@given(st.text(max_size=20))
def test_nothing_else_is_a_code_or_repeated(text):
    with suppress(SheetError):
        assert len(read_sheet_code(text)) == 11
        return
    with pytest.raises(SheetError) as refused:
        read_sheet_code(text)
    assert str(refused.value) == str(SheetError(Code.BAD_CODE))
