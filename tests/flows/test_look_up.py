"""`tidings look-up` as it is typed: off, refused, and then what it asks and asks no more."""

ROWS = 40


def test_it_is_off_then_refused_then_asks_everybody_once(place, small_list):
    ran, codes = place.each(
        ["init", "example"], ["ingest", small_list(place.folder / "list.csv", ROWS)], ["resolve"], ["look-up"]
    )
    assert codes == [0, 0, 0, 1]
    assert "[provider.lookup_off]" in ran.err
    assert place.tallies()["looked_up"] == {}

    incident = place.config / "incidents/example/incident.toml"
    incident.write_text(incident.read_text(encoding="utf-8") + "\n[lookup]\nenabled = true\n", encoding="utf-8")
    refused = place.tidings("look-up", TIDINGS_TWILIO_AUTH_TOKEN="wrong")
    assert refused.code == 3
    assert "(look-up: docs/operations.md, provider.refused_us) [provider.refused_us]" in refused.err
    assert place.tallies()["looked_up"] == {}

    first = place.tidings("look-up", "--json").json()
    assert first["asked"] == first["answered"] == len(place.tallies()["looked_up"]) > 5
    assert first["resolved"] == first["anew"], "they are planned anew at once, so nobody waits for another run"
    again = place.tidings("look-up")
    assert again.code == 0
    assert again.err.splitlines()[-1].startswith("0 numbers asked about, 0 answered; 0 people planned anew")
    assert set(place.tallies()["looked_up"].values()) == {1}

    before = len(place.outbox())
    assert place.tidings("notify").code == 0
    assert len(place.outbox()) > before
