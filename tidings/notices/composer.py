"""Composes every notice of one incident, and says by a digest which texts it composes from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tidings.incident import Incident
from tidings.model import Channel
from tidings.notices import notice, teaser
from tidings.notices.catalog import SOURCE, Catalogs
from tidings.notices.letters import TEMPLATE as LETTER
from tidings.notices.mail import TEMPLATE as MAIL
from tidings.notices.mail import Mail
from tidings.notices.notice import FullNotice
from tidings.record import Record

PLACEHOLDER = "-code-"
"""Where a provider puts each person's code into a mail that many get."""

_LETTER = (
    *("notice-", "supplement-", "incident-", "kind-", "place-", "teaser-letter-", "attorney-letter-", "beside-"),
    *("letter-", "post-", "hand-", "months", "moment"),
)
_OF_CHANNEL: dict[Channel, tuple[tuple[str, ...], tuple[Path, ...]]] = {
    Channel.SMS: (("teaser-sms",), ()),
    Channel.EMAIL: (("teaser-email-", "attorney-email-"), (MAIL,)),
    Channel.LETTER: (_LETTER, (LETTER,)),
}


@dataclass(frozen=True, slots=True)
class Composer:
    """Notices of an incident. Every method raises NoticeError: NO_LANGUAGE for one that has no catalog (ask
    `Catalogs.serves` first), BAD_MESSAGE for a catalog that cannot be formatted without complaint.
    """

    incident: Incident
    catalogs: Catalogs

    def sms(self, language: str, code: str) -> str:
        """The text message, one segment; TOO_LONG where it would take more."""
        return teaser.sms(self.catalogs[language], self.incident.organisation, code)

    def email(self, language: str, code_placeholder: str = PLACEHOLDER) -> Mail:
        """The teaser by e-mail: one text for all who read that language."""
        return teaser.email(self.catalogs[language], self.incident.organisation, code_placeholder)

    def attorney_email(self, language: str = SOURCE, code_placeholder: str = PLACEHOLDER) -> Mail:
        """To an attorney, about one of their clients, whom only the code tells."""
        return teaser.attorney_email(self.catalogs[language], self.incident.organisation, code_placeholder)

    def full_notice(self, record: Record, language: str, code: str, on: date | None = None) -> FullNotice:
        """One person's letter, ready for the press. `on` is the date that it bears."""
        return notice.compose(self.incident, self.catalogs[language], record, code, on)

    def digest(self, channel: Channel) -> str:
        """SHA-256, hex, of all that a channel's notices are made of, in every language: messages, template, incident.

        The same for everybody, so that a ledger entry with it does not tell which language somebody reads.
        """
        prefixes, templates = _OF_CHANNEL[Channel.LETTER if channel is Channel.HAND else channel]
        made_of = [self.incident.model_dump_json(include={"version", "organisation", "exposure", "agencies"}).encode()]
        made_of += [template.read_bytes() for template in templates]
        for language, catalog in sorted(self.catalogs.by_language.items()):
            made_of.append(language.encode())
            made_of += [it.text.encode() for name, it in sorted(catalog.sentences.items()) if name.startswith(prefixes)]
        digest = hashlib.sha256()
        for part in made_of:
            digest.update(len(part).to_bytes(8, "big") + part)  # so that no two lists run together into the same bytes
        return digest.hexdigest()
