"""Dates, languages, countries, references, notes, names: words and numbers that have one meaning, or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Flag, Owner
from tidings.people.values.attorneys import read_attorney
from tidings.people.values.cells import clean
from tidings.people.values.countries import read_country
from tidings.people.values.dates import DateOrder, read_date
from tidings.people.values.languages import read_language
from tidings.people.values.names import is_damaged, whole_name
from tidings.people.values.notes import phone_owner, read_note
from tidings.people.values.references import ReferenceForm, read_reference
from tidings.people.values.spelling import one_slip

LATEST = date(2022, 11, 28)


@pytest.mark.parametrize(
    "cell",
    [
        "02/13/1970", "13/02/1970", "2/13/70", "1970-02-13", "1970-02-13 00:00:00", "1970-02-13T00:00:00Z",
        "2/13/1970 12:00:00 AM", "19700213",
        "19700213.0", "02131970", "13.02.1970", "13-Feb-1970", "13FEB1970", "Feb 13 1970", "February 13, 1970", "Feb. 13th, 1970",
        "Friday, February 13, 1970", "13 de febrero de 1970", "13 février 1970", "13 февраля 1970 г.", "13 Şubat 1970",
        "1970年2月13日",
        "١٣/٠٢/١٩٧٠", "25612", "25612.0",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_form(cell):
    assert read_date(clean(cell), LATEST) == (date(1970, 2, 13), "")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("02/30/1990", "date.impossible"), ("00/00/1988", "date.impossible"), ("1990-13-01", "date.impossible"),
        ("1990", "date.incomplete"),
        ("February 1970", "date.incomplete"), ("2193-09-21", "date.out_of_range"), ("1890-01-01", "date.out_of_range"),
        ("99999", "date.out_of_range"),
        ("about then", "date.unreadable"), ("0", "date.unreadable"), ("07/04/1985 - 08/04/1985", "date.unreadable"),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_never_moved(cell, code):
    assert read_date(cell, LATEST) == (None, code)


def test_the_incident_decides_which_number_is_the_month():
    assert read_date("03/04/1990", LATEST)[0] == date(1990, 3, 4)
    assert read_date("03/04/1990", LATEST, DateOrder.DAY_FIRST)[0] == date(1990, 4, 3)


@pytest.mark.parametrize(
    ("cell", "tag"),
    [
        ("Castellano", "es"), ("Spansih", "es"), ("es-419", "es"), ("SPA", "es"), ("espagnol", "es"), ("Spanish (Mexico)", "es"),
        ("pt-br", "pt-BR"), ("Portuguese", "pt-BR"), ("pt_PT", "pt-PT"), ("中文", "zh-Hans"), ("Mandarin Chinese", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("Kreyol ayisyen", "ht"), ("Creole", "ht"), ("QuichÃ©", "quc"), ("K’iche’ / Spanish", "quc"),
        ("MAM / Spanish", "mam"), ("Kanjobal", "kjb"),
        ("Dari", "prs"), ("fa_AF", "prs"), ("فارسی", "fa"), ("Kichwa", "qu"), ("Kurmanji", "ku"), ("ਪੰਜਾਬੀ", "pa"),
        ("ትግርኛ", "ti"), ("ქართული", "ka"),
    ],
)  # fmt: skip
def test_a_language_is_read_by_any_of_its_names(cell, tag):
    assert read_language(clean(cell)) == (tag, "")


@pytest.mark.parametrize("cell", ["Other", "UNK", "unknown"])
def test_a_language_that_the_list_does_not_know_is_empty(cell):
    assert read_language(cell) == ("", "")


@pytest.mark.parametrize("cell", ["asdfgh", "no", "Mixteco", "123"])
def test_a_language_that_nobody_knows_is_not_guessed(cell):
    assert read_language(cell) == ("", "language.unknown")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Guatemalan", "GT"), ("GTM", "GT"), ("hondureña", "HN"), ("México", "MX"), ("MÃ©xico", "MX"), ("Haïti", "HT"),
        ("PRC", "CN"),
        ("China, People's Republic of", "CN"), ("Venezuela, Bolivarian Republic of", "VE"),
        ("Iran (Islamic Republic of)", "IR"), ("Russian Fed.", "RU"),
        ("Viet Nam", "VN"), ("TÃ¼rkiye", "TR"), ("Cameroun", "CM"), ("Россия", "RU"), ("ኢትዮጵያ", "ET"), ("Nicargua", "NI"),
        ("Nigerien", "NE"),
        ("San Pedro Sula, Honduras", "HN"), ("DRC", "CD"), ("Korea, Republic of", "KR"), ("484", "MX"),
    ],
)  # fmt: skip
def test_a_country_is_read_by_name_demonym_or_code(cell, code):
    assert read_country(clean(cell)) == (code, "")


@pytest.mark.parametrize("cell", ["Congolese", "Congo", "Korea", "Stateless", "China, Rep. of", "xx", "Zamibia or so"])
def test_a_word_that_may_be_two_countries_is_none(cell):
    assert read_country(cell) == ("", "country.unknown")


def test_two_nationalities_are_not_chosen_between():
    assert read_country("Guatemala / Mexico") == ("", "country.several")


@pytest.mark.parametrize(
    "cell",
    [
        "A042800275", "a042800275", "042800275", "42800275", "42800275.0", "4.2800275E+07", "A-042-800-275", "A 042 800 275",
        "A# 042 800 275",
        "Alien No. A042800275", "A0428OO275", "Ａ０４２８００２７５", "\u200bA042800275", "A042800275 / 042-800-275",
    ],
)  # fmt: skip
def test_an_a_number_has_one_form(cell):
    assert read_reference(clean(cell)) == ("A042800275", "")


@pytest.mark.parametrize("cell", ["4280027", "A1042800275", "A04280027X", "A000000000", "unknown", "A", "A042800275A042800276"])
def test_a_damaged_a_number_is_refused(cell):
    assert read_reference(cell) == ("", "row.bad_reference")


def test_two_a_numbers_in_a_cell_are_refused():
    assert read_reference("A042800275 / A042800276") == ("", "row.two_references")


def test_a_plain_reference_is_compared_letter_by_letter():
    assert read_reference("ngo 12/x", ReferenceForm.PLAIN) == ("NGO12/X", "")


@pytest.mark.parametrize(
    ("note", "flags"),
    [
        ("Do not contact by phone", {Flag.DO_NOT_PHONE}), ("no llamar, por favor", {Flag.DO_NOT_PHONE}),
        ("DON’T TEXT", {Flag.DO_NOT_PHONE}),
        ("wrong number", {Flag.DO_NOT_PHONE}), ("contact only by mail", {Flag.DO_NOT_PHONE}),
        ("unsafe to text", {Flag.UNSAFE, Flag.DO_NOT_PHONE}), ("husband checks her phone", {Flag.UNSAFE, Flag.DO_NOT_PHONE}),
        ("no llamar, el teléfono es de su ex pareja", {Flag.UNSAFE, Flag.DO_NOT_PHONE}),
        ("phone monitored by family, attorney only", {Flag.UNSAFE, Flag.DO_NOT_PHONE, Flag.ATTORNEY_ONLY}),
        ("solo por medio de abogado", {Flag.DO_NOT_PHONE, Flag.ATTORNEY_ONLY}),
        ("illiterate, please call", {Flag.CANNOT_READ}), ("no sabe leer", {Flag.CANNOT_READ}),
        ("does not read, speak by phone", {Flag.CANNOT_READ}),
        ("cannot read English", set()), ("call after 6pm", set()), ("llamar después de las 6", set()),
        ("safe to call", set()), ("no contact info", set()),
        ("G-28 on file", set()), ("transferred twice", set()), ('=HYPERLINK("http://x.example","open")', set()),
        ("{{7*7}}", set()),
        ("<script>alert(1)</script>", set()), ("Robert'); DROP TABLE persons;--", set()),
    ],
)  # fmt: skip
def test_a_note_sets_exactly_its_flags(note, flags):
    assert read_note(clean(note)).flags == flags


@pytest.mark.parametrize(
    ("note", "owner"),
    [
        ("phone is cousin's", Owner.RELATIVE), ("shares phone with sister", Owner.RELATIVE),
        ("number belongs to friend", Owner.UNKNOWN),
        ("phone monitored by family, attorney only", Owner.RELATIVE), ("mother speaks English", None), ("call after 6pm", None),
    ],
)  # fmt: skip
def test_a_note_tells_whose_the_phone_is(note, owner):
    assert read_note(clean(note)).owner is owner


def test_a_number_alone_names_nobody():
    assert phone_owner("(305) 555-0123") is None


@pytest.mark.parametrize(
    "cell",
    ["a@legal.example.com / (985) 555-0137", "(985) 555-0137; a@legal.example.com", "Tel 985-555-0137 Email: a@legal.example.com",
     "a@legal.example.com,985-555-0137"],
)  # fmt: skip
def test_an_attorneys_contact_is_read_in_any_order(cell):
    contact = read_attorney(cell, "US")
    assert contact.emails == ("a@legal.example.com",)
    assert [(phone.e164, phone.owner) for phone in contact.phones] == [("+19855550137", Owner.ATTORNEY)]


def test_an_attorneys_number_that_is_somebody_elses_stays_theirs():
    assert read_attorney("(985)555-0137 (mother)", "US").phones[0].owner is Owner.RELATIVE


def test_a_name_keeps_its_parts_and_loses_placeholders():
    assert whole_name(("FNU", "María", "de la Cruz"), {"fnu"}) == "María de la Cruz"
    assert whole_name(("FNU",), {"fnu"}) == ""
    assert is_damaged("Pe?a")
    assert not is_damaged("Peña?")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("JosÃ© PeÃ±a", "José Peña"), ("JosÃ© Peña", "José Peña"), ("LEBRÃ“N", "LEBRÓN"), ("MarÃ\xada", "María"),
        ("Ð›Ñ‹Ñ‚ÐºÐ¸Ð½", "Лыткин"),
        ("SÃO PAULO", "SÃO PAULO"), ("Jos&eacute;", "José"), ("\u202eabc\u202c", "abc"), ("a\x00b\n c", "a b c"),
        ("Jose\u0301", "José"),
        ("کتاب\u200cها", "کتاب\u200cها"), ("AT&T; R&D", "AT&T; R&D"),
    ],
)  # fmt: skip
def test_a_cell_is_cleaned_of_what_exports_did_to_it(cell, text):
    assert clean(cell) == text


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("spansih", "spanish", True),
        ("spanis", "spanish", True),
        ("spanish", "spanish", False),
        ("spanihs", "spainsh", False),
        ("a", "abc", False),
    ],
)
def test_one_slip_is_one(left, right, answer):
    assert one_slip(left, right) is one_slip(right, left) is answer


@given(st.text(max_size=60))
def test_no_text_makes_any_of_these_readers_fail(cell):
    text = clean(cell)
    assert clean(text) is not None
    born, code = read_date(text, LATEST)
    assert (born is None) == bool(code)
    assert read_language(text)[0] == "" or not read_language(text)[1]
    assert read_country(text)[0] == "" or not read_country(text)[1]
    assert read_reference(text)[0] == "" or not read_reference(text)[1]
    assert read_note(text).flags >= frozenset()
    assert read_attorney(text, "US") is not None


def test_what_babel_loaded_for_their_names_is_let_go():
    from babel import Locale, localedata

    from tidings.people.values.cldr import load_names

    assert Locale.parse("ka").languages  # loaded
    assert localedata._cache
    load_names.__wrapped__()
    assert not localedata._cache
    assert Locale.parse("ka").languages
    assert read_language("ქართული") == ("ka", "")
