"""A profile is read whole or refused, with its file and the line or the key."""

from pathlib import Path

import pytest

from tidings.incident import load_incident
from tidings.laws import LawError, load_profile, profiles
from tidings.model import Channel

CONFIG = Path(__file__).parents[3] / "config"
EXAMPLE = load_incident(CONFIG / "incidents" / "example")
SEVEN = ["california-1798-82", "gdpr-34", "hipaa-164-404", "lgpd", "new-york-899-aa", "omb-m-17-12", "pipeda"]
SMALL = """\
title = "A law"
source = "A. Law 1"
checked = "by nobody"
applies = "always"
zone = "America/New_York"

[deadline]
unit = "days"
count = 30
says = "within 30 days"

[[element]]
id = "contact"
says = "whom to ask"
messages = ["notice-more"]

[[method]]
channel = "letter"
says = "in writing"
"""


@pytest.fixture
def written(tmp_path):
    """Writes a profile and returns its file."""

    def write(text=SMALL):
        file = tmp_path / "small.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def refused(file):
    with pytest.raises(LawError) as error:
        load_profile(file)
    assert error.value.code is LawError.Code.BAD_PROFILE
    assert error.value.where.startswith(str(file))
    return error.value.where.removeprefix(f"{file}: ")


def test_seven_laws_are_shipped_and_each_loads(laws):
    assert list(laws) == SEVEN


@pytest.mark.parametrize("name", SEVEN)
def test_every_profile_cites_its_source_and_says_that_counsel_decides(laws, name):
    assert "counsel decides" in laws[name].checked
    assert any(figure.isdigit() for figure in laws[name].source)
    assert laws[name].substitute


@pytest.mark.parametrize("name", SEVEN)
def test_every_profile_says_of_each_channel_whether_it_is_a_notice(laws, name):
    assert sorted(method.channel for method in laws[name].method) == sorted(Channel)


def test_what_is_no_toml_is_refused_with_its_line(written):
    assert refused(written(SMALL.replace('title = "A law"', "title = A law"))) == "line 1"


def test_what_is_no_text_is_refused(written):
    file = written()
    file.write_bytes(b"title = '\xff'")
    assert refused(file)


@pytest.mark.parametrize(
    ("was", "now", "key"),
    [
        ('source = "A. Law 1"\n', "", "source"),
        ('applies = "always"', 'applies = "always"\nappiles = "never"', "appiles"),
        ("America/New_York", "America/Nowhere", "zone"),
        ("count = 30", "count = 0", "deadline.count"),
        ('unit = "days"', 'unit = "weeks"', "deadline.unit"),
        ('unit = "days"', 'unit = "business_days"', "deadline"),
        ('messages = ["notice-more"]', "", "element.contact"),
        ('says = "whom to ask"', 'says = ""', "element.contact.says"),
        ('channel = "letter"', 'channel = "pigeon"', "method.0.channel"),
        ("[[method]]", '[[element]]\nid = "contact"\nsays = "again"\nmessages = ["a"]\n[[method]]', "the file as a whole"),
        ("[[method]]", '[[substitute]]\nsource = "1"\nasks = ["x"]\n[[method]]', "substitute.0"),
    ],
)
def test_a_key_that_is_wrong_is_named(written, was, now, key):
    assert was in SMALL
    assert refused(written(SMALL.replace(was, now, 1))) == key


def test_an_incident_that_names_an_unknown_law_is_refused_with_its_file_and_the_law():
    with pytest.raises(LawError) as error:
        profiles(CONFIG, EXAMPLE.model_copy(update={"laws": ("gdpr-34", "gdpr-43")}))
    assert error.value.code is LawError.Code.UNKNOWN
    assert error.value.where == f"{CONFIG / 'incidents' / 'example' / 'incident.toml'}: laws: gdpr-43"


def test_whoever_is_said_to_be_told_must_be_somebody_whom_a_law_wants_told():
    told = {"gdpr-34.authorty": EXAMPLE.exposure.discovered.date()}
    with pytest.raises(LawError) as error:
        profiles(CONFIG, EXAMPLE.model_copy(update={"laws": ("gdpr-34",), "others_told": told}))
    assert error.value.where.endswith("others_told: gdpr-34.authorty")


def test_an_incident_without_laws_has_no_profiles():
    assert profiles(CONFIG, EXAMPLE.model_copy(update={"laws": ()})) == ()


def test_the_incident_s_order_is_kept():
    named = ("pipeda", "gdpr-34")
    assert tuple(law.name for law in profiles(CONFIG, EXAMPLE.model_copy(update={"laws": named}))) == named
