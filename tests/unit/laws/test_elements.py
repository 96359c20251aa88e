"""What a law asks for is in the English notice, message by message; what a language lacks is found."""

import pytest

from tidings.laws import Element, unmet
from tidings.notices import FOLDER, Catalogs, said
from tidings.notices.catalog import Catalog

CATALOGS = Catalogs.load()
SEVEN = ["california-1798-82", "gdpr-34", "hipaa-164-404", "lgpd", "new-york-899-aa", "omb-m-17-12", "pipeda"]


OWN = "incident-doing-safeguards = Two people look at every file now.\nincident-happened-delay = We had to find you first.\n"
WITH_ITS_OWN = Catalog(
    "en",
    (FOLDER / "en.ftl").read_text(encoding="utf-8"),
    OWN,
    own=("incident-doing-safeguards", "incident-happened-delay"),
)
"""The English with what an incident adds to it."""


@pytest.fixture
def complete(example):
    """An incident that says all that any of the laws wants said."""
    agency = {"name": "Federal Trade Commission", "phone": "+1 877 438 4338", "web": "identitytheft.gov"}
    body = example.model_dump() | {"agencies": (agency,), "laws": (), "others_told": {}}
    body["exposure"]["encrypted"] = "no"
    return type(example).model_validate(body)


@pytest.fixture
def master(complete):
    return said(complete, WITH_ITS_OWN)


@pytest.mark.parametrize("name", SEVEN)
def test_every_element_of_every_law_is_in_the_english_notice_of_an_incident_that_says_all(laws, master, name):
    assert unmet(laws[name], master, master, late=True) == []


@pytest.mark.parametrize("name", SEVEN)
def test_every_message_that_a_law_names_is_one_that_a_notice_can_print(laws, complete, example, name):
    shut = {"encrypted": "yes"}
    part = {"encrypted": "part"}
    printed = {*said(complete, WITH_ITS_OWN)}
    for exposure in (shut, part):
        body = complete.model_copy(update={"exposure": complete.exposure.model_copy(update=exposure)})
        printed |= said(body, CATALOGS["en"]).keys()
    printed.add("notice-information-unknown")  # where nobody knows what was exposed of a person
    for element in laws[name].element:
        names = [it for one in element.messages for it in ([one] if isinstance(one, str) else one)]
        assert {it for it in [*names, *element.words] if "*" not in it} <= printed, element.id


@pytest.mark.parametrize("name", SEVEN)
def test_a_message_that_any_element_needs_is_missed_when_it_goes(laws, master, name):
    for element in laws[name].element:
        for message in [*element.messages, *element.words]:
            if isinstance(message, str) and message in master:
                found = unmet(laws[name], {key: text for key, text in master.items() if key != message}, master)
                assert (element.id, (message,)) in {(one.element.id, one.messages) for one in found if element.when == "always"}


def test_one_of_several_is_enough_and_none_is_not(laws, master):
    without = {key: text for key, text in master.items() if not key.startswith("notice-encrypted-")}
    assert [one.element.id for one in unmet(laws["omb-m-17-12"], without, without)] == ["encrypted"]


def test_california_s_own_words_are_compared_in_english_only(laws, master):
    other = master | {"notice-happened": "What went wrong"}
    (found,) = unmet(laws["california-1798-82"], other, other)
    assert (found.element.id, found.messages, found.words) == ("what-happened", ("notice-happened",), "What Happened")
    assert unmet(laws["california-1798-82"], master | {"notice-happened": "Lo que pasó"}, master) == []


def test_a_translation_must_have_every_sentence_that_stands_for_a_name_with_a_star(laws, master):
    both = master | {"incident-doing-more": "And a program does."}
    one_of_them = {key: text for key, text in both.items() if key != "incident-doing-more"}
    assert [it.messages for it in unmet(laws["hipaa-164-404"], one_of_them, both)] == [("incident-doing-more",)]
    none = {key: text for key, text in master.items() if not key.startswith("incident-doing")}
    assert [it.messages for it in unmet(laws["hipaa-164-404"], none, none)] == [("incident-doing*",)]


def test_reasons_for_a_delay_are_asked_for_once_it_is_late(laws, master):
    silent = {key: text for key, text in master.items() if not key.endswith("-delay")}
    assert unmet(laws["lgpd"], silent, silent) == []
    assert [one.element.id for one in unmet(laws["lgpd"], silent, silent, late=True)] == ["reasons-for-delay"]


def test_what_only_counsel_can_know_never_blocks(laws, master):
    law = laws["california-1798-82"]
    assert {it.id for it in law.element if it.when == "if_so"} == {"law-enforcement", "credit-agencies"}
    assert unmet(law, master, master) == []


def test_an_element_that_nothing_carries_is_no_element():
    with pytest.raises(ValueError, match="no message carries it"):
        Element.model_validate({"id": "x", "says": "x"})
