"""Hands due notices of one channel to its provider: claim, call, write what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tidings.channels.interface import TOO_LATE, UNREACHABLE, Answer, ChannelAdapter, Message, Outcome
from tidings.delivery.claims import Claimed, Kept, claim, kept, write
from tidings.delivery.decent import hours_kept, turn
from tidings.delivery.states import NOT_CALLED, QUIET, Change, after_answer
from tidings.entry import EntryKind
from tidings.errors import NoticeError, ProviderError
from tidings.model import AttemptId, AttemptState, Carries, Channel, Counts, Track
from tidings.notices import PLACEHOLDER, Composer, FullMail, Mail
from tidings.vault import notice_code
from tidings.workspace import Workspace

LIMITS = {Channel.SMS: 64, Channel.EMAIL: 1000}
"""Attempts in one claim: what a crash can leave unknown, and what one request or round of threads carries."""

Mails = dict[tuple[Track, str, bool], Mail]
"""By track, language, and whether they were told before; attorneys get one in the catalogs' first language."""


def send_some(ws: Workspace, adapter: ChannelAdapter, composer: Composer) -> Counts:
    """One claim. Returns {claimed, accepted, …outcomes, quiet}; {claimed: 0} when nothing is due. `quiet` are those of the
    claimed that wait for a decent hour where their number is.

    Raises ProviderError OUT_OF_REACH or REFUSED_US, after all that is known was written: the channel stops.
    """
    started = ws.clock()
    messages: list[Message] = []
    mails: Mails = {}
    refused: dict[AttemptId, Change] = {}
    with ws.vault.steady():  # nobody is erased between being opened and being written to
        taken = claim(ws, adapter.channel, LIMITS[adapter.channel])
        groups = together(taken.made)
        for group in groups.values():
            try:
                messages.append(message_of(ws, composer, group, mails))
            except NoticeError as error:
                why = Change(AttemptState.BLOCKED, error.code.value, EntryKind.NOTICE_FAILED, tried=True)
                refused |= {one.attempt: why for one in group}
    # Past its lease a claim counts as lost, and somebody else may be asking the provider about it by now.
    lease = ws.settings.sending_lease_seconds
    if ws.clock() - started > lease / 2:
        answers = [Answer(one.attempt, Outcome.TEMPORARY, NOT_CALLED, retry_after=lease) for one in messages]
    else:
        ready, over = _while_decent(ws, groups, messages)
        answers = [*adapter.send(ready), *over]
    answered = {one.attempt: answer for answer in answers for one in groups[answer.attempt]}
    counts = Counts(claimed=len(taken.made) + taken.quiet)
    late = sum(answer.code in (QUIET, TOO_LATE) for answer in answered.values())
    if taken.quiet or late:
        counts["quiet"] = taken.quiet + late
    outcomes = [answer.outcome for answer in answered.values() if answer.code not in (QUIET, TOO_LATE)]
    for outcome in [*outcomes, *(Outcome.BLOCKED for _ in refused)]:
        counts[outcome.value] = counts.get(outcome.value, 0) + 1
    with ws.store.writing() as connection:
        known = kept(connection, [one.attempt for one in taken.made])
        told = {
            attempt: after_answer(was := known[attempt], answer, ours=was.claim == taken.name)
            for attempt, answer in answered.items()
        }
        ours = {attempt: change for attempt, change in refused.items() if _still_sending(known[attempt], taken.name)}
        write(ws, connection, [(known[attempt], change) for attempt, change in {**ours, **told}.items() if change is not None])
    _stop_if_pointless(adapter.channel, answers)
    return counts


def _while_decent(
    ws: Workspace, groups: Mapping[AttemptId, Sequence[Claimed]], messages: list[Message]
) -> tuple[list[Message], list[Answer]]:
    """At the last moment before the call: messages that may go, each with the end of its hour, and answers for the others."""
    hours, now = hours_kept(ws), ws.clock()
    turns = {message: turn(hours, one.channel, one.contact, one.record, now) for message, (one, *_others) in groups.items()}
    ready = [replace(one, until=turns[one.attempt].until) for one in messages if not turns[one.attempt].wait]
    over = [
        Answer(one.attempt, Outcome.TEMPORARY, QUIET, retry_after=turns[one.attempt].wait)
        for one in messages
        if turns[one.attempt].wait
    ]
    return ready, over


def _still_sending(was: Kept, claim_name: str) -> bool:
    return was.state is AttemptState.SENDING and was.claim == claim_name


def together(made: Iterable[Claimed]) -> Mapping[AttemptId, list[Claimed]]:
    """Attempts by the message that they travel in: one each, but for the clients of one attorney."""
    groups: dict[AttemptId, list[Claimed]] = {}
    for one in made:
        groups.setdefault(one.message, []).append(one)
    return groups


def message_of(ws: Workspace, composer: Composer, group: Sequence[Claimed], mails: Mails) -> Message:
    """The notice for attempts that travel together, as their channel carries it: the same each time it is composed.

    `mails` remembers what was composed already: many people get the same mail, and their codes are put in by the provider.
    """
    one = group[0]
    composer = composer.telling(one.told_before)
    code = ", ".join(notice_code(ws.vault, each.person) for each in group)
    language = composer.catalogs.serves(one.record.language, ws.incident) or ""
    if one.channel is Channel.SMS:
        return Message(one.message, one.contact.address, composer.sms(language, code), language=language)
    if one.carries is Carries.FULL and one.track is Track.PERSON:
        return _email(one, composer.full_email(one.record, language, code), {})
    language = "" if one.track is Track.ATTORNEY else language
    mail = mails.get((one.track, language, one.told_before))
    if mail is None:
        mail = composer.attorney_email() if one.track is Track.ATTORNEY else composer.email(language)
        mails[one.track, language, one.told_before] = mail
    return _email(one, mail, {PLACEHOLDER: code})


def _email(one: Claimed, mail: Mail | FullMail, substitutions: Mapping[str, str]) -> Message:
    return Message(
        one.message,
        one.contact.address,
        mail.text,
        subject=mail.subject,
        html=mail.html,
        language=mail.language,
        direction=mail.direction,
        substitutions=substitutions,
    )


def _stop_if_pointless(channel: Channel, answers: list[Answer]) -> None:
    wrong = next((answer.code for answer in answers if answer.outcome is Outcome.CONFIGURATION), None)
    if wrong is not None:
        raise ProviderError(ProviderError.Code.REFUSED_US, f"{channel.value}: {wrong}")
    if answers and all(answer.code == UNREACHABLE for answer in answers):
        raise ProviderError(ProviderError.Code.OUT_OF_REACH, channel.value)
