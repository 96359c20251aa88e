"""What one language's page shows: every notice on every channel, composed as it would be sent, to people who do not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from tidings.errors import NoticeError
from tidings.model import Carries
from tidings.notices import voice
from tidings.notices.composer import Composer
from tidings.notices.mail import FullMail, Mail
from tidings.notices.notice import FullNotice
from tidings.notices.preview.people import CODE, LAW_OFFICE, OTHER_CODE, Invented
from tidings.notices.sms import Length, measure
from tidings.notices.teaser import Reply
from tidings.notices.whatsapp import WhatsApp

_REPLIES = {
    Reply.STOP: "whoever writes STOP",
    Reply.START: "whoever writes START",
    Reply.HELP: "whoever writes HELP",
    Reply.WHO: "whoever asks who this is",
    Reply.OTHER: "whoever writes anything else",
}
_KEYS = ("Before a key is pressed", "Key 1", "Key 9", "Any other key, or none")


@dataclass(frozen=True, slots=True)
class Texted:
    """One text message, and what a carrier counts."""

    text: str
    length: Length


@dataclass(frozen=True, slots=True)
class Spoken:
    """A call: what is said at each point. `how` says who speaks, or that nobody is called."""

    steps: tuple[tuple[str, tuple[str, ...]], ...]
    how: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What cannot be composed, and would not be sent: a coded error in its place."""

    code: str
    said: str
    where: str
    do: str

    @classmethod
    def of(cls, error: NoticeError) -> Refused:
        return cls(error.code.value, error.code.text, error.where, error.hint)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to set. `hand` is for one that a person hands over."""

    notice: FullNotice
    hand: bool


Made = Texted | WhatsApp | Spoken | Mail | FullMail | Letter | Refused


@dataclass(frozen=True, slots=True)
class Piece:
    """One notice on one channel. `slug` is unique on the page and names its files; `about` says to whom it goes."""

    slug: str
    channel: str
    about: str
    made: Made


@dataclass(frozen=True, slots=True)
class Group:
    """The pieces of one notice. `note` says when it goes out."""

    slug: str
    title: str
    note: str
    pieces: tuple[Piece, ...]


def groups(composer: Composer, language: str, people: Sequence[Invented]) -> tuple[Group, ...]:
    """Teaser, full notice, attorney, supplement. A notice that cannot be composed is there as the reason why."""
    version = composer.incident.version
    first, later = _of_version(composer, 1), _of_version(composer, max(version, 2))
    now, not_now = "This goes out now.", "This does not go out now: the incident's version is {}."
    first_note = now if version == 1 else not_now.format(version)
    later_note = now if version > 1 else "This goes out only once the incident's version is above 1."
    return (
        Group("teaser", "Teaser", first_note, (*_teasers(first, language, people), *_replies(first, language))),
        Group("full", "Full notice", first_note, tuple(_full(first, language, people))),
        Group("attorney", "To an attorney", now, tuple(_attorney(composer, language))),
        Group(
            "supplement",
            "Supplement",
            later_note,
            (*_teasers(later, language, people, "supplement-"), *_full(later, language, people[:1], "supplement-")),
        ),
    )


def _of_version(composer: Composer, version: int) -> Composer:
    incident = composer.incident.model_copy(update={"version": version})
    return Composer(incident, composer.catalogs, composer.recordings, composer.beside)


def _teasers(composer: Composer, language: str, people: Sequence[Invented], prefix: str = "") -> Iterator[Piece]:
    whom = people[min(1, len(people) - 1)]
    makers: tuple[tuple[str, str, str, Callable[[], Made]], ...] = (
        ("sms", "Text message", "to a telephone", lambda: _texted(composer.sms(language, CODE))),
        ("whatsapp", "WhatsApp", "to a telephone", lambda: composer.whatsapp(language, CODE)),
        ("voice", "Call", "to a telephone", lambda: _spoken(composer, language)),
        ("email", "E-mail", "to a mailbox that others may read", lambda: composer.email(language, CODE)),
        (
            "letter",
            "Letter",
            f"to an address that nobody vouched for: {whom.about}",
            lambda: Letter(composer.letter(whom.record, Carries.TEASER, language, CODE, _on(composer)), hand=whom.hand),
        ),
    )
    for slug, channel, about, make in makers:
        yield Piece(f"{prefix}teaser-{slug}", channel, about, _made(make))


def _replies(composer: Composer, language: str) -> Iterator[Piece]:
    for to, whom in _REPLIES.items():
        made = _made(partial(_reply, composer, to, language))
        yield Piece(f"reply-{to.value}", "Text message: our answer", f"to {whom}", made)


def _full(composer: Composer, language: str, people: Sequence[Invented], prefix: str = "") -> Iterator[Piece]:
    for it in people:
        made = _made(partial(_full_letter, composer, language, it))
        yield Piece(f"{prefix}full-letter-{it.slug}", "Letter", f"to somebody: {it.about}", made)
    for it in people:
        made = _made(partial(composer.full_email, it.record, language, CODE, _on(composer)))
        yield Piece(f"{prefix}full-email-{it.slug}", "E-mail", f"to a mailbox known to be safe: {it.whose}", made)


def _attorney(composer: Composer, language: str) -> Iterator[Piece]:
    about, codes = "to a law office, for two clients", (CODE, OTHER_CODE)
    yield Piece("attorney-email", "E-mail", about, _made(lambda: composer.attorney_email(language, ", ".join(codes))))
    name, address = LAW_OFFICE
    letter = _made(lambda: Letter(composer.attorney_letter(name, address, codes, language, _on(composer)), hand=False))
    yield Piece("attorney-letter", "Letter", about, letter)


def _on(composer: Composer) -> date:
    """The letters' date: always the same, so that the same texts give the same gallery."""
    return composer.incident.exposure.ended.date()


def _reply(composer: Composer, to: Reply, language: str) -> Made:
    return _texted(composer.reply(to, language))


def _full_letter(composer: Composer, language: str, whom: Invented) -> Made:
    return Letter(composer.full_notice(whom.record, language, CODE, _on(composer)), whom.hand)


def _made(make: Callable[[], Made]) -> Made:
    try:
        return make()
    except NoticeError as error:
        return Refused.of(error)


def _texted(text: str) -> Texted:
    return Texted(text, measure(text))


def _spoken(composer: Composer, language: str) -> Spoken:
    said = voice.script(composer.catalogs[language], composer.incident.organisation, CODE, again=composer.again)
    if composer.recordings.complete(language, again=composer.again):
        how = "Recordings of a person are played. These are the words that they are to say."
    elif machine := voice.voices().get(language):
        how = f"A machine voice says it: {machine.name} ({machine.language})."
    else:
        how = "Nobody is called in this language yet: no machine voice, and no recordings. These are the words to record."
    return Spoken(tuple(zip(_KEYS, (said.ask, said.message, said.stopped, said.goodbye), strict=True)), how)
