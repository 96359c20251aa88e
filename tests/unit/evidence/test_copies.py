"""What other programs read: the table and the events hold every fact that an entry may, and verify.py knows the same forms."""

import csv
import io

import orjson
import pytest

from tidings.entry import EntryKind, json_schema
from tidings.evidence.copies import COLUMNS, as_csv, as_ocsf


def facts(kind):
    schema = json_schema(kind)
    return set(schema["properties"]), set(schema["required"])


def test_the_table_has_a_column_for_every_fact_and_no_other():
    known = set().union(*(facts(kind)[0] for kind in EntryKind))
    assert set(COLUMNS) == known | {"index"}
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.parametrize("kind", EntryKind)
def test_verify_allows_what_may_stand_in_an_entry_and_asks_for_what_must(kind, verify):
    allowed, required = facts(kind)
    frame = {"v", "kind", "incident", "at"}
    names = verify.KINDS[kind].split()
    assert {name.lstrip("?") for name in names} | frame == allowed
    assert {name for name in names if name[0] != "?"} | frame == required


def test_verify_knows_every_kind_and_no_other(verify):
    assert verify.KINDS.keys() == {kind.value for kind in EntryKind}


SAID = {"v": 1, "kind": "plan.resolved", "incident": "portal", "at": "2026-11-23T05Z", "person": "a" * 26, "contacts": 2}
SAID |= {"channels": ["sms", "email"]}


def test_a_line_of_the_table():
    (row,) = csv.DictReader(io.StringIO(as_csv([(7, SAID)]).decode()))
    assert {name: value for name, value in row.items() if value} == {
        **{name: str(value) for name, value in SAID.items()},
        "index": "7",
        "channels": "sms email",
    }


def test_an_event_has_what_its_class_demands():
    """Of OCSF 1.3.0, class 3004: its required attributes, and numbers that fit each other."""
    event = orjson.loads(as_ocsf([(7, SAID)], "1.2.3"))
    required = {"activity_id", "category_uid", "class_uid", "entity", "metadata", "severity_id", "time", "type_uid"}
    assert event.keys() >= required
    assert event["type_uid"] == event["class_uid"] * 100 + event["activity_id"] == 300403
    assert event["time"] == 1_795_410_000_000
    assert event["metadata"]["product"] == {"name": "Tidings", "vendor_name": "Tidings", "version": "1.2.3"}
    assert event["entity"]["uid"] == "a" * 26
    assert orjson.loads(event["raw_data"]) == SAID
    other = orjson.loads(as_ocsf([(8, {**SAID, "kind": "list.ingested"})], ""))
    assert (other["activity_id"], other["activity_name"], other["type_uid"]) == (99, "list.ingested", 300499)
