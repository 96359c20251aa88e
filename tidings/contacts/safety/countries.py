"""Which country a mailbox or a postal address belongs to, and which countries a person may fear."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from babel import Locale

from tidings.incident import Incident
from tidings.record import Record

_NAMED_IN = ("en", "es", "fr", "pt", "ru", "ar", "zh")
"""Languages in which the last line of an address may name its country."""
_REMEMBERED: Final = 4096
"""Hosts of which it is remembered whether they are abroad."""
_ENDING = re.compile(r"[,\n]")


@dataclass(frozen=True, slots=True)
class Countries:
    """`hosts` and `top_level` are by ISO 3166 country; `addresses` hold a pattern of how a country's address ends."""

    hosts: Mapping[str, frozenset[str]]
    top_level: Mapping[str, frozenset[str]]
    addresses: Mapping[str, re.Pattern[str]]
    _abroad: dict[tuple[str, str, str], bool] = field(default_factory=dict, repr=False, compare=False)
    """Most mailboxes are with a few hosts."""

    def mail_country(self, address: str, countries: Collection[str]) -> str | None:
        """Which of these countries can read this mailbox by owning its host or its top-level domain."""
        host = address.rpartition("@")[2].lower()
        ending = host.rpartition(".")[2]
        for country in sorted(countries):
            owned = self.hosts.get(country, frozenset())
            if ending in self.top_level.get(country, {country.lower()}) or any(
                host == name or host.endswith("." + name) for name in owned
            ):
                return country
        return None

    def mail_abroad(self, address: str, home: str) -> bool:
        """Whether a mailbox's host belongs to some other country: by a list of hosts, or by a country's top-level domain."""
        key = (address.rpartition("@")[2].lower(), address.rpartition(".")[2].lower(), home)
        found = self._abroad.get(key)
        if found is None:
            _host, ending, _home = key
            found = self.mail_country(address, self.hosts.keys() - {home}) is not None or (
                len(ending) == 2 and ending not in self.top_level.get(home, {home.lower()})
            )
            if len(self._abroad) < _REMEMBERED:
                self._abroad[key] = found
        return found

    def reads_as(self, country: str, address: str) -> bool:
        """Whether an address ends as one of this country does. False for countries without a pattern."""
        pattern = self.addresses.get(country)
        return pattern is not None and pattern.search(address) is not None


def address_country(address: str) -> str | None:
    """The ISO 3166 country that an address ends with the name of, in one of seven languages; None if with none."""
    last = _ENDING.split(address.rstrip(" .,\n"))[-1].strip().casefold()
    return _names().get(last)


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _NAMED_IN:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(name.casefold(), code)
    return found


def feared(record: Record, incident: Incident) -> frozenset[str]:
    """Countries whose networks may see nothing of this person: nationality, birth country, and what the incident adds.

    The country that the incident is in is never one of them: nobody could be told there.
    """
    own = {record.nationality, record.birth_country} - {""}
    added = {country for home in own for country in incident.safety.feared.get(home, ())}
    return frozenset(own | added | set(incident.safety.feared_by_all)) - {incident.default_region}
