"""Rows become people: joined by number or by who they are, corrected by later lists, mended after they were refused."""

import io
import itertools
import shutil
from types import SimpleNamespace

import pytest
import python_calamine
from sqlalchemy import func, select

from tidings import contacts
from tidings.errors import ListError
from tidings.people import ingest
from tidings.people.ingest import states
from tidings.record import Record
from tidings.settings import Settings
from tidings.store.tables import entries, pairs, persons, rows
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

COLUMNS = "a_number,full name,date_of_birth,nationality,language,custody_status,phone,email"
ANA = "A000000001,Ana Ruiz Paz,1990-03-04,HN,es,Released,(305) 555-0101,"
LUZ = "A000000002,Luz Mora Gil,1985-07-08,SV,es,Released,(305) 555-0102,"
TOM = "A000000003,Tom Vega Rey,1979-01-02,GT,es,Released,(305) 555-0103,"


@pytest.fixture
def ws(tmp_path, monkeypatch, pytestconfig):
    monkeypatch.setattr(states, "BATCH_ROWS", 3)
    settings = Settings(home=tmp_path / "ws", config=pytestconfig.rootpath / "config")
    create_workspace(settings, "example")
    with open_workspace(settings) as opened:
        yield opened


@pytest.fixture
def take(ws, tmp_path):
    numbers = itertools.count()

    def take(*lines, columns=COLUMNS, replaces=False):
        file = tmp_path / f"{next(numbers)}.csv"
        file.write_text("\n".join([columns, *lines]) + "\n", encoding="utf-8")
        return finish(ws, ingest.take_list(ws, file, replaces=replaces))

    return take


def finish(ws, list_id, backwards=False):
    waiting = ingest.staged_batches(ws, list_id)
    for batch in reversed(waiting) if backwards else waiting:
        ingest.ingest_batch(ws, batch)
    for batch in ingest.parked_batches(ws, list_id):
        ingest.ingest_batch(ws, batch)
    return {name: number for name, number in ingest.finish_list(ws, list_id).items() if number}


def people(ws):
    with ws.store.reading() as connection:
        found = connection.execute(select(persons).order_by(persons.c.number)).all()
    return [opened(ws, row) for row in found]


def phones(record):
    return [phone.e164 for phone in record.phones]


EVERY_LANGUAGE = SimpleNamespace(languages=(), serves=lambda language, _incident: language or None)


def held(ws):
    """The rule of everybody who waits, by name."""
    for batch in contacts.unplanned_batches(ws):
        contacts.resolve_batch(ws, batch, EVERY_LANGUAGE)
    with ws.store.reading() as connection:
        found = connection.execute(select(persons).where(persons.c.state == "held").order_by(persons.c.number)).all()
    return {opened(ws, row).name: row.rule for row in found}


def opened(ws, row):
    return Record.from_bytes(ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed)))


# --- joined ----------------------------------------------------------------------------------------------------------


def test_a_row_without_a_number_joins_whoever_it_is_of_wherever_it_stands(ws, take):
    bare = ',"RUIZ PAZ, ANA",03/04/1990,Honduran,,,,ana@example.org'
    assert take(bare, ANA, LUZ, TOM) == {"rows": 4, "persons": 3}
    ana = people(ws)[0]
    assert (ana.reference, ana.emails, phones(ana)) == ("A000000001", ("ana@example.org",), ["+13055550101"])


def test_a_list_without_numbers_joins_by_name_birth_date_and_country(ws, take):
    columns = COLUMNS.partition(",")[2]
    lines = [line.partition(",")[2] for line in (ANA, LUZ, ANA.replace("Ana Ruiz Paz", "Ruiz Paz ana").replace("0101", "0199"))]
    assert take(*lines, columns=columns) == {"rows": 3, "persons": 2}
    assert phones(people(ws)[0]) == ["+13055550101", "+13055550199"]


def test_a_later_list_gives_somebody_their_number(ws, take):
    take("," + ANA.partition(",")[2])
    assert take(ANA) == {"rows": 1, "changed": 1}
    assert [person.reference for person in people(ws)] == ["A000000001"]
    assert take(ANA.replace("0101", "0111")) == {"rows": 1, "changed": 1}  # known by it from now on


def test_likely_ones_are_two_people_who_both_wait(ws, take):
    assert take(ANA, LUZ, ",Ana Ruis Paz,03/04/1990,HN,es,Released,,a@example.org") == {"rows": 3, "persons": 3, "likely": 1}
    assert held(ws) == {"Ana Ruiz Paz": "identity.likely", "Ana Ruis Paz": "identity.likely"}


def test_one_name_and_birth_date_under_two_numbers_waits_for_a_human(ws, take):
    assert take(ANA, ANA.replace("A000000001", "A000000009")) == {"rows": 2, "persons": 2, "likely": 1}
    assert set(held(ws).values()) == {"identity.likely"}


def test_a_row_that_could_be_either_of_two_is_neither_and_all_three_wait(ws, take):
    assert take(ANA, ANA.replace("A000000001", "A000000009"), "," + ANA.partition(",")[2])["likely"] == 3
    assert len(people(ws)) == 3


def test_somebody_without_birth_date_and_number_is_looked_for_by_name(ws, take):
    assert take(ANA, LUZ, ",Paz Ruiz Ana,unknown,,es,Released,,a@example.org")["likely"] == 1
    assert set(held(ws)) == {"Ana Ruiz Paz", "Paz Ruiz Ana"}


def test_a_likely_one_of_an_earlier_list_waits_too(ws, take):
    take(ANA, LUZ)
    assert "Ana Ruiz Paz" not in held(ws)
    assert take(",Ana Ruis Paz,1990-03-04,HN,es,Released,,a@example.org")["likely"] == 1
    assert set(held(ws)) == {"Ana Ruiz Paz", "Ana Ruis Paz"}


def test_the_order_of_batches_does_not_matter(ws, take, tmp_path):
    bare = "," + ANA.partition(",")[2].replace("0101", "0111")
    lines = [ANA, LUZ, TOM, bare, ANA.replace("0101", "0122"), LUZ.replace("SV", "HN")]
    file = tmp_path / "list.csv"
    file.write_text("\n".join([COLUMNS, *lines]))
    finish(ws, ingest.take_list(ws, file))
    other_settings = ws.settings.model_copy(update={"home": tmp_path / "other"})
    create_workspace(other_settings, "example")
    with open_workspace(other_settings) as other:
        finish(other, ingest.take_list(other, file), backwards=True)
        by_number = {record.reference: record for record in people(other)}
    assert by_number == {record.reference: record for record in people(ws)}
    assert phones(by_number["A000000001"]) == ["+13055550101", "+13055550111", "+13055550122"]


# --- again -----------------------------------------------------------------------------------------------------------


def test_a_later_list_says_what_is_new_changed_gone_and_unchanged(ws, take):
    take(ANA, LUZ)
    assert take(LUZ.replace("0102", "0177"), TOM) == {"rows": 2, "persons": 1, "changed": 1, "gone": 1}
    assert phones(people(ws)[1]) == ["+13055550177"]
    assert not held(ws)


def test_what_a_later_list_leaves_empty_stays(ws, take):
    take(ANA)
    assert take("A000000001,Ana Ruiz Paz,,,,Released,,ana@example.org") == {"rows": 1, "changed": 1}
    ana = people(ws)[0]
    assert (str(ana.date_of_birth), phones(ana), ana.emails) == ("1990-03-04", ["+13055550101"], ("ana@example.org",))


def test_whoever_a_replacing_list_leaves_out_waits_until_they_are_back(ws, take):
    take(ANA, LUZ)
    assert take(LUZ.replace("0102", "0177"), replaces=True)["gone"] == 1
    assert held(ws) == {"Ana Ruiz Paz": "list.gone"}
    take(ANA, TOM)
    assert not held(ws)


def test_of_somebody_on_a_replacing_list_nothing_earlier_counts(ws, take):
    take("A000000001,Ana Ruiz Paz,1990-03-04,HN,es,Released,(305) 555-0101,wrong@example.org")
    take(ANA, replaces=True)
    assert people(ws)[0].emails == ()


def test_an_earlier_list_again_is_the_newest_word(ws, take):
    take(ANA)
    take(ANA.replace("0101", "0177"))
    assert take(ANA, LUZ) == {"rows": 2, "persons": 1, "repeated": 1, "changed": 1}
    assert phones(people(ws)[0]) == ["+13055550101"]


def test_the_same_rows_in_other_columns_and_another_order_change_nothing(ws, take):
    take(ANA, LUZ)
    columns = "language,e-mail,Phone Number,NATIONALITY,date of birth,Full Name,A Number,custody status"
    turned = [
        "es,,(305) 555-0102,SV,1985-07-08,Luz Mora Gil,A000000002,Released",
        "es,,(305) 555-0101,HN,1990-03-04,Ana Ruiz Paz,A000000001,Released",
    ]
    assert take(*turned, columns=columns) == {"rows": 2, "unchanged": 2}
    with ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).where(entries.c.kind == "person.changed")) == 0


def test_strangers_under_one_number_wait_and_a_corrected_list_lets_the_right_one_go(ws, take):
    take(ANA, TOM.replace("A000000003", "A000000001"))
    assert held(ws) == {"Ana Ruiz Paz": "identity.conflict"}
    take(ANA, TOM)
    assert held(ws) == {"Ana Ruiz Paz": "identity.conflict"}  # which of the two lists is right is not ours to say
    take(ANA, TOM, LUZ, replaces=True)
    assert not held(ws)
    assert phones(people(ws)[0]) == ["+13055550101"]  # and nothing of the stranger


# --- refused and mended -----------------------------------------------------------------------------------------------

BAD = "A12,Ana Ruiz Paz,1990-03-04,HN,es,Released,(305) 555-0101,=HYPERLINK(1)"


def rejected(ws):
    workbook, number = ingest.rejects_workbook(ws)
    sheets = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    return number, [sheets.get_sheet_by_name(name).to_python() for name in sheets.sheet_names]


def as_lines(sheet):
    return [",".join(f'"{cell}"' for cell in line) for line in sheet]


def test_an_officer_gets_the_refused_rows_with_reasons_as_they_were(ws, take):
    assert take(BAD, LUZ) == {"rows": 2, "persons": 1, "refused": 1}
    assert ingest.count_rejects(ws) == {"row.bad_reference": 1}
    number, [[header, row]] = rejected(ws)
    assert (number, header[:3], header[3:]) == (1, ["tidings_row", "tidings_why", "tidings_what_to_do"], COLUMNS.split(","))
    assert row[3:] == BAD.split(",")
    assert "(row 1, line" in row[1]


def test_what_goes_back_to_a_sheet_cannot_run_as_a_formula(ws, take):
    take(*(f"{number},x,,,,,,{start}cmd|'/c calc'!A1" for number, start in enumerate("=+-@\t", start=1)))
    workbook, number = ingest.rejects_workbook(ws)
    assert number == 5
    import zipfile

    sheet = zipfile.ZipFile(io.BytesIO(workbook)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert sheet.count(b't="s"') == (3 + 8) * (1 + 5)  # every cell is typed text


def test_a_mended_row_takes_the_place_of_the_refused_one(ws, take):
    take(BAD, LUZ)
    _number, [[header, row]] = rejected(ws)
    row[3] = "A000000001"
    assert take(*as_lines([row]), columns=",".join(header)) == {"rows": 1, "persons": 1, "mended": 1, "gone": 1}
    assert ingest.count_rejects(ws) == {}
    with ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(rows)) == 2


def test_a_row_that_comes_back_as_it_was_still_waits_once(ws, take):
    take(BAD, LUZ)
    _number, [[header, row]] = rejected(ws)
    take(*as_lines([row]), columns=",".join(header))
    assert ingest.count_rejects(ws) == {"row.bad_reference": 1}


def test_a_row_that_is_mended_wrongly_waits_in_the_place_of_the_first(ws, take):
    take(BAD, LUZ)
    _number, [[header, row]] = rejected(ws)
    row[3] = "A13"
    assert take(*as_lines([row]), columns=",".join(header))["mended"] == 1
    assert ingest.count_rejects(ws) == {"row.bad_reference": 1}
    assert rejected(ws)[1][0][1][3] == "A13"


def test_a_token_that_somebody_made_up_takes_nothing_away(ws, take):
    take(BAD, LUZ)
    take(f"{'a' * 26},{TOM}", columns=f"tidings_row,{COLUMNS}")
    assert ingest.count_rejects(ws) == {"row.bad_reference": 1}


def test_pairs_say_nothing_of_who_they_are(ws, take):
    take(ANA, ANA.replace("A000000001", "A000000009"))
    with ws.store.reading() as connection:
        pair = connection.execute(select(pairs)).one()
    assert {len(pair.first_id), len(pair.second_id)} == {26}


# --- decided ----------------------------------------------------------------------------------------------------------

RUIS = ",Ana Ruis Paz,1990-03-04,HN,es,Released,,ana@example.org"


def test_one_person_has_the_rows_of_both_and_the_other_is_joined(ws, take):
    take(ANA, LUZ, RUIS)
    [(first, second)] = ingest.open_pairs(ws)
    ingest.decide_pair(ws, second, first, same=True)
    ingest.decide_pair(ws, first, second, same=True)  # twice is once
    assert (ingest.open_pairs(ws), held(ws)) == ([], {})
    ana = people(ws)[0]
    assert (ana.reference, ana.emails, phones(ana)) == ("A000000001", ("ana@example.org",), ["+13055550101"])
    with ws.store.reading() as connection:
        assert dict(connection.execute(select(persons.c.state, func.count()).group_by(persons.c.state)).tuples().all()) == {
            "planned": 2,
            "joined": 1,
        }


def test_what_a_later_list_says_of_the_joined_one_reaches_the_one_who_stays(ws, take):
    take(ANA, ANA.replace("A000000001", "A000000009"))
    [pair] = ingest.open_pairs(ws)
    ingest.decide_pair(ws, *pair, same=True)
    assert take("A000000009,Ana Ruiz Paz,1990-03-04,HN,es,Released,(305) 555-0199,") == {"rows": 1, "changed": 1}
    assert phones(people(ws)[0]) == ["+13055550199"]


def test_two_people_are_each_told_and_not_asked_about_again(ws, take):
    take(ANA, LUZ, RUIS)
    [pair] = ingest.open_pairs(ws)
    ingest.decide_pair(ws, *pair, same=False)
    assert held(ws) == {}
    take(RUIS.replace("ana@", "ruis@"), LUZ, ANA)
    assert ingest.open_pairs(ws) == []


def test_a_decision_on_no_pair_is_refused(ws, take):
    take(ANA, LUZ)
    with pytest.raises(ListError) as refused:
        ingest.decide_pair(ws, "a" * 26, "b" * 26, same=True)
    assert refused.value.code is ListError.Code.NO_PAIR


def test_the_workbook_shows_an_officer_who_they_are_and_is_no_list_itself(ws, take):
    take(ANA, LUZ, RUIS)
    _number, [[header, one, other]] = rejected(ws)[0], [[line for line in rejected(ws)[1][0] if any(line)]]
    assert header[:3] == ["tidings_pair", "tidings_person", "tidings_reference"]
    assert (one[3], other[3]) == ("Ana Ruiz Paz", "Ana Ruis Paz")
    with pytest.raises(ListError):
        take(*as_lines([one, other]), columns=",".join(header))


# --- read again -------------------------------------------------------------------------------------------------------


@pytest.fixture
def mend(ws, tmp_path, pytestconfig):
    """Lets a test mend columns.toml of an incident of its own."""
    folder = tmp_path / "config/incidents/example"
    shutil.copytree(pytestconfig.rootpath / "config/incidents/example", folder)
    object.__setattr__(ws, "settings", ws.settings.model_copy(update={"config": tmp_path / "config"}))

    def mend(before, after):
        file = folder / "columns.toml"
        file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")

    return mend


def reread(ws):
    changed = sum(ingest.reread_batch(ws, batch)["changed"] for batch in ingest.known_batches(ws))
    new = sum(ingest.reread_rejects(ws, list_id)["persons"] for list_id in ingest.lists_with_rejects(ws))
    return changed, new, ingest.settle_pairs(ws)["likely"]


def test_a_status_that_columns_toml_learns_later_is_understood_without_the_list(ws, take, mend):
    take(ANA.replace("Released", "Out and about"), LUZ)
    assert reread(ws) == (0, 0, 0)
    mend('"released", ', '"released", "out and about", ')
    assert reread(ws) == (1, 0, 0)
    assert not any(record.flags for record in people(ws))
    assert reread(ws) == (0, 0, 0)


def test_rows_that_were_refused_by_a_wrong_rule_become_people(ws, take, mend):
    take("HN-77/B,Ana Ruiz Paz,1990-03-04,HN,es,Released,(305) 555-0101,", LUZ)
    mend('reference = "a-number"', 'reference = "plain"')
    assert reread(ws)[1] == 1
    assert ingest.count_rejects(ws) == {}
    assert people(ws)[-1].reference == "HN-77/B"


def test_likely_pairs_that_a_new_reading_brings_are_found(ws, take, mend):
    take(ANA.replace("1990-03-04", "03/04/1990"), LUZ, ",Ana Ruis Paz,1990-04-03,HN,es,Released,,a@example.org")
    assert ingest.open_pairs(ws) == []  # a slip in the name and another in the date
    mend('dates = "month-first"', 'dates = "day-first"')
    assert reread(ws) == (1, 0, 1)
    assert len(ingest.open_pairs(ws)) == 1
