"""A call in TwiML: first only whether somebody wants to hear a message; the rest after a key, and still it reveals nothing.

Whoever picks up, and any answering machine, hears the greeting and no more. https://www.twilio.com/docs/voice/twiml
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tidings.errors import NoticeError
from tidings.incident import Organisation
from tidings.model import Personal
from tidings.notices.catalog import Catalog
from tidings.notices.marks import bare
from tidings.notices.teaser import told

FILE = Path(__file__).with_name("voices.toml")
LONGEST = 4000  # letters of TwiML given inline (Twilio)
LISTEN, STOP = "1", "9"
"""The keys: to hear the message, or to hear it again; to get no more calls."""

ASK = ("hello", "press", "stop", "", "press", "stop")
MESSAGE = ("message", "", "reach", "reach", "", "code", "code", "never", "again")
STOPPED, GOODBYE = "stopped", "goodbye"
"""Messages `teaser-voice-…` in the order in which they are said; an empty one is a pause."""

WAIT_SECONDS = 10
Part = Callable[[str], str]
"""One message of the call: its words, or TwiML that says or plays it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """As <Say> takes them."""

    language: str
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class Call(Personal):
    """What the call says at each point, as TwiML. Holds the person's code.

    `ask` is all that is said before a key is pressed; `message` after key 1, as often as it is pressed; `stopped` after key 9;
    `goodbye` after any other.
    """

    ask: str
    message: str
    stopped: str
    goodbye: str


@dataclass(frozen=True, slots=True, repr=False)
class Script(Personal):
    """The words of a `Call`, sentence by sentence, whoever says them: a machine, or a person for a recording."""

    ask: tuple[str, ...]
    message: tuple[str, ...]
    stopped: tuple[str, ...]
    goodbye: tuple[str, ...]


@cache
def voices() -> dict[str, Voice]:
    """The machine voices there are, by catalog language."""
    body = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {language: Voice(it["language"], it["name"]) for language, it in body.items()}


def spoken(catalog: Catalog, office: Organisation, code: str, answer_url: str, *, again: bool = False) -> Call:
    """A call that a machine reads. `answer_url` gets the key that was pressed.

    Raises NoticeError NO_VOICE for a language without one, BAD_MESSAGE, TOO_LONG.
    """
    spelled = escape(", ".join(code.replace("-", "")))
    action = quoteattr(answer_url)
    form = _form(catalog, office.hotline, again)
    ask, message, stopped, goodbye = (
        text.replace(_ACTION, action).replace(_CODE, spelled) for text in (form.ask, form.message, form.stopped, form.goodbye)
    )
    return _checked(Call(ask, message, stopped, goodbye), catalog.language)


_CODE, _URL = "\x02code\x03", "\x02url\x03"  # no catalog can hold these two marks
_ACTION = quoteattr(_URL)


@lru_cache(maxsize=256)  # the same for everybody who hears that language
def _form(catalog: Catalog, hotline: str, again: bool) -> Call:
    """A call with marks where a person's code belongs, and where the answer goes."""
    voice = voices().get(catalog.language)
    if voice is None:
        raise NoticeError(NoticeError.Code.NO_VOICE, catalog.language)
    opening = f"<Say voice={quoteattr(voice.name)} language={quoteattr(voice.language)}>"
    sentence = _sentences(catalog, hotline, _CODE, again)

    @cache
    def say(part: str) -> str:
        return f"{opening}{escape(bare(sentence(part)))}</Say>"

    return _call(say, _URL)


def script(catalog: Catalog, office: Organisation, code: str, *, again: bool = False) -> Script:
    """What is said, for any language: also for one that no machine speaks. Values stand between isolates, for whoever reads it.

    Raises NoticeError BAD_MESSAGE.
    """
    sentence = _sentences(catalog, office.hotline, ", ".join(code.replace("-", "")), again)

    def said(*parts: str) -> tuple[str, ...]:
        return tuple(sentence(f"teaser-voice-{part}") for part in parts if part)

    return Script(said(*ASK, GOODBYE), said(*MESSAGE, GOODBYE), said(STOPPED), said(GOODBYE))


def _sentences(catalog: Catalog, hotline: str, code: str, again: bool) -> Part:
    """`code` as it is to be spelled."""
    values: dict[str, Any] = {"hotline": _figures(hotline), "code": code}
    return lambda part: told(catalog, part, again, **values)


def recorded(language: str, code: str, answer_url: str, audio_url: str, *, again: bool = False) -> Call:
    """A call of recordings, which `audio_url` serves as `<language>/<slot>.mp3`. Ask `Recordings.complete` first."""

    def play(part: str) -> str:
        slots = [f"{part}-again" if again and part == "teaser-voice-message" else part]
        if part == "teaser-voice-code":
            slots += [f"code-{letter}" for letter in code.replace("-", "")]
        return "".join(f"<Play>{escape(audio_url.rstrip('/'))}/{language}/{slot}.mp3</Play>" for slot in slots)

    return _checked(_call(play, answer_url), language)


def _call(say: Part, answer_url: str) -> Call:
    return Call(
        ask=_document(say, ASK, answer_url),
        message=_document(say, MESSAGE, answer_url),
        stopped=_document(say, (), None, STOPPED),
        goodbye=_document(say, (), None, GOODBYE),
    )


def _checked(made: Call, language: str) -> Call:
    if max(map(len, (made.ask, made.message))) > LONGEST:
        raise NoticeError(NoticeError.Code.TOO_LONG, f"{language}: teaser-voice")
    return made


def _document(say: Part, parts: tuple[str, ...], answer_url: str | None, last: str = GOODBYE) -> str:
    """`parts` while a key may be pressed, then `last`, then the line is closed."""
    gather = ""
    if answer_url is not None:
        said = "".join(say(f"teaser-voice-{part}") if part else '<Pause length="2"/>' for part in parts)
        gather = (
            f'<Gather input="dtmf" numDigits="1" timeout="{WAIT_SECONDS}" action={quoteattr(answer_url)} method="POST">'
            f"{said}</Gather>"
        )
    closing = say(f"teaser-voice-{last}")
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{gather}{closing}<Hangup/></Response>'


def _figures(number: str) -> str:
    """A phone number figure by figure: a voice would read `800 555` as two numbers."""
    return ", ".join(" ".join(group) for group in re.findall(r"\d+", number))
