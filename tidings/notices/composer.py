"""Composes every notice of one incident, and says by a digest which texts it composes from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tidings.incident import Incident
from tidings.model import Carries, Channel
from tidings.notices import notice, teaser, teaser_letter, voice, whatsapp
from tidings.notices.beside import bodies_with_english, is_reviewed, with_english
from tidings.notices.catalog import SOURCE, Catalogs
from tidings.notices.letters import TEMPLATE as LETTER
from tidings.notices.mail import TEMPLATE as MAIL
from tidings.notices.mail import Body, FullMail, Mail, write, write_full
from tidings.notices.notice import FullNotice
from tidings.notices.recordings import Recordings
from tidings.notices.teaser import Reply, told
from tidings.notices.voice import Call
from tidings.notices.whatsapp import WhatsApp
from tidings.record import Record

PLACEHOLDER = "-code-"
"""Where a provider puts each person's code into a mail that many get."""

_FULL = ("notice-", "supplement-", "incident-", "kind-", "place-", "months", "moment")
_TEASER_LETTER = ("teaser-letter-", "letter-", "post-", "hand-")
_TEASER_EMAIL = ("teaser-email-",)
_ATTORNEY = ("attorney-",)
_OF_CHANNEL: dict[Channel, tuple[tuple[str, ...], tuple[Path, ...]]] = {
    Channel.SMS: (("teaser-sms", "reply-"), ()),
    Channel.WHATSAPP: (("teaser-whatsapp",), ()),
    Channel.VOICE: (("teaser-voice-",), (voice.FILE,)),
    Channel.EMAIL: ((*_TEASER_EMAIL, "attorney-email-", "beside-", *_FULL), (MAIL,)),
    Channel.LETTER: ((*_TEASER_LETTER, "attorney-letter-", "beside-", *_FULL), (LETTER,)),
}


@dataclass(frozen=True, slots=True)
class Composer:
    """Notices of an incident. Every method raises NoticeError: NO_LANGUAGE for one that has no catalog (ask
    `Catalogs.serves` first), BAD_MESSAGE for a catalog that cannot be formatted without complaint.

    In letters and e-mails the English stands below a translation that nobody reviewed, unless `beside` is off. Whether such a
    translation may go out at all is not decided here. Who was told before (a `version` above 1) hears that there is more.
    """

    incident: Incident
    catalogs: Catalogs
    recordings: Recordings = field(default_factory=Recordings)
    beside: bool = True
    _first: Incident = field(init=False, repr=False, compare=False)
    """The incident as somebody hears of it who was never told before: one copy, which what is remembered hangs on."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_first", self.incident.model_copy(update={"version": 1}) if self.again else self.incident)

    @classmethod
    def of(cls, incident: Incident, folder: Path) -> Composer:
        """With all that the incident's folder adds: texts and recordings. Raises NoticeError BAD_MESSAGE, BAD_STAMP."""
        return cls(incident, Catalogs.load(incident=folder), Recordings.of(folder))

    @property
    def again(self) -> bool:
        return self.incident.version > 1

    def telling(self, told_before: bool) -> Composer:
        """For one person. Who was never told before is not told that they were, however late they come."""
        return self if told_before or not self.again else replace(self, incident=self._first)

    def sms(self, language: str, code: str) -> str:
        """The text message, one segment; TOO_LONG where it would take more."""
        return teaser.sms(self.catalogs[language], self.incident.organisation, code, again=self.again)

    def reply(self, to: Reply, language: str) -> str:
        """The answer to a text message that somebody sends us. It reveals nothing; TOO_LONG as above."""
        return teaser.reply(self.catalogs[language], self.incident.organisation, to)

    def whatsapp(self, language: str, code: str) -> WhatsApp:
        """The teaser by WhatsApp: a template to be approved beforehand, and one person's values."""
        return whatsapp.compose(self.catalogs[language], self.incident.organisation, code, again=self.again)

    def speaks(self, language: str) -> str | None:
        """In which language somebody who understands `language` can be called, or None: by recordings of theirs, which may
        be there for a language that nobody reads, or else by a machine voice of the catalog that serves them.
        """
        if language and self.recordings.complete(language, again=self.again):
            return language
        served = self.catalogs.serves(language, self.incident)
        if served and (self.recordings.complete(served, again=self.again) or served in voice.voices()):
            return served
        return None

    def voice(self, language: str, code: str, answer_url: str, audio_url: str) -> Call:
        """A call, in a language that `speaks` gave. `answer_url` gets the key that was pressed, `audio_url` serves recordings.

        Raises NoticeError NO_VOICE too.
        """
        if self.recordings.complete(language, again=self.again):
            return voice.recorded(language, code, answer_url, audio_url, again=self.again)
        return voice.spoken(self.catalogs[language], self.incident.organisation, code, answer_url, again=self.again)

    def email(self, language: str, code_placeholder: str = PLACEHOLDER) -> Mail:
        """The teaser by e-mail: one text for all who read that language."""

        def body(language: str) -> Body:
            return teaser.email(self.catalogs[language], self.incident.organisation, code_placeholder, again=self.again)

        subject = told(self.catalogs[language], "teaser-email-subject", self.again)
        return self._mail(language, subject, body, code_placeholder, _TEASER_EMAIL)

    def attorney_email(self, language: str = SOURCE, code_placeholder: str = PLACEHOLDER) -> Mail:
        """To an attorney: one for all their clients, whom only the codes tell."""

        def body(language: str) -> Body:
            return teaser.attorney_email(self.catalogs[language], self.incident.organisation, code_placeholder)

        subject = self.catalogs[language].text("attorney-email-subject")
        return self._mail(language, subject, body, code_placeholder, _ATTORNEY)

    def full_email(self, record: Record, language: str, code: str, on: date | None = None) -> FullMail:
        """One person's full notice as an e-mail, for a mailbox that is known to be safe. Its subject reveals nothing."""
        subject = told(self.catalogs[language], "teaser-email-subject", self.again)
        return write_full(subject, self.full_notice(record, language, code, on))

    def full_notice(self, record: Record, language: str, code: str, on: date | None = None) -> FullNotice:
        """One person's letter, ready for the press. `on` is the date that it bears."""

        def in_(language: str) -> FullNotice:
            return notice.compose(self.incident, self.catalogs[language], record, code, on)

        return self._with_english(language, in_, (*_FULL, *_TEASER_LETTER))

    def letter(self, record: Record, carries: Carries, language: str, code: str, on: date | None = None) -> FullNotice:
        """One person's letter, ready for the press: as much as the contact may carry. `on` is the date that it bears."""
        if carries is Carries.FULL:
            return self.full_notice(record, language, code, on)

        def in_(language: str) -> FullNotice:
            return teaser_letter.compose(self.incident, self.catalogs[language], record, code, on)

        return self._with_english(language, in_, _TEASER_LETTER)

    def attorney_letter(
        self, name: str, address: str, codes: Sequence[str], language: str = SOURCE, on: date | None = None
    ) -> FullNotice:
        """To an attorney by post: one for all their clients, whom only the codes tell."""

        def in_(language: str) -> FullNotice:
            return teaser_letter.compose_for_attorney(self.incident, self.catalogs[language], name, address, codes, on)

        return self._with_english(language, in_, _ATTORNEY)

    def unreviewed(self, channel: Channel, languages: Iterable[str]) -> frozenset[str]:
        """Those of the languages in which nobody reviewed all that this channel may say. They need an officer's override."""
        prefixes, _templates = _OF_CHANNEL[_kind(channel)]
        return frozenset(language for language in languages if not is_reviewed(self.catalogs[language], prefixes))

    def digest(self, channel: Channel) -> str:
        """SHA-256, hex, of all that a channel's notices are made of, in every language: messages, template, incident.

        The same for everybody, so that a ledger entry with it does not tell which language somebody reads.
        """
        prefixes, templates = _OF_CHANNEL[_kind(channel)]
        made_of = [self.incident.model_dump_json(include={"version", "organisation", "exposure", "agencies"}).encode()]
        made_of += [template.read_bytes() for template in templates]
        made_of += [self.recordings.digest().encode()] if channel is Channel.VOICE else []
        for language, catalog in sorted(self.catalogs.by_language.items()):
            made_of.append(language.encode())
            made_of += [it.text.encode() for name, it in sorted(catalog.sentences.items()) if name.startswith(prefixes)]
        digest = hashlib.sha256()
        for part in made_of:
            digest.update(len(part).to_bytes(8, "big") + part)  # so that no two lists run together into the same bytes
        return digest.hexdigest()

    def _mail(self, language: str, subject: str, body: Callable[[str], Body], code: str, prefixes: tuple[str, ...]) -> Mail:
        office = self.incident.organisation
        bodies = [body(language)]
        if self.beside and not is_reviewed(self.catalogs[language], prefixes):
            bodies = bodies_with_english(bodies[0], self.catalogs[language], body(SOURCE))
        return write(subject, bodies, {office.web, office.hotline, office.email, code})

    def _with_english(self, language: str, in_: Callable[[str], FullNotice], prefixes: tuple[str, ...]) -> FullNotice:
        made = in_(language)
        if self.beside and not is_reviewed(self.catalogs[language], prefixes):
            return with_english(made, self.catalogs[language], in_(SOURCE))
        return made


def _kind(channel: Channel) -> Channel:
    """A letter says the same whoever brings it."""
    return Channel.LETTER if channel is Channel.HAND else channel
