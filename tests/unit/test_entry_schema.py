"""What an entry may say, read back: the reader takes what the writer writes and nothing else, and so does the JSON Schema."""

from datetime import UTC, datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tidings.entry import _SCHEMAS, EntryKind, UnknownKind, entry, json_schema, read_entry
from tidings.model import Channel, PersonId, Role, opaque_id

AT = datetime(2026, 11, 23, 5, tzinfo=UTC)
PERSON = PersonId(opaque_id(lambda count: bytes(range(count))))
HEX = "0123456789abcdef" * 4
VALUES = {
    "officer": PERSON,
    "attempt": PERSON,
    "sheet": PERSON,
    "commitment": HEX,
    "digest": HEX,
    "signer": HEX,
    "signature": HEX * 2,
    "channel": "sms",
    "channels": ["sms", "email"],
    "roles": ["auditor"],
}
COUNTS = ("rows", "persons", "version", "contacts", "letters", "handed", "rules", "keys", "entries", "revision", "generation")
SCHEMAS = {kind: Draft202012Validator(json_schema(kind)) for kind in EntryKind}


def example(kind, **changed):
    """A body with every fact that the kind may have, and the bytes of it."""
    schema = _SCHEMAS[kind]
    facts = {
        key: VALUES.get(key, 1 if form.schema.get("type") == "integer" else "a.code")
        for key, form in {**schema.required, **schema.optional}.items()
    }
    return orjson.loads(entry(kind, incident="portal", at=AT, person=PERSON if schema.of_person else None, **facts)) | changed


def dumped(body):
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)


def both_say(kind, body):
    """Whether reader and JSON Schema take it; they must agree."""
    try:
        taken = read_entry(dumped(body)) == body
    except ValueError:
        taken = False
    assert SCHEMAS[kind].is_valid(body) is taken
    return taken


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_has_a_schema_that_takes_what_is_written(kind):
    Draft202012Validator.check_schema(json_schema(kind))
    assert both_say(kind, example(kind))


@pytest.mark.parametrize("kind", EntryKind)
def test_what_lacks_a_fact_or_has_one_too_many_is_refused_by_both(kind):
    body = example(kind)
    needed = {"v", "kind", "incident", "at", *_SCHEMAS[kind].required, *(["person"] if _SCHEMAS[kind].of_person else [])}
    for key in body:
        assert both_say(kind, {name: value for name, value in body.items() if name != key}) is (key not in needed)
    for extra in ("name", "phone", "note", "language", "minute"):
        assert not both_say(kind, body | {extra: "x"})


WRONG = [None, True, 1.5, -1, 10**9, "", "Fátima", "+12025550123", "12025550123", "a b", [], ["sms", "fax"], {}, "x" * 200, [{}]]
FINE = [0, 1, 99, "twilio.30005", "5.1.1", "a1b2c3d4", *Channel, *Role, HEX, HEX * 2, PERSON, ["sms"], ["auditor"]]


@pytest.mark.parametrize("kind", EntryKind)
def test_of_each_fact_both_take_the_same_values(kind):
    for key in example(kind):
        for value in [*WRONG, *FINE]:
            both_say(kind, example(kind) | {key: value})


@given(code=st.text(alphabet="abz019_.-", max_size=12), at=st.text(alphabet="0123456789-TZ", min_size=13, max_size=15))
def test_of_codes_and_hours_both_take_the_same(code, at):
    both_say(EntryKind.PERSON_HELD, example(EntryKind.PERSON_HELD, rule=code))
    both_say(EntryKind.PERSON_HELD, example(EntryKind.PERSON_HELD, at=at))


def test_other_bytes_for_the_same_facts_are_refused():
    good = dumped(example(EntryKind.PERSON_HELD))
    for other in (
        good.replace(b",", b", "),
        b" " + good,
        good[:-1] + b',"v":1}',
        orjson.dumps(dict(reversed(orjson.loads(good).items()))),
    ):
        with pytest.raises(ValueError, match=r"one form|not JSON"):
            read_entry(other)


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{", b'{"kind":7}', b'{"v":1}', b"\xff", b'{"kind":null,"v":1}'])
def test_what_is_no_entry_is_refused(body):
    with pytest.raises(ValueError, match=r"JSON|kind"):
        read_entry(body)


def test_another_version_or_kind_is_told_from_a_broken_entry():
    for changed in ({"v": 2}, {"kind": "person.promoted"}):
        with pytest.raises(UnknownKind):
            read_entry(dumped(example(EntryKind.PERSON_HELD) | changed))


def test_an_error_names_the_key_and_never_the_value():
    for changed in ({"rule": "+12025550123"}, {"Fátima": 1}, {"at": "2026-11-23T05:59Z"}):
        with pytest.raises(ValueError, match=r"^[a-z ]+: ") as caught:
            read_entry(dumped(example(EntryKind.PERSON_HELD) | changed))
        assert "2025550123" not in str(caught.value)
        assert "tima" not in str(caught.value)
        assert "05:59" not in str(caught.value)
