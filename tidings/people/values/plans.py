"""The North American numbering plan in one regular expression, made of libphonenumber's own metadata.

Three of four numbers on a US list are ten plain digits. For those one match says what `is_valid_number` finds by going
through 25 countries' patterns one by one; tests hold the two against each other. Whatever does not match here is asked of
the library itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

CALLING_CODE = 1
_TYPES = "fixed_line mobile toll_free premium_rate shared_cost voip personal_number pager uan voicemail".split()  # noqa: SIM905


@lru_cache(maxsize=1)
def north_american() -> re.Pattern[str]:
    """Matches ten digits that some country of the plan has given out."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata  # noqa: PLC0415 - loading it takes a while

    ways = []
    for region in COUNTRY_CODE_TO_REGION_CODE[CALLING_CODE]:
        plan: Any = PhoneMetadata.metadata_for_region(region)  # generated code, without types
        types = [kind.national_number_pattern for name in _TYPES if (kind := getattr(plan, name)) is not None]
        given = "|".join(f"(?:{pattern})" for pattern in types if pattern)
        leading = f"(?={plan.leading_digits})" if plan.leading_digits else ""
        ways.append(rf"{leading}(?=(?:{plan.general_desc.national_number_pattern})\Z)(?:{given})\Z")
    return re.compile(r"(?=\d{10}\Z)(?:" + "|".join(f"(?:{way})" for way in ways) + ")", re.ASCII)
