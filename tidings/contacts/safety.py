"""The safety data of `config/safety.toml`: which mail hosts and addresses belong to which country, and what rules mean."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import ConfigError
from tidings.rules import Rule


@dataclass(frozen=True, slots=True)
class Meaning:
    """A rule in an officer's words: why something waits, and what to do about it."""

    why: str
    what: str


@dataclass(frozen=True, slots=True)
class Safety:
    """`hosts` and `top_level` are by ISO 3166 country; `addresses` hold a pattern of how a country's address ends."""

    hosts: dict[str, frozenset[str]]
    top_level: dict[str, frozenset[str]]
    addresses: dict[str, re.Pattern[str]]
    meanings: dict[Rule, Meaning]

    def mail_country(self, address: str, countries: frozenset[str]) -> str | None:
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


def load_safety(config: Path) -> Safety:
    """Raises ConfigError BAD_FILE, naming the file, and the rule that has no meaning."""
    file = config / "safety.toml"
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
        hosts = {country: frozenset(names) for country, names in body["mail_hosts"].items()}
        top_level = {country: frozenset(names) for country, names in body["top_level"].items()}
        addresses = {country: re.compile(pattern) for country, pattern in body["address"].items()}
        meanings = {Rule(name): Meaning(rule["why"], rule["what"]) for name, rule in body["rules"].items()}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, ValueError, AttributeError, TypeError, re.error):
        raise ConfigError(ConfigError.Code.BAD_FILE, str(file)) from None
    for rule in Rule:
        if rule is not Rule.USABLE and rule not in meanings:
            raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: rules.{rule.value}")
    return Safety(hosts, top_level, addresses, meanings)
