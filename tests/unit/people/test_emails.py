"""E-mail addresses: every disguise undone, nothing corrected, nothing cut in half."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.people.values.cells import clean
from tidings.people.values.emails import read_emails


def addresses(cell):
    return list(read_emails(clean(cell)).addresses)


@pytest.mark.parametrize(
    "cell",
    [
        "maria@example.org", "MARIA@EXAMPLE.ORG", " maria@example.org ", "'maria@example.org'", '"maria@example.org"',
        "<maria@example.org>",
        "maria@example.org;", "maria@example.org.", "\u200bmaria@example.org", "â€‹maria@example.org", "maria @ example.org",
        "maria@example. org", "mailto:maria@example.org", "mailto:maria@example.org?subject=x", "Maria Lopez <maria@example.org>",
        "maria (at) example (dot) org", "maria[at]example.org", "maria at example dot org", "maria arroba example punto org",
        "maria&#64;example.org", "maria%40example.org", "ｍａｒｉａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "correo: maria@example.org",
        "maria@example.org (work)",
        "305-555-0123 maria@example.org",
    ],
)  # fmt: skip
def test_an_address_is_read_through_every_disguise(cell):
    assert addresses(cell) == ["maria@example.org"]


@pytest.mark.parametrize(
    "cell",
    [
        "x@@example.org", "ana@example..org", "jose,perez@example,org", "jose,perez@example.org", "juan perez@example.org",
        "juan 2 perez@example.org",
        "maria@", "@example.org", "a@b", "@", "juan example.org", "maria@exa mple.org", ".maria@example.org",
        "maria.@example.org",
        "maria@example.orgjose@example.org", "985-555-0137a@example.org", "josé@example.org", "please meet at example.org",
    ],
)  # fmt: skip
def test_half_an_address_is_no_address(cell):
    emails = read_emails(clean(cell))
    assert (emails.addresses, emails.remarks) == ((), ("email.unreadable",))


@pytest.mark.parametrize("cell", ["maria@gmial.com", "maria@gmail.con", "maria@hotmial.com"])
def test_a_known_slip_is_not_corrected_and_not_used(cell):
    emails = read_emails(cell)
    assert (emails.addresses, emails.remarks) == ((), ("email.misspelt",))


@pytest.mark.parametrize(
    "cell",
    [
        "a@example.org, b@example.org",
        "a@example.org,b@example.org",
        "a@example.org / b@example.org",
        "a@example.org or b@example.org",
    ],
)
def test_two_addresses_are_two(cell):
    assert addresses(cell) == ["a@example.org", "b@example.org"]


def test_what_an_address_may_begin_with_is_not_cut_off():
    assert addresses("_maria@example.org") == ["_maria@example.org"]


@given(st.text(max_size=80))
def test_no_text_makes_the_reader_fail(cell):
    assert all(address.count("@") == 1 and address == address.lower() for address in addresses(cell))


@given(st.text(alphabet="ab@., ;<>()at-dot", max_size=40))
def test_no_jumble_of_address_characters_makes_it_fail(cell):
    assert all("@" in address for address in addresses(cell))
