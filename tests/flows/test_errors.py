"""Errors that only a flow can meet: a provider, or Prefect's server, that is out of reach. Then the same command goes on."""

import socket

import pytest

ROWS = 25


@pytest.fixture(scope="module")
def ready(make_place, small_list, tmp_path_factory):
    """Some people with plans, and the place that they are in. Making it takes a while, so the tests of this file share it."""
    with make_place(tmp_path_factory.mktemp("errors") / "place") as place:
        assert place.tidings("init", "example").code == 0
        assert place.tidings("ingest", small_list(place.folder / "list.csv", ROWS)).code == 0
        assert place.tidings("resolve").code == 0
        yield place


@pytest.fixture
def nobody():
    """An address on this machine at which nobody answers: the port is held, and not listened on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


def failed(ran, code, name):
    assert ran.code == code
    assert ran.out == ""
    first, hint = ran.err.splitlines()
    assert first.startswith("tidings: error: ")
    assert first.endswith(f"[{name}]")
    assert hint.startswith("tidings: hint: ")
    return first


def test_trouble_with_a_provider_stops_its_channel_says_what_it_was_and_the_next_run_goes_on(ready, nobody):
    """Three runs that must fail, each in its way, and one after them that finds nothing lost and nobody told twice."""
    lacking = ready.tidings("notify", TIDINGS_SENDGRID_API_KEY="SG.wrong", TIDINGS_TWILIO_SENDER="")
    assert "(TIDINGS_TWILIO_SENDER)" in failed(lacking, 2, "provider.not_configured")

    wrong_key = ready.tidings("notify", TIDINGS_SENDGRID_API_KEY="SG.wrong")
    assert "(email: sendgrid.401)" in failed(wrong_key, 3, "provider.refused_us")
    found = ready.status()["attempts"]
    assert found["email"]["planned"] == sum(found["email"].values()) > 0, "nothing counts as tried"
    assert found["sms"]["accepted"] > 0, "the other channel went on"

    away = ready.tidings("notify", TIDINGS_SENDGRID_BASE_URL=nobody)
    assert "(email: unreachable)" in failed(away, 3, "provider.out_of_reach")

    assert ready.tidings("notify").code == 0
    assert ready.status()["attempts"]["email"]["planned"] == 0
    assert set(ready.tallies()["recipients"].values()) == {1}


def test_prefects_server_is_out_of_reach(ready, nobody):
    failed(ready.tidings("resolve", PREFECT_API_URL=f"{nobody}/api"), 3, "flow.no_server")
    failed(ready.tidings("resolve", PREFECT_API_URL="no address"), 3, "flow.no_server")


def test_a_list_that_breaks_below_its_first_row_is_named_and_nothing_of_it_is_shown(ready):
    """Its header is fine, so only the flow finds out."""
    file = ready.folder / "open.csv"
    file.write_text('a_number,first_name\nA123456789,Fine\nA123456780,"Zzmarked\n', encoding="utf-8")
    ran = ready.tidings("ingest", file)
    failed(ran, 1, "list.unclosed_quote")
    assert "Zzmarked" not in ran.err
