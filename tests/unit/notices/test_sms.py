"""How long a text message is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.notices.sms import BASIC, Encoding, measure


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"),
    [
        ("", Encoding.GSM7, 0, 1),
        ("a" * 160, Encoding.GSM7, 160, 1),
        ("a" * 161, Encoding.GSM7, 161, 2),
        ("a" * 306, Encoding.GSM7, 306, 2),
        ("a" * 307, Encoding.GSM7, 307, 3),
        ("€" * 80, Encoding.GSM7, 160, 1),
        ("^{}[]~\\|€\f", Encoding.GSM7, 20, 1),
        ("éèùìòàñüöäåøæßÇ¿¡", Encoding.GSM7, 17, 1),
        ("á", Encoding.UCS2, 1, 1),
        ("ç", Encoding.UCS2, 1, 1),
        ("`", Encoding.UCS2, 1, 1),
        ("’", Encoding.UCS2, 1, 1),
        ("字" * 70, Encoding.UCS2, 70, 1),
        ("字" * 71, Encoding.UCS2, 71, 2),
        ("字" * 135, Encoding.UCS2, 135, 3),
        ("😀" * 35, Encoding.UCS2, 70, 1),
        ("😀" * 36, Encoding.UCS2, 72, 2),
    ],
)
def test_a_message_is_measured_as_carriers_do(text, encoding, units, segments):
    length = measure(text)
    assert (length.encoding, length.units, length.segments) == (encoding, units, segments)


def test_the_default_alphabet_has_its_127_characters_without_the_escape():
    assert len(BASIC) == 127


@given(st.text(), st.text())
def test_more_text_never_takes_fewer_segments(one, more):
    assert measure(one + more).segments >= measure(one).segments
