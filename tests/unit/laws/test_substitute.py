"""What laws ask besides when people cannot be told one by one."""

import pytest

from tidings.laws import Because, asks


def why(law, *args, **kwargs):
    return {ask.because for ask in asks(law, *args, **kwargs)}


@pytest.mark.parametrize("unreachable", [0, 1, 9, 10, 6000])
def test_hipaa_asks_for_more_from_ten_people_on(laws, unreachable):
    found = asks(laws["hipaa-164-404"], unreachable, people=6000)
    assert len(found) == (0 if not unreachable else 1 if unreachable < 10 else 2)
    assert all(ask.source.startswith("45 CFR 164.404(d)(2)") for ask in found)
    if unreachable >= 10:
        assert "90 days" in found[0].what
        assert "toll-free" in found[1].what


@pytest.mark.parametrize("name", ["california-1798-82", "new-york-899-aa"])
def test_a_quarter_of_a_million_dollars_or_half_a_million_people_is_too_much(laws, name):
    law = laws[name]
    assert why(law, 0, people=500_000, cost=250_000) == set()
    assert why(law, 0, people=500_001) == {Because.PEOPLE}
    assert why(law, 0, people=10, cost=250_001) == {Because.COST}
    assert why(law, 1, people=10) == {Because.UNREACHABLE}


def test_money_of_another_country_is_not_converted(laws):
    assert why(laws["california-1798-82"], 0, people=10, cost=10_000_000, currency="JPY") == set()


def test_canada_asks_for_an_indirect_notice_where_a_direct_one_would_harm(laws):
    assert why(laws["pipeda"], 0, people=10) == set()
    assert why(laws["pipeda"], 0, people=10, harmed=1) == {Because.HARM}


@pytest.mark.parametrize("name", ["gdpr-34", "lgpd", "omb-m-17-12"])
def test_every_law_asks_something_where_anybody_cannot_be_reached(laws, name):
    assert why(laws[name], 0, people=10) == set()
    assert why(laws[name], 1, people=10) == {Because.UNREACHABLE}
