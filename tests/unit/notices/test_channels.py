"""Every language on every channel, with people of the sample and with people whose names are traps."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from tidings.errors import NoticeError
from tidings.incident import load_incident
from tidings.model import Carries, Channel, Kind
from tidings.notices import Call, Composer, FullMail, LetterPress, Recordings, Reply, WhatsApp
from tidings.notices.careful import revealing
from tidings.notices.catalog import Catalog, Catalogs
from tidings.notices.marks import bare, plain_line
from tidings.notices.notice import FullNotice
from tidings.notices.recordings import slots
from tidings.notices.sms import measure
from tidings.notices.translation import State
from tidings.notices.voice import voices
from tidings.people import ListSource, Reader, load_columns
from tidings.record import Record

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config/incidents/example"
CATALOGS = Catalogs.load(incident=EXAMPLE)
WHOLE = [it for it in CATALOGS.languages if CATALOGS[it].sentences.keys() >= CATALOGS["en"].sentences.keys()]
"""Languages that lack nothing; the others are still being translated, and `tidings check` says so."""
CODE, DAY = "K7Q2-M9XD", date(2022, 12, 5)
URL, AUDIO = "https://notice.example.org/voice?attempt=x&try=1", "https://notice.example.org/audio"
RECORD = Record(name="Ana Ruiz", address="1 Main Street\nSpringfield, VA 22150", kinds=frozenset({Kind.NAME, Kind.PHONE}))

HOSTILE = [
    '#panic("x")',
    "{$x}",
    "{ $name } { teaser-sms }",
    "<script>alert(1)</script>",
    "%s %(x)s",
    '\\" #read("/etc/passwd")',
    "{{1}} {{ code }} -code-",
    "A\u202eB\u2066C\u200fD",
    "$x$ *b* _i_ `c` @r <l> #1",
    "&amp; &lt;b&gt;",
]


@pytest.fixture(scope="module")
def incident():
    return load_incident(EXAMPLE)


@pytest.fixture(scope="module")
def composer(incident) -> Composer:
    return Composer(incident, CATALOGS)


@pytest.fixture(scope="module")
def later(incident) -> Composer:
    """Of a supplement."""
    return Composer(incident.model_copy(update={"version": 2}), CATALOGS)


@pytest.fixture(scope="module")
def press() -> LetterPress:
    return LetterPress([Path("/usr/share/fonts")])


@pytest.fixture(scope="module")
def people(incident) -> list[Record]:
    """Seven people of the sample, far apart from each other."""
    columns = load_columns(EXAMPLE)
    table = ListSource(EXAMPLE / "affected_persons.csv").open(columns)
    reader = Reader(columns, table.header, incident)
    return [reader.read(number, cells).record for number, _line, cells in islice(table.rows, 3, 6200, 900)]


class Page(HTMLParser):
    """What a mail program shows of an e-mail, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.tags = "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def written(notice: FullNotice) -> str:
    lines = [notice.title, *notice.opening]
    for section in notice.sections:
        lines += [section.heading, *section.paragraphs, *section.bullets]
    return bare("\n".join(lines)) + (written(notice.beside) if notice.beside else "")


def printed(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split()).replace("\u200b", "")


def heard(twiml: str) -> list[str]:
    return [element.text for element in ET.fromstring(twiml).iter("Say")]


# --- every language, every channel, every notice ---------------------------------------------------------------------------


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("language", WHOLE)
def test_every_channel_can_carry_every_notice_in_every_language(language, version, incident, people, press):
    composer = Composer(incident.model_copy(update={"version": version}), CATALOGS)
    office, teasers = incident.organisation, []
    sms = composer.sms(language, CODE)
    assert measure(sms).segments == 1
    whatsapp = composer.whatsapp(language, CODE)
    mail, attorney = composer.email(language), composer.attorney_email(language)
    teasers += [sms, whatsapp.shown, mail.subject, mail.text]
    for to in Reply:
        answer = composer.reply(to, language)
        assert measure(answer).segments == 1
        assert office.hotline in answer
        teasers.append(answer)
    if language in voices():
        call = composer.voice(language, CODE, URL, AUDIO)
        teasers += [" ".join(heard(twiml)) for twiml in (call.ask, call.message, call.stopped, call.goodbye)]
    letter = composer.attorney_letter("Maria Lopez", "2 Side Street\nSpringfield, VA 22150", [CODE, "AAAA-BBBB"], language, DAY)
    for text in (attorney.text, written(letter)):
        assert office.name not in text
    assert f"{CODE}, AAAA-BBBB" in written(letter)
    for person in people:
        teaser = composer.letter(person, Carries.TEASER, language, CODE, DAY)
        full = composer.letter(person, Carries.FULL, language, CODE, DAY)
        posted = composer.full_email(person, language, CODE, DAY)
        assert posted.subject == mail.subject
        teasers.append(written(teaser))
        for text in (written(full), posted.text, Page(posted.html).words):
            for value in (office.name, office.hotline, office.web, office.email, CODE):
                assert value in text
        assert plain_line(person.name) in bare(posted.text)
    for text in teasers:
        assert revealing(text, language) == []
        assert office.name not in text
        assert not re.search(r"M\d\d", text)
    if press.fonts_for(language):
        for made in (letter, teaser, full):
            assert office.hotline in printed(press.press(made, hand=False))


@pytest.mark.parametrize("language", WHOLE)
def test_whoever_was_told_before_hears_that_there_is_more(language, composer, later):
    assert composer.sms(language, CODE) != later.sms(language, CODE)
    assert composer.whatsapp(language, CODE).body != later.whatsapp(language, CODE).body
    assert composer.email(language).subject != later.email(language).subject
    assert composer.letter(RECORD, Carries.TEASER, language, CODE) != later.letter(RECORD, Carries.TEASER, language, CODE)
    for name in ("supplement-opening", "supplement-code", "supplement-keep"):
        assert CATALOGS[language].text(name) in written(later.full_notice(RECORD, language, CODE))
        assert CATALOGS[language].text(name) not in written(composer.full_notice(RECORD, language, CODE))


def test_a_supplement_begins_with_what_is_new(incident):
    news = "incident-new-count = Two more addresses had it. Call { $hotline }.\n"
    english = Catalog("en", CATALOGS["en"].content, news, own=["incident-new-count"])
    composer = Composer(incident.model_copy(update={"version": 2}), Catalogs({"en": english}))
    first = composer.full_notice(RECORD, "en", CODE).sections[0]
    assert first.heading == "What We Know Now"
    assert bare(first.paragraphs[0]) == "Two more addresses had it. Call +1 800 555 0100."


@pytest.mark.parametrize("language", WHOLE)
@pytest.mark.parametrize("encrypted", ["no", "yes", "part", None])
def test_a_notice_says_whether_the_data_were_encrypted_if_the_incident_does(encrypted, language, incident):
    exposure = incident.exposure.model_copy(update={"encrypted": encrypted})
    text = written(Composer(incident.model_copy(update={"exposure": exposure}), CATALOGS).full_notice(RECORD, language, CODE))
    said = [it for it in ("no", "yes", "part") if CATALOGS[language].text(f"notice-encrypted-{it}") in text]
    assert said == [encrypted] * (encrypted is not None)


@pytest.mark.parametrize("language", WHOLE)
def test_an_incidents_own_sentences_stand_in_their_part(language, composer):
    own = CATALOGS[language].text("incident-doing-safeguards")
    doing = next(
        it
        for it in composer.full_notice(RECORD, language, CODE).sections
        if it.heading == CATALOGS[language].text("notice-doing")
    )
    assert own in doing.paragraphs


def test_offices_that_a_law_wants_named_stand_below_ours(incident):
    agency = {"name": "Federal Trade Commission", "phone": "+1 877 438 4338", "web": "identitytheft.gov"}
    named = incident.model_copy(update={"agencies": (type(incident).model_fields["agencies"].annotation.__args__[0](**agency),)})
    text = written(Composer(named, CATALOGS).full_notice(RECORD, "en", CODE))
    assert "Federal Trade Commission: +1 877 438 4338, identitytheft.gov" in text
    assert CATALOGS["en"].text("notice-agencies") in text


# --- hostile names --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*HOSTILE, "N" * 300, "Long Name " * 30])
def test_a_name_is_only_ever_text(name, composer, press):
    record, shown = replace(RECORD, name=name), plain_line(name)
    for carries in Carries:
        text = printed(press.press(composer.letter(record, carries, "es", CODE, DAY), hand=True))
        assert "".join(shown.split()) in "".join(text.split())
    mail = composer.full_email(record, "es", CODE, DAY)
    page = Page(mail.html)
    assert shown in bare(mail.text)
    assert shown in " ".join(page.words.split())
    assert {tag for tag, _ in page.tags} <= {"html", "head", "meta", "title", "body", "div", "h1", "h2", "p", "ul", "li", "bdi"}
    assert not any(set(attributes) & {"href", "src", "onclick"} for _, attributes in page.tags)


@pytest.mark.parametrize("name", HOSTILE)
def test_an_attorneys_name_is_only_ever_text(name, composer, press):
    pdf = press.press(composer.attorney_letter(name, "1 Main Street", [CODE], "en", DAY), hand=False)
    assert "".join(plain_line(name).split()) in "".join(printed(pdf).split())


@pytest.mark.parametrize("value", ["<Dial>900</Dial>", '"><Play>x</Play>', "{{1}} & {{2}}", "{$x} %s #panic()"])
def test_what_an_incident_puts_into_a_teaser_is_only_ever_text(value, incident):
    office = incident.organisation.model_copy(update={"web": value})
    composer = Composer(incident.model_copy(update={"organisation": office}), CATALOGS)
    assert value in composer.sms("en", CODE)
    assert value in composer.whatsapp("en", CODE).shown
    assert value in composer.email("en").text
    assert value in Page(composer.email("en").html).words
    office = incident.organisation.model_copy(update={"hotline": f"1{value}"})
    call = Composer(incident.model_copy(update={"organisation": office}), CATALOGS).voice("en", CODE, URL + value, AUDIO)
    for twiml in (call.ask, call.message):
        assert {element.tag for element in ET.fromstring(twiml).iter()} <= {
            "Response",
            "Gather",
            "Say",
            "Pause",
            "Hangup",
        }
        assert ET.fromstring(twiml)[0].get("action") == URL + value


def test_nothing_that_holds_a_person_shows_itself(composer):
    for made in (
        composer.whatsapp("en", CODE),
        composer.voice("en", CODE, URL, AUDIO),
        composer.full_email(RECORD, "en", CODE),
        composer.full_notice(RECORD, "en", CODE),
    ):
        assert isinstance(made, WhatsApp | Call | FullMail | FullNotice)
        assert CODE not in repr(made)
        assert "Ana" not in f"{made} {made!r}"


# --- WhatsApp -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WHOLE)
def test_a_whatsapp_template_is_the_same_for_all_and_numbers_its_values_in_order(language, composer):
    one, other = composer.whatsapp(language, CODE), composer.whatsapp(language, "AAAA-BBBB")
    assert one.body == other.body
    assert re.findall(r"\{\{(\d)\}\}", one.body) == sorted(one.variables)
    assert set(one.variables.values()) == {"notice.example.org", "+1 800 555 0100", CODE}
    assert not one.body.startswith("{{")
    assert not one.body.endswith("}}")


def test_a_whatsapp_message_that_meta_would_refuse_is_not_made(incident):
    office = incident.organisation.model_copy(update={"web": "x" * 1024})
    with pytest.raises(NoticeError) as caught:
        Composer(incident.model_copy(update={"organisation": office}), CATALOGS).whatsapp("en", CODE)
    assert caught.value.code is NoticeError.Code.TOO_LONG


# --- voice ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [it for it in WHOLE if it in voices()])
def test_before_a_key_is_pressed_only_the_greeting_is_said(language, composer):
    call = composer.voice(language, CODE, URL, AUDIO)
    response = ET.fromstring(call.ask)
    assert [element.tag for element in response] == ["Gather", "Say", "Hangup"]
    assert response[0].get("action") == URL
    say = CATALOGS[language].text
    greeting = {say(f"teaser-voice-{part}") for part in ("hello", "press", "stop", "goodbye")}
    assert set(heard(call.ask)) == greeting
    assert not re.search(r"\d{3}", re.sub(r'<\?xml[^>]*>|"[^"]*"', "", call.ask))


@pytest.mark.parametrize("language", [it for it in WHOLE if it in voices()])
def test_after_the_key_number_and_code_are_read_sign_by_sign_twice_in_a_voice_of_the_language(language, composer):
    call = composer.voice(language, CODE, URL, AUDIO)
    text = " ".join(heard(call.message))
    assert text.count("K, 7, Q, 2, M, 9, X, D") == 2
    assert text.count("1, 8 0 0, 5 5 5, 0 1 0 0") == 2
    for element in ET.fromstring(call.message).iter("Say"):
        assert (element.get("language"), element.get("voice")) == (voices()[language].language, voices()[language].name)


def test_a_language_without_a_voice_is_not_read_by_another_languages(composer):
    assert composer.speaks("ht") is None
    with pytest.raises(NoticeError) as caught:
        composer.voice("ht", CODE, URL, AUDIO)
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.NO_VOICE, "ht")


def recorded(folder: Path, language: str, *, again: bool = False) -> Recordings:
    (folder / language).mkdir(parents=True)
    for slot in slots(again=again):
        (folder / language / f"{slot}.mp3").write_bytes(b"ID3")
    return Recordings((folder,))


def test_who_speaks_a_language_that_nobody_reads_hears_a_recording_of_it(tmp_path, incident):
    composer = Composer(incident, CATALOGS, recorded(tmp_path, "quc"))
    assert composer.speaks("quc") == "quc"
    call = composer.voice("quc", CODE, URL, AUDIO)
    played = [element.text for element in ET.fromstring(call.message).iter("Play")]
    assert played[0] == f"{AUDIO}/quc/teaser-voice-message.mp3"
    at = played.index(f"{AUDIO}/quc/teaser-voice-code.mp3")
    assert [it.rsplit("/", 1)[1] for it in played[at + 1 : at + 9]] == [f"code-{it}.mp3" for it in "K7Q2M9XD"]
    assert "<Say" not in call.ask + call.message


def test_with_one_recording_missing_the_served_languages_voice_is_used(tmp_path, incident):
    recorded(tmp_path, "quc")
    (tmp_path / "quc/code-0.mp3").unlink()
    recordings = Recordings((tmp_path,))
    assert recordings.missing("quc") == ["code-0"]
    assert Composer(incident, CATALOGS, recordings).speaks("quc") == "es"  # by the incident's fallback


def test_an_incidents_recording_wins_over_the_catalogs(tmp_path):
    for folder in ("incident", "all"):
        recorded(tmp_path / folder, "so")
    both = Recordings((tmp_path / "incident", tmp_path / "all"))
    assert both.file("so", "teaser-voice-reach") == tmp_path / "incident/so/teaser-voice-reach.mp3"


def test_a_call_to_somebody_told_before_needs_that_recording(tmp_path, incident):
    first = recorded(tmp_path, "so")
    assert first.missing("so", again=True) == ["teaser-voice-message-again"]


# --- English beside -------------------------------------------------------------------------------------------------------


def reviewed(language: str) -> Catalogs:
    catalog = CATALOGS[language]
    states = dict.fromkeys(catalog.states, State.REVIEWED)
    own = {name: it.text for name, it in catalog.sentences.items() if name in catalog.own}
    checked = Catalog(language, catalog.content, "\n".join(own.values()), states, catalog.own)
    return Catalogs({**CATALOGS.by_language, language: checked})


def test_english_stands_below_what_nobody_reviewed_and_a_note_says_so(composer):
    english = CATALOGS["en"].text("teaser-email-why")
    mail = composer.email("es")
    assert mail.text.startswith(CATALOGS["es"].text("beside-note"))
    assert english in mail.text
    letter = composer.full_notice(RECORD, "es", CODE)
    assert letter.opening[0] == CATALOGS["es"].text("beside-note")
    assert letter.beside.language == "en"
    assert letter.beside.title == "Notice of Data Breach"
    assert "Notice of Data Breach" in composer.full_email(RECORD, "es", CODE).text


def test_no_english_stands_below_what_was_reviewed(incident):
    composer = Composer(incident, reviewed("es"))
    assert composer.full_notice(RECORD, "es", CODE).beside is None
    assert composer.letter(RECORD, Carries.TEASER, "es", CODE).beside is None
    assert CATALOGS["en"].text("teaser-email-why") not in composer.email("es").text


def test_english_itself_is_never_beside(composer):
    assert composer.full_notice(RECORD, "en", CODE).beside is None
    assert composer.attorney_letter("A", "B", [CODE]).beside is None


def test_an_officer_can_ask_which_languages_nobody_reviewed(composer, incident):
    for channel in Channel:
        assert composer.unreviewed(channel, ["en", "es", "fr"]) == {"es", "fr"}
        assert Composer(incident, reviewed("es")).unreviewed(channel, ["en", "es", "fr"]) == {"fr"}


def test_one_message_that_was_not_reviewed_matters_where_it_stands(incident):
    catalogs = reviewed("es")
    catalogs["es"].states["teaser-sms"] = State.HUMAN_TRANSLATED
    composer = Composer(incident, catalogs)
    assert composer.unreviewed(Channel.SMS, ["es"]) == {"es"}
    assert composer.unreviewed(Channel.LETTER, ["es"]) == frozenset()


def test_the_english_page_of_an_arabic_letter_reads_from_left_to_right(composer, press):
    if "ar" not in WHOLE or not press.fonts_for("ar"):
        pytest.skip("no Arabic here yet")
    text = printed(press.press(composer.full_notice(RECORD, "ar", CODE, DAY), hand=False))
    assert "Notice of Data Breach" in text
    assert "This notice is for Ana Ruiz." in text


# --- what was approved ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "channels"),
    [
        ("teaser-sms", {Channel.SMS}),
        ("reply-who", {Channel.SMS}),
        ("teaser-whatsapp", {Channel.WHATSAPP}),
        ("teaser-voice-hello", {Channel.VOICE}),
        ("attorney-letter-why", {Channel.LETTER, Channel.HAND}),
        ("notice-can-keep", {Channel.LETTER, Channel.HAND, Channel.EMAIL}),
        ("incident-doing-safeguards", {Channel.LETTER, Channel.HAND, Channel.EMAIL}),
    ],
)
def test_a_changed_message_changes_the_digests_of_the_channels_that_say_it(message, channels, composer, incident):
    catalog = CATALOGS["en"]
    changed = Catalog("en", catalog.content, f"{message} = Something else\n", own=catalog.own)
    other = Composer(incident, Catalogs({**CATALOGS.by_language, "en": changed}))
    own = catalog.own  # the incident's own are gone from `changed`, and both e-mail and letters say them
    touched = {it for it in Channel if other.digest(it) != composer.digest(it)}
    assert touched - ({Channel.LETTER, Channel.HAND, Channel.EMAIL} if own else set()) == channels - {
        Channel.LETTER,
        Channel.HAND,
        Channel.EMAIL,
    }
    assert channels <= touched


def test_a_changed_recording_changes_the_digest_of_calls_only(tmp_path, incident, composer):
    other = Composer(incident, CATALOGS, recorded(tmp_path, "so"))
    assert {it for it in Channel if other.digest(it) != composer.digest(it)} == {Channel.VOICE}
